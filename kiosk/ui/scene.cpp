// SPDX-License-Identifier: MIT
#include "kiosk/ui/scene.hpp"

#include "kiosk/ui/bars.hpp"

namespace baodao {
namespace {

constexpr double dim_share = 0.4;

void draw_any_home(const Scene& scene) {
    if (scene.portrait()) return draw_home_portrait(scene);
    scene.model.large_text ? draw_home_large(scene) : draw_home(scene);
}

void draw_screen(const Scene& scene) {
    switch (scene.model.screen) {
        case Screen::home:
            draw_any_home(scene);
            return;
        case Screen::guide:
            draw_guide(scene);
            return;
        case Screen::registered:
            draw_registered(scene);
            return;
        case Screen::sign_in:
            draw_sign_in(scene);
            return;
        case Screen::sign_out:
            draw_sign_out(scene);
            return;
        case Screen::confirm_short:
            draw_confirm_short(scene);
            return;
        case Screen::pick_activity:
            draw_pick_activity(scene);
            return;
        case Screen::repeat:
            draw_repeat(scene);
            return;
        case Screen::attention:
            draw_attention(scene);
            return;
        case Screen::record:
            draw_record(scene);
            return;
        case Screen::event:
            draw_event(scene);
            return;
        case Screen::record_lines:
            draw_record_lines(scene);
            return;
        case Screen::correct:
            draw_correct(scene);
            return;
        case Screen::claim:
            draw_claim(scene);
            return;
        case Screen::find:
            draw_find(scene);
            return;
        case Screen::found:
            draw_found(scene);
            return;
        case Screen::staff_pin:
            draw_staff_pin(scene);
            return;
        case Screen::staff:
            draw_staff(scene);
            return;
        case Screen::printing:
            draw_printing(scene);
            return;
        case Screen::self_test:
            draw_self_test(scene);
            return;
    }
}

}  // namespace

void draw_frame(const Scene& scene) {
    draw_screen(scene);
    if (scene.model.hand_over) draw_hand_over_banner(scene);
    draw_toast(scene);
    if (dimmed(scene.model)) scene.canvas.fill(scene.canvas.whole(), with_alpha(rgb(0), dim_share));
}

}  // namespace baodao
