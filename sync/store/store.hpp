// SPDX-License-Identifier: MIT
// The open store: database, mirror and what is known about their ends. Shared by the
// journal's parts; not for use outside this folder.
#pragma once

#include <optional>
#include <string>

#include "sync/store/database.hpp"
#include "sync/store/journal.hpp"
#include "sync/store/mirror_writer.hpp"

namespace baodao {

[[nodiscard]] inline std::string database_name() {
    return "baodao.db";
}
[[nodiscard]] inline std::string database_path(const JournalOptions& options) {
    return options.data_folder + "/" + database_name();
}

// The end of our own log in its present epoch.
struct Tail {
    EventId id;
    Hash hash;
};

struct Store {
    Database database;
    FileIdentity database_identity;
    Progress progress;         // as last committed
    Position last;             // of the newest record
    std::optional<Tail> tail;  // none: the epoch has no record yet
    std::optional<MirrorWriter> mirror;
    std::optional<Error> mirror_behind;
};

// Items to a frame, and records to a transaction, when many are copied.
inline constexpr std::size_t bulk_records = 256;

}  // namespace baodao
