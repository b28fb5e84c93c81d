// SPDX-License-Identifier: MIT
#include "domain/base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace baodao {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (open()) ::close(fd_);
    }
    [[nodiscard]] bool open() const { return fd_ >= 0; }
    [[nodiscard]] int get() const { return fd_; }
    // What a network disk could not write may show only here.
    [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

  private:
    int fd_;
};

Error system_error(std::string_view what, const std::filesystem::path& path) {
    const int code = errno;
    const ErrorKind kind = code == ENOENT                     ? ErrorKind::not_found
                           : code == ENOSPC || code == EDQUOT ? ErrorKind::full
                                                              : ErrorKind::io;
    return {kind, std::string(what), path.string() + ": " + std::system_category().message(code)};
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool sync_folder(const std::filesystem::path& folder) {
    const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return handle.open() && ::fsync(handle.get()) == 0;
}

// Everything but the rename; the caller removes the file when this is false.
bool write_new_file(int fd, std::string_view bytes, Readers readers) {
    Descriptor file(fd);
    const mode_t mode = readers == Readers::owner_only ? 0600 : 0640;
    // A stick's file system may know no such modes; secrets are not written there.
    const bool moded = ::fchmod(file.get(), mode) == 0 || (errno == EPERM && readers != Readers::owner_only);
    return moded && write_all(file.get(), bytes) && ::fsync(file.get()) == 0 && file.close();
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open()) return system_error("the file can't be opened", path);
    constexpr std::size_t piece_bytes = 64 * 1024;
    std::string bytes;
    for (;;) {
        const std::size_t had = bytes.size();
        bytes.resize(had + piece_bytes);
        const ssize_t got = ::read(file.get(), bytes.data() + had, piece_bytes);
        bytes.resize(had + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got == 0) return bytes;
        if (got < 0 && errno != EINTR) return system_error("the file can't be read", path);
        if (bytes.size() > bytes_max) {
            return Error{ErrorKind::bad_input, "the file is too large",
                         path.string() + ": more than " + std::to_string(bytes_max) + " bytes"};
        }
    }
}

Status write_file_atomic(const std::filesystem::path& path, std::string_view bytes, Readers readers) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    std::string beside = path.string() + ".XXXXXX";
    const int fd = ::mkostemp(beside.data(), O_CLOEXEC);
    if (fd < 0) return system_error("the file can't be created", path);
    if (!write_new_file(fd, bytes, readers) || ::rename(beside.c_str(), path.c_str()) != 0) {
        const Error error = system_error("the file can't be written", path);
        ::unlink(beside.c_str());
        return error;
    }
    if (!sync_folder(folder)) return system_error("the folder can't be flushed", folder);
    return {};
}

}  // namespace baodao
