// SPDX-License-Identifier: MIT
// One screen is one function of a scene: it draws the model and returns nothing. No
// clock, file, lock or network is reached from here; what a touch does is data.
#pragma once

#include <optional>

#include "kiosk/app/model.hpp"
#include "kiosk/app/words.hpp"
#include "kiosk/ui/canvas.hpp"
#include "kiosk/ui/motion.hpp"

namespace baodao {

struct Scene {
    Canvas& canvas;
    const Model& model;
    Words words;
    std::optional<TextureName> camera;  // nothing: no picture yet, or the camera is lost
    std::optional<TextureName> sheet;   // that staff look at before they print it
    MotionPhase motion;

    [[nodiscard]] const Palette& palette() const { return canvas.palette(); }
    [[nodiscard]] bool portrait() const { return canvas.layout().portrait(); }
};

// The whole frame: the screen of the model, banners and toasts over it. It stands on a ground that is
// cleared to the palette's background.
void draw_frame(const Scene& scene);

// ---- one file each
void draw_home(const Scene& scene);
void draw_home_large(const Scene& scene);
void draw_home_portrait(const Scene& scene);
void draw_guide(const Scene& scene);
void draw_registered(const Scene& scene);
void draw_sign_in(const Scene& scene);
void draw_sign_out(const Scene& scene);
void draw_confirm_short(const Scene& scene);
void draw_pick_activity(const Scene& scene);
void draw_repeat(const Scene& scene);
void draw_attention(const Scene& scene);
void draw_claim(const Scene& scene);
void draw_event(const Scene& scene);
void draw_correct(const Scene& scene);
void draw_record_lines(const Scene& scene);
void draw_record(const Scene& scene);
void draw_find(const Scene& scene);
void draw_found(const Scene& scene);
void draw_staff_pin(const Scene& scene);
void draw_staff(const Scene& scene);  // the page of the staff side
void draw_printing(const Scene& scene);
void draw_self_test(const Scene& scene);

// ---- over any screen
void draw_hand_over_banner(const Scene& scene);
void draw_toast(const Scene& scene);

}  // namespace baodao
