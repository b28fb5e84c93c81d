// SPDX-License-Identifier: MIT
#include "sync/hq/person_file.hpp"

#include <algorithm>

#include "domain/base/unicode.hpp"
#include "sync/hq/inbox.hpp"
#include "sync/hq/registry.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t cards_at_once = 32;

}  // namespace

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

Result<SealedCards> find_cards(sql::Session& session, std::span<const Hash> names) {
    static const std::string text =
        "SELECT name,bytes FROM cards WHERE name IN (" + sql::marks(cards_at_once) + ")";
    SealedCards out;
    while (!names.empty()) {
        const auto part = names.first(std::min(names.size(), cards_at_once));
        names = names.subspan(part.size());
        // Always as many, so that it is one statement: the last one stands for the rest.
        std::vector<sql::Value> values(cards_at_once, part.back());
        std::copy(part.begin(), part.end(), values.begin());
        const auto read = session.query(text, values, [&](const sql::Row& row) {
            const std::string_view bytes = row.bytes(1);
            out[row.id<Hash>(0)] = {bytes.begin(), bytes.end()};
            return Status{};
        });
        if (!read) return read.error();
    }
    return out;
}

PersonCard person_card_of(const SealedCards& cards, std::span<const Hash> names, const SecretKey& key,
                          std::vector<Hash>* useful) {
    PersonCard card;
    for (const Hash& name : names) {
        const auto sealed = cards.find(name);
        if (sealed == cards.end()) continue;
        const auto fields = open_card({name, sealed->second}, key);
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

Result<PersonCard> read_person_card(sql::Session& session, std::span<const Hash> names, const SecretKey& key,
                                    std::vector<Hash>* useful) {
    const auto cards = find_cards(session, names);
    if (!cards) return cards.error();
    return person_card_of(*cards, names, key, useful);
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
