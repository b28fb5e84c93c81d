// SPDX-License-Identifier: MIT
#include "domain/base/file.hpp"
#include "sync/hq/backup.hpp"
#include "sync/hq/folder.hpp"

namespace baodao::hq {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t secret_bytes_max = 4 * 1024 * 1024;

}  // namespace

Status copy_secrets(const fs::path& from, const fs::path& to) {
    for (const char* name : folder_files) {
        const auto bytes = read_file(from / name, secret_bytes_max);
        if (!bytes) return bytes.error();
        if (Status written = write_file_atomic(to / name, *bytes, Readers::owner_only); !written)
            return written;
    }
    return {};
}

Result<std::int64_t> restore_folder(Disk& disk, const fs::path& copy, const fs::path& folder,
                                    const std::string& store) {
    std::error_code failed;
    if (fs::exists(folder, failed) && !fs::is_empty(folder, failed))
        return Error{ErrorKind::refused, "the folder is not empty", folder.string()};
    // Read first: a copy without its keys is none.
    auto loaded = load_folder(copy);
    if (!loaded) return loaded.error();
    fs::create_directories(folder, failed);
    if (failed) return Error{ErrorKind::io, "the folder could not be made", folder.string()};
    auto pool = Pool::open(store.empty() ? (folder / "hq.db").string() : store);
    if (!pool) return pool.error();
    const auto rows = (*pool)->with<std::int64_t>(
        [&](sql::Session& session) { return read_records(session, disk, (copy / records_name).string()); });
    if (!rows) return rows.error();
    loaded->keys.store = store;
    if (Status kept = keep_certificate(loaded->certificate, folder); !kept) return kept.error();
    // Last: a folder with keys is complete.
    if (Status kept = save_keys(loaded->keys, folder); !kept) return kept.error();
    return rows;
}

}  // namespace baodao::hq
