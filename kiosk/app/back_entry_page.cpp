// SPDX-License-Identifier: MIT
#include "kiosk/app/back_entry_page.hpp"

#include <algorithm>

namespace baodao {

std::string_view token(EntryReason reason) {
    switch (reason) {
        case EntryReason::outside:
            return "outside";
        case EntryReason::power:
            return "power";
        case EntryReason::no_device:
            return "no_device";
        case EntryReason::forgot:
            return "forgot";
    }
    return "outside";
}

bool is_complete(const BackEntryPage& page) {
    const BackEntryDraft& draft = page.draft;
    return page.form && draft.kind && *draft.kind < page.form->kinds.size() && draft.reason &&
           !draft.people.empty() && draft.to_minutes > draft.from_minutes;
}

bool sheet_was_used(const BackEntryPage& page) {
    const auto& used = page.form->sheets;
    return std::find(used.begin(), used.end(), page.draft.sheet) != used.end();
}

RecordEntry entry_of(const BackEntryPage& page) {
    const BackEntryDraft& draft = page.draft;
    const UtcMillis midnight = day_start(draft.day, page.form->offset);
    return {page.form->kinds[*draft.kind],
            midnight + draft.from_minutes * ms_per_minute,
            midnight + draft.to_minutes * ms_per_minute,
            *draft.reason,
            draft.sheet,
            draft.people};
}

std::vector<const EntryPerson*> people_listed(const BackEntryPage& page) {
    std::vector<const EntryPerson*> listed;
    for (const EntryPerson& person : page.form->people) {
        if (person.sound.empty() || fit_keys(person.sound, page.name_keys) != Fit::none)
            listed.push_back(&person);
    }
    return listed;
}

bool is_ticked(const BackEntryDraft& draft, SlipSerial serial) {
    return std::find(draft.people.begin(), draft.people.end(), serial) != draft.people.end();
}

}  // namespace baodao
