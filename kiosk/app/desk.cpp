// SPDX-License-Identifier: MIT
#include "kiosk/app/desk.hpp"

#include <algorithm>
#include <functional>

#include "domain/base/text.hpp"
#include "domain/community/issuing.hpp"
#include "domain/service/quota.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/app/claim_desk.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/member_news.hpp"
#include "kiosk/app/release.hpp"

namespace baodao {

namespace {

// A refused code that is held up is noted once; and junk must not fill the disk (threat 15).
constexpr std::int64_t refused_again_ms = 60'000;
constexpr std::size_t refused_noted_max = 20;  // within that time

constexpr UtcMillis days_from(UtcMillis time, int days) {
    return time + days * ms_per_day;
}

ScanAnswer store_failed(ScanAnswer answer, const Error& error) {
    answer.outcome = Outcome::store_failed;
    answer.park_reason.reset();
    answer.event.reset();
    answer.problem = error.text();
    return answer;
}

bool is_follow_up(const SubmitScan& request) {
    return request.sign_out_confirmed || request.unplanned || request.activity.has_value();
}

}  // namespace

Desk::Desk(const DeskParts& parts, std::optional<UtcMillis> last_event)
    : parts_(parts),
      community_(parts.installation.community),
      items_(parts.installation.community),
      stamp_(parts.clock, parts.trust, release_day, last_event) {}

Result<Desk> Desk::open(const DeskParts& parts) {
    auto last = parts.journal.last_records(1);
    if (!last) return last.error();
    std::optional<UtcMillis> last_event;
    if (!last->empty()) {
        const auto entry = entry_from(last->front());
        if (entry && entry->event.at.confidence != Confidence::doubtful)
            last_event = entry->event.at.estimated();
    }
    Desk desk(parts, last_event);
    const auto to_community = [&](const Record& record) {
        const auto entry = entry_from(record);
        if (!entry) return Step::go_on;
        desk.community_.apply(*entry);
        desk.remember_time(*entry);
        return Step::go_on;
    };
    if (auto read = parts.journal.for_each(select::CommunityLevel{}, to_community); !read)
        return read.error();

    const auto to_items = [&](const Record& record) {
        if (const auto entry = entry_from(record)) desk.items_.apply(*entry);
        return Step::go_on;
    };
    if (auto read = parts.journal.for_each(select::OfKind{"item."}, to_items); !read) return read.error();

    // A day more on both sides: the index goes by the time written, before corrections.
    const UtcMillis now = desk.stamp_.moment().time.estimated();
    const UtcOffset offset = desk.community_.offset();
    const select::OnDays lately{local_date(days_from(now, -1), offset),
                                local_date(days_from(now, 1), offset)};
    const auto to_presence = [&](const Record& record) {
        if (const auto entry = entry_from(record)) desk.presence_.apply(*entry);
        return Step::go_on;
    };
    if (auto read = parts.journal.for_each(lately, to_presence); !read) return read.error();
    return desk;
}

std::variant<ReadSlip, RefusedText> Desk::read(const SubmitScan& request, LocalDate today) const {
    const bool by_serial = request.source == ScanSource::typed_code || request.source == ScanSource::found;
    if (!by_serial) return read_slip(request.text, parts_.installation.keyring);
    const auto serial = parse_short_code(request.text);
    if (!serial) return RefusedText{Outcome::unreadable, "short_code"};
    const SubjectKey keys[] = {{serial->value}};
    const auto records = parts_.journal.records_about(keys);
    // A code can be made up by anybody; one that was issued or registered here cannot.
    if (!records || records->empty()) return RefusedText{Outcome::foreign, "short_code"};
    if (request.source == ScanSource::found) {
        if (const auto text = issued_text(*serial, *records))
            return read_slip(*text, parts_.installation.keyring);
    }
    return typed_slip(*serial, today);
}

// What stands in the QR code of a slip that was issued here.
std::optional<std::string> Desk::issued_text(SlipSerial serial, const std::vector<Record>& records) const {
    for (const Record& record : records) {
        const auto entry = entry_from(record);
        const auto issued = entry ? body_of<SlipIssued>(entry->event) : std::nullopt;
        if (!issued || issued->serial != serial || !entry->event.card) continue;
        const auto sealed = parts_.journal.card(*entry->event.card);
        auto fields = sealed ? open_card(*sealed, parts_.installation.community_key)
                             : Result<CardFields>(sealed.error());
        if (fields && fields->contains("slip_text")) return fields->at("slip_text");
    }
    return std::nullopt;
}

// A typed code carries nothing but the serial. What the slip would have said about its dates counts for
// a first registration only, and whoever types a code that was issued here has the paper in her hand.
ReadSlip Desk::typed_slip(SlipSerial serial, LocalDate today) const {
    DeskSlip slip;
    slip.serial = serial;
    slip.community = community_.community();
    slip.first = today;
    slip.last = today;
    return {slip, {}};
}

ScanAnswer Desk::scan(const SubmitScan& request) {
    ScanAnswer answer;
    Visit visit{stamp_.moment(), {}, {}, request.text, request.entered_by};
    answer.at = visit.moment.time.estimated();
    if (auto ready = reopen_if_failed(); !ready) return store_failed(std::move(answer), ready.error());

    auto read_text = read(request, local_date(answer.at, community_.offset()));
    if (const auto* refused = std::get_if<RefusedText>(&read_text))
        return refuse(*refused, request, visit.moment);
    visit.read = std::get<ReadSlip>(std::move(read_text));
    answer.serial = visit.read.slip.serial;

    auto person = load_person(parts_.journal, visit.read.slip.serial.value, community_, answer.at);
    if (!person) return store_failed(std::move(answer), person.error());
    visit.person = std::move(person).value();

    const auto asked = question(request, visit);
    if (!asked) return store_failed(std::move(answer), asked.error());
    const Decision decision =
        decide(*asked, as_of_now(visit), community_, community_.rules(), visit.moment.now());
    const auto written = append(decision.events, visit);
    if (!written) return store_failed(std::move(answer), written.error());
    if (auto taken = take_up(*written, visit); !taken) return store_failed(std::move(answer), taken.error());

    if (!asked->recent) {
        recent_.remember(*answer.serial, visit.moment.time.mono,
                         {decision.outcome, decision.park_reason, decision.at});
    }
    describe(answer, decision, visit, *written);
    return answer;
}

ScanAnswer Desk::refuse(const RefusedText& refused, const SubmitScan& request, const Moment& moment) {
    ScanAnswer answer;
    answer.outcome = refused.outcome;
    answer.at = moment.time.estimated();
    if (refused.outcome == Outcome::foreign) return answer;

    std::erase_if(refused_,
                  [&](const auto& noted) { return moment.time.mono - noted.second > refused_again_ms; });
    const std::size_t fingerprint = std::hash<std::string>{}(request.text);
    if (refused_.size() >= refused_noted_max || !refused_.emplace(fingerprint, moment.time.mono).second)
        return answer;
    const ScanRefused body{std::string(token(refused.outcome)), std::nullopt, refused.detail};
    const auto written = append({{std::string(ScanRefused::kind), to_body(body), std::nullopt}},
                                Visit{moment, {}, {}, request.text});
    if (!written) return store_failed(std::move(answer), written.error());
    answer.event = WrittenEvent{written->back().id, written->back().hash};
    return answer;
}

Result<DeskScan> Desk::question(const SubmitScan& request, const Visit& visit) {
    DeskScan scan;
    scan.slip = visit.read.slip;
    scan.confirmed = request.sign_out_confirmed;
    scan.chose = request.unplanned || request.activity.has_value();
    scan.choice = request.activity;
    scan.at_event = request.at_event;
    if (!is_follow_up(request)) {
        const LocalDate today = local_date(visit.moment.time.estimated(), community_.offset());
        const std::int64_t within = community_.rules().value(Rule::repeat_seconds, today) * ms_per_second;
        // A camera that saw the slip without a break reports only its coming and going.
        const bool still_there = request.absent_ms && *request.absent_ms < within;
        scan.recent =
            recent_.see(scan.slip.serial, visit.moment.time.mono, still_there ? ms_per_day : within);
    }
    if (!visit.person.state.registered) {
        const std::string head = community_.settings().short_name + parts_.installation.terminal;
        const auto number = numbers_.next(parts_.journal, head, NumberSpace::registered);
        if (!number) return number.error();
        const auto parked = numbers_.next(parts_.journal, head, NumberSpace::parked);
        if (!parked) return parked.error();
        scan.number = *number;
        scan.parked_number = *parked;
    }
    return scan;
}

// A time that is told may go back behind what was scanned already; the desk then answers as it would have
// answered at that time.
PersonState Desk::as_of_now(const Visit& visit) const {
    if (parts_.trust != ClockTrust::as_told) return visit.person.state;
    const UtcMillis now = visit.moment.time.estimated();
    std::vector<Entry> until_now;
    for (const Entry& entry : visit.person.entries) {
        const bool later = entry.event.kind.starts_with("attendance.") && entry.event.at.estimated() > now;
        if (!later) until_now.push_back(entry);
    }
    return fold_person(visit.read.slip.serial.value, until_now, community_, now, visit.person.hints);
}

// The slip's own name stands in for a roster that never arrived; the text of a slip that nobody can verify
// yet is kept as it was scanned.
std::optional<SealedCard> Desk::card_for(const EventDraft& draft, const Visit& visit) {
    if (draft.kind != MemberRegistered::kind) return std::nullopt;
    const auto registered = from_body<MemberRegistered>(draft.body);
    const bool named = !visit.read.name.empty();
    const bool parked = registered && !registered->parked.empty();
    if (!named && !parked) return std::nullopt;
    CardFields fields;
    if (named) fields["name"] = visit.read.name;
    if (parked) fields["slip_text"] = visit.text;
    return seal_card(fields, parts_.installation.community_key, parts_.random);
}

Result<std::vector<Record>> Desk::append(const std::vector<EventDraft>& drafts, const Visit& visit) {
    if (drafts.empty()) return std::vector<Record>{};
    std::vector<Draft> batch;
    for (const EventDraft& draft : drafts) {
        Draft made;
        made.event.kind = draft.kind;
        made.event.body = draft.body;
        made.event.activity = draft.activity;
        made.event.community = community_.community();
        made.event.actor = visit.entered_by.value_or(Actor{ActorKind::member, visit.read.slip.serial.value});
        made.event.at = visit.moment.time;
        if (auto card = card_for(draft, visit)) {
            made.event.card = card->name;
            made.cards.push_back(std::move(*card));
        }
        batch.push_back(std::move(made));
    }
    auto written = parts_.journal.append(batch);
    if (written) stamp_.written(visit.moment.time);
    return written;
}

Status Desk::take_up(const std::vector<Record>& written, Visit& visit) {
    if (written.empty()) return {};
    for (const Record& record : written) {
        auto entry = entry_from(record);
        BAODAO_CHECK(entry.has_value());
        take(*entry);
        if (const auto registered = body_of<MemberRegistered>(entry->event))
            numbers_.given(registered->number);
        visit.person.entries.push_back(std::move(*entry));
    }
    visit.person.state = fold_person(visit.read.slip.serial.value, visit.person.entries, community_,
                                     visit.moment.time.estimated(), visit.person.hints);
    return {};
}

void Desk::take(const Entry& entry) {
    community_.apply(entry);
    presence_.apply(entry);
    items_.apply(entry);
}

const Service* Desk::touched(const PersonState& person, const std::vector<Record>& written) const {
    for (const Service& service : person.services) {
        for (const Record& record : written) {
            if (service.in == record.id || service.out == record.id) return &service;
        }
    }
    return nullptr;
}

void Desk::describe(ScanAnswer& answer, const Decision& decision, const Visit& visit,
                    const std::vector<Record>& written) const {
    const Views view = views();
    const PersonState& person = visit.person.state;
    answer.outcome = decision.outcome;
    answer.park_reason = decision.park_reason;
    answer.at = decision.at;
    if (!written.empty()) answer.event = WrittenEvent{written.back().id, written.back().hash};

    const PersonCard card =
        read_card(parts_.journal, visit.person.entries, parts_.installation.community_key);
    answer.name = card.name.empty() ? visit.read.name : card.name;
    answer.branch = card.branch;
    answer.agency = card.agency;
    answer.community = community_.settings().town + community_.settings().name;
    const SlipState* slip = person.slip(visit.read.slip.serial);
    if (slip != nullptr && slip->issued && !card.agency.empty()) {
        answer.slip_number = slip_number(*slip->issued, card.agency);
    }
    answer.registration_number = decision.number;
    answer.first_day = visit.read.slip.first;
    answer.last_day = visit.read.slip.last;

    if (const Service* service = touched(person, written)) {
        answer.service = view.service(*service);
    } else if (decision.service) {
        answer.service = view.service(*decision.service);
    }
    if (decision.forgotten) answer.forgotten = view.service(*decision.forgotten);
    const auto activity_view = [&](ActivityId id) -> std::optional<ActivityView> {
        const Activity* activity = community_.activity(id);
        if (activity == nullptr) return std::nullopt;
        return view.activity(*activity);
    };
    // Registered: one may sign in to it at once. Signed in: it ends at a time that is to be told.
    if (decision.running) answer.running = activity_view(*decision.running);
    const bool is_in = answer.service && answer.service->service.has(Mark::open);
    if (is_in && answer.service->service.activity)
        answer.running = activity_view(*answer.service->service.activity);
    for (const ActivityId id : decision.choices) {
        if (auto choice = activity_view(id)) answer.choices.push_back(std::move(*choice));
    }
    answer.next = view.next(answer.at);
    if (answer.outcome == Outcome::registered)
        answer.claim = claim_view(items_, person, card, visit.read.slip.serial);
    const LocalDate today = local_date(visit.moment.time.estimated(), community_.offset());
    answer.on_roll_since = person.on_roll_since;
    if (const auto last = last_scan_before(visit.person.entries, written))
        answer.news = news_since(*last, person, visit.person.entries, view);
    answer.year = year_account(person, year_of(today), today, community_.rules());
}

Status Desk::join(SlipSerial serial, ActivityId activity) {
    if (community_.activity(activity) == nullptr) return {};
    Draft joined = draft_of(ActivityJoined{serial});
    joined.event.activity = activity;
    joined.event.actor = {ActorKind::member, serial.value};
    return note({std::move(joined)});
}

HomeView Desk::home() const {
    const Moment moment = stamp_.moment();
    return views().home(moment.time.estimated(), moment.time.confidence == Confidence::doubtful);
}

Views Desk::views() const {
    return {community_, presence_, parts_.journal.origin(), parts_.journal.acknowledged()};
}

Status Desk::note(std::vector<Draft> drafts) {
    const EventTime now = stamp_.moment().time;
    for (Draft& draft : drafts) {
        draft.event.community = community_.community();
        draft.event.at = now;
    }
    for (std::span<const Draft> rest(drafts); !rest.empty();) {
        const auto batch = rest.first(std::min(rest.size(), batch_drafts_max));
        const auto written = parts_.journal.append(batch);
        if (!written) return written.error();
        for (const Record& record : *written) {
            if (const auto entry = entry_from(record)) take(*entry);
        }
        rest = rest.subspan(batch.size());
    }
    return {};
}

// Sticky failure: after a failed write nothing is claimed until the store was opened anew and checked.
Status Desk::reopen_if_failed() {
    if (!parts_.journal.health().failed) return {};
    const auto reopened = parts_.journal.reopen();
    if (!reopened) return reopened.error();
    return {};
}

}  // namespace baodao
