// SPDX-License-Identifier: MIT
#include "kiosk/app/self_test.hpp"

#include <algorithm>

#include "kiosk/app/model.hpp"

namespace baodao {

Grade grade_of(Finding finding) {
    switch (finding) {
        case Finding::untried:
        case Finding::checking:
            return Grade::open;
        case Finding::good:
            return Grade::good;
        case Finding::disk_full:
        case Finding::store_failed:
        case Finding::store_damaged:
            return Grade::bad;
        default:
            return Grade::mind;
    }
}

std::string_view token(TestPart part) {
    switch (part) {
        case TestPart::camera:
            return "camera";
        case TestPart::printer:
            return "printer";
        case TestPart::disk:
            return "disk";
        case TestPart::clock:
            return "clock";
        case TestPart::reporting:
            return "reporting";
        case TestPart::journal:
            return "journal";
        case TestPart::touch:
            return "touch";
        case TestPart::scanner:
            return "scanner";
        case TestPart::sound:
            return "sound";
        case TestPart::page:
            return "page";
    }
    return "camera";
}

std::string_view token(Finding finding) {
    switch (finding) {
        case Finding::untried:
            return "untried";
        case Finding::checking:
            return "checking";
        case Finding::good:
            return "good";
        case Finding::camera_lost:
            return "camera_lost";
        case Finding::camera_dark:
            return "camera_dark";
        case Finding::printer_none:
            return "printer_none";
        case Finding::printer_away:
            return "printer_away";
        case Finding::printer_no_paper:
            return "printer_no_paper";
        case Finding::disk_low:
            return "disk_low";
        case Finding::disk_full:
            return "disk_full";
        case Finding::clock_doubtful:
            return "clock_doubtful";
        case Finding::waits_long:
            return "waits_long";
        case Finding::store_failed:
            return "store_failed";
        case Finding::store_damaged:
            return "store_damaged";
        case Finding::mirror_behind:
            return "mirror_behind";
        case Finding::touch_gaps:
            return "touch_gaps";
        case Finding::scanner_silent:
            return "scanner_silent";
        case Finding::sound_unheard:
            return "sound_unheard";
        case Finding::page_failed:
            return "page_failed";
    }
    return "untried";
}

std::string_view token(TestOccasion occasion) {
    switch (occasion) {
        case TestOccasion::start:
            return "start";
        case TestOccasion::morning:
            return "morning";
        case TestOccasion::staff:
            return "staff";
    }
    return "start";
}

namespace {

bool settled(const Model& model) {
    return model.now - model.self_test->begun >= test_settles_ms;
}

Finding of_camera(const Model& model) {
    if (model.camera == CameraState::lost) return Finding::camera_lost;
    if (model.camera == CameraState::starting)
        return settled(model) ? Finding::camera_lost : Finding::checking;
    return model.coaching == Coaching::too_dark ? Finding::camera_dark : Finding::good;
}

Finding of_printer(const Model& model) {
    switch (model.printer.presence) {
        case PrinterPresence::unknown:
            return settled(model) ? Finding::printer_away : Finding::checking;
        case PrinterPresence::none:
            return Finding::printer_none;
        case PrinterPresence::away:
            return Finding::printer_away;
        case PrinterPresence::answers:
            break;
    }
    return model.printer.supply == PaperSupply::out ? Finding::printer_no_paper : Finding::good;
}

Finding of_disk(const MachineReport& machine) {
    const std::int64_t free = machine.free_mb.value_or(disk_low_mb);
    if (free < disk_full_mb || (!machine.ballast && free < disk_spent_mb)) return Finding::disk_full;
    return free < disk_low_mb ? Finding::disk_low : Finding::good;
}

Finding of_reporting(const MachineReport& machine, UtcMillis now) {
    const bool long_ago = machine.waits_since && now - *machine.waits_since > waits_days * ms_per_day;
    return long_ago ? Finding::waits_long : Finding::good;
}

Finding of_journal(const MachineReport& machine) {
    switch (machine.journal) {
        case JournalState::checking:
            return Finding::checking;
        case JournalState::whole:
            return Finding::good;
        case JournalState::mirror_behind:
            return Finding::mirror_behind;
        case JournalState::damaged:
            return Finding::store_damaged;
        case JournalState::failed:
            return Finding::store_failed;
    }
    return Finding::checking;
}

}  // namespace

Finding finding_of(const Model& model, TestPart part) {
    if (!model.self_test) return Finding::untried;
    if (part == TestPart::camera) return of_camera(model);
    if (part == TestPart::printer) return of_printer(model);
    const auto& machine = model.self_test->machine;
    switch (part) {
        case TestPart::disk:
            return machine ? of_disk(*machine) : Finding::checking;
        case TestPart::clock:
            if (!machine) return Finding::checking;
            return machine->clock == ClockDoubt::none ? Finding::good : Finding::clock_doubtful;
        case TestPart::reporting:
            return machine ? of_reporting(*machine, model.wall) : Finding::checking;
        case TestPart::journal:
            return machine ? of_journal(*machine) : Finding::checking;
        default:
            break;
    }
    const auto found = model.self_test->by_hand.find(part);
    return found == model.self_test->by_hand.end() ? Finding::untried : found->second;
}

std::optional<TestPart> first_trouble(const Model& model) {
    for (const Grade grade : {Grade::bad, Grade::mind}) {
        for (const TestPart part : automatic_parts)
            if (grade_of(finding_of(model, part)) == grade) return part;
        for (const TestPart part : hand_parts)
            if (grade_of(finding_of(model, part)) == grade) return part;
    }
    return std::nullopt;
}

std::size_t count_of(const Model& model, Grade grade) {
    const auto is_it = [&](TestPart part) { return grade_of(finding_of(model, part)) == grade; };
    return static_cast<std::size_t>(
        std::count_if(std::begin(automatic_parts), std::end(automatic_parts), is_it) +
        std::count_if(std::begin(hand_parts), std::end(hand_parts), is_it));
}

bool all_good(const Model& model) {
    return std::all_of(std::begin(automatic_parts), std::end(automatic_parts),
                       [&](TestPart part) { return finding_of(model, part) == Finding::good; }) &&
           !first_trouble(model);
}

bool may_open(const Model& model) {
    return count_of(model, Grade::bad) == 0;
}

std::int64_t opens_in_s(const Model& model) {
    if (!model.self_test || !model.self_test->good_since) return 0;
    const std::int64_t left = test_opens_ms - (model.now - *model.self_test->good_since);
    return std::max<std::int64_t>(1, (left + ms_per_second - 1) / ms_per_second);
}

}  // namespace baodao
