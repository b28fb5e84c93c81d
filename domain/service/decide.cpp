// SPDX-License-Identifier: MIT
#include "domain/service/decide.hpp"

#include <algorithm>

#include "domain/event/kinds_attendance.hpp"

namespace baodao {

namespace {

EventDraft draft_in(SlipSerial serial, std::string parked, std::optional<ActivityId> activity) {
    return {std::string(AttendanceIn::kind), to_body(AttendanceIn{serial, std::move(parked)}), activity};
}

class Desk {
  public:
    Desk(const DeskScan& scan, const PersonState& person, const CommunityState& community, const Rules& rules,
         const Now& now)
        : scan_(scan),
          slip_(scan.slip),
          person_(person),
          community_(community),
          rules_(rules),
          now_(now),
          today_(local_date(now.at, community.offset())),
          known_(person.slip(scan.slip.serial)) {
        decision_.at = now.at;
        if (person.registered) decision_.number = person.registered->number;
    }

    Decision decide() && {
        if (const auto recent = repeated()) {
            answer_again(*recent);
        } else if (!signs_people()) {
            decision_.outcome = Outcome::wrong_purpose;
        } else if (known_ != nullptr && (known_->revoked || known_->resolution == Resolution::refused)) {
            decision_.outcome = Outcome::revoked;
        } else if (!person_.registered) {
            registration();
        } else if (const Service* open = person_.open_service()) {
            with_open(*open);
        } else if (scan_.confirmed) {
            decision_.outcome = Outcome::already_out;  // the other window was faster
        } else {
            sign_in();
        }
        return std::move(decision_);
    }

  private:
    bool follow_up() const { return scan_.confirmed || scan_.sign_in_now || scan_.chose; }

    bool signs_people() const {
        return slip_.purpose == SlipPurpose::registration || slip_.purpose == SlipPurpose::team_leader;
    }

    // From the table of recent slips, or, when the program was restarted in between, from the log.
    std::optional<RecentAnswer> repeated() const {
        if (follow_up()) return std::nullopt;
        if (scan_.recent) return scan_.recent;
        if (known_ == nullptr || !known_->last_seen || known_->last_seen->boot != now_.boot)
            return std::nullopt;
        const Sighting& seen = *known_->last_seen;
        const std::int64_t passed = now_.mono - seen.mono;
        if (passed < 0 || passed >= rules_.value(Rule::repeat_seconds, today_) * ms_per_second) {
            return std::nullopt;
        }
        const Outcome first = seen.kind == AttendanceIn::kind    ? Outcome::signed_in
                              : seen.kind == AttendanceOut::kind ? Outcome::signed_out
                              : known_->waits()                  ? Outcome::parked
                                                                 : Outcome::registered;
        return RecentAnswer{first, known_->parked, seen.at};
    }

    void answer_again(const RecentAnswer& recent) {
        const Outcome first = recent.outcome;
        const bool was_in = first == Outcome::signed_in || first == Outcome::forgotten_sign_out ||
                            first == Outcome::already_in;
        const bool was_out = first == Outcome::signed_out || first == Outcome::already_out;
        decision_.outcome = was_in ? Outcome::already_in : was_out ? Outcome::already_out : first;
        decision_.at = recent.at;
        if (first == Outcome::parked) decision_.park_reason = recent.park_reason;
        if (first == Outcome::registered) set_running();
        if (first == Outcome::choose_activity) set_choices();
        const Service* open = person_.open_service();
        if ((was_in || first == Outcome::confirm_short) && open != nullptr) touch(*open);
        if (was_out && !person_.services.empty()) touch(person_.services.back());
    }

    void touch(const Service& service) {
        decision_.service = service;
        decision_.activity = service.activity;
    }

    void set_running() {
        const auto running = community_.running(now_.at);
        if (running.size() == 1) decision_.running = running.front()->id;
    }

    void set_choices() {
        for (const Activity* activity : community_.running(now_.at))
            decision_.choices.push_back(activity->id);
    }

    // The dates limit the first registration only (decision 7).
    void registration() {
        // A clock that nobody believes is no reason to turn somebody away.
        if (today_ < slip_.first && now_.confidence != Confidence::doubtful) {
            decision_.outcome = Outcome::not_yet_valid;
            return;
        }
        decision_.park_reason = reason_to_park(/*first_time=*/true);
        decision_.parked = decision_.park_reason.has_value();
        decision_.outcome = decision_.parked ? Outcome::parked : Outcome::registered;
        decision_.number = decision_.parked ? scan_.parked_number : scan_.number;
        set_running();

        MemberRegistered body{slip_.serial,
                              std::nullopt,
                              decision_.number,
                              slip_.agency,
                              static_cast<std::uint8_t>(slip_.purpose),
                              parked_token()};
        if (!person_.members.empty()) body.member = *person_.members.begin();
        decision_.events.push_back({std::string(MemberRegistered::kind), to_body(body), std::nullopt});
    }

    std::optional<ParkReason> reason_to_park(bool first_time) const {
        if (known_ != nullptr && known_->resolution == Resolution::accepted) return std::nullopt;
        if (!slip_.key_known) return ParkReason::unknown_key;
        const bool ours = person_.listed || (known_ != nullptr && known_->issued);
        if (slip_.community != community_.community() && !person_.listed) return ParkReason::other_community;
        if (!first_time) return std::nullopt;
        if (today_ > slip_.last) return ParkReason::past_last_day;
        const auto roster = community_.roster_day();
        if (roster && *roster > slip_.first && !ours) return ParkReason::not_on_roster;
        return std::nullopt;
    }

    // A registered slip is as good as on its first day. One that waits for HQ stays parked for
    // the same reason; another slip of a registered person is judged for itself, dates aside.
    void judge_parking() {
        const bool stands = person_.registered->serial == slip_.serial && !person_.registered->parked;
        if (stands) return;
        if (known_ != nullptr && known_->waits() && known_->parked != ParkReason::unknown_key) {
            decision_.park_reason = known_->parked;
        } else {
            decision_.park_reason = reason_to_park(/*first_time=*/false);
        }
        decision_.parked = decision_.park_reason.has_value();
    }

    std::string parked_token() const {
        return decision_.park_reason ? std::string(token(*decision_.park_reason)) : std::string();
    }

    void with_open(const Service& open) {
        touch(open);
        if (scan_.sign_in_now || scan_.chose) {
            stays_in(open);
            return;
        }
        if (!scan_.confirmed && is_short(open)) {
            decision_.outcome = Outcome::confirm_short;
            return;
        }
        judge_parking();
        decision_.outcome = Outcome::signed_out;
        const AttendanceOut body{slip_.serial, parked_token(), scan_.confirmed};
        decision_.events.push_back({std::string(AttendanceOut::kind), to_body(body), open.activity});
    }

    // Touched twice, or signed in meanwhile; or 不是这项活动, soon after the sign-in: it moves.
    void stays_in(const Service& open) {
        decision_.outcome = Outcome::already_in;
        decision_.at = open.started.value_or(now_.at);
        if (!scan_.choice || scan_.choice == open.activity || !open.in || !is_short(open)) return;
        AttendanceAmended moved{{slip_.serial, std::nullopt}, *open.in, {}, {}, scan_.choice, "chosen"};
        decision_.outcome = Outcome::signed_in;
        decision_.activity = scan_.choice;
        decision_.events.push_back({std::string(AttendanceAmended::kind), to_body(moved), open.activity});
    }

    // By the monotonic clock when the sign-in was on this boot, else by the best estimates.
    bool is_short(const Service& open) const {
        std::int64_t passed = now_.at - open.started.value_or(now_.at);
        const bool by_this_slip =
            known_ != nullptr && known_->last_seen && known_->last_seen->event == open.in;
        if (by_this_slip && known_->last_seen->boot == now_.boot)
            passed = now_.mono - known_->last_seen->mono;
        return passed < rules_.value(Rule::confirm_short_minutes, today_) * ms_per_minute;
    }

    static bool is_on(ActivityId activity, const std::vector<const Activity*>& running) {
        return std::any_of(running.begin(), running.end(),
                           [&](const Activity* each) { return each->id == activity; });
    }

    void sign_in() {
        const auto running = community_.running(now_.at);
        std::optional<ActivityId> activity;
        if (scan_.chose) {
            activity = scan_.choice;
        } else if (scan_.at_event && is_on(*scan_.at_event, running)) {
            activity = scan_.at_event;
        } else if (running.size() > 1) {
            decision_.outcome = Outcome::choose_activity;
            set_choices();
            return;
        } else if (running.size() == 1) {
            activity = running.front()->id;
        }
        judge_parking();
        const Service* forgotten = person_.forgotten_service();
        decision_.outcome = forgotten != nullptr ? Outcome::forgotten_sign_out : Outcome::signed_in;
        if (forgotten != nullptr) decision_.forgotten = *forgotten;
        decision_.activity = activity;
        decision_.events.push_back(draft_in(slip_.serial, parked_token(), activity));
    }

    const DeskScan& scan_;
    const DeskSlip& slip_;
    const PersonState& person_;
    const CommunityState& community_;
    const Rules& rules_;
    const Now& now_;
    LocalDate today_;
    const SlipState* known_;
    Decision decision_;
};

}  // namespace

Decision decide(const DeskScan& scan, const PersonState& person, const CommunityState& community,
                const Rules& rules, const Now& now) {
    return Desk(scan, person, community, rules, now).decide();
}

}  // namespace baodao
