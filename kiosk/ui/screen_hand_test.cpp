// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/hand_test.hpp"
#include "kiosk/ui/trouble_words.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

constexpr float gap = 24;

Intent touch(SelfTestTouch what) {
    return Intent{std::move(what)};
}

// Title and the way back; `kept` is left free at the right.
void draw_strip(const Scene& scene, std::string_view title, float kept = 0) {
    const Palette& palette = scene.palette();
    scene.canvas.fill({0, 0, scene.canvas.layout().width, strip_height}, palette.surface);
    scene.canvas.fill({0, strip_height - 2, scene.canvas.layout().width, 2}, palette.line);
    const float left = side_margin(scene);
    const std::string_view back = scene.words(Text::back);
    const float width = button_width(scene.canvas, back, true, button_height_small);
    button(scene.canvas, {left, 8, width, button_height_small},
           {"back", back, ButtonKind::secondary, Icon::arrow_left, touch(LeaveHandTest{})});
    scene.canvas.text({left + width + 24, 27, scene.canvas.layout().width - 2 * left - width - 24 - kept},
                      Type::title_bold, palette.ink, title);
}

// What is asked, and the two answers.
struct Question {
    Icon icon = Icon::check;
    std::string_view sentence;
    std::string hint;
    Text good = Text::test_yes;
    Text bad = Text::test_no;
    bool good_by_touch = true;  // else the device says so itself
    bool again = false;         // 再放一遍
};

void draw_question(const Scene& scene, std::string_view title, const Question& question) {
    draw_strip(scene, title);
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    const float middle = layout.width / 2;
    const float top = layout.height * (scene.portrait() ? 0.3f : 0.26f);
    scene.canvas.disc({middle, top}, 88, palette.blue_tint);
    draw_icon(scene.canvas, question.icon, {middle - 64, top - 64, 128, 128}, palette.blue);
    const float room = layout.width - 2 * side_margin(scene);
    scene.canvas.text({middle, top + 136, room, Align::center}, Type::heading, palette.ink,
                      question.sentence);
    scene.canvas.text({middle, top + 212, room, Align::center}, Type::title, palette.ink_second,
                      question.hint);

    struct Key {
        std::string_view id;
        Text label;
        ButtonKind kind;
        SelfTestTouch what;
    };
    std::vector<Key> keys;
    if (question.again) keys.push_back({"play_again", Text::sound_again, ButtonKind::secondary, PlayAgain{}});
    keys.push_back({"bad", question.bad, ButtonKind::secondary, HandTestDone{false}});
    if (question.good_by_touch)
        keys.push_back({"good", question.good, ButtonKind::primary, HandTestDone{true}});
    float width = 260;
    for (const Key& key : keys)
        width = std::max(width, button_width(scene.canvas, scene.words(key.label), false));
    const float count = static_cast<float>(keys.size());
    width = std::min(width, (room - (count - 1) * gap) / count);
    float x = middle - (count * width + (count - 1) * gap) / 2;
    for (Key& key : keys) {
        button(scene.canvas, {x, layout.height - 48 - button_height - 60, width, button_height},
               {key.id, scene.words(key.label), key.kind, std::nullopt, touch(std::move(key.what))});
        x += width + gap;
    }
}

void draw_cell(const Scene& scene, Rect rect, std::size_t cell, bool touched) {
    const Palette& palette = scene.palette();
    const std::string number = std::to_string(cell + 1);
    const bool pressed = scene.canvas.touchable("cell_" + number, number, rect, touch(CellTouched{cell}),
                                                touched ? "touched" : "");
    scene.canvas.fill(rect, touched ? palette.green_tint : pressed ? palette.sunk : palette.surface, 12);
    scene.canvas.outline(rect, touched ? palette.green : palette.edge, 3, 12);
    if (touched)
        draw_icon(scene.canvas, Icon::check, {rect.center().x - 32, rect.center().y - 32, 64, 64},
                  palette.green);
}

struct Drawing {
    const Scene& scene;

    void operator()(const TouchTest& grid) const {
        const auto done = std::count(grid.touched.begin(), grid.touched.end(), true);
        const Layout& layout = scene.canvas.layout();
        const std::string_view give_up = scene.words(Text::touch_gaps);
        const float width = button_width(scene.canvas, give_up, false, button_height_small);
        draw_strip(
            scene,
            scene.words(Text::touch_sentence, {std::to_string(done), std::to_string(grid.touched.size())}),
            width + 24);
        button(scene.canvas, {layout.width - side_margin(scene) - width, 8, width, button_height_small},
               {"bad", give_up, ButtonKind::secondary, std::nullopt, touch(HandTestDone{false})});
        const std::size_t columns = scene.portrait() ? touch_rows : touch_columns;
        const std::size_t rows = grid.touched.size() / columns;
        const float cell_width = layout.width / static_cast<float>(columns);
        const float cell_height = (layout.height - strip_height) / static_cast<float>(rows);
        for (std::size_t cell = 0; cell < grid.touched.size(); ++cell) {
            const Rect place{static_cast<float>(cell % columns) * cell_width,
                             strip_height + static_cast<float>(cell / columns) * cell_height, cell_width,
                             cell_height};
            draw_cell(scene, place.inset(4), cell, grid.touched[cell]);
        }
    }
    void operator()(const ScannerTest&) const {
        draw_question(
            scene, scene.words(Text::test_scanner),
            {Icon::qr_code, scene.words(Text::scanner_sentence), std::string(scene.words(Text::scanner_hint)),
             Text::test_yes, Text::scanner_silent, false, false});
    }
    void operator()(const SoundTest&) const {
        draw_question(
            scene, scene.words(Text::test_sound),
            {Icon::speaker, scene.words(Text::sound_sentence), std::string(scene.words(Text::sound_hint)),
             Text::sound_heard, Text::sound_unheard, true, true});
    }
    void operator()(const PageTest& page) const {
        Question question{Icon::printer,
                          scene.words(Text::page_sentence),
                          std::string(scene.words(Text::page_hint)),
                          Text::page_clear,
                          Text::page_unclear,
                          true,
                          false};
        if (!page.report) question.hint = scene.words(Text::page_sent);
        if (page.report && page.report->stage == PaperStage::failed) {
            question.sentence = scene.words(Text::found_page_failed);
            question.hint = scene.words(trouble_words(page.report->trouble));
            question.good_by_touch = false;
            question.bad = Text::back;
        }
        draw_question(scene, scene.words(Text::test_page), question);
    }
};

}  // namespace

void draw_hand_test(const Scene& scene, const HandTest& test) {
    std::visit(Drawing{scene}, test);
}

}  // namespace baodao
