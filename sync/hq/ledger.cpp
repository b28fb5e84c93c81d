// SPDX-License-Identifier: MIT
#include "sync/hq/ledger.hpp"

#include <map>
#include <set>

#include "domain/event/kinds_subjects.hpp"
#include "sync/hq/inbox.hpp"

namespace baodao::hq {

namespace {

constexpr std::string_view feed_records =
    "SELECT i.origin,i.epoch,i.seq,i.prev,i.hash,i.bytes FROM feed f JOIN inbox i ON i.origin=f.origin AND "
    "i.epoch=f.epoch AND i.seq=f.seq WHERE f.community=? ORDER BY f.revision,f.origin,f.epoch,f.seq";

}  // namespace

Result<std::vector<PersonState>> fold_community(sql::Session& session, CommunityId id, UtcMillis now) {
    CommunityState community(id);
    std::vector<Record> records;
    std::map<std::uint64_t, std::vector<std::size_t>> about;
    const auto read = session.query(feed_records, {id}, [&](const sql::Row& row) {
        records.push_back(record_of(row));
        const auto entry = entry_from(records.back());
        if (!entry) return Status{};
        const auto subjects = subjects_of(entry->event);
        for (const std::uint64_t subject : subjects) about[subject].push_back(records.size() - 1);
        if (subjects.empty()) community.apply(*entry);
        return Status{};
    });
    if (!read) return read.error();
    std::vector<PersonState> people;
    std::set<std::uint64_t> done;
    const auto records_about = [&](std::uint64_t subject) {
        std::vector<Record> out;
        const auto found = about.find(subject);
        if (found == about.end()) return out;
        for (const std::size_t at : found->second) out.push_back(records[at]);
        return out;
    };
    for (const auto& [subject, positions] : about) {
        if (!done.insert(subject).second) continue;
        PersonState person = fold_person(subject, entries_about(subject, records_about), community, now);
        for (const auto& [serial, slip] : person.slips) done.insert(serial.value);
        for (const MemberNumber member : person.members) done.insert(member.value);
        if (!person.slips.empty()) people.push_back(std::move(person));
    }
    return people;
}

}  // namespace baodao::hq
