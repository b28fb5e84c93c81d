// SPDX-License-Identifier: MIT
// 干部登录: six digits on a keypad, or a staff card before the camera; below, the way back in.
#include <algorithm>

#include "kiosk/ui/bars.hpp"

namespace baodao {
namespace {

struct StageWords {
    Text ask;
    Text automatic;
    std::optional<Text> hint_1;
    std::optional<Text> hint_2;
};

StageWords words_of(PinStage stage) {
    switch (stage) {
        case PinStage::pin:
            return {Text::pin_ask, Text::pin_auto, Text::pin_hint_1, Text::pin_hint_2};
        case PinStage::reset_code:
            return {Text::pin_reset_ask, Text::pin_auto_code, Text::pin_reset_hint_1, Text::pin_reset_hint_2};
        case PinStage::new_pin:
            return {Text::pin_new_ask, Text::pin_auto_new, Text::pin_new_hint, std::nullopt};
        case PinStage::repeat_pin:
            return {Text::pin_repeat_ask, Text::pin_auto_new, Text::pin_new_hint, std::nullopt};
    }
    return {Text::pin_ask, Text::pin_auto, std::nullopt, std::nullopt};
}

struct Notice {
    std::string title;
    std::string hint;
    bool good = false;
};

std::string time_left(const Scene& scene) {
    const std::int64_t ms = std::max<std::int64_t>(0, scene.model.pin->locked_until - scene.model.now);
    const std::int64_t seconds = (ms + ms_per_second - 1) / ms_per_second;
    const std::string tail = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + (tail.size() == 1 ? ":0" : ":") + tail;
}

std::optional<Notice> notice_of(const Scene& scene) {
    const PinState& pin = *scene.model.pin;
    const auto said = [&](Text title, Text hint, bool good = false) {
        return Notice{std::string(scene.words(title)), std::string(scene.words(hint)), good};
    };
    const std::string left = std::to_string(pin.tries_left);
    switch (pin.notice) {
        case PinNotice::none:
            return std::nullopt;
        case PinNotice::wrong: {
            const Text title = pin.stage == PinStage::reset_code ? Text::pin_reset_wrong : Text::pin_wrong;
            return Notice{scene.words(title, {left}), scene.words(Text::pin_wrong_hint, {left})};
        }
        case PinNotice::locked:
            if (scene.model.now >= pin.locked_until) return std::nullopt;
            return Notice{scene.words(Text::pin_locked, {time_left(scene)}),
                          std::string(scene.words(Text::pin_locked_hint))};
        case PinNotice::no_pin:
            return said(Text::pin_none, Text::pin_none_hint);
        case PinNotice::no_check:
            return said(Text::pin_no_check, Text::pin_no_check_hint);
        case PinNotice::easy:
            return said(Text::pin_easy, Text::pin_easy_hint);
        case PinNotice::differs:
            return said(Text::pin_differs, Text::pin_differs_hint);
        case PinNotice::card_refused:
            return said(Text::pin_card_refused, Text::pin_card_refused_hint);
        case PinNotice::deputy_day:
            return said(Text::pin_deputy_day, Text::pin_deputy_day_hint);
        case PinNotice::deputy_clock:
            return said(Text::pin_deputy_clock, Text::pin_deputy_clock_hint);
        case PinNotice::changed:
            return said(Text::pin_changed, Text::pin_changed_hint, true);
    }
    return std::nullopt;
}

// Dots for what is secret; the town's code is heard and may be checked by eye.
void draw_boxes(const Scene& scene, Rect rect) {
    const PinState& pin = *scene.model.pin;
    const std::size_t count = digits_wanted(pin.stage);
    constexpr float gap = 20;
    const float width =
        std::min(104.0f, (rect.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
    for (std::size_t i = 0; i < count; ++i) {
        const Rect box{rect.x + static_cast<float>(i) * (width + gap), rect.y, width, rect.height};
        const bool filled = i < pin.typed.size();
        scene.canvas.fill(box, scene.palette().surface, 16);
        scene.canvas.outline(box, filled ? scene.palette().accent : scene.palette().edge, 4, 16);
        if (!filled) continue;
        if (pin.stage == PinStage::reset_code)
            scene.canvas.text({box.center().x, box.center().y - 32, width, Align::center}, Type::heading,
                              scene.palette().ink, pin.typed.substr(i, 1));
        else
            scene.canvas.disc(box.center(), 18, scene.palette().ink);
    }
    scene.canvas.note("field", std::to_string(pin.typed.size()) + "/" + std::to_string(count), rect);
}

void draw_notice(const Scene& scene, Rect rect, const Notice& notice) {
    const Palette& palette = scene.palette();
    notice_box(scene.canvas, rect, notice.good ? palette.green_tint : palette.amber_tint,
               notice.good ? palette.green : palette.amber);
    draw_icon(scene.canvas, notice.good ? Icon::check_circle : Icon::triangle, rect.middle_left(32, 48, 48),
              notice.good ? palette.green : palette.amber_ink);
    const float x = rect.x + 108;
    const float room = rect.width - 108 - 24;
    scene.canvas.text({x, rect.y + 22, room}, Type::title_bold, palette.ink, notice.title);
    scene.canvas.text({x, rect.y + 74, room}, Type::body, palette.ink, notice.hint);
}

float draw_challenge(const Scene& scene, Point at, float width) {
    const std::string& digits = scene.model.pin->challenge;
    const std::string spaced =
        digits.substr(0, 4) + " " + digits.substr(std::min<std::size_t>(4, digits.size()));
    const Rect box{at.x, at.y, std::min(width, 560.0f), 112};
    notice_box(scene.canvas, box, scene.palette().surface, scene.palette().edge, 20);
    scene.canvas.text({box.center().x, box.y + 12, box.width, Align::center}, Type::outcome,
                      scene.palette().ink, spaced);
    return box.bottom() + 20;
}

void draw_words(const Scene& scene, Rect rect) {
    const PinState& pin = *scene.model.pin;
    const StageWords words = words_of(pin.stage);
    const Palette& palette = scene.palette();
    float y = rect.y;
    scene.canvas.text({rect.x, y, rect.width}, Type::outcome, palette.ink, scene.words(words.ask));
    y += 108;
    const bool reset = pin.stage == PinStage::reset_code;
    if (reset) {
        scene.canvas.paragraph({rect.x, y, rect.width}, Type::body, palette.ink,
                               scene.words(Text::pin_reset_hint_1));
        y = draw_challenge(scene, {rect.x, y + 52}, rect.width);
    }
    draw_boxes(scene, {rect.x, y, rect.width, 128});
    y += 160;
    if (const auto notice = notice_of(scene)) {
        draw_notice(scene, {rect.x, y, rect.width, 140}, *notice);
        y += 164;
    }
    for (const auto& hint : {reset ? std::nullopt : words.hint_1, words.hint_2}) {
        if (!hint) continue;
        const std::string_view text = scene.words(*hint);
        scene.canvas.paragraph({rect.x, y, rect.width}, Type::body, palette.ink_second, text);
        y += scene.canvas.measure(Type::body, text) > rect.width ? 92.0f : 48.0f;
    }
    if (pin.stage != PinStage::pin) return;
    const std::string_view forgot = scene.words(Text::pin_forgot);
    button(
        scene.canvas,
        {rect.x, y + 16, button_width(scene.canvas, forgot, true, button_height_small), button_height_small},
        {"pin_forgot", forgot, ButtonKind::secondary, Icon::phone, StaffIntent{PinTouch{PinForgotten{}}}});
}

void draw_keypad(const Scene& scene, Rect rect) {
    constexpr float gap = 12;
    constexpr float last_height = 112;
    const float width = (rect.width - 2 * gap) / 3;
    const float height = (rect.height - last_height - 4 * gap) / 4;
    const auto place = [&](std::size_t row, std::size_t column) {
        return Rect{rect.x + static_cast<float>(column) * (width + gap),
                    rect.y + static_cast<float>(row) * (height + gap), width, height};
    };
    for (std::size_t i = 0; i < 10; ++i) {
        const char digit = static_cast<char>('0' + (i + 1) % 10);
        const std::string label(1, digit);
        keypad_key(scene.canvas, i == 9 ? place(3, 1) : place(i / 3, i % 3), "key_" + label, label,
                   Type::outcome, StaffIntent{PinTouch{PinKey{digit}}});
    }
    button(scene.canvas, place(3, 0),
           {"pin_clear", scene.words(Text::clear_all), ButtonKind::quiet, std::nullopt,
            StaffIntent{PinTouch{PinClear{}}}});
    button(scene.canvas, place(3, 2),
           {"pin_erase", scene.words(Text::erase_one), ButtonKind::quiet, Icon::backspace,
            StaffIntent{PinTouch{PinErase{}}}});
    disabled_box(scene.canvas, {rect.x, rect.bottom() - last_height, rect.width, last_height},
                 scene.words(words_of(scene.model.pin->stage).automatic));
}

}  // namespace

void draw_staff_pin(const Scene& scene) {
    if (!scene.model.pin) return;
    draw_work_strip(scene, scene.words(Text::staff_pin_title), {});
    const Layout& layout = scene.canvas.layout();
    const float side = side_margin(scene);
    if (scene.portrait()) {
        draw_words(scene, {side, 200, layout.width - 2 * side, 900});
        draw_keypad(scene, {side, 1080, layout.width - 2 * side, 780});
        return;
    }
    const float keypad = std::min(960.0f, layout.width * 0.5f);
    const float words_top = scene.model.pin->stage == PinStage::reset_code ? 200.0f : 300.0f;
    draw_words(scene, {side, words_top, layout.width - keypad - 3 * side, 700});
    draw_keypad(scene, {layout.width - side - keypad, 248, keypad, 688});
}

}  // namespace baodao
