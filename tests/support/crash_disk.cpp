// SPDX-License-Identifier: MIT
#include "tests/support/crash_disk.hpp"

#include <algorithm>

namespace baodao::test {

namespace {

Error not_there(const std::string& path) {
    return {ErrorKind::not_found, "a file is not there", path};
}

}  // namespace

class CrashDisk::OpenFile final : public File {
  public:
    OpenFile(CrashDisk& disk, std::shared_ptr<Node> node, std::string path)
        : disk_(disk), node_(std::move(node)), path_(std::move(path)) {}

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::uint8_t> out) override {
        if (const auto allowed = disk_.allow(DiskCall::read, path_); !allowed) return allowed.error();
        const auto& bytes = node_->now;
        if (offset >= bytes.size()) return std::size_t{0};
        const std::size_t size = std::min<std::size_t>(out.size(), bytes.size() - offset);
        disk_.bytes_read_ += size;
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(offset), size, out.begin());
        return size;
    }

    Status write_at(std::uint64_t offset, std::span<const std::uint8_t> bytes) override {
        if (const auto allowed = disk_.allow(DiskCall::write, path_); !allowed) return allowed;
        auto& now = node_->now;
        const std::uint64_t end = offset + bytes.size();
        if (end > now.size()) {
            const bool too_long = end > disk_file_bytes_max;
            if (too_long || disk_.used() + (end - now.size()) > disk_.capacity_) {
                return Error{ErrorKind::full, "the disk is full", path_};
            }
            now.resize(end);
            node_->sizes.push_back(end);
        }
        std::copy(bytes.begin(), bytes.end(), now.begin() + static_cast<std::ptrdiff_t>(offset));
        for (std::uint64_t number = offset / sector_bytes; number * sector_bytes < end; ++number) {
            Sector sector{number, {}};
            const std::size_t begin = number * sector_bytes;
            std::copy_n(now.begin() + static_cast<std::ptrdiff_t>(begin),
                        std::min(sector_bytes, now.size() - begin), sector.bytes.begin());
            node_->unsynced.push_back(sector);
        }
        return {};
    }

    Status sync() override {
        if (const auto allowed = disk_.allow(DiskCall::sync, path_); !allowed) return allowed;
        if (disk_.lies_) return {};
        for (const Sector& sector : node_->unsynced) disk_.place(node_->durable, sector, sector_bytes);
        node_->durable.resize(node_->now.size());
        node_->unsynced.clear();
        node_->sizes.clear();
        return {};
    }

    Status truncate(std::uint64_t size) override {
        if (const auto allowed = disk_.allow(DiskCall::truncate, path_); !allowed) return allowed;
        node_->now.resize(size);
        node_->sizes.push_back(size);
        return {};
    }

    Result<std::uint64_t> size() override { return node_->now.size(); }

  private:
    CrashDisk& disk_;
    std::shared_ptr<Node> node_;
    std::string path_;
};

class CrashDisk::HeldLock final : public DiskLock {
  public:
    HeldLock(CrashDisk& disk, std::string path) : disk_(disk), path_(std::move(path)) {}
    HeldLock(const HeldLock&) = delete;
    HeldLock& operator=(const HeldLock&) = delete;
    ~HeldLock() override { disk_.locks_.erase(path_); }

  private:
    CrashDisk& disk_;
    std::string path_;
};

void CrashDisk::place(std::vector<std::uint8_t>& bytes, const Sector& sector, std::size_t length) {
    const std::size_t begin = sector.number * sector_bytes;
    if (bytes.size() < begin + sector_bytes) bytes.resize(begin + sector_bytes);
    std::copy_n(sector.bytes.begin(), length, bytes.begin() + static_cast<std::ptrdiff_t>(begin));
}

Status CrashDisk::allow(DiskCall call, const std::string& path) {
    if (off_) return Error{ErrorKind::io, "the power is off", path};
    if (call != DiskCall::read && call != DiskCall::open) {
        ++changes_;
        if (changes_left_ && (*changes_left_)-- == 0) {
            changes_left_.reset();
            off_ = true;
            return Error{ErrorKind::io, "the power went off", path};
        }
    }
    for (Script& script : scripts_) {
        if (script.call != call || script.times == 0 || path.find(script.part) == std::string::npos) continue;
        --script.times;
        return Error{script.kind, "a fault was asked for", path};
    }
    return {};
}

void CrashDisk::fail(DiskCall call, std::string part, ErrorKind kind, int times) {
    scripts_.push_back({call, std::move(part), kind, times});
}

std::uint64_t CrashDisk::used() const {
    std::uint64_t sum = 0;
    for (const auto& [path, node] : files_) sum += node->now.size();
    return sum;
}

std::vector<std::uint8_t>* CrashDisk::medium(const std::string& path) {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second->now;
}

void CrashDisk::settle(Node& node, const PowerCut& cut) {
    // Of every version that a sector went through, any one may be what the medium got, or none.
    std::map<std::uint64_t, std::vector<const Sector*>> versions;
    for (const Sector& sector : node.unsynced) versions[sector.number].push_back(&sector);
    std::vector<std::uint64_t> sizes = node.sizes;
    sizes.push_back(node.durable.size());
    std::vector<std::uint8_t> bytes = node.durable;
    for (const auto& [number, candidates] : versions) {
        const std::uint64_t chosen = random_.below(candidates.size() + 1);
        if (chosen == candidates.size()) continue;
        const bool torn = cut.torn_sectors && random_.below(4) == 0;
        place(bytes, *candidates[chosen], torn ? random_.below(sector_bytes) : sector_bytes);
        if (!stray_ || random_.below(8) == 0) stray_ = *candidates[chosen];
    }
    bytes.resize(sizes[random_.below(sizes.size())]);
    node.now = node.durable = std::move(bytes);
    node.unsynced.clear();
    node.sizes.clear();
}

CrashDisk::Node* CrashDisk::any_node() {
    std::vector<Node*> nodes;
    for (const auto& [path, node] : files_) {
        if (!node->now.empty()) nodes.push_back(node.get());
    }
    return nodes.empty() ? nullptr : nodes[random_.below(nodes.size())];
}

void CrashDisk::misdirect() {
    Node* node = any_node();
    if (node == nullptr || !stray_) return;
    const std::size_t size = node->now.size();
    stray_->number = random_.below((size + sector_bytes - 1) / sector_bytes);
    place(node->now, *stray_, sector_bytes);
    node->now.resize(size);
    node->durable = node->now;
}

void CrashDisk::flip() {
    Node* node = any_node();
    if (node == nullptr) return;
    node->now[random_.below(node->now.size())] ^= static_cast<std::uint8_t>(1U << random_.below(8));
    node->durable = node->now;
}

void CrashDisk::restart(const PowerCut& cut) {
    stray_.reset();
    for (auto& [path, node] : files_) settle(*node, cut);
    if (cut.misdirected) misdirect();
    if (cut.flipped_bit) flip();
    changes_left_.reset();
    scripts_.clear();
    locks_.clear();
    off_ = false;
}

Result<std::unique_ptr<File>> CrashDisk::open(const std::string& path, OpenFor use) {
    if (const auto allowed = allow(DiskCall::open, path); !allowed) return allowed.error();
    auto& node = files_[path];
    if (!node && use == OpenFor::reading) {
        files_.erase(path);
        return not_there(path);
    }
    if (!node) {
        node = std::make_shared<Node>();
        node->identity = {next_identity_++};
    }
    return std::unique_ptr<File>(std::make_unique<OpenFile>(*this, node, path));
}

Result<FileIdentity> CrashDisk::identity(const std::string& path) {
    if (off_) return Error{ErrorKind::io, "the power is off", path};
    const auto found = files_.find(path);
    if (found == files_.end()) return not_there(path);
    return found->second->identity;
}

Result<std::vector<std::string>> CrashDisk::list(const std::string& folder) {
    if (off_) return Error{ErrorKind::io, "the power is off", folder};
    std::vector<std::string> names;
    const std::string head = folder + "/";
    for (const auto& [path, node] : files_) {
        if (path.starts_with(head) && path.find('/', head.size()) == std::string::npos) {
            names.push_back(path.substr(head.size()));
        }
    }
    return names;
}

Status CrashDisk::make_folder(const std::string&) {
    return {};
}

Status CrashDisk::rename(const std::string& from, const std::string& to) {
    if (const auto allowed = allow(DiskCall::rename, from); !allowed) return allowed;
    const auto found = files_.find(from);
    if (found == files_.end()) return not_there(from);
    files_[to] = found->second;
    files_.erase(from);
    return {};
}

Status CrashDisk::remove(const std::string& path) {
    if (const auto allowed = allow(DiskCall::remove, path); !allowed) return allowed;
    return files_.erase(path) > 0 ? Status{} : Status{not_there(path)};
}

Status CrashDisk::sync_folder(const std::string& folder) {
    return allow(DiskCall::sync_folder, folder);
}

Status CrashDisk::reserve(const std::string& path, std::uint64_t bytes) {
    auto file = open(path, OpenFor::writing);
    if (!file) return file.error();
    if (used() + bytes > capacity_) {
        files_.erase(path);
        return Error{ErrorKind::full, "the disk is full", path};
    }
    return (*file)->write_at(0, std::vector<std::uint8_t>(bytes));
}

Result<std::uint64_t> CrashDisk::free_bytes(const std::string&) {
    return capacity_ - std::min(capacity_, used());
}

Result<std::unique_ptr<DiskLock>> CrashDisk::lock(const std::string& path) {
    if (off_) return Error{ErrorKind::io, "the power is off", path};
    if (!locks_.insert(path).second) return Error{ErrorKind::busy, "another program is using it", path};
    return std::unique_ptr<DiskLock>(std::make_unique<HeldLock>(*this, path));
}

}  // namespace baodao::test
