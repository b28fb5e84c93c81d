// SPDX-License-Identifier: MIT
// After a tile: the viewfinder large, one sentence, three steps.
#include <array>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/outcome.hpp"
#include "kiosk/ui/viewfinder.hpp"

namespace baodao {
namespace {

struct GuideWords {
    Text title;
    Text sentence;
};

GuideWords guide_words(const Model& model) {
    switch (model.guided_by.value_or(HomeTile::attendance)) {
        case HomeTile::registration:
            return {Text::tile_register, Text::guide_register};
        case HomeTile::record:
            return {Text::tile_record, Text::guide_record};
        case HomeTile::claim:
            return {Text::tile_claim, Text::guide_claim};
        default:
            return {Text::tile_attend, Text::guide_attend};
    }
}

}  // namespace

void draw_guide(const Scene& scene) {
    const Layout& layout = scene.canvas.layout();
    const GuideWords said = guide_words(scene.model);
    draw_work_strip(scene, scene.words(said.title), {});
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    const std::array<AdviceRow, 3> steps{{
        {Icon::hand_card, std::string(scene.words(Text::guide_step_1)),
         std::string(scene.words(Text::guide_step_1_hint))},
        {Icon::camera, std::string(scene.words(Text::guide_step_2)),
         std::string(scene.words(Text::guide_step_2_hint))},
        {Icon::bell, std::string(scene.words(Text::guide_step_3)),
         std::string(scene.words(Text::guide_step_3_hint))},
    }};
    const ViewfinderWords band{scene.words(said.sentence), scene.words(Text::guide_hint)};
    const Button no_card{"tile_no_card", scene.words(Text::tile_no_card), ButtonKind::secondary,
                         Icon::person_search, TileTouched{HomeTile::no_card}};
    if (scene.portrait()) {
        draw_viewfinder(scene, {left, 144, width, 900}, band);
        draw_advice_card(scene, {left, 1084, width, 540}, scene.palette().ink, steps);
        button(scene.canvas, {left, 1752, width, 120}, no_card);
        return;
    }
    const float steps_width = 520;
    draw_viewfinder(scene, {left, 128, width - steps_width - 24, 904}, band);
    const float x = left + width - steps_width;
    draw_advice_card(scene, {x, 128, steps_width, 776}, scene.palette().ink, steps);
    button(scene.canvas, {x, 928, steps_width, button_height}, no_card);
}

}  // namespace baodao
