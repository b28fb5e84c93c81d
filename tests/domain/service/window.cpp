// SPDX-License-Identifier: MIT
#include "window.hpp"

namespace baodao::test {

Window::Window() : mono_zero(wall("2025-12-31 00:00")) {
    slip.serial = chen;
    slip.community = fenglin;
    slip.agency = {0xF00010};
    slip.first = day("2026-01-01");
    slip.last = day("2026-06-30");
}

Decision Window::scan_at(UtcMillis at, DeskScan scan) {
    scan.slip = slip;
    scan.number = "枫林A-0195";
    scan.parked_number = "枫林A-待核 0042";
    const Now now{at, {at - mono_zero}, boot, confidence};
    const bool follow_up = scan.confirmed || scan.sign_in_now || scan.chose;
    if (!follow_up) scan.recent = recent.see(slip.serial, now.mono, 5 * ms_per_second);
    const bool again = scan.recent.has_value();
    const auto community = story.community();
    const auto person = fold_person(slip.serial.value, story.entries, community, at);
    Decision decision = decide(scan, person, community, community.rules(), now);
    for (const EventDraft& draft : decision.events) append(draft, now);
    if (!again) recent.remember(slip.serial, now.mono, {decision.outcome, decision.park_reason, decision.at});
    return decision;
}

Decision Window::confirm(std::string_view when) {
    DeskScan scan;
    scan.confirmed = true;
    return scan_at(wall(when), scan);
}

Decision Window::choose(std::string_view when, std::optional<ActivityId> choice) {
    DeskScan scan;
    scan.chose = true;
    scan.choice = choice;
    return scan_at(wall(when), scan);
}

Decision Window::sign_in_now(std::string_view when) {
    DeskScan scan;
    scan.sign_in_now = true;
    return scan_at(wall(when), scan);
}

void Window::append(const EventDraft& draft, const Now& now) {
    story.tell_at(Where::a, now.at, draft.kind, draft.body, draft.activity);
    EventTime& time = story.entries.back().event.at;
    time.mono = now.mono;
    time.boot = now.boot;
}

}  // namespace baodao::test
