// SPDX-License-Identifier: MIT
#include "domain/event/kinds_subjects.hpp"

#include <algorithm>
#include <set>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao {

std::vector<std::uint64_t> subjects_of(const Event& event) {
    std::vector<std::uint64_t> subjects;
    const auto body = parse_json(event.body);
    if (!body || !body->is_object()) return subjects;
    for (const char* key : {"serial", "member", "a", "b"}) {
        const auto found = body->find(key);
        if (found == body->end() || !found->is_string()) continue;
        if (const auto subject = from_hex64(found->get_ref<const std::string&>())) {
            subjects.push_back(*subject);
        }
    }
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    return subjects;
}

std::optional<Entry> entry_from(const Record& record) {
    auto event = event_from_bytes(record.bytes);
    if (!event) return std::nullopt;
    return Entry{record.id, std::move(event).value()};
}

std::vector<Entry> entries_about(
    std::uint64_t subject, const std::function<std::vector<Record>(std::uint64_t subject)>& records_about) {
    std::vector<Entry> entries;
    std::set<EventId> taken;
    std::vector<std::uint64_t> reached{subject};
    for (std::size_t next = 0; next < reached.size(); ++next) {
        for (const Record& record : records_about(reached[next])) {
            if (!taken.insert(record.id).second) continue;
            auto entry = entry_from(record);
            if (!entry) continue;
            for (const std::uint64_t other : subjects_of(entry->event)) {
                const bool known = std::find(reached.begin(), reached.end(), other) != reached.end();
                if (!known && reached.size() < closure_subjects_max) reached.push_back(other);
            }
            entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

}  // namespace baodao
