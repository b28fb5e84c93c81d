// SPDX-License-Identifier: MIT
#include "kiosk/app/day_desk.hpp"

#include <set>

#include "domain/base/text.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/slip/base32.hpp"
#include "domain/slip/byte_io.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/office_orders.hpp"

namespace baodao {

namespace {

struct Head {
    EventId id;
    Hash hash;
};

Result<Head> chain_head(Journal& journal) {
    const auto last = journal.last_own();
    if (!last) return Error{ErrorKind::not_found, "the log of this window is empty", {}};
    const auto record = journal.record(*last);
    if (!record) return record.error();
    return Head{*last, record->hash};
}

// 7F3A-91C2, as on a member's record.
std::string short_check_code(const Hash& hash) {
    std::string digits = to_hex(hash).substr(0, 8);
    for (char& digit : digits)
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    return digits.substr(0, 4) + "-" + digits.substr(4);
}

void count(DayBoard& day, const Entry& entry, std::set<SlipSerial>& registered) {
    const Event& event = entry.event;
    if (const auto body = body_of<MemberRegistered>(event)) registered.insert(body->serial);
    if (event.kind == AttendanceIn::kind) ++day.signed_in;
    if (event.kind == AttendanceOut::kind) ++day.signed_out;
    if (event.kind == AttendanceRecorded::kind || event.kind == AttendanceConfirmed::kind ||
        event.kind == AttendanceAmended::kind || event.kind == AttendanceVoided::kind)
        ++day.entered;
    if (const auto body = body_of<DayClosed>(event); body && body->sheet && body->day == day.day)
        day.closed = event.at.estimated();
}

std::vector<std::string> count_words(const DayBoard& day) {
    const auto word = [](const char* name, std::int64_t value) {
        return std::string(name) + "=" + std::to_string(value);
    };
    return {word("registered", day.registered),
            word("signed_in", day.signed_in),
            word("signed_out", day.signed_out),
            word("entered", day.entered),
            word("present", day.present),
            word("missing", day.missing),
            word("held", day.held),
            word("papers", day.papers)};
}

SheetSection open_section(const Board& board, UtcOffset offset) {
    SheetSection open{"还没办完", {}};
    const auto since = [&](UtcMillis at) {
        return to_string(local_date(at, offset)) + " " + clock_text(at, offset) + " 签到";
    };
    for (const PresentPerson& person : board.present)
        open.lines.push_back({person.name, since(person.since) + "，还没有签退", ""});
    for (const MissingEnd& missing : board.missing_ends)
        open.lines.push_back({missing.name, since(missing.since) + "，忘了签退", "在看板上核对后补记"});
    for (const StaffCall& call : board.calls)
        open.lines.push_back({call.name.empty() ? "一位同志" : call.name, "请窗口干部协助", ""});
    for (const HeldItem& held : board.held)
        open.lines.push_back({held.name.empty() ? "一位同志" : held.name, "待处理，见待办明细", ""});
    if (board.papers_waiting > 0)
        open.lines.push_back({"未打印的单据", std::to_string(board.papers_waiting) + " 张", ""});
    if (open.lines.empty()) open.lines.push_back({"", "没有", ""});
    return open;
}

}  // namespace

std::string chain_head_text(const EventId& head, LocalDate day, const Hash& hash) {
    ByteWriter bytes;
    bytes.put(ByteSpan(head.origin.bytes));
    bytes.put(head.epoch.value, 4);
    bytes.put(head.seq.value, 8);
    bytes.put(static_cast<std::uint32_t>(day.days), 4);
    bytes.put(ByteSpan(hash.bytes));
    return "BDC1" + encode_base32(bytes.bytes());
}

Result<DayBoard> day_board(OpenedDesk& opened, const Board& board) {
    const CommunityState& community = opened.desk().community();
    DayBoard day;
    day.day = local_date(opened.desk().now(), community.offset());
    std::set<SlipSerial> registered;
    const select::OnDays around{{day.day.days - 1}, {day.day.days + 1}};
    const auto read = opened.journal().for_each(around, [&](const Record& record) {
        const auto entry = entry_from(record);
        if (entry && !entry->event.drill &&
            local_date(entry->event.at.estimated(), community.offset()) == day.day)
            count(day, *entry, registered);
        return Step::go_on;
    });
    if (!read) return read.error();
    day.registered = static_cast<std::int64_t>(registered.size());
    day.present = static_cast<std::int64_t>(board.present.size());
    day.missing = static_cast<std::int64_t>(board.missing_ends.size());
    day.held = static_cast<std::int64_t>(board.calls.size() + board.held.size());
    day.papers = board.papers_waiting;
    day.unreported = board.unreported;
    day.records = board.records;
    const auto head = chain_head(opened.journal());
    if (!head) return head.error();
    day.check_code = short_check_code(head->hash);
    return day;
}

Result<DayClosing> close_day(OpenedDesk& opened, const Board& board) {
    const auto day = day_board(opened, board);
    if (!day) return day.error();
    const auto head = chain_head(opened.journal());
    if (!head) return head.error();

    OfficeSheet sheet = office_sheet(opened, "日结单");
    const auto number = [](std::int64_t value, const char* unit) { return std::to_string(value) + unit; };
    sheet.sections.push_back({"今天",
                              {{"新报到", number(day->registered, " 人"), ""},
                               {"签到", number(day->signed_in, " 次"), ""},
                               {"签退", number(day->signed_out, " 次"), ""},
                               {"补录、补记和更正", number(day->entered, " 条"), ""},
                               {"待上报", number(day->unreported, " 条"), "已存本机，联网后自动上报"}}});
    sheet.sections.push_back(open_section(board, sheet.offset));
    sheet.qr_text = chain_head_text(head->id, day->day, head->hash);
    sheet.qr_lines = {"记录到此为止共 " + std::to_string(day->records) + " 条", "核对码 " + day->check_code,
                      "以后的记录都接在它后面；改动以前的记录，核对码就对不上。"};
    sheet.signed_by_hand = true;
    const DayClosed closed{day->day, {}, true, head->id, to_hex(head->hash), count_words(*day)};
    return DayClosing{draft_of(closed), office_order(std::move(sheet))};
}

}  // namespace baodao
