// SPDX-License-Identifier: MIT
// Screen 11: the self-test before the window opens.
#include <algorithm>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/hand_test.hpp"
#include "kiosk/ui/self_test_words.hpp"

namespace baodao {
namespace {

constexpr float gap = 24;

float head_height(const Scene& scene) {
    return scene.portrait() ? 224 : 168;
}

Intent touch(SelfTestTouch what) {
    return Intent{std::move(what)};
}

void draw_head(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const bool trouble = first_trouble(scene.model).has_value();
    const HeadWords words = head_words(scene);
    const std::size_t good = count_of(scene.model, Grade::good);
    const std::size_t tried = 10 - count_of(scene.model, Grade::open);
    const std::size_t asked = std::max<std::size_t>(tried, std::size(automatic_parts));
    countdown_ring(scene.canvas, {{rect.x + 68, rect.y + 68},
                                  136,
                                  14,
                                  static_cast<float>(good) / static_cast<float>(asked),
                                  palette.green,
                                  palette.track,
                                  palette.ink,
                                  Type::title_bold,
                                  std::to_string(good) + "/" + std::to_string(asked)});
    const float x = rect.x + 168;
    const float room = rect.right() - x;
    scene.canvas.text({x, rect.y, room}, scene.portrait() ? Type::heading : Type::outcome,
                      trouble ? palette.amber_ink : palette.ink, words.sentence);
    scene.canvas.paragraph({x, rect.y + (scene.portrait() ? 68.0f : 92.0f), room}, Type::title,
                           palette.ink_second, words.hint, scene.portrait() ? 2 : 1);
}

bool is_hand_part(TestPart part) {
    return std::find(std::begin(hand_parts), std::end(hand_parts), part) != std::end(hand_parts);
}

void draw_part(const Scene& scene, Rect rect, TestPart part) {
    const Palette& palette = scene.palette();
    const Grade grade = grade_of(finding_of(scene.model, part));
    const bool trouble = grade == Grade::mind || grade == Grade::bad;
    const PartWords words = part_words(scene, part);
    bool pressed = false;
    if (is_hand_part(part)) {
        const std::string id = "hand_" + std::string(token(part));
        pressed = scene.canvas.touchable(id, words.name, rect, touch(BeginHandTest{part}), words.state);
    }
    if (trouble) {
        notice_box(scene.canvas, rect, palette.amber_tint, palette.amber);
    } else if (is_hand_part(part)) {
        scene.canvas.fill(rect, pressed ? palette.sunk : palette.surface, 24);
        scene.canvas.outline(rect, palette.edge, 3, 24);
    } else {
        card(scene.canvas, rect);
    }
    scene.canvas.note("group", words.name, rect);
    const Rect inner = rect.inset(30, 24);
    draw_icon(scene.canvas, words.icon, {inner.x, inner.y, 52, 52},
              trouble ? palette.amber_ink : palette.ink);
    const Rect sign{inner.right() - 48, inner.y, 48, 48};
    if (trouble) draw_icon(scene.canvas, Icon::triangle, sign, palette.amber_ink);
    if (grade == Grade::good) draw_icon(scene.canvas, Icon::check_circle, sign, palette.green);
    if (grade == Grade::open)
        draw_icon(scene.canvas, is_hand_part(part) ? Icon::chevron_right : Icon::hourglass, sign,
                  palette.ink_second);
    const Color state = trouble                ? palette.amber_ink
                        : grade == Grade::good ? palette.green
                                               : palette.ink_second;
    const float low = inner.bottom();
    scene.canvas.text({inner.x, low - 174, inner.width}, Type::heading, palette.ink, words.name);
    scene.canvas.text({inner.x, low - 102, inner.width}, Type::title_bold, state, words.state);
    scene.canvas.text({inner.x, low - 40, inner.width}, Type::body, palette.ink_second, words.line);
}

void draw_parts(const Scene& scene, Rect rect) {
    const std::size_t columns = scene.portrait() ? 2 : 5;
    const std::size_t rows = 10 / columns;
    const float width = (rect.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (rect.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    std::size_t place = 0;
    const auto draw = [&](TestPart part) {
        const float x = rect.x + static_cast<float>(place % columns) * (width + gap);
        const float y = rect.y + static_cast<float>(place / columns) * (height + gap);
        draw_part(scene, {x, y, width, height}, part);
        ++place;
    };
    for (const TestPart part : automatic_parts) draw(part);
    for (const TestPart part : hand_parts) draw(part);
}

// The door is always at the far right: a finger on its way must not find another key there when the last part
// has been checked.
void draw_keys(const Scene& scene, Rect rect) {
    const bool trouble = first_trouble(scene.model).has_value();
    float right = rect.right();
    const auto key = [&](std::string_view id, Text label, ButtonKind kind, std::optional<Icon> icon,
                         SelfTestTouch what) {
        const float width = button_width(scene.canvas, scene.words(label), icon.has_value());
        right -= width;
        button(scene.canvas, {right, rect.y, width, button_height},
               {id, scene.words(label), kind, icon, touch(std::move(what))});
        right -= gap;
    };
    if (all_good(scene.model)) {
        key("open", Text::test_open, ButtonKind::primary, Icon::door_in, OpenWindow{});
    } else if (may_open(scene.model)) {
        key("open", trouble ? Text::test_open_anyway : Text::test_open, ButtonKind::secondary, Icon::door_in,
            OpenWindow{});
    } else {
        const std::string_view why = scene.words(Text::test_closed);
        const float width = std::min(rect.width / 2, button_width(scene.canvas, why, false));
        right -= width;
        disabled_box(scene.canvas, {right, rect.y, width, button_height}, why);
        right -= gap;
    }
    key("again", Text::test_again, trouble ? ButtonKind::primary : ButtonKind::secondary, Icon::refresh,
        TestAgain{});
}

}  // namespace

void draw_self_test(const Scene& scene) {
    if (!scene.model.self_test) return;
    if (scene.model.self_test->hand) return draw_hand_test(scene, *scene.model.self_test->hand);
    draw_place_strip(scene);
    const float side = side_margin(scene);
    const Layout& layout = scene.canvas.layout();
    const std::string clock = scene.words.clock(scene.model.wall);
    float right = layout.width - side;
    scene.canvas.text({right, 20, 300, Align::right}, Type::heading, scene.palette().ink, clock);
    right -= scene.canvas.measure(Type::heading, clock) + 24;
    if (!scene.portrait())
        badge_right(scene.canvas, {right, 24},
                    {Tone::plain, Icon::list_check, scene.words(Text::test_title)});

    const Rect room{side, strip_height + 32, layout.width - 2 * side, layout.height - strip_height - 64};
    const float head = head_height(scene);
    draw_head(scene, {room.x, room.y, room.width, head});
    const float keys = room.bottom() - button_height;
    draw_parts(scene, {room.x, room.y + head, room.width, keys - gap - room.y - head});
    draw_keys(scene, {room.x, keys, room.width, button_height});
}

}  // namespace baodao
