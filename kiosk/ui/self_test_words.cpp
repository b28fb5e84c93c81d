// SPDX-License-Identifier: MIT
#include "kiosk/ui/self_test_words.hpp"

namespace baodao {
namespace {

struct FindingWords {
    Text state;
    Text line;  // on the part's card
    Text help;  // below the screen's sentence
};

FindingWords words_of(Finding finding) {
    switch (finding) {
        case Finding::camera_lost:
            return {Text::found_camera_lost, Text::line_camera_lost, Text::help_camera_lost};
        case Finding::camera_dark:
            return {Text::found_camera_dark, Text::line_camera_dark, Text::help_camera_dark};
        case Finding::printer_none:
            return {Text::printer_none, Text::line_printer_none, Text::help_printer_none};
        case Finding::printer_away:
            return {Text::printer_away, Text::line_printer_away, Text::help_printer_away};
        case Finding::printer_no_paper:
            return {Text::trouble_no_paper, Text::line_printer_no_paper, Text::help_printer_no_paper};
        case Finding::disk_low:
            return {Text::found_disk_low, Text::line_call_town, Text::help_disk_low};
        case Finding::disk_full:
            return {Text::found_disk_full, Text::line_call_town, Text::help_disk_full};
        case Finding::clock_doubtful:
            return {Text::board_clock_off, Text::line_clock_doubtful, Text::help_clock_doubtful};
        case Finding::waits_long:
            return {Text::found_waits_long, Text::line_waits_long, Text::help_waits_long};
        case Finding::store_failed:
            return {Text::found_store_failed, Text::line_restart, Text::help_store_failed};
        case Finding::store_damaged:
            return {Text::found_store_damaged, Text::line_restart, Text::help_store_damaged};
        case Finding::mirror_behind:
            return {Text::found_mirror_behind, Text::line_mirror_behind, Text::help_mirror_behind};
        case Finding::touch_gaps:
            return {Text::found_touch_gaps, Text::line_touch_gaps, Text::help_touch_gaps};
        case Finding::scanner_silent:
            return {Text::found_scanner_silent, Text::line_scanner_silent, Text::help_scanner_silent};
        case Finding::sound_unheard:
            return {Text::found_sound_unheard, Text::line_sound_unheard, Text::help_sound_unheard};
        case Finding::page_failed:
            return {Text::found_page_failed, Text::line_page_failed, Text::help_page_failed};
        case Finding::untried:
            return {Text::found_untried, Text::line_untried, Text::test_hint_checking};
        case Finding::checking:
            return {Text::found_checking, Text::line_checking, Text::test_hint_checking};
        case Finding::good:
            break;
    }
    return {Text::board_fine, Text::line_good, Text::test_hint_checking};
}

Icon icon_of(TestPart part) {
    switch (part) {
        case TestPart::camera:
            return Icon::camera;
        case TestPart::printer:
        case TestPart::page:
            return Icon::printer;
        case TestPart::disk:
            return Icon::save;
        case TestPart::clock:
            return Icon::clock;
        case TestPart::reporting:
            return Icon::cloud_check;
        case TestPart::journal:
            return Icon::database;
        case TestPart::touch:
            return Icon::finger;
        case TestPart::scanner:
            return Icon::qr_code;
        case TestPart::sound:
            return Icon::speaker;
    }
    return Icon::check;
}

Text name_of(TestPart part) {
    switch (part) {
        case TestPart::camera:
            return Text::board_camera;
        case TestPart::printer:
            return Text::print_printer;
        case TestPart::disk:
            return Text::test_disk;
        case TestPart::clock:
            return Text::board_clock;
        case TestPart::reporting:
            return Text::board_report;
        case TestPart::journal:
            return Text::board_records;
        case TestPart::touch:
            return Text::test_touch;
        case TestPart::scanner:
            return Text::test_scanner;
        case TestPart::sound:
            return Text::test_sound;
        case TestPart::page:
            return Text::test_page;
    }
    return Text::board_camera;
}

std::string free_words(const Scene& scene, std::int64_t megabytes) {
    constexpr std::int64_t gigabyte = 1024;
    if (megabytes >= gigabyte)
        return scene.words(Text::line_disk_free, {std::to_string(megabytes / gigabyte) + " GB"});
    return scene.words(Text::line_disk_free, {std::to_string(megabytes) + " MB"});
}

// A part that is well says what it has seen.
std::string good_line(const Scene& scene, TestPart part) {
    const Model& model = scene.model;
    const auto& machine = model.self_test->machine;
    switch (part) {
        case TestPart::camera:
            return std::string(scene.words(Text::line_camera_good));
        case TestPart::printer:
            return std::string(scene.words(model.printer.supply == PaperSupply::present
                                               ? Text::line_printer_paper
                                               : Text::line_printer_unclear));
        case TestPart::disk:
            if (machine && machine->free_mb) return free_words(scene, *machine->free_mb);
            break;
        case TestPart::clock:
            return scene.words.medium_date(model.wall);
        case TestPart::reporting:
            if (!machine || machine->unreported == 0) return std::string(scene.words(Text::line_reported));
            return scene.words(Text::line_unreported, {std::to_string(machine->unreported)});
        case TestPart::journal:
            if (machine) return scene.words(Text::board_records_fine, {std::to_string(machine->records)});
            break;
        default:
            break;
    }
    return std::string(scene.words(Text::line_good));
}

}  // namespace

PartWords part_words(const Scene& scene, TestPart part) {
    const Finding finding = finding_of(scene.model, part);
    const FindingWords words = words_of(finding);
    PartWords told{icon_of(part), scene.words(name_of(part)), scene.words(words.state), {}};
    told.line = finding == Finding::good ? good_line(scene, part) : std::string(scene.words(words.line));
    if (part == TestPart::camera && finding == Finding::camera_lost) told.icon = Icon::camera_off;
    return told;
}

HeadWords head_words(const Scene& scene) {
    const Model& model = scene.model;
    if (const auto trouble = first_trouble(model)) {
        const Finding finding = finding_of(model, *trouble);
        const std::string help(scene.words(words_of(finding).help));
        if (!may_open(model)) return {std::string(scene.words(Text::test_head_bad)), help};
        const auto good = std::to_string(count_of(model, Grade::good));
        const auto mind = std::to_string(count_of(model, Grade::mind));
        return {scene.words(Text::test_head_mind, {good, mind}), help};
    }
    if (!all_good(model))
        return {std::string(scene.words(Text::test_head_checking)),
                std::string(scene.words(Text::test_hint_checking))};
    const std::int64_t seconds = opens_in_s(model);
    return {std::string(scene.words(Text::test_head_good)),
            seconds > 0 ? scene.words(Text::test_hint_good, {std::to_string(seconds)})
                        : std::string(scene.words(Text::test_hint_checking))};
}

}  // namespace baodao
