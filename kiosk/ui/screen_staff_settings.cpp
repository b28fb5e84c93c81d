// SPDX-License-Identifier: MIT
// 设置: the machine at the left, what may be changed at the right.
#include <algorithm>

#include "kiosk/ui/staff_screen.hpp"

namespace baodao {
namespace {

constexpr float gap = 24;
constexpr float key = 88;
constexpr float row_height = 104;

Intent touch(SettingsTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

struct Fact {
    Text label;
    std::string value;
};

Text printer_word(const PrinterView& printer) {
    if (printer.presence == PrinterPresence::none) return Text::settings_printer_none;
    if (printer.presence != PrinterPresence::answers) return Text::settings_printer_away;
    if (printer.supply == PaperSupply::out) return Text::settings_paper_out;
    return printer.supply == PaperSupply::present ? Text::settings_paper_present
                                                  : Text::settings_paper_unclear;
}

Text camera_word(CameraState camera) {
    if (camera == CameraState::working) return Text::settings_camera_good;
    return camera == CameraState::lost ? Text::settings_camera_lost : Text::settings_camera_starting;
}

std::vector<Fact> facts_of(const Scene& scene, const MachineFacts& facts) {
    const auto count = [](std::int64_t number) { return std::to_string(number); };
    return {{Text::settings_community, facts.community},
            {Text::settings_window, facts.window},
            {Text::settings_version, facts.version},
            {Text::settings_printer, std::string(scene.words(printer_word(scene.model.printer)))},
            {Text::settings_camera, std::string(scene.words(camera_word(scene.model.camera)))},
            {Text::settings_records, count(facts.records)},
            {Text::board_unreported, count(facts.unreported)},
            {Text::settings_free, facts.free_mb ? count(*facts.free_mb) + " MB" : "?"}};
}

void draw_facts(const Scene& scene, Rect rect, const MachineFacts& facts) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    scene.canvas.note("group", scene.words(Text::settings_machine), rect);
    const Rect inner = rect.inset(36, 24);
    scene.canvas.text({inner.x, inner.y, inner.width}, Type::title_bold, palette.ink,
                      scene.words(Text::settings_machine));
    const std::vector<Fact> lines = facts_of(scene, facts);
    const float height = std::min(84.0f, (inner.height - 64) / static_cast<float>(lines.size()));
    float y = inner.y + 64;
    for (const Fact& line : lines) {
        scene.canvas.fill({inner.x, y - 2, inner.width, 2}, palette.line);
        const float middle = y + height / 2;
        scene.canvas.text({inner.x, middle - 20, inner.width * 0.4f}, Type::body, palette.ink_second,
                          scene.words(line.label));
        scene.canvas.text({inner.right(), middle - 20, inner.width * 0.58f, Align::right}, Type::body_bold,
                          palette.ink, line.value);
        y += height;
    }
}

struct Choice {
    std::string_view id;
    Text label;
    bool chosen = false;
    SettingsTouch touch;
};

// One of two.
void draw_choice(const Scene& scene, Rect row, Text label, const Choice& one, const Choice& other) {
    scene.canvas.text({row.x, row.y + 20, row.width * 0.36f}, Type::title, scene.palette().ink,
                      scene.words(label));
    const float from = row.x + row.width * 0.38f;
    const float width = (row.right() - from - 12) / 2;
    float x = from;
    for (const Choice* choice : {&one, &other}) {
        button(scene.canvas, {x, row.y, width, key},
               {choice->id, scene.words(choice->label),
                choice->chosen ? ButtonKind::dark : ButtonKind::secondary,
                choice->chosen ? std::optional(Icon::check) : std::nullopt, touch(choice->touch)});
        x += width + 12;
    }
}

void draw_stepper(const Scene& scene, Rect row, Text label, const std::string& id, const std::string& value,
                  SettingsTouch less, SettingsTouch more) {
    const Palette& palette = scene.palette();
    scene.canvas.text({row.x, row.y + 20, row.width * 0.36f}, Type::title, palette.ink, scene.words(label));
    const float from = row.x + row.width * 0.38f;
    button(scene.canvas, {from, row.y, key, key},
           {id + "_less", "−", ButtonKind::secondary, std::nullopt, touch(std::move(less))});
    button(scene.canvas, {row.right() - key, row.y, key, key},
           {id + "_more", "+", ButtonKind::secondary, std::nullopt, touch(std::move(more))});
    scene.canvas.text(
        {(from + row.right()) / 2, row.y + 12, row.right() - from - 2 * key - 16, Align::center},
        Type::heading, palette.ink, value);
}

std::string clock_text(DayMinute time) {
    const std::string hour = std::to_string(time.minute / 60);
    const std::string minute = std::to_string(time.minute % 60);
    return (hour.size() < 2 ? "0" : "") + hour + (minute.size() < 2 ? ":0" : ":") + minute;
}

void draw_choices(const Scene& scene, Rect rect) {
    const WindowChoices& now = scene.model.choices;
    card(scene.canvas, rect);
    scene.canvas.note("group", scene.words(Text::settings_choices), rect);
    const Rect inner = rect.inset(36, 24);
    scene.canvas.text({inner.x, inner.y, inner.width}, Type::title_bold, scene.palette().ink,
                      scene.words(Text::settings_choices));
    const float step = std::min(row_height, (inner.height - 64) / 6);
    int number = 0;
    const auto row = [&] {
        return Rect{inner.x, inner.y + 64 + static_cast<float>(number++) * step, inner.width, key};
    };
    draw_choice(scene, row(), Text::settings_language,
                {"chinese", Text::settings_chinese, now.language == Language::chinese,
                 LanguageChosen{Language::chinese}},
                {"english", Text::settings_english, now.language == Language::english,
                 LanguageChosen{Language::english}});
    draw_choice(scene, row(), Text::settings_large,
                {"large_off", Text::settings_off, !now.large_text, LargeTextChosen{false}},
                {"large_on", Text::settings_on, now.large_text, LargeTextChosen{true}});
    draw_choice(scene, row(), Text::settings_motion,
                {"motion_off", Text::settings_off, !now.reduced_motion, MotionChosen{false}},
                {"motion_on", Text::settings_on, now.reduced_motion, MotionChosen{true}});
    draw_stepper(scene, row(), Text::settings_volume, "volume", std::to_string(now.volume) + "%",
                 VolumeMoved{-volume_step}, VolumeMoved{+volume_step});
    draw_stepper(scene, row(), Text::settings_quiet_from, "quiet_from", clock_text(now.quiet_from),
                 QuietFromMoved{-quiet_step_minutes}, QuietFromMoved{+quiet_step_minutes});
    draw_stepper(scene, row(), Text::settings_quiet_to, "quiet_to", clock_text(now.quiet_to),
                 QuietToMoved{-quiet_step_minutes}, QuietToMoved{+quiet_step_minutes});
}

void draw_foot(const Scene& scene, Rect rect) {
    float right = rect.right();
    const auto print = [&](std::string_view id, Text label, ButtonKind kind, Icon icon, bool to_stick) {
        const float width = button_width(scene.canvas, scene.words(label), true);
        right -= width;
        button(scene.canvas, {right, rect.y, width, button_height},
               {id, scene.words(label), kind, icon, touch(SettingsPrinted{to_stick})});
        right -= gap;
    };
    print("print_settings", Text::settings_print, ButtonKind::primary, Icon::printer, false);
    print("settings_stick", Text::print_to_stick, ButtonKind::secondary, Icon::save, true);
    if (!scene.portrait())
        scene.canvas.paragraph({rect.x, rect.y + 12, right - rect.x}, Type::body, scene.palette().ink_second,
                               scene.words(Text::settings_note));
}

}  // namespace

void draw_page(const Scene& scene, const SettingsPage& page) {
    draw_staff_strip(scene, scene.words(Text::tool_settings), StaffStrip::page);
    if (!page.facts) return;
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    const float foot = room.bottom() - button_height;
    const float height = foot - gap - room.y;
    if (scene.portrait()) {
        const float half = (height - gap) / 2;
        draw_facts(scene, {room.x, room.y, room.width, half}, *page.facts);
        draw_choices(scene, {room.x, room.y + half + gap, room.width, half});
    } else {
        const float left = (room.width - gap) * 0.42f;
        draw_facts(scene, {room.x, room.y, left, height}, *page.facts);
        draw_choices(scene, {room.x + left + gap, room.y, room.width - left - gap, height});
    }
    draw_foot(scene, {room.x, foot, room.width, button_height});
}

}  // namespace baodao
