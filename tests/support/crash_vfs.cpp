// SPDX-License-Identifier: MIT
#include "tests/support/crash_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <new>

namespace baodao::test {

namespace {

int code_of(const Status& status, int otherwise) {
    if (status) return SQLITE_OK;
    return status.error().kind == ErrorKind::full ? SQLITE_FULL : otherwise;
}

struct VfsFile {
    sqlite3_file base;
    File* file;
};

File& file_of(sqlite3_file* base) {
    return *reinterpret_cast<VfsFile*>(base)->file;
}

int close_file(sqlite3_file* base) {
    delete reinterpret_cast<VfsFile*>(base)->file;
    return SQLITE_OK;
}

int read_file_at(sqlite3_file* base, void* out, int size, sqlite3_int64 offset) {
    const std::span bytes(static_cast<std::uint8_t*>(out), static_cast<std::size_t>(size));
    const auto got = file_of(base).read_at(static_cast<std::uint64_t>(offset), bytes);
    if (!got) return SQLITE_IOERR_READ;
    if (*got == bytes.size()) return SQLITE_OK;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(*got), bytes.end(), std::uint8_t{0});
    return SQLITE_IOERR_SHORT_READ;
}

int write_file_at(sqlite3_file* base, const void* in, int size, sqlite3_int64 offset) {
    const std::span bytes(static_cast<const std::uint8_t*>(in), static_cast<std::size_t>(size));
    return code_of(file_of(base).write_at(static_cast<std::uint64_t>(offset), bytes), SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* base, sqlite3_int64 size) {
    return code_of(file_of(base).truncate(static_cast<std::uint64_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int sync_file(sqlite3_file* base, int) {
    return code_of(file_of(base).sync(), SQLITE_IOERR_FSYNC);
}

int size_of_file(sqlite3_file* base, sqlite3_int64* out) {
    const auto size = file_of(base).size();
    if (!size) return SQLITE_IOERR_FSTAT;
    *out = static_cast<sqlite3_int64>(*size);
    return SQLITE_OK;
}

int no_lock(sqlite3_file*, int) {
    return SQLITE_OK;
}
int nobody_holds(sqlite3_file*, int* out) {
    *out = 0;
    return SQLITE_OK;
}
int no_control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
    return static_cast<int>(sector_bytes);
}
int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

// Version 1 has no shared memory: with an exclusive lock SQLite keeps the index of its log on the heap.
constexpr sqlite3_io_methods methods{1,          close_file,   read_file_at,    write_file_at, truncate_file,
                                     sync_file,  size_of_file, no_lock,         no_lock,       nobody_holds,
                                     no_control, sector_size,  characteristics, nullptr,       nullptr,
                                     nullptr,    nullptr,      nullptr,         nullptr};

CrashDisk& disk_of(sqlite3_vfs* vfs) {
    return *static_cast<CrashDisk*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* out_flags) {
    base->pMethods = nullptr;
    const bool create = (flags & SQLITE_OPEN_CREATE) != 0;
    auto file = disk_of(vfs).open(name == nullptr ? "/temporary" : name,
                                  create ? OpenFor::writing : OpenFor::reading);
    if (!file) return SQLITE_CANTOPEN;
    auto* out = reinterpret_cast<VfsFile*>(base);
    out->file = file->release();
    out->base.pMethods = &methods;
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int) {
    const auto removed = disk_of(vfs).remove(name);
    if (removed) return SQLITE_OK;
    return removed.error().kind == ErrorKind::not_found ? SQLITE_IOERR_DELETE_NOENT : SQLITE_IOERR_DELETE;
}

int access_file(sqlite3_vfs* vfs, const char* name, int, int* out) {
    *out = disk_of(vfs).identity(name).ok() ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

// Real randomness in its effect: the salts of SQLite's log must differ from one log to the next.
int randomness(sqlite3_vfs* vfs, int size, char* out) {
    disk_of(vfs).random().fill({reinterpret_cast<std::uint8_t*>(out), static_cast<std::size_t>(size)});
    return size;
}

int no_sleep(sqlite3_vfs*, int microseconds) {
    return microseconds;
}

int fixed_time(sqlite3_vfs*, double* out) {
    *out = 2'461'000.5;
    return SQLITE_OK;
}

int no_last_error(sqlite3_vfs*, int, char*) {
    return 0;
}

}  // namespace

class CrashVfs::Impl {
  public:
    explicit Impl(CrashDisk& disk) {
        static int count = 0;
        name_ = "crash-" + std::to_string(++count);
        vfs_.iVersion = 1;
        vfs_.szOsFile = sizeof(VfsFile);
        vfs_.mxPathname = 512;
        vfs_.zName = name_.c_str();
        vfs_.pAppData = &disk;
        vfs_.xOpen = open_file;
        vfs_.xDelete = delete_file;
        vfs_.xAccess = access_file;
        vfs_.xFullPathname = full_path;
        vfs_.xRandomness = randomness;
        vfs_.xSleep = no_sleep;
        vfs_.xCurrentTime = fixed_time;
        vfs_.xGetLastError = no_last_error;
        BAODAO_CHECK(sqlite3_vfs_register(&vfs_, 0) == SQLITE_OK);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { sqlite3_vfs_unregister(&vfs_); }
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    std::string name_;
    sqlite3_vfs vfs_{};
};

CrashVfs::CrashVfs(CrashDisk& disk) : impl_(std::make_unique<Impl>(disk)) {}
CrashVfs::~CrashVfs() = default;
const std::string& CrashVfs::name() const {
    return impl_->name();
}

}  // namespace baodao::test
