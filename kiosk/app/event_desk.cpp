// SPDX-License-Identifier: MIT
#include "kiosk/app/event_desk.hpp"

#include <algorithm>
#include <set>

#include "domain/base/text.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/drafts.hpp"

namespace baodao {

namespace {

const Service* service_at(const PersonState& person, ActivityId activity) {
    for (auto service = person.services.rbegin(); service != person.services.rend(); ++service) {
        const bool counts = !service->has(Mark::voided) && !service->has(Mark::refused);
        if (service->activity == activity && counts && service->started) return &*service;
    }
    return nullptr;
}

std::string masked(OpenedDesk& opened, const LoadedPerson& person) {
    const PersonCard card = read_card(opened.journal(), person.entries, opened.installation().community_key);
    if (!card.name.empty()) return mask_name(card.name);
    return person.state.registered ? person.state.registered->number : std::string();
}

EventPerson person_at(OpenedDesk& opened, const LoadedPerson& loaded, ActivityId activity) {
    EventPerson person;
    if (loaded.state.registered) person.serial = loaded.state.registered->serial;
    person.name = masked(opened, loaded);
    if (const Service* service = service_at(loaded.state, activity)) {
        person.in = service->started;
        person.out = service->ended;
    }
    return person;
}

}  // namespace

Result<std::optional<EventDesk>> EventDesk::watch(OpenedDesk& opened, ActivityId activity) {
    if (opened.desk().community().activity(activity) == nullptr) return std::optional<EventDesk>{};
    EventDesk desk(opened, activity);
    if (auto looked = desk.look_through(); !looked) return looked.error();
    return std::optional<EventDesk>(std::move(desk));
}

Status EventDesk::look_through() {
    const CommunityState& community = opened_->desk().community();
    const Activity* activity = community.activity(activity_);
    const LocalDate first = local_date(activity->plan.start, community.offset());
    const LocalDate last = local_date(opened_->desk().now(), community.offset());
    std::set<SlipSerial> seen;
    const select::OnDays days{{first.days - 1}, {std::max(first.days, last.days) + 1}};
    auto read = opened_->journal().for_each(days, [&](const Record& record) {
        const auto entry = entry_from(record);
        if (!entry || entry->event.activity != activity_ || entry->event.drill) return Step::go_on;
        if (const auto in = body_of<AttendanceIn>(entry->event)) seen.insert(in->serial);
        if (const auto out = body_of<AttendanceOut>(entry->event)) seen.insert(out->serial);
        return Step::go_on;
    });
    if (!read) return read.error();
    for (const SlipSerial serial : seen) {
        if (auto taken = take(serial.value); !taken) return taken.error();
    }
    return {};
}

Status EventDesk::take(std::uint64_t subject) {
    const auto loaded = opened_->desk().load(subject);
    if (!loaded) return loaded.error();
    EventPerson person = person_at(*opened_, *loaded, activity_);
    if (person.in) {
        people_.insert_or_assign(loaded->state.key, std::move(person));
    } else {
        people_.erase(loaded->state.key);
    }
    return {};
}

Status EventDesk::refresh(SlipSerial serial) {
    return take(serial.value);
}

EventView EventDesk::view() const {
    const CommunityState& community = opened_->desk().community();
    const Activity* activity = community.activity(activity_);
    EventView view;
    view.activity = opened_->desk().activity_view(*activity);
    const LocalDate day = local_date(activity->plan.start, community.offset());
    view.counted_from =
        activity->plan.start + -community.rules().value(Rule::early_minutes, day) * ms_per_minute;
    view.closed = activity->closed.has_value();
    for (const auto& [key, person] : people_) view.people.push_back(person);
    std::sort(view.people.begin(), view.people.end(), [](const EventPerson& a, const EventPerson& b) {
        return std::tie(b.in, b.serial) < std::tie(a.in, a.serial);
    });
    view.activity.present_people = static_cast<std::int64_t>(view.people.size());
    return view;
}

std::optional<TeamList> EventDesk::team_for(const SubmitScan& scan) {
    const auto read = read_slip(scan.text, opened_->installation().keyring);
    const auto* slip = std::get_if<ReadSlip>(&read);
    const CommunityState& community = opened_->desk().community();
    if (slip == nullptr || slip->slip.purpose != SlipPurpose::team_leader || !slip->slip.key_known) return {};
    if (slip->slip.community != community.community()) return {};
    const LocalDate today = local_date(opened_->desk().now(), community.offset());
    if (today < slip->slip.first || today > slip->slip.last) return {};
    const auto loaded = opened_->desk().load(slip->slip.serial.value);
    if (!loaded) return {};
    const SlipState* state = loaded->state.slip(slip->slip.serial);
    if (state != nullptr && state->revoked) return {};
    return team(slip->slip.serial, slip->name);
}

TeamList EventDesk::team(SlipSerial leader, std::string_view leader_name) {
    TeamList list;
    list.leader = leader;
    list.leader_name = mask_name(leader_name);
    std::map<std::uint64_t, EventPerson> people = people_;
    const auto add = [&](std::uint64_t subject) {
        const auto loaded = opened_->desk().load(subject);
        if (!loaded || !loaded->state.registered || loaded->state.left) return;
        people.try_emplace(loaded->state.key, person_at(*opened_, *loaded, activity_));
    };
    const Activity* activity = opened_->desk().community().activity(activity_);
    const ItemBook& items = opened_->desk().items();
    for (const ItemPublished* item : items.open_items()) {
        if (item->item != activity->plan.item && item->title != activity->plan.title) continue;
        for (const PersonRef& who : items.team(item->item))
            add(who.member ? who.member->value : who.serial->value);
    }
    (void)opened_->journal().for_each(select::OfKind{"activity.joined"}, [&](const Record& record) {
        const auto entry = entry_from(record);
        const bool here = entry && entry->event.activity == activity_;
        if (const auto joined = here ? body_of<ActivityJoined>(entry->event) : std::nullopt)
            add(joined->serial.value);
        return Step::go_on;
    });
    for (auto& [key, person] : people) list.people.push_back(std::move(person));
    // Who is still to come stands first: they are the ones to be ticked.
    std::sort(list.people.begin(), list.people.end(), [](const EventPerson& a, const EventPerson& b) {
        return std::tuple(a.in.has_value(), a.in, a.serial) < std::tuple(b.in.has_value(), b.in, b.serial);
    });
    return list;
}

Status EventDesk::sign(const SignTeam& team) {
    std::vector<Draft> drafts;
    for (const SlipSerial serial : team.people) {
        const auto loaded = opened_->desk().load(serial.value);
        if (!loaded) return loaded.error();
        const bool open = loaded->state.open_service() != nullptr;
        if (open != team.out) continue;
        const SlipState* slip = loaded->state.slip(serial);
        const std::string parked =
            slip != nullptr && slip->waits() ? std::string(token(*slip->parked)) : std::string();
        Draft draft = team.out ? draft_of(AttendanceOut{serial, parked, false})
                               : draft_of(AttendanceIn{serial, parked});
        draft.event.activity =
            team.out ? loaded->state.open_service()->activity : std::optional(team.activity);
        draft.event.actor = {ActorKind::member, team.leader.value};
        drafts.push_back(std::move(draft));
    }
    if (!drafts.empty()) {
        if (auto noted = opened_->desk().note(std::move(drafts)); !noted) return noted.error();
    }
    for (const SlipSerial serial : team.people) {
        if (auto refreshed = refresh(serial); !refreshed) return refreshed.error();
    }
    return {};
}

}  // namespace baodao
