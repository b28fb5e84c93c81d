// SPDX-License-Identifier: MIT
#include "kiosk/app/back_entry_desk.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/drafts.hpp"

namespace baodao {

namespace {

std::optional<std::int64_t> number_of(const std::string& sheet) {
    std::int64_t number = 0;
    const auto read = std::from_chars(sheet.data(), sheet.data() + sheet.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == sheet.data() + sheet.size();
    return whole ? std::optional(number) : std::nullopt;
}

struct Roll {
    std::map<std::uint64_t, EntryPerson> people;  // by PersonState::key
};

// Everybody who is registered here and has not left.
Result<Roll> roll_of(OpenedDesk& opened) {
    std::vector<SlipSerial> registered;
    const auto read =
        opened.journal().for_each(select::OfKind{"member.registered"}, [&](const Record& record) {
            const auto entry = entry_from(record);
            if (!entry || entry->event.community != opened.installation().community) return Step::go_on;
            if (const auto body = body_of<MemberRegistered>(entry->event)) registered.push_back(body->serial);
            return Step::go_on;
        });
    if (!read) return read.error();
    Roll roll;
    for (const SlipSerial serial : registered) {
        const auto loaded = opened.desk().load(serial.value);
        if (!loaded) return loaded.error();
        if (!loaded->state.registered || loaded->state.left) continue;
        const PersonCard card =
            read_card(opened.journal(), loaded->entries, opened.installation().community_key);
        EntryPerson person;
        person.serial = loaded->state.registered->serial;
        person.name = card.name.empty() ? loaded->state.registered->number : card.name;
        roll.people.emplace(loaded->state.key, std::move(person));
    }
    return roll;
}

std::vector<SlipSerial> team_of(OpenedDesk& opened, const Roll& roll, ItemId item) {
    std::vector<SlipSerial> team;
    for (const PersonRef& who : opened.desk().items().team(item)) {
        const auto loaded = opened.desk().load(who.member ? who.member->value : who.serial->value);
        if (!loaded) continue;
        const auto found = roll.people.find(loaded->state.key);
        if (found != roll.people.end()) team.push_back(found->second.serial);
    }
    return team;
}

}  // namespace

Result<BackEntryForm> back_entry_form(OpenedDesk& opened) {
    auto roll = roll_of(opened);
    if (!roll) return roll.error();
    BackEntryForm form;
    form.offset = opened.desk().community().offset();
    form.today = local_date(opened.desk().now(), form.offset);
    form.kinds.push_back({"上门服务", {}, {}, {}});
    form.kinds.push_back({"结对走访", {}, {}, {}});
    for (const ItemPublished* item : opened.desk().items().open_items())
        form.kinds.push_back({item->title, item->post, item->item, team_of(opened, *roll, item->item)});
    form.kinds.push_back({"其他活动", {}, {}, {}});
    for (auto& [key, person] : roll->people) form.people.push_back(std::move(person));
    std::sort(form.people.begin(), form.people.end(), [](const EntryPerson& a, const EntryPerson& b) {
        return std::tie(a.name, a.serial) < std::tie(b.name, b.serial);
    });
    const auto read =
        opened.journal().for_each(select::OfKind{"attendance.recorded"}, [&](const Record& record) {
            const auto entry = entry_from(record);
            const auto body = entry ? body_of<AttendanceRecorded>(entry->event) : std::nullopt;
            const auto number = body ? number_of(body->sheet) : std::nullopt;
            if (number) form.sheets.push_back(*number);
            return Step::go_on;
        });
    if (!read) return read.error();
    return form;
}

std::vector<Draft> entry_drafts(const RecordEntry& entry, ActivityId activity) {
    ActivityPlanned plan;
    plan.title = entry.kind.title;
    plan.post = entry.kind.post;
    plan.start = entry.start;
    plan.end = entry.end;
    plan.item = entry.kind.item;
    std::vector<Draft> drafts{draft_of(plan)};
    for (const SlipSerial serial : entry.people) {
        drafts.push_back(draft_of(AttendanceRecorded{{serial, std::nullopt},
                                                     entry.start,
                                                     entry.end,
                                                     std::to_string(entry.sheet),
                                                     std::string(token(entry.reason))}));
    }
    for (Draft& draft : drafts) draft.event.activity = activity;
    return drafts;
}

}  // namespace baodao
