// SPDX-License-Identifier: MIT
// Screen 06: all posts with their service items; one or two are ticked and confirmed (policy R13–R17).
#include <algorithm>

#include "kiosk/app/claim_pages.hpp"
#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/choice_parts.hpp"

namespace baodao {
namespace {

constexpr float chip_height = 106;
constexpr std::int64_t few_wanted = 2;  // told in bold

bool is_chosen(const ClaimState& claim, ItemId id) {
    return std::find(claim.chosen.begin(), claim.chosen.end(), id) != claim.chosen.end();
}

// 还需 n 人, and the team behind it.
void draw_numbers(const Scene& scene, Point at, float room, const ItemView& item) {
    const Palette& palette = scene.palette();
    const bool few = item.wanted() > 0 && item.wanted() <= few_wanted;
    const std::string wanted = item.places == 0
                                   ? std::string(scene.words(Text::item_welcome))
                                   : scene.words(Text::item_wanted, {std::to_string(item.wanted())});
    const std::string team = std::to_string(item.team);
    const float team_width = 42 + scene.canvas.measure(Type::body, team);
    float x = at.x + scene.canvas.text({at.x, at.y, room - team_width}, few ? Type::body_bold : Type::body,
                                       few ? palette.amber_ink : palette.ink_second, wanted);
    draw_icon(scene.canvas, Icon::people, {x + 12, at.y + 6, 28, 28}, palette.ink_second);
    x += 42;
    scene.canvas.text({x, at.y}, Type::body, palette.ink_second, team);
}

void draw_full(const Scene& scene, Rect rect, const ItemView& item) {
    const Palette& palette = scene.palette();
    scene.canvas.fill(rect, palette.sunk, 16);
    const float x = rect.x + 20;
    scene.canvas.text({x, rect.y + 13, rect.width - 160}, Type::body_bold, palette.ink, item.title);
    scene.canvas.text({x, rect.y + 53}, Type::body, palette.ink_second, scene.words(Text::item_full));
    draw_icon(scene.canvas, Icon::hourglass, {rect.right() - 58, rect.center().y - 20, 40, 40}, palette.ink);
    const std::string team = std::to_string(item.team);
    const float width = scene.canvas.measure(Type::body, team);
    scene.canvas.text({rect.right() - 74 - width, rect.center().y - 20}, Type::body, palette.ink_second,
                      team);
    draw_icon(scene.canvas, Icon::people, {rect.right() - 106 - width, rect.center().y - 14, 28, 28},
              palette.ink_second);
    scene.canvas.note("status", item.title, rect, "disabled");
}

void draw_chip(const Scene& scene, Rect rect, const ItemView& item) {
    if (item.full && !item.held) {
        draw_full(scene, rect, item);
        return;
    }
    const Palette& palette = scene.palette();
    const bool chosen = is_chosen(*scene.model.visit->claim, item.id);
    const std::string id = "item_" + std::to_string(item.id.value);
    const bool pressed = scene.canvas.touchable(id, item.title, rect, ItemTouched{item.id},
                                                chosen ? std::string_view("selected") : std::string_view());
    choice_body(scene.canvas, rect, chosen, pressed, 16);
    const float x = rect.x + 20;
    const Rect box{rect.right() - 18 - 48, rect.center().y - 24, 48, 48};
    tick_box(scene.canvas, box, chosen);
    const float tag = item.recommended() ? recommend_tag_width(scene) + 12 : 0;
    const float room = box.x - x - 12;
    const bool beside = scene.canvas.measure(Type::body_bold, item.title) <= room - tag;
    scene.canvas.text({x, rect.y + 13, beside ? room - tag : room}, Type::body_bold, palette.ink, item.title);
    draw_numbers(scene, {x, rect.y + 53}, room - tag, item);
    if (item.recommended())
        recommend_tag(scene, {box.x - 12, beside ? rect.center().y - 24 : rect.bottom() - 52});
}

void draw_box(const Scene& scene, Rect rect, const PostBox& post) {
    card(scene.canvas, rect);
    draw_icon(scene.canvas, post_icon(post.post), {rect.x + 24, rect.y + 22, 46, 46}, scene.palette().accent);
    scene.canvas.text({rect.x + 80, rect.y + 20, rect.width - 100}, Type::title_bold, scene.palette().ink,
                      post.post);
    float y = rect.y + 82;
    for (const ItemView* item : post.items) {
        draw_chip(scene, {rect.x + 20, y, rect.width - 40, chip_height}, *item);
        y += chip_height + 14;
    }
}

void draw_advice(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const ClaimView& view = scene.model.visit->claim->view;
    scene.canvas.fill(rect, palette.sunk, 24);
    scene.canvas.outline(rect, palette.line, 2, 24);
    draw_icon(scene.canvas, Icon::bulb, {rect.x + 24, rect.y + 26, 46, 46}, palette.amber_ink);
    const float x = rect.x + 26;
    const float room = rect.width - 52;
    scene.canvas.text({rect.x + 84, rect.y + 25, rect.width - 100}, Type::title_bold, palette.ink,
                      scene.words(Text::claim_for_you));
    const std::string why = view.skills.empty() ? std::string(scene.words(Text::claim_for_you_plain))
                                                : scene.words(Text::claim_for_you_skills, {view.skills});
    const float height = scene.canvas.paragraph({x, rect.y + 82, room}, Type::body, palette.ink, why, 4);
    scene.canvas.paragraph({x, rect.y + 82 + height + 8, room}, Type::body, palette.ink_second,
                           scene.words(Text::claim_as_you_can), 2);
}

struct Grid {
    std::size_t columns;
    float top;
    float row_height;
    float gap;
};

void draw_grid(const Scene& scene, float left, float width, const Grid& grid) {
    const ClaimState& claim = *scene.model.visit->claim;
    const auto boxes = post_boxes(claim.view);
    const float column =
        (width - grid.gap * static_cast<float>(grid.columns - 1)) / static_cast<float>(grid.columns);
    const auto place = [&](std::size_t cell) {
        const auto x = static_cast<float>(cell % grid.columns);
        const auto y = static_cast<float>(cell / grid.columns);
        return Rect{left + x * (column + grid.gap), grid.top + y * (grid.row_height + grid.gap), column,
                    grid.row_height};
    };
    const std::size_t first = claim.page * boxes_on_page;
    for (std::size_t i = first; i < std::min(boxes.size(), first + boxes_on_page); ++i)
        draw_box(scene, place(i - first), boxes[i]);
    draw_advice(scene, place(boxes_on_page));
}

void draw_none(const Scene& scene, Rect rect) {
    card(scene.canvas, rect);
    scene.canvas.text({rect.center().x, rect.center().y - 60, rect.width - 60, Align::center}, Type::heading,
                      scene.palette().ink, scene.words(Text::claim_no_items));
    scene.canvas.text({rect.center().x, rect.center().y + 12, rect.width - 60, Align::center}, Type::title,
                      scene.palette().ink_second, scene.words(Text::claim_no_items_hint));
}

// The chosen items as chips; what has no room is left to the ticks above.
void draw_chosen(const Scene& scene, float x, float right, float middle) {
    const ClaimState& claim = *scene.model.visit->claim;
    for (const ItemView& item : claim.view.items) {
        if (!is_chosen(claim, item.id)) continue;
        const Badge chip{Tone::red, post_icon(item.post), item.title, BadgeSize::regular};
        const float width = badge_width(scene.canvas, chip);
        if (x + width > right) return;
        badge(scene.canvas, {x, middle - 28}, chip);
        x += width + 24;
    }
}

float draw_count(const Scene& scene, float x, float middle, float room) {
    const ClaimState& claim = *scene.model.visit->claim;
    const std::size_t count = claim.chosen.size();
    const bool both = count >= 2;
    const std::string title = both        ? std::string(scene.words(Text::claim_both))
                              : count > 0 ? scene.words(Text::claim_some, {std::to_string(count)})
                                          : std::string(scene.words(Text::claim_none));
    const std::string_view hint = scene.words(both        ? Text::claim_both_hint
                                              : count > 0 ? Text::claim_some_hint
                                                          : Text::claim_none_hint);
    const float a = scene.canvas.text({x, middle - 44, room}, Type::title_bold, scene.palette().ink, title);
    const float b = scene.canvas.text({x, middle + 4, room}, Type::body, scene.palette().ink_second, hint);
    return x + std::max(a, b) + 28;
}

void draw_footer(const Scene& scene, float top, float left, float right) {
    const Palette& palette = scene.palette();
    const ClaimState& claim = *scene.model.visit->claim;
    const float height = scene.canvas.layout().height - top;
    scene.canvas.fill({0, top, scene.canvas.layout().width, height}, palette.surface);
    scene.canvas.fill({0, top, scene.canvas.layout().width, 2}, palette.line);
    const bool none = claim.chosen.empty();
    const Button confirm =
        command_button("claim", scene.words(none ? Text::claim_confirm_none : Text::claim_confirm),
                       none ? ButtonKind::secondary : ButtonKind::primary, Command::claim, Icon::check);
    const float tall = scene.portrait() ? 120 : button_height;
    const float width = std::max(288.0f, button_width(scene.canvas, confirm.label, true));
    const float y = scene.portrait() ? scene.canvas.layout().height - 48 - tall : top + (height - tall) / 2;
    float end = right - width - 24;
    button(scene.canvas, {right - width, y, width, tall}, confirm);
    if (claim_pages(claim.view) > 1) {
        const std::string_view forward = scene.words(Text::page_forward);
        const std::string_view back = scene.words(Text::page_back);
        const float key = button_width(scene.canvas, forward, false, button_height_small);
        button(scene.canvas, {end - key, y + (tall - 88) / 2, key, 88},
               command_button("page_forward", forward, ButtonKind::secondary, Command::page_forward));
        button(scene.canvas, {end - 2 * key - 12, y + (tall - 88) / 2, key, 88},
               command_button("page_back", back, ButtonKind::secondary, Command::page_back));
        end -= 2 * key + 36;
    }
    const float middle = scene.portrait() ? top + 72 : top + height / 2;
    const float after = draw_count(scene, left, middle, (scene.portrait() ? right : end) - left);
    draw_chosen(scene, after, scene.portrait() ? right : end, middle);
}

}  // namespace

void draw_claim(const Scene& scene) {
    if (!scene.model.visit || !scene.model.visit->claim) return;
    const Layout& layout = scene.canvas.layout();
    const Palette& palette = scene.palette();
    draw_work_strip(scene, scene.words(Text::claim_title), shown_name(scene.model));
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    const bool portrait = scene.portrait();
    const std::string_view legend = scene.words(Text::claim_legend);
    const float legend_width = portrait ? 0 : scene.canvas.measure(Type::body, legend) + 60;
    const std::string_view sentence = scene.words(Text::claim_sentence);
    const float room = width - legend_width;
    const bool fits = scene.canvas.measure(Type::heading, sentence) <= room;
    scene.canvas.text({left, fits ? 128.0f : 136.0f, room}, fits ? Type::heading : Type::title_bold,
                      palette.ink, sentence);
    if (!portrait) {
        scene.canvas.text({left + width, 141, legend_width, Align::right}, Type::body, palette.ink_second,
                          legend);
        draw_icon(scene.canvas, Icon::people, {left + width - legend_width + 18, 147, 28, 28},
                  palette.ink_second);
    }
    const float footer = portrait ? layout.height - 296 : layout.height - 136;
    const Grid grid = portrait ? Grid{2, 212, 335, 20} : Grid{4, 212, 335, 24};
    if (scene.model.visit->claim->view.items.empty()) {
        draw_none(scene, {left, grid.top, width, footer - grid.top - 24});
    } else {
        draw_grid(scene, left, width, grid);
    }
    draw_footer(scene, footer, left, left + width);
}

}  // namespace baodao
