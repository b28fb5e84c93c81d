// SPDX-License-Identifier: MIT
#include "sync/hq/backup_tables.hpp"

#include <algorithm>

#include "sync/sql/session.hpp"

namespace baodao::hq {

namespace {

// Left out: invitations, wrong tries and ended sessions, which are over within the hour.
constexpr BackupTable tables[] = {
    {"kiosks", "origin,public_key,community,name,card_key,standing,enrolled_ms,seen_ms,waits,clock_ms,wipe",
     "bbitbiiiiii", 1},
    {"communities", "community,revision,card_key", "iib", 1},
    {"revisions", "community,revision,tag", "iii", 2},
    {"own_logs", "community,origin", "ib", 1},
    {"agencies", "agency,name", "it", 1},
    {"logs", "origin,epoch,branch,first,seq,tail,kept_tail,projected", "bibiibbi", 3},
    {"inbox", "origin,epoch,seq,prev,hash,bytes,state,received_ms", "biibbbii", 3},
    {"cards", "name,bytes", "bb", 1},
    {"couriers", "origin,epoch,seq,tail,revision,tag", "biibii", 1},
    {"attention", "origin,epoch,seq,word,noted_ms", "biiti", 4},
    {"users", "name,number,role,scope,salt,passes,memory_kib,hash,totp,totp_step,active,made_ms",
     "tittbiibbiii", 1},
    {"audit", "at_ms,entry,who,what,about,names", "ibttti", 2},
};

std::string_view key_of(const BackupTable& table) {
    std::size_t end = 0;
    for (int column = 0; column < table.key_columns; ++column) end = table.columns.find(',', end + 1);
    return table.columns.substr(0, end);
}

std::string page(const BackupTable& table, const std::string& from) {
    return "SELECT " + std::string(table.columns) + " FROM " + std::string(table.name) + from + " ORDER BY " +
           std::string(key_of(table)) + " LIMIT ?";
}

}  // namespace

std::string BackupTable::into() const {
    return std::string(name) + '(' + std::string(columns) + ')';
}

std::string BackupTable::first_page() const {
    return page(*this, "");
}

std::string BackupTable::later_page() const {
    const std::string marks = sql::marks(static_cast<std::size_t>(key_columns));
    return page(*this, " WHERE (" + std::string(key_of(*this)) + ") > (" + marks + ")");
}

std::span<const BackupTable> backup_tables() {
    return tables;
}

const BackupTable* find_backup_table(std::string_view name) {
    const auto found = std::ranges::find(tables, name, &BackupTable::name);
    return found == std::end(tables) ? nullptr : found;
}

}  // namespace baodao::hq
