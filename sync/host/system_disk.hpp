// SPDX-License-Identifier: MIT
#pragma once

#include "sync/host/disk.hpp"

namespace baodao {

// POSIX files. Interrupted and short calls are carried on (faults 13, 14). Files are made
// readable by their owner only. The object is stateless and thread-safe.
class SystemDisk final : public Disk {
  public:
    [[nodiscard]] Result<std::unique_ptr<File>> open(const std::string& path, OpenFor use) override;
    [[nodiscard]] Result<FileIdentity> identity(const std::string& path) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) override;
    [[nodiscard]] Status make_folder(const std::string& folder) override;
    [[nodiscard]] Status rename(const std::string& from, const std::string& to) override;
    [[nodiscard]] Status remove(const std::string& path) override;
    [[nodiscard]] Status sync_folder(const std::string& folder) override;
    [[nodiscard]] Status reserve(const std::string& path, std::uint64_t bytes) override;
    [[nodiscard]] Result<std::uint64_t> free_bytes(const std::string& folder) override;
    [[nodiscard]] Result<std::unique_ptr<DiskLock>> lock(const std::string& path) override;
};

}  // namespace baodao
