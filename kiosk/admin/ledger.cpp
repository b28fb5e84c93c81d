// SPDX-License-Identifier: MIT
// baodaoctl ledger: everybody's services and totals, folded anew from the mirror (工作台账, policy R29).
#include <set>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/service/quota.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/admin/mirror_log.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "sync/host/system_clock.hpp"

namespace baodao::admin {

namespace {

struct LedgerOptions {
    std::filesystem::path folder;
    std::string at;
    bool json = false;
};

struct LedgerPerson {
    PersonState state;
    CardFields card;
    std::vector<YearAccount> years;  // those with a service, an opening balance or the present one
};

std::string_view word(Mark mark) {
    switch (mark) {
        case Mark::open:
            return "open";
        case Mark::forgotten:
            return "forgotten";
        case Mark::unplanned:
            return "unplanned";
        case Mark::parked:
            return "parked";
        case Mark::back_entry:
            return "back_entry";
        case Mark::amended:
            return "amended";
        case Mark::confirmed:
            return "confirmed";
        case Mark::voided:
            return "voided";
        case Mark::disputed:
            return "disputed";
        case Mark::pending_review:
            return "pending_review";
        case Mark::overlapping:
            return "overlapping";
        case Mark::doubtful_clock:
            return "doubtful_clock";
        case Mark::without_sign_in:
            return "without_sign_in";
        case Mark::refused:
            return "refused";
        case Mark::after_revoking:
            return "after_revoking";
    }
    return "unknown";
}

std::string_view word(Duty duty) {
    return duty == Duty::done ? "done" : duty == Duty::owed ? "owed" : "not_asked";
}

// Newest wins, field by field.
CardFields card_of(const std::vector<Entry>& entries, const MirrorLog& log, const SecretKey& key) {
    std::map<std::pair<UtcMillis, EventId>, const Entry*> by_time;
    for (const Entry& entry : entries) {
        if (entry.event.card) by_time[{entry.event.at.estimated(), entry.id}] = &entry;
    }
    CardFields fields;
    for (const auto& [when, entry] : by_time) {
        const auto sealed = log.cards.find(*entry->event.card);
        if (sealed == log.cards.end()) continue;
        if (const auto opened = open_card(sealed->second, key)) {
            for (const auto& [field, value] : *opened) fields[field] = value;
        }
    }
    return fields;
}

std::vector<YearAccount> years_of(const PersonState& person, LocalDate today, const Rules& rules) {
    std::set<std::int32_t> years{year_of(today)};
    for (const Service& service : person.services) {
        for (const DayMinutes& day : service.days) years.insert(year_of(day.day));
        if (service.started) years.insert(year_of(local_date(*service.started, person.offset)));
    }
    for (const Opening& opening : person.openings) years.insert(opening.balance.year);
    std::vector<YearAccount> accounts;
    for (const std::int32_t year : years) accounts.push_back(year_account(person, year, today, rules));
    return accounts;
}

std::vector<LedgerPerson> fold_everybody(const MirrorLog& log, const CommunityState& community,
                                         const SecretKey& key, UtcMillis now) {
    const LocalDate today = local_date(now, community.offset());
    std::vector<LedgerPerson> people;
    std::set<std::uint64_t> done;
    const auto records_about = [&](std::uint64_t subject) {
        std::vector<Record> records;
        const auto found = log.about.find(subject);
        if (found == log.about.end()) return records;
        for (const std::size_t at : found->second) records.push_back(log.records[at]);
        return records;
    };
    for (const auto& [subject, positions] : log.about) {
        if (done.contains(subject)) continue;
        const auto entries = entries_about(subject, records_about);
        LedgerPerson person{fold_person(subject, entries, community, now), card_of(entries, log, key), {}};
        done.insert(subject);
        for (const auto& [serial, slip] : person.state.slips) done.insert(serial.value);
        for (const MemberNumber member : person.state.members) done.insert(member.value);
        if (person.state.slips.empty()) continue;  // a key of something else than a person
        person.years = years_of(person.state, today, community.rules());
        people.push_back(std::move(person));
    }
    return people;
}

Json time_in_json(const std::optional<UtcMillis>& time, UtcOffset offset) {
    return time ? Json(to_rfc3339(*time, offset)) : Json(nullptr);
}

Json in_json(const Service& service, const CommunityState& community) {
    Json marks = Json::array();
    for (const Mark mark : service.marks) marks.push_back(word(mark));
    Json line{{"in", time_in_json(service.started, community.offset())},
              {"out", time_in_json(service.ended, community.offset())},
              {"minutes", service.minutes},
              {"counted", service.counted},
              {"marks", marks}};
    if (service.activity) {
        line["activity"] = to_hex64(service.activity->value);
        if (const Activity* activity = community.activity(*service.activity))
            line["title"] = activity->plan.title;
    }
    return line;
}

Json in_json(const YearAccount& year) {
    Json halves = Json::array();
    for (const HalfAccount& half : year.halves)
        halves.push_back({{"count", half.count}, {"duty", word(half.duty)}});
    return {{"year", year.year},
            {"minutes", year.minutes},
            {"opening_minutes", year.opening_minutes},
            {"halves", halves},
            {"hours", word(year.hours)},
            {"owed", year.owed_minutes},
            {"owed_by", to_string(year.due)}};
}

std::string field(const LedgerPerson& person, const char* name) {
    const auto found = person.card.find(name);
    return found == person.card.end() ? std::string() : found->second;
}

// The slip that a person holds now: the newest that was not revoked, else any.
SlipSerial serial_of(const PersonState& person) {
    for (const auto& [serial, slip] : person.slips) {
        if (!slip.revoked) return serial;
    }
    return person.slips.begin()->first;
}

Json in_json(const LedgerPerson& person, const CommunityState& community) {
    Json services = Json::array();
    std::int64_t minutes = 0;
    for (const Service& service : person.state.services) {
        services.push_back(in_json(service, community));
        minutes += service.minutes;
    }
    Json serials = Json::array();
    for (const auto& [serial, slip] : person.state.slips) serials.push_back(to_hex64(serial.value));
    Json years = Json::array();
    for (const YearAccount& year : person.years) years.push_back(in_json(year));
    Json line{{"serial", to_hex64(serial_of(person.state).value)},
              {"serials", serials},
              {"name", field(person, "name")},
              {"agency", field(person, "agency")},
              {"branch", field(person, "branch")},
              {"services", services},
              {"minutes", minutes},
              {"years", years}};
    if (person.state.registered) {
        line["number"] = person.state.registered->number;
        line["registered"] = to_rfc3339(person.state.registered->at, community.offset());
        line["parked"] = person.state.registered->parked;
    }
    return line;
}

void put_plain(const LedgerPerson& person, const CommunityState& community) {
    std::string line = to_hex64(serial_of(person.state).value) + "\t" + field(person, "name");
    for (const YearAccount& year : person.years) {
        line += "\t" + std::to_string(year.year) + ": " + std::to_string(year.minutes) + " min";
    }
    (void)put_line(line);
    for (const Service& service : person.state.services) {
        std::string row = "\t" + (service.started ? to_rfc3339(*service.started, community.offset()) : "?") +
                          "\t" + (service.ended ? to_rfc3339(*service.ended, community.offset()) : "…") +
                          "\t" + std::to_string(service.minutes) + " min";
        for (const Mark mark : service.marks) row += "\t" + std::string(word(mark));
        (void)put_line(row);
    }
}

Result<UtcMillis> moment_of(const LedgerOptions& options, const Installation& installation) {
    if (options.at.empty()) return SystemClock().now().wall;
    if (!installation.test) {
        return Error{
            ErrorKind::refused, "a time can be told only to data made by `baodaoctl init --test`", {}};
    }
    return parse_rfc3339(options.at);
}

Exit ledger(const LedgerOptions& options) {
    const auto installation = load_installation(options.folder);
    if (!installation) return report(installation.error());
    const auto now = moment_of(options, *installation);
    if (!now) return report(now.error());
    const auto log = read_mirror_log(options.folder);
    if (!log) return report(log.error());
    CommunityState community(installation->community);
    for (const std::size_t at : log->community_level) {
        if (const auto entry = entry_from(log->records[at])) community.apply(*entry);
    }
    const auto people = fold_everybody(*log, community, installation->community_key, *now);
    if (options.json) {
        Json all{{"people", Json::array()}, {"events", log->records.size()}};
        for (const LedgerPerson& person : people) all["people"].push_back(in_json(person, community));
        (void)put_line(to_compact(all));
    } else {
        for (const LedgerPerson& person : people) put_plain(person, community);
        (void)put_line(std::to_string(people.size()) + " people, " + std::to_string(log->records.size()) +
                       " events");
    }
    for (const std::string& damage : log->summary.damaged) say("damaged: " + damage);
    return log->summary.damaged.empty() ? Exit::good : Exit::data_fault;
}

}  // namespace

void add_ledger(CommandLine& app) {
    auto command = app.command("ledger", "Show everybody's services and totals, also while a kiosk runs");
    auto options = std::make_shared<LedgerOptions>();
    command.needs("--data", &options->folder, "the kiosk's data");
    command.takes("--at", &options->at, "as seen at that time; test data only");
    command.flag("--json", &options->json, "one JSON object instead of a table");
    command.runs([options] { return ledger(*options); });
}

}  // namespace baodao::admin
