// SPDX-License-Identifier: MIT
#include "kiosk/app/waiting_desk.hpp"

#include <algorithm>

#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_member.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/office_orders.hpp"
#include "kiosk/app/print_desk.hpp"
#include "kiosk/app/waiting_words.hpp"
#include "kiosk/base/text_table.hpp"

namespace baodao {

namespace {

// Enough to say what waits; the number of all of them is counted by the store.
constexpr std::size_t looked_through_max = 20'000;
constexpr std::size_t looked_bytes_max = 16 << 20;

WaitKind kind_of(HeldWhy why) {
    switch (why) {
        case HeldWhy::parked:
            return WaitKind::parked;
        case HeldWhy::disputed:
            return WaitKind::disputed;
        case HeldWhy::unconfirmed:
            break;
    }
    return WaitKind::unconfirmed;
}

bool is_scan(std::string_view kind) {
    return kind == AttendanceIn::kind || kind == AttendanceOut::kind;
}

Result<Unreported> unreported(Journal& journal) {
    Unreported found;
    const auto all = journal.outbox_count();
    if (!all) return all.error();
    found.all = static_cast<std::int64_t>(*all);
    const auto records = journal.outbox(looked_through_max, looked_bytes_max);
    if (!records) return records.error();
    for (const Record& record : *records) {
        const auto entry = entry_from(record);
        if (!entry) continue;
        const UtcMillis at = entry->event.at.estimated();
        found.since = std::min(found.since.value_or(at), at);
        if (entry->event.kind == MemberRegistered::kind) ++found.registrations;
        if (entry->event.kind.starts_with("attendance.")) ++found.attendance;
    }
    return found;
}

// ---- on paper
std::string_view zh(Text key) {
    return text_of(Language::chinese, key);
}

Text reason_of(const WaitingThing& thing) {
    switch (thing.kind) {
        case WaitKind::unconfirmed:
            return Text::board_unconfirmed;
        case WaitKind::parked:
            return Text::waiting_parked;
        case WaitKind::disputed:
            return Text::board_disputed;
        case WaitKind::paper:
            break;
    }
    return Text::waiting_paper;
}

}  // namespace

Result<WaitingBoard> waiting_board(OpenedDesk& opened, const Board& board, const PaperDesk* papers) {
    WaitingBoard waiting;
    auto waits = unreported(opened.journal());
    if (!waits) return waits.error();
    waiting.unreported = std::move(waits).value();
    for (const HeldItem& held : board.held) {
        WaitingThing thing;
        thing.kind = kind_of(held.why);
        thing.name = held.name;
        thing.number = held.number;
        thing.detail = held.detail;
        thing.at = held.at;
        thing.event = held.event;
        thing.may_void = held.why == HeldWhy::unconfirmed && is_scan(held.detail);
        waiting.things.push_back(std::move(thing));
    }
    if (papers != nullptr) {
        for (const WaitingPaper& paper : waiting_papers(opened, *papers)) {
            if (paper.on_its_way) continue;
            WaitingThing thing;
            thing.kind = WaitKind::paper;
            thing.name = paper.name;
            thing.number = paper.number;
            thing.detail = paper.why;
            thing.at = paper.asked;
            thing.paper = paper.kind;
            waiting.things.push_back(std::move(thing));
        }
    }
    std::stable_sort(waiting.things.begin(), waiting.things.end(),
                     [](const WaitingThing& a, const WaitingThing& b) { return a.kind < b.kind; });
    return waiting;
}

Result<Draft> void_draft(OpenedDesk& opened, const EventId& event) {
    const auto record = opened.journal().record(event);
    if (!record) return record.error();
    const auto entry = entry_from(*record);
    if (!entry) return Error{ErrorKind::unsupported, "this record cannot be read here", to_string(event)};
    std::optional<SlipSerial> serial;
    if (const auto in = body_of<AttendanceIn>(entry->event)) serial = in->serial;
    if (const auto out = body_of<AttendanceOut>(entry->event)) serial = out->serial;
    if (!serial) return Error{ErrorKind::unsupported, "only a sign-in or a sign-out can be voided", {}};
    return draft_of(AttendanceVoided{{serial, {}}, event, "unconfirmed"});
}

PaperOrder waiting_order(const OpenedDesk& opened, const WaitingBoard& board) {
    OfficeSheet sheet = office_sheet(opened, std::string(zh(Text::waiting_title)));
    const Unreported& waits = board.unreported;
    SheetSection sums{"上报",
                      {{"待上报", std::to_string(waits.all) + " 条", "都已存在本机，联网后自动上报"}}};
    if (waits.since)
        sums.lines.push_back(
            {"最早一条",
             to_string(local_date(*waits.since, sheet.offset)) + " " + clock_text(*waits.since, sheet.offset),
             ""});
    sheet.sections.push_back(std::move(sums));
    SheetSection list{"待处理 " + std::to_string(board.things.size()) + " 件", {}};
    for (const WaitingThing& thing : board.things) {
        const std::string when =
            to_string(local_date(thing.at, sheet.offset)) + " " + clock_text(thing.at, sheet.offset);
        const std::string who = thing.name.empty() ? thing.number : thing.name + " " + thing.number;
        list.lines.push_back(
            {who, std::string(zh(reason_of(thing))) + "　" + when, std::string(zh(remedy_of(thing.kind)))});
    }
    if (list.lines.empty()) list.lines.push_back({"", std::string(zh(Text::waiting_none)), ""});
    sheet.sections.push_back(std::move(list));
    return office_order(std::move(sheet));
}

}  // namespace baodao
