// SPDX-License-Identifier: MIT
#include "sync/hq/person_file.hpp"

#include <algorithm>

#include "domain/base/unicode.hpp"
#include "sync/hq/inbox.hpp"
#include "sync/hq/registry.hpp"

namespace baodao::hq {

Result<PersonFile> load_person_file(sql::Session& session, std::uint64_t subject) {
    PersonFile file;
    std::optional<Error> failed;
    file.entries = entries_about(subject, [&](std::uint64_t key) {
        std::vector<Record> records;
        const auto read = session.query(
            "SELECT i.origin,i.epoch,i.seq,i.prev,i.hash,i.bytes,i.received_ms FROM subjects s JOIN inbox i "
            "ON "
            "i.origin=s.origin AND i.epoch=s.epoch AND i.seq=s.seq WHERE s.subject=?",
            {static_cast<std::int64_t>(key)}, [&](const sql::Row& row) {
                Record record = record_of(row);
                file.received[record.id] = {row.integer(6)};
                file.intact &= chain_hash(record.id, record.prev, record.bytes) == record.hash;
                records.push_back(std::move(record));
                return Status{};
            });
        if (!read) failed = read.error();
        return records;
    });
    if (failed) return *failed;
    return file;
}

std::vector<Hash> card_names(const PersonFile& file, CommunityId community) {
    std::vector<const Entry*> newest_first;
    for (const Entry& entry : file.entries) {
        if (entry.event.card && entry.event.community == community) newest_first.push_back(&entry);
    }
    std::ranges::sort(newest_first, [](const Entry* a, const Entry* b) {
        return std::pair(b->event.at.estimated(), b->id) < std::pair(a->event.at.estimated(), a->id);
    });
    std::vector<Hash> names;
    for (const Entry* entry : newest_first) {
        if (names.size() < cards_kept) names.push_back(*entry->event.card);
    }
    return names;
}

Result<PersonCard> read_person_card(sql::Session& session, std::span<const Hash> names, const SecretKey& key,
                                    std::vector<Hash>* useful) {
    PersonCard card;
    for (const Hash& name : names) {
        SealedCard sealed{name, {}};
        const auto read =
            session.query("SELECT bytes FROM cards WHERE name=?", {name}, [&](const sql::Row& row) {
                const std::string_view bytes = row.bytes(0);
                sealed.bytes.assign(bytes.begin(), bytes.end());
                return Status{};
            });
        if (!read) return read.error();
        const auto fields = open_card(sealed, key);
        if (!fields) continue;
        bool gave = false;
        const auto take = [&](const char* field, std::string& into) {
            const auto found = fields->find(field);
            if (!into.empty() || found == fields->end()) return;
            into = found->second;
            gave = true;
        };
        take("name", card.name);
        take("agency", card.agency);
        take("branch", card.branch);
        if (gave && useful != nullptr) useful->push_back(name);
    }
    return card;
}

Result<std::optional<SecretKey>> find_card_key(sql::Session& session, CommunityId community) {
    const auto key = card_key(session, community);
    if (key) return std::optional(*key);
    if (key.error().kind == ErrorKind::not_found) return std::optional<SecretKey>();
    return key.error();
}

NameHash name_hash(std::string_view name, const SecretKey& community_key) {
    const auto nfc = to_nfc(name);
    const Hash hash =
        keyed_hash(community_key, {as_bytes("BDNAME1"), as_bytes(nfc ? std::string_view(*nfc) : name)});
    NameHash out;
    std::copy_n(hash.bytes.begin(), out.bytes.size(), out.bytes.begin());
    return out;
}

}  // namespace baodao::hq
