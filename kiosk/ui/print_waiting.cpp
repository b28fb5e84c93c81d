// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/board_cards.hpp"
#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/print_parts.hpp"
#include "kiosk/ui/trouble_words.hpp"

namespace baodao {
namespace {

Text state_words(const WaitingPaper& paper) {
    if (paper.on_its_way) return Text::print_on_its_way;
    // Stopped before it heard what became of it.
    return paper.why.empty() ? Text::trouble_stopped : trouble_words(print_trouble(paper.why));
}

void draw_waiting_row(const Scene& scene, Rect rect, const WaitingPaper& paper) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const std::string job = std::to_string(paper.job);
    constexpr float again_width = 120;
    constexpr float stick_width = 184;
    const float key_y = rect.center().y - button_height_small / 2;
    float right = rect.right() - 20;
    if (!paper.on_its_way) {
        right -= stick_width;
        button(scene.canvas, {right, key_y, stick_width, button_height_small},
               {"stick_" + job, scene.words(Text::print_to_stick), ButtonKind::secondary, std::nullopt,
                print_touch(PrintAgain{paper.job, true})});
        right -= again_width + 12;
        button(scene.canvas, {right, key_y, again_width, button_height_small},
               {"again_" + job, scene.words(Text::print_again), ButtonKind::dark, std::nullopt,
                print_touch(PrintAgain{paper.job, false})});
    }
    const float x = rect.x + 28;
    const float room = right - 20 - x;
    const std::string kind(scene.words(paper_kind_words(paper.kind)));
    const std::string title = kind + "  " + spaced_name(paper.name);
    scene.canvas.text({x, rect.y + 14, room}, Type::title_bold, palette.ink, title);
    // What is wrong is said in full; number and time where there is room for them.
    std::string line(scene.words(state_words(paper)));
    for (const std::string& more : {paper.number, when_text(scene, paper.asked)}) {
        const std::string longer = line + " · " + more;
        if (scene.canvas.measure(Type::body, longer) <= room) line = longer;
    }
    scene.canvas.text({x, rect.y + 68, room}, Type::body, palette.ink_second, line);
}

}  // namespace

void draw_waiting_papers(const Scene& scene, Rect rect, const PrintPage& page) {
    const auto& waiting = page.board->waiting;
    const std::string title = waiting.empty()
                                  ? std::string(scene.words(Text::print_waiting_none))
                                  : scene.words(Text::print_waiting, {std::to_string(waiting.size())});
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::title_bold, scene.palette().ink, title);
    const Rect room{rect.x, rect.y + 64, rect.width, rect.height - 64};
    if (waiting.empty()) {
        scene.canvas.paragraph({room.x, room.y, room.width}, Type::body, scene.palette().ink_second,
                               scene.words(Text::print_waiting_none_hint));
        return;
    }
    const bool pages = waiting.size() > waiting_on_page;
    const float keys = pages ? button_height_small + print_row_gap : 0;
    constexpr auto rows = static_cast<float>(waiting_on_page);
    const float height = std::min(124.0f, (room.height - keys - (rows - 1) * print_row_gap) / rows);
    const std::size_t first = page.waiting_page * waiting_on_page;
    for (std::size_t i = first; i < std::min(first + waiting_on_page, waiting.size()); ++i) {
        const float y = room.y + static_cast<float>(i - first) * (height + print_row_gap);
        draw_waiting_row(scene, {room.x, y, room.width, height}, waiting[i]);
    }
    if (pages)
        draw_print_page_keys(scene, {room.x, room.bottom() - button_height_small, room.width, 0}, "waiting",
                             TurnWaiting{-1}, TurnWaiting{+1});
}

}  // namespace baodao
