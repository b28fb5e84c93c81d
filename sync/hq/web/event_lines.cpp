// SPDX-License-Identifier: MIT
#include "sync/hq/web/event_lines.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/event/kinds_receipt.hpp"

namespace baodao::hq {

namespace {

struct Line {
    const char* icon = "i-list";
    const char* colour = "plain";
    std::string head;
    std::vector<std::string> details;
};

class Telling {
  public:
    Telling(const EventContext& context, const Entry& entry)
        : c_(context), say_(context.say), entry_(entry) {}

    // nullopt: nothing to tell.
    std::optional<Line> tell() {
        attendance();
        if (line_.head.empty()) corrections();
        if (line_.head.empty()) membership();
        if (line_.head.empty()) slips_and_papers();
        if (line_.head.empty()) return std::nullopt;
        return std::move(line_);
    }

  private:
    void set(const char* icon, const char* colour, std::string head) {
        line_.icon = icon;
        line_.colour = colour;
        line_.head = std::move(head);
    }
    void why(const std::string& reason) {
        if (reason.empty()) return;
        const std::string key = "reason_" + reason;
        line_.details.push_back(say_("why_is", {say_.knows(key) ? say_(key) : reason}));
    }
    [[nodiscard]] std::string clock(UtcMillis time) const { return clock_text(time, c_.person.offset); }

    const Service* service() const {
        for (const Service& one : c_.person.services) {
            const bool named = std::ranges::find(one.others, entry_.id) != one.others.end();
            if (one.in == entry_.id || one.out == entry_.id || named) return &one;
        }
        return nullptr;
    }

    void activity(const Service* of) {
        if (of == nullptr) return;
        const Activity* known = of->activity ? c_.book.state.activity(*of->activity) : nullptr;
        line_.details.push_back(known == nullptr ? say_("unplanned") : known->plan.title);
        for (const Mark mark : {Mark::parked, Mark::forgotten, Mark::disputed, Mark::pending_review,
                                Mark::overlapping, Mark::voided, Mark::refused, Mark::after_revoking}) {
            if (of->has(mark)) line_.details.push_back(say_(mark_key(mark)));
        }
        if (of->has(Mark::amended)) line_.details.push_back(say_("amended_mark"));
    }

    static std::string mark_key(Mark mark) {
        switch (mark) {
            case Mark::parked:
                return "mark_parked";
            case Mark::forgotten:
                return "mark_forgotten";
            case Mark::disputed:
                return "mark_disputed";
            case Mark::pending_review:
                return "mark_pending_review";
            case Mark::overlapping:
                return "mark_overlapping";
            case Mark::voided:
                return "mark_voided";
            case Mark::refused:
                return "mark_refused";
            default:
                return "mark_after_revoking";
        }
    }

    void attendance() {
        const UtcMillis at = c_.timeline.at(entry_);
        if (body_of<AttendanceIn>(entry_.event)) {
            set("i-in", "green", say_("event_in", {clock(at)}));
            activity(service());
        } else if (body_of<AttendanceOut>(entry_.event)) {
            const Service* of = service();
            const bool counted = of != nullptr && of->out == entry_.id && of->minutes > 0;
            set("i-out", "blue",
                counted ? say_("event_out_minutes", {clock(at), say_.duration(of->minutes)})
                        : say_("event_out", {clock(at)}));
            activity(of);
        } else if (const auto recorded = body_of<AttendanceRecorded>(entry_.event)) {
            set("i-pen", "blue",
                say_("event_recorded",
                     {say_.stamp(recorded->start, c_.person.offset), clock(recorded->end)}));
            activity(service());
            if (!recorded->sheet.empty()) line_.details.push_back(say_("sheet_number", {recorded->sheet}));
            why(recorded->reason);
        }
    }

    void corrections() {
        if (const auto confirmed = body_of<AttendanceConfirmed>(entry_.event)) {
            set("i-pen", "amber", say_("event_confirmed", {clock(confirmed->end)}));
        } else if (const auto amended = body_of<AttendanceAmended>(entry_.event)) {
            std::string head = say_("event_amended");
            const auto add = [&](const std::string& part) {
                head += (say_.tongue() == Tongue::zh ? "：" : ": ") + part;
            };
            if (amended->start) add(say_("event_amended_start", {clock(*amended->start)}));
            if (amended->end) add(say_("event_amended_end", {clock(*amended->end)}));
            const Activity* to = amended->activity ? c_.book.state.activity(*amended->activity) : nullptr;
            if (to != nullptr) add(say_("event_amended_activity", {to->plan.title}));
            set("i-pen", "amber", head);
            why(amended->reason);
        } else if (const auto voided = body_of<AttendanceVoided>(entry_.event)) {
            set("i-cross", "amber", say_("event_voided"));
            why(voided->reason);
        } else if (const auto disputed = body_of<AttendanceDisputed>(entry_.event)) {
            set("i-warn", "amber", say_("event_disputed"));
            why(disputed->reason);
        } else if (const auto answer = body_of<ConflictResolved>(entry_.event)) {
            set(answer->accepted ? "i-tick" : "i-cross", answer->accepted ? "green" : "amber",
                say_(answer->accepted ? "event_answered_yes" : "event_answered_no"));
            why(answer->reason);
        }
    }

    void membership() {
        if (const auto registered = body_of<MemberRegistered>(entry_.event)) {
            set("i-card", "red",
                registered->number.empty() ? say_("event_registered")
                                           : say_("event_registered_number", {registered->number}));
            if (!registered->parked.empty()) {
                const std::string key = "why_" + registered->parked;
                line_.details.push_back(say_.knows(key) ? say_(key) : registered->parked);
            }
        } else if (body_of<MemberListed>(entry_.event)) {
            set("i-list", "plain", say_("event_listed"));
        } else if (const auto balance = body_of<BalanceOpening>(entry_.event)) {
            set("i-list", "plain",
                say_("opening", {std::to_string(balance->first_half + balance->second_half),
                                 say_.duration(balance->minutes), balance->source}));
        } else if (const auto excused = body_of<MemberExcused>(entry_.event)) {
            set("i-calendar", "plain",
                say_("event_excused", {std::to_string(excused->half.year),
                                       say_("half_word_" + std::to_string(excused->half.half))}));
            why(excused->reason);
        } else if (const auto closed = body_of<MemberClosed>(entry_.event)) {
            set("i-out", "plain", say_("event_closed"));
            why(closed->reason);
        } else if (body_of<MemberTransferred>(entry_.event)) {
            set("i-out", "plain", say_("event_transferred"));
        } else if (body_of<MemberSame>(entry_.event)) {
            set("i-link", "plain", say_("event_same"));
        } else if (const auto parted = body_of<MemberParted>(entry_.event)) {
            set("i-link", "plain", say_("event_parted"));
            why(parted->reason);
        }
    }

    void slips_and_papers() {
        if (body_of<SlipIssued>(entry_.event)) {
            set("i-file", "plain", say_("event_issued"));
        } else if (const auto revoked = body_of<SlipRevoked>(entry_.event)) {
            set("i-cross", "plain", say_("event_slip_revoked"));
            why(revoked->why);
        } else if (const auto resolved = body_of<SlipResolved>(entry_.event)) {
            const bool accepted = resolved->accepted();
            set(accepted ? "i-tick" : "i-cross", accepted ? "green" : "amber",
                say_(accepted ? "event_slip_accepted" : "event_slip_refused"));
            why(resolved->refused);
        } else if (const auto receipt = body_of<ReceiptFiled>(entry_.event)) {
            set("i-file", receipt->taken_back ? "plain" : "green",
                say_(receipt->taken_back ? "event_receipt_back" : "event_receipt_filed"));
        } else if (const auto claimed = body_of<ItemClaimed>(entry_.event)) {
            set("i-list", "green", say_("event_claimed", {title(claimed->item)}));
        } else if (const auto released = body_of<ItemReleased>(entry_.event)) {
            set("i-list", "plain", say_("event_released", {title(released->item)}));
        } else if (body_of<ActivityJoined>(entry_.event)) {
            set("i-calendar", "plain", say_("event_joined"));
        } else if (const auto paper = body_of<PaperRequested>(entry_.event)) {
            const std::string key = "paper_" + paper->paper;
            set("i-file", "plain", say_("event_paper", {say_.knows(key) ? say_(key) : paper->paper}));
        }
    }

    [[nodiscard]] std::string title(ItemId item) const {
        const ItemPublished* known = c_.book.items.item(item);
        return known == nullptr ? to_hex64(item.value) : known->title;
    }

    const EventContext& c_;
    const Speech& say_;
    const Entry& entry_;
    Line line_;
};

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : " · ") + part;
    return out;
}

}  // namespace

Json event_lines(const EventContext& context) {
    std::vector<const Entry*> newest_first;
    for (const Entry& entry : context.file.entries) newest_first.push_back(&entry);
    std::ranges::sort(newest_first, [&](const Entry* a, const Entry* b) {
        return std::pair(context.timeline.at(*b), b->id) < std::pair(context.timeline.at(*a), a->id);
    });
    Json lines = Json::array();
    for (const Entry* entry : newest_first) {
        auto line = Telling(context, *entry).tell();
        if (!line) continue;
        const UtcMillis at = context.timeline.at(*entry);
        if (const auto place = context.places.find(entry->id.origin); place != context.places.end())
            line->details.push_back(place->second);
        line->details.push_back(
            context.say(context.timeline.doubtful(*entry) ? "clock_doubtful" : "clock_exact"));
        if (const auto received = context.file.received.find(entry->id);
            received != context.file.received.end())
            line->details.push_back(
                context.say("received", {context.say.stamp(received->second, context.person.offset)}));
        lines.push_back({{"icon", line->icon},
                         {"colour", line->colour},
                         {"head", line->head},
                         {"detail", joined(line->details)},
                         {"date", context.say.day(at, context.person.offset)}});
    }
    return lines;
}

}  // namespace baodao::hq
