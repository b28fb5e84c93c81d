// SPDX-License-Identifier: MIT
#include "sync/hq/web/member_view.hpp"

#include "domain/base/text.hpp"
#include "domain/slip/short_code.hpp"
#include "sync/hq/registry.hpp"
#include "sync/hq/web/event_lines.hpp"

namespace baodao::hq {

namespace {

Result<std::map<OriginId, std::string>> recorders(const Asking& asking) {
    std::map<OriginId, std::string> out;
    const auto kiosks = all_kiosks(asking.session);
    if (!kiosks) return kiosks.error();
    for (const Kiosk& kiosk : *kiosks) out[kiosk.origin] = kiosk.name;
    const auto own = asking.session.query("SELECT origin FROM own_logs", {}, [&](const sql::Row& row) {
        out[row.id<OriginId>(0)] = asking.say("by_hq");
        return Status{};
    });
    if (!own) return own.error();
    return out;
}

std::string hours_words(const YearAccount& year, const Speech& say) {
    if (year.hours == Duty::done) return say("ten_full");
    if (year.hours == Duty::owed) return say("still_owed", {say.duration(year.owed_minutes)});
    return say("hint_only");
}

std::string halves_words(const YearAccount& year, const Speech& say) {
    if (year.halves[0].duty == Duty::owed) return say("half_1_open");
    if (year.halves[1].duty == Duty::owed) return say("half_2_open");
    const bool both = year.halves[0].duty == Duty::done && year.halves[1].duty == Duty::done;
    const bool any = year.halves[0].duty == Duty::done || year.halves[1].duty == Duty::done;
    return say(both ? "halves_done" : any ? "state_done" : "hint_only");
}

}  // namespace

Json state_badge(const PersonRow& row, const Speech& say, UtcMillis now) {
    const auto badge = [&](const std::string& text, const char* colour) -> Json {
        return {{"text", text}, {"colour", colour}};
    };
    if (row.left) return badge(say("state_left"), "plain");
    if (row.parked) return badge(say("state_doubt"), "amber");
    if (!row.registered) return badge(say("state_blank"), "plain");
    if (row.waits > 0) return badge(say("state_waits", {std::to_string(row.waits)}), "amber");
    const YearAccount& year = row.year;
    const auto open = [](Duty duty) { return duty == Duty::owed; };
    if (open(year.halves[0].duty) || open(year.halves[1].duty) || open(year.hours)) {
        const bool today = local_date(row.received, town_offset) == local_date(now, town_offset);
        return today ? badge(say("state_today"), "blue") : badge(say("state_going"), "plain");
    }
    const bool all_done =
        year.halves[0].duty == Duty::done && year.halves[1].duty == Duty::done && year.hours == Duty::done;
    return badge(say(all_done ? "state_done" : "state_not_asked"), "green");
}

Result<Json> member_view(const Asking& asking, const PersonRow& row) {
    const Speech& say = asking.say;
    const auto book = load_community(asking.session, row.community);
    if (!book) return book.error();
    const auto file = load_person_file(asking.session, row.person);
    if (!file) return file.error();
    const auto places = recorders(asking);
    if (!places) return places.error();
    const CommunityState& community = book->state;
    const PersonState person = fold_person(row.person, file->entries, community, asking.now());
    const LocalDate today = local_date(asking.now(), community.offset());
    const YearAccount year = year_account(person, year_of(today), today, community.rules());
    const Timeline timeline(file->entries, community);

    std::string host = say("host_org", {book->name()});
    if (person.registered) {
        const LocalDate day = local_date(person.registered->at, community.offset());
        host += " · " + say("registered_on", {to_string(day)});
    }
    return Json{{"name", row.name.empty() ? say("no_card") : row.name},
                {"number", row.number},
                {"code", short_code(row.serial)},
                {"home", say("home_org", {row.branch.empty() ? row.agency : row.branch})},
                {"host", host},
                {"badge", state_badge(row, say, asking.now())},
                {"receipt", row.filed ? say("badge_filed") : ""},
                {"year_time", say.duration(year.minutes)},
                {"hours_words", hours_words(year, say)},
                {"halves_count", say("times", {std::to_string(year.halves[0].count)}) + " / " +
                                     say("times", {std::to_string(year.halves[1].count)})},
                {"halves_words", halves_words(year, say)},
                {"lines", event_lines({person, *file, *book, timeline, *places, say})},
                {"intact", file->intact},
                {"records", say("records_of_person", {std::to_string(file->entries.size())})}};
}

}  // namespace baodao::hq
