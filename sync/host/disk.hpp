// SPDX-License-Identifier: MIT
// The disk as the store uses it, passed in so that tests can cut its power.
// All paths are absolute or relative to the working folder; all sizes are bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"

namespace baodao {

// Tells two files apart even when one took the other's name.
using FileIdentity = Id<struct FileIdentityTag, std::uint64_t>;

// One open file. Closed by its destructor. One thread at a time.
class File {
  public:
    virtual ~File() = default;
    // As many bytes as there are, up to out.size(): fewer only at the end of the file.
    [[nodiscard]] virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::uint8_t> out) = 0;
    // All of it or an error (full when the disk is); after an error any part may stand there.
    [[nodiscard]] virtual Status write_at(std::uint64_t offset, std::span<const std::uint8_t> bytes) = 0;
    // Returns when the bytes and the length are on the medium. After an error nothing is known of what
    // was written since the last good one, and a second call proves nothing.
    [[nodiscard]] virtual Status sync() = 0;
    [[nodiscard]] virtual Status truncate(std::uint64_t size) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> size() = 0;
};

// Held until destroyed.
class DiskLock {
  public:
    virtual ~DiskLock() = default;
};

enum class OpenFor {
    reading,  // not_found when it is not there
    writing,  // read and write, made when it is not there
};

class Disk {
  public:
    virtual ~Disk() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<File>> open(const std::string& path, OpenFor use) = 0;
    // not_found when nothing has that name.
    [[nodiscard]] virtual Result<FileIdentity> identity(const std::string& path) = 0;
    // Names (not paths) in a folder, sorted.
    [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& folder) = 0;
    // With its parents; well if it exists already.
    [[nodiscard]] virtual Status make_folder(const std::string& folder) = 0;
    // Replaces `to`; both on one medium.
    [[nodiscard]] virtual Status rename(const std::string& from, const std::string& to) = 0;
    [[nodiscard]] virtual Status remove(const std::string& path) = 0;
    // Makes names made, renamed or removed in the folder durable.
    [[nodiscard]] virtual Status sync_folder(const std::string& folder) = 0;
    // Reserves room that later writes elsewhere could use once the file is removed.
    [[nodiscard]] virtual Status reserve(const std::string& path, std::uint64_t bytes) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> free_bytes(const std::string& folder) = 0;
    // busy while another process holds it.
    [[nodiscard]] virtual Result<std::unique_ptr<DiskLock>> lock(const std::string& path) = 0;
};

}  // namespace baodao
