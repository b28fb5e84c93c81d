// SPDX-License-Identifier: MIT
#include "kiosk/app/board_desk.hpp"

#include <algorithm>

#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_staff.hpp"
#include "domain/service/paper_book.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/app/people.hpp"

namespace baodao {

namespace {

// A sign-out that nobody asked about for longer is found on the person's own record only.
constexpr int looked_back_days = 400;
constexpr int calls_kept_days = 7;

LocalDate later(LocalDate date, int days) {
    return {date.days + days};
}

}  // namespace

void BoardDesk::forget() {
    looked_ = false;
    scans_.clear();
    ends_.clear();
    objections_.clear();
    parked_.clear();
    calls_.clear();
    answered_.clear();
}

Result<Board> BoardDesk::make() {
    const Desk& desk = opened_->desk();
    const UtcMillis now = desk.now();
    const LocalDate today = local_date(now, desk.community().offset());
    const LocalDate from = looked_ ? later(today, -1) : later(today, -looked_back_days);
    if (auto looked = look_through(from, later(today, 1)); !looked) return looked.error();
    looked_ = true;

    Board board;
    if (auto added = add_people(board); !added) return added.error();
    if (auto added = add_today(board, today); !added) return added.error();
    if (auto added = add_papers(board); !added) return added.error();
    add_calls(board);
    Journal& journal = opened_->journal();
    const auto unconfirmed = journal.unconfirmed();
    if (!unconfirmed) return unconfirmed.error();
    for (const Record& record : *unconfirmed) {
        if (const auto entry = entry_from(record))
            board.held.push_back({HeldWhy::unconfirmed, name_of(entry->event.actor.id), entry->event.kind,
                                  entry->event.at.estimated(), entry->id});
    }
    board.records = static_cast<std::int64_t>(journal.count());
    if (const auto unreported = journal.outbox_count())
        board.unreported = static_cast<std::int64_t>(*unreported);
    const Health health = journal.health();
    if (health.failed)
        board.store_trouble = health.failed->text();
    else if (health.mirror_behind)
        board.store_trouble = health.mirror_behind->text();
    const CivilDate civil = civil_from_date(today);
    board.theme_missing = desk.community().theme(civil.year, static_cast<std::int32_t>(civil.month)).empty();
    return board;
}

Status BoardDesk::look_through(LocalDate from, LocalDate to) {
    return opened_->journal().for_each(select::OnDays{from, to}, [&](const Record& record) {
        if (const auto entry = entry_from(record)) take(*entry);
        return Step::go_on;
    });
}

void BoardDesk::take(const Entry& entry) {
    if (entry.event.drill) return;
    const UtcMillis at = entry.event.at.estimated();
    const auto scanned = [&](SlipSerial serial, bool in) {
        LastScan& last = scans_[serial];
        if (at >= last.at) last = {at, in};
    };
    if (const auto in = body_of<AttendanceIn>(entry.event)) {
        scanned(in->serial, true);
    } else if (const auto out = body_of<AttendanceOut>(entry.event)) {
        scanned(out->serial, false);
        if (entry.event.activity) ends_[*entry.event.activity][out->serial] = at;
    } else if (const auto objection = body_of<AttendanceDisputed>(entry.event)) {
        if (objection->who.serial) objections_.insert(*objection->who.serial);
    } else if (const auto registered = body_of<MemberRegistered>(entry.event)) {
        if (!registered->parked.empty()) parked_.insert(registered->serial);
    } else if (const auto call = body_of<StaffCalled>(entry.event)) {
        calls_[entry.id] = {entry.id, call->reason, {}, call->serial, at};
    } else if (const auto answer = body_of<StaffCallAnswered>(entry.event)) {
        answered_.insert(answer->call);
    }
}

Status BoardDesk::add_people(Board& board) {
    std::set<SlipSerial> wanted = parked_;
    wanted.insert(objections_.begin(), objections_.end());
    for (const auto& [serial, last] : scans_) {
        if (last.in) wanted.insert(serial);
    }
    std::set<std::uint64_t> done;  // two slips of one person are one person
    for (const SlipSerial serial : wanted) {
        const auto loaded = opened_->desk().load(serial.value);
        if (!loaded) return loaded.error();
        const PersonState& person = loaded->state;
        if (!done.insert(person.key).second) continue;
        const PersonCard card =
            read_card(opened_->journal(), loaded->entries, opened_->installation().community_key);
        const std::string number = person.registered ? person.registered->number : short_code(serial);
        add_services(board, *loaded, card.name.empty() ? number : card.name, card.agency);
    }
    const auto earlier = [](const auto& a, const auto& b) { return a.since < b.since; };
    std::sort(board.present.begin(), board.present.end(), earlier);
    std::sort(board.missing_ends.begin(), board.missing_ends.end(), earlier);
    std::sort(board.held.begin(), board.held.end(),
              [](const HeldItem& a, const HeldItem& b) { return a.at < b.at; });
    return {};
}

void BoardDesk::add_services(Board& board, const LoadedPerson& loaded, const std::string& name,
                             const std::string& agency) const {
    const PersonState& person = loaded.state;
    for (const Service& service : person.services) {
        if (!service.started) continue;
        const Activity* activity =
            service.activity ? opened_->desk().community().activity(*service.activity) : nullptr;
        if (service.has(Mark::forgotten)) {
            if (service.in) board.missing_ends.push_back(missing_end(service, loaded, name));
        } else if (service.has(Mark::open)) {
            PresentPerson present{name, agency, *service.started, std::nullopt};
            if (activity != nullptr) present.planned_end = activity->plan.end;
            board.present.push_back(std::move(present));
        }
        const bool answered = service.has(Mark::amended) || service.has(Mark::voided);
        if (service.has(Mark::disputed) && !answered)
            board.held.push_back({HeldWhy::disputed,
                                  name,
                                  {},
                                  *service.started,
                                  std::nullopt,
                                  person.registered ? person.registered->number : std::string()});
    }
    for (const auto& [serial, slip] : person.slips) {
        if (slip.waits() && person.registered)
            board.held.push_back({HeldWhy::parked, name, std::string(token(*slip.parked)),
                                  person.registered->at, std::nullopt, person.registered->number});
    }
}

MissingEnd BoardDesk::missing_end(const Service& service, const LoadedPerson& loaded,
                                  const std::string& name) const {
    const PersonState& person = loaded.state;
    MissingEnd missing;
    missing.name = name;
    missing.event = *service.in;
    missing.since = *service.started;
    missing.proposed = service.proposed_end;
    if (!person.members.empty()) missing.who.member = *person.members.begin();
    if (!person.slips.empty()) missing.who.serial = person.slips.begin()->first;
    if (!service.proposed_end) return missing;
    missing.basis = EndBasis::last_seen;
    if (!service.activity) return missing;
    const Activity* activity = opened_->desk().community().activity(*service.activity);
    if (activity != nullptr) missing.title = activity->plan.title;
    if (activity != nullptr && activity->plan.end == *service.proposed_end) missing.basis = EndBasis::plan;
    const auto half = loaded.hints.team_ends.find(*service.activity);
    const auto team = ends_.find(*service.activity);
    const bool by_team = half != loaded.hints.team_ends.end() && half->second == *service.proposed_end;
    if (!by_team || team == ends_.end()) return missing;
    missing.basis = EndBasis::team;
    missing.team = static_cast<std::int64_t>(team->second.size());
    const auto by_time = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto [first, last] = std::minmax_element(team->second.begin(), team->second.end(), by_time);
    missing.team_first = first->second;
    missing.team_last = last->second;
    return missing;
}

Status BoardDesk::add_today(Board& board, LocalDate today) {
    const UtcOffset offset = opened_->desk().community().offset();
    std::set<SlipSerial> out;
    std::set<SlipSerial> registered;
    const select::OnDays around{later(today, -1), later(today, 1)};
    return opened_->journal().for_each(around, [&](const Record& record) {
        const auto entry = entry_from(record);
        if (!entry || entry->event.drill || local_date(entry->event.at.estimated(), offset) != today)
            return Step::go_on;
        if (const auto body = body_of<AttendanceOut>(entry->event)) out.insert(body->serial);
        if (const auto body = body_of<MemberRegistered>(entry->event)) registered.insert(body->serial);
        board.signed_out_today = static_cast<std::int64_t>(out.size());
        board.registered_today = static_cast<std::int64_t>(registered.size());
        return Step::go_on;
    });
}

Status BoardDesk::add_papers(Board& board) {
    PaperBook book;
    auto read = opened_->journal().for_each(select::OfKind{"paper."}, [&](const Record& record) {
        if (const auto entry = entry_from(record)) book.apply(*entry);
        return Step::go_on;
    });
    board.papers_waiting = static_cast<std::int64_t>(book.waiting().size());
    return read;
}

void BoardDesk::add_calls(Board& board) {
    const UtcMillis oldest = opened_->desk().now() - calls_kept_days * ms_per_day;
    for (const auto& [id, call] : calls_) {
        if (answered_.contains(id) || call.at < oldest) continue;
        board.calls.push_back(call);
        if (call.serial) board.calls.back().name = name_of(call.serial->value);
    }
    std::sort(board.calls.begin(), board.calls.end(),
              [](const StaffCall& a, const StaffCall& b) { return b.at < a.at; });
}

std::string BoardDesk::name_of(std::uint64_t subject) {
    const auto loaded = opened_->desk().load(subject);
    if (!loaded) return {};
    return read_card(opened_->journal(), loaded->entries, opened_->installation().community_key).name;
}

}  // namespace baodao
