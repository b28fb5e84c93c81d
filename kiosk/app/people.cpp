// SPDX-License-Identifier: MIT
#include "kiosk/app/people.hpp"

#include <algorithm>
#include <cstdio>

#include "domain/base/text.hpp"
#include "kiosk/app/team_ends.hpp"

namespace baodao {

namespace {

void take(const CardFields& fields, const char* field, std::string& into) {
    if (const auto found = fields.find(field); into.empty() && found != fields.end()) into = found->second;
}

}  // namespace

std::vector<SubjectKey> index_keys(const Event& event) {
    std::vector<SubjectKey> keys;
    for (const std::uint64_t subject : subjects_of(event)) keys.push_back({subject});
    return keys;
}

Result<LoadedPerson> load_person(Journal& journal, std::uint64_t subject, const CommunityState& community,
                                 UtcMillis now) {
    std::optional<Error> failed;
    LoadedPerson loaded;
    loaded.entries = entries_about(subject, [&](std::uint64_t key) -> std::vector<Record> {
        const SubjectKey wanted[] = {{key}};
        auto records = journal.records_about(wanted);
        if (records) return std::move(records).value();
        failed = records.error();
        return {};
    });
    if (failed) return *failed;
    loaded.state = fold_person(subject, loaded.entries, community, now);
    loaded.hints = team_hints(journal, loaded.state, community);
    if (!loaded.hints.team_ends.empty())
        loaded.state = fold_person(subject, loaded.entries, community, now, loaded.hints);
    return loaded;
}

PersonCard read_card(Journal& journal, const std::vector<Entry>& entries, const SecretKey& key) {
    std::vector<const Entry*> newest_first;
    for (const Entry& entry : entries) {
        if (entry.event.card) newest_first.push_back(&entry);
    }
    std::sort(newest_first.begin(), newest_first.end(), [](const Entry* a, const Entry* b) {
        return std::pair(b->event.at.estimated(), b->id) < std::pair(a->event.at.estimated(), a->id);
    });
    PersonCard person;
    for (const Entry* entry : newest_first) {
        const auto sealed = journal.card(*entry->event.card);
        if (!sealed) continue;
        const auto fields = open_card(*sealed, key);
        if (!fields) continue;
        take(*fields, "name", person.name);
        take(*fields, "branch", person.branch);
        take(*fields, "agency", person.agency);
        take(*fields, "skills", person.skills);
        take(*fields, "wishes", person.wishes);
    }
    return person;
}

}  // namespace baodao
