// SPDX-License-Identifier: MIT
// A disk in memory whose power can be cut: what was not synced is kept by sector,
// and a cut lets a seeded part of it reach the medium, in any order, torn if asked.
// CrashVfs (crash_vfs.hpp) gives the same disk to SQLite.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/base/random.hpp"
#include "sync/host/disk.hpp"

namespace baodao::test {

inline constexpr std::size_t sector_bytes = 512;
inline constexpr std::uint64_t disk_file_bytes_max = 1 << 30;  // longer is full: files lie in memory

enum class DiskCall { read, write, sync, truncate, open, rename, remove, sync_folder };

// What a power cut may do beyond losing and reordering.
struct PowerCut {
    bool torn_sectors = false;  // a sector may hold the beginning of the new and the end of the old
    bool misdirected = false;   // one sector may land in another place, of another file perhaps
    bool flipped_bit = false;   // one bit of one file may turn
};

class CrashDisk final : public Disk {
  public:
    explicit CrashDisk(std::uint64_t seed) : random_(seed) {}

    // Everything from the n-th change (write, sync, rename …) on fails, until restart().
    void cut_power_after(std::uint64_t changes) { changes_left_ = changes; }
    [[nodiscard]] bool is_off() const { return off_; }
    [[nodiscard]] std::uint64_t changes() const { return changes_; }
    // Cuts the power if it is on, decides what the medium holds, and switches on again.
    // Nothing may be open.
    void restart(const PowerCut& cut);

    // From now on sync() says well and does nothing.
    void lie_about_sync(bool lies) { lies_ = lies; }
    // The next `times` calls of that kind on paths containing `part` fail.
    void fail(DiskCall call, std::string part, ErrorKind kind, int times);
    void forget_scripts() { scripts_.clear(); }
    // Bytes in all files together; writing beyond is full.
    void set_capacity(std::uint64_t bytes) { capacity_ = bytes; }
    [[nodiscard]] std::uint64_t used() const;

    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
    [[nodiscard]] Random& random() { return random_; }
    // Straight to the medium.
    [[nodiscard]] std::vector<std::uint8_t>* medium(const std::string& path);

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

  private:
    class OpenFile;
    class HeldLock;
    struct Sector {
        std::uint64_t number;
        std::array<std::uint8_t, sector_bytes> bytes;
    };
    struct Node {
        FileIdentity identity;
        std::vector<std::uint8_t> now;      // as programs see it
        std::vector<std::uint8_t> durable;  // as the medium has it
        std::vector<Sector> unsynced;       // in order of writing
        std::vector<std::uint64_t> sizes;   // that it went through since the last sync
    };
    [[nodiscard]] Status allow(DiskCall call, const std::string& path);
    static void place(std::vector<std::uint8_t>& bytes, const Sector& sector, std::size_t length);
    void settle(Node& node, const PowerCut& cut);
    void misdirect();
    void flip();
    Node* any_node();

    SeededRandom random_;
    std::map<std::string, std::shared_ptr<Node>> files_;
    std::set<std::string> locks_;
    struct Script {
        DiskCall call;
        std::string part;
        ErrorKind kind;
        int times;
    };
    std::vector<Script> scripts_;
    std::optional<std::uint64_t> changes_left_;
    std::uint64_t capacity_ = UINT64_MAX;
    std::uint64_t changes_ = 0;
    std::uint64_t bytes_read_ = 0;
    std::uint64_t next_identity_ = 1;
    std::optional<Sector> stray_;  // a sector of the last cut, for misdirect()
    bool off_ = false;
    bool lies_ = false;
};

}  // namespace baodao::test
