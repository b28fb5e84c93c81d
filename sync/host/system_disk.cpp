// SPDX-License-Identifier: MIT
#include "sync/host/system_disk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace baodao {

namespace {

Error system_error(const char* message, const std::string& path, int number) {
    const ErrorKind kind = number == ENOENT                       ? ErrorKind::not_found
                           : number == ENOSPC || number == EDQUOT ? ErrorKind::full
                                                                  : ErrorKind::io;
    return {kind, message, path + ": " + std::strerror(number)};
}

// Calls again while a signal interrupts.
template <class Call>
auto uninterrupted(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }

  private:
    int number_;
};

Descriptor open_descriptor(const std::string& path, int flags) {
    return Descriptor(uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, 0600); }));
}

class SystemFile final : public File {
  public:
    SystemFile(Descriptor descriptor, std::string path)
        : descriptor_(std::move(descriptor)), path_(std::move(path)) {}

    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::uint8_t> out) override {
        std::size_t done = 0;
        while (done < out.size()) {
            const ssize_t got = uninterrupted([&] {
                return ::pread(descriptor_.get(), out.data() + done, out.size() - done,
                               static_cast<off_t>(offset + done));
            });
            if (got < 0) return system_error("a file cannot be read", path_, errno);
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

    Status write_at(std::uint64_t offset, std::span<const std::uint8_t> bytes) override {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t put = uninterrupted([&] {
                return ::pwrite(descriptor_.get(), bytes.data() + done, bytes.size() - done,
                                static_cast<off_t>(offset + done));
            });
            if (put < 0) return system_error("a file cannot be written", path_, errno);
            if (put == 0) return system_error("a file cannot be written", path_, EIO);
            done += static_cast<std::size_t>(put);
        }
        return {};
    }

    Status sync() override {
        if (uninterrupted([&] { return ::fdatasync(descriptor_.get()); }) != 0) {
            return system_error("a file cannot be made durable", path_, errno);
        }
        return {};
    }

    Status truncate(std::uint64_t size) override {
        if (uninterrupted([&] { return ::ftruncate(descriptor_.get(), static_cast<off_t>(size)); }) != 0) {
            return system_error("a file cannot be cut", path_, errno);
        }
        return {};
    }

    Result<std::uint64_t> size() override {
        struct stat info {};
        if (::fstat(descriptor_.get(), &info) != 0) return system_error("a file has no size", path_, errno);
        return static_cast<std::uint64_t>(info.st_size);
    }

  private:
    Descriptor descriptor_;
    std::string path_;
};

class SystemLock final : public DiskLock {
  public:
    explicit SystemLock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

  private:
    Descriptor descriptor_;
};

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

Result<std::unique_ptr<File>> SystemDisk::open(const std::string& path, OpenFor use) {
    Descriptor descriptor = open_descriptor(path, use == OpenFor::reading ? O_RDONLY : O_RDWR | O_CREAT);
    if (descriptor.get() < 0) return system_error("a file cannot be opened", path, errno);
    return std::unique_ptr<File>(std::make_unique<SystemFile>(std::move(descriptor), path));
}

Result<FileIdentity> SystemDisk::identity(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return system_error("a file is not there", path, errno);
    return FileIdentity{info.st_ino};
}

Result<std::vector<std::string>> SystemDisk::list(const std::string& folder) {
    const std::unique_ptr<DIR, CloseFolder> open_folder(::opendir(folder.c_str()));
    if (!open_folder) return system_error("a folder cannot be read", folder, errno);
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(open_folder.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..") names.push_back(name);
    }
    if (errno != 0) return system_error("a folder cannot be read", folder, errno);
    std::sort(names.begin(), names.end());
    return names;
}

Status SystemDisk::make_folder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return system_error("a folder cannot be made", folder, error.value());
    return {};
}

Status SystemDisk::rename(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        return system_error("a file cannot be renamed", from, errno);
    }
    return {};
}

Status SystemDisk::remove(const std::string& path) {
    if (::unlink(path.c_str()) != 0) return system_error("a file cannot be removed", path, errno);
    return {};
}

Status SystemDisk::sync_folder(const std::string& folder) {
    const Descriptor descriptor = open_descriptor(folder, O_RDONLY | O_DIRECTORY);
    if (descriptor.get() < 0) return system_error("a folder cannot be opened", folder, errno);
    if (uninterrupted([&] { return ::fsync(descriptor.get()); }) != 0) {
        return system_error("a folder cannot be made durable", folder, errno);
    }
    return {};
}

Status SystemDisk::reserve(const std::string& path, std::uint64_t bytes) {
    const Descriptor descriptor = open_descriptor(path, O_RDWR | O_CREAT);
    if (descriptor.get() < 0) return system_error("a file cannot be opened", path, errno);
    const int failed = ::posix_fallocate(descriptor.get(), 0, static_cast<off_t>(bytes));
    if (failed != 0) {
        ::unlink(path.c_str());
        return system_error("no room can be reserved", path, failed);
    }
    return {};
}

Result<std::uint64_t> SystemDisk::free_bytes(const std::string& folder) {
    struct statvfs info {};
    if (::statvfs(folder.c_str(), &info) != 0) return system_error("a disk gives no answer", folder, errno);
    return static_cast<std::uint64_t>(info.f_bavail) * info.f_frsize;
}

Result<std::unique_ptr<DiskLock>> SystemDisk::lock(const std::string& path) {
    Descriptor descriptor = open_descriptor(path, O_RDWR | O_CREAT);
    if (descriptor.get() < 0) return system_error("a file cannot be opened", path, errno);
    if (uninterrupted([&] { return ::flock(descriptor.get(), LOCK_EX | LOCK_NB); }) != 0) {
        if (errno != EWOULDBLOCK) return system_error("a file cannot be locked", path, errno);
        return Error{ErrorKind::busy, "another program is using these records", path};
    }
    return std::unique_ptr<DiskLock>(std::make_unique<SystemLock>(std::move(descriptor)));
}

}  // namespace baodao
