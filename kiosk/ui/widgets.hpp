// SPDX-License-Identifier: MIT
// The parts that screens are put together from. Each draws itself, notes what it
// says, and makes itself touchable; none keeps anything between frames.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/ui/canvas.hpp"
#include "kiosk/ui/icon.hpp"

namespace baodao {

// ---- cards
void card(Canvas& canvas, Rect rect, float radius = 24);
void card_with_bar(Canvas& canvas, Rect rect, Color bar);
// A tinted box with a 3 px edge: something to be read.
void notice_box(Canvas& canvas, Rect rect, Color tint, Color edge, float radius = 24);

// ---- buttons
enum class ButtonKind {
    primary,    // at most one on a screen
    confirm,    // green: joins what is on now
    secondary,  //
    dark,       // 知道了
    quiet,      // 大字
};
struct Button {
    std::string_view id;  // unique on its screen
    std::string_view label;
    ButtonKind kind = ButtonKind::secondary;
    std::optional<Icon> icon;
    Intent intent;
};
inline constexpr float button_height = 104;
inline constexpr float button_height_small = 88;
void button(Canvas& canvas, Rect rect, const Button& button);
// The width that holds the label comfortably.
[[nodiscard]] float button_width(const Canvas& canvas, std::string_view label, bool with_icon,
                                 float height = button_height);

// What cannot be done now: dashed, with the reason as its label.
void disabled_box(Canvas& canvas, Rect rect, std::string_view reason);
// One digit or letter of a keypad.
void keypad_key(Canvas& canvas, Rect rect, std::string_view id, std::string_view label, Type type,
                Intent intent);

// ---- badges: always an icon and a word
enum class BadgeSize {
    regular,  // 56 high, in the strip
    row,      // 56 high and closer, in lists
    tag,      // 48 high, on cards
};
enum class Tone { green, blue, amber, red, plain };
struct Badge {
    Tone tone = Tone::plain;
    Icon icon = Icon::clock;
    std::string_view label;
    BadgeSize size = BadgeSize::regular;
};
[[nodiscard]] float badge_width(const Canvas& canvas, const Badge& badge);
void badge(Canvas& canvas, Point top_left, const Badge& badge);
void badge_right(Canvas& canvas, Point top_right, const Badge& badge);

// ---- figures
struct Ring {
    Point center;
    float diameter = 136;
    float thickness = 14;
    float share = 1;  // of the circle that is left
    Color color;
    Color track;
    Color ink;
    Type type = Type::outcome;
    std::string seconds;
};
void countdown_ring(Canvas& canvas, const Ring& ring);

// Earlier part green, this session blue; shares of the whole bar.
struct ProgressBar {
    float earlier = 0;
    float session = 0;
    std::string_view label;
};
void progress_bar(Canvas& canvas, Rect rect, const ProgressBar& bar);

// Figures and small words on one baseline: 7 小时 20 分.
struct HoursText {
    Type figure = Type::outcome;
    Type word = Type::title_bold;
    Color color;
    std::string_view hours_word;
    std::string_view minutes_word;
};
float hours_text(Canvas& canvas, Point pen_on_baseline, const HoursText& look, std::int64_t minutes);
[[nodiscard]] float hours_width(const Canvas& canvas, const HoursText& look, std::int64_t minutes);

}  // namespace baodao
