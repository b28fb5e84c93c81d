// SPDX-License-Identifier: MIT
#include "kiosk/ui/viewfinder.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "kiosk/ui/icon.hpp"

namespace baodao {
namespace {

constexpr float radius = 24;
constexpr Color band = rgb(0x1E1A15);     // of what lies on the picture, in both palettes
constexpr Color on_band = rgb(0xFFFFFF);  //
constexpr Color field = rgb(0x5F666B);    // where the picture would be

// One corner of the guide: two strokes that meet in a quarter circle.
void guide_corner(Canvas& canvas, Point corner, float horizontal, float vertical, float reach, float width) {
    const float round = 2 * width;
    std::vector<Point> points{{corner.x + horizontal * reach, corner.y}};
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i) {
        const float angle = std::numbers::pi_v<float> / 2 * static_cast<float>(i) / steps;
        points.push_back({corner.x + horizontal * round * (1 - std::sin(angle)),
                          corner.y + vertical * round * (1 - std::cos(angle))});
    }
    points.push_back({corner.x, corner.y + vertical * reach});
    canvas.stroke(points, false, on_band, width);
}

void guide(Canvas& canvas, Rect rect, float width) {
    const float reach = rect.height * 0.18f;
    guide_corner(canvas, {rect.x, rect.y}, 1, 1, reach, width);
    guide_corner(canvas, {rect.right(), rect.y}, -1, 1, reach, width);
    guide_corner(canvas, {rect.x, rect.bottom()}, 1, -1, reach, width);
    guide_corner(canvas, {rect.right(), rect.bottom()}, -1, -1, reach, width);
}

struct Chip {
    Icon icon;
    std::string_view first;
    std::string_view second;  // empty: one line
};

float chip_width(const Canvas& canvas, const Chip& chip) {
    const float text = std::max(canvas.measure(Type::body_bold, chip.first),
                                chip.second.empty() ? 0 : canvas.measure(Type::body_bold, chip.second));
    return 24 + 36 + 12 + text + 24;
}

void chip(Canvas& canvas, Point top_left, const Chip& chip) {
    const float height = chip.second.empty() ? 56 : 96;
    const Rect rect{top_left.x, top_left.y, chip_width(canvas, chip), height};
    canvas.fill(rect, band, chip.second.empty() ? 28 : 20);
    draw_icon(canvas, chip.icon, rect.middle_left(24, 36, 36), on_band);
    const float text_x = rect.x + 72;
    if (chip.second.empty()) {
        canvas.text({text_x, rect.center().y - 20}, Type::body_bold, on_band, chip.first);
        return;
    }
    canvas.text({text_x, rect.center().y - 38}, Type::body_bold, on_band, chip.first);
    canvas.text({text_x, rect.center().y - 2}, Type::body_bold, on_band, chip.second);
}

struct Advice {
    Icon icon;
    Text words;
};

std::optional<Advice> advice_for(Coaching coaching) {
    switch (coaching) {
        case Coaching::none:
            return std::nullopt;
        case Coaching::good_light:
            return Advice{Icon::sun, Text::coach_good_light};
        case Coaching::too_dark:
            return Advice{Icon::bulb, Text::coach_too_dark};
        case Coaching::closer:
            return Advice{Icon::qr_code, Text::coach_closer};
        case Coaching::farther:
            return Advice{Icon::qr_code, Text::coach_farther};
        case Coaching::steadier:
            return Advice{Icon::camera, Text::coach_steadier};
        case Coaching::glare:
            return Advice{Icon::sun, Text::coach_glare};
        case Coaching::one_at_a_time:
            return Advice{Icon::qr_code, Text::coach_one_at_a_time};
    }
    return std::nullopt;
}

void draw_lost_words(const Scene& scene, Rect view) {
    const bool lost = scene.model.camera == CameraState::lost;
    const Point middle = view.center();
    draw_icon(scene.canvas, lost ? Icon::camera_off : Icon::camera, {middle.x - 60, middle.y - 122, 120, 120},
              on_band);
    scene.canvas.text({middle.x, middle.y + 14, view.width - 48, Align::center}, Type::heading, on_band,
                      scene.words(lost ? Text::camera_lost : Text::camera_starting));
    if (lost)
        scene.canvas.text({middle.x, middle.y + 80, view.width - 48, Align::center}, Type::title, on_band,
                          scene.words(Text::camera_lost_or));
}

void draw_band(const Scene& scene, Rect rect, const ViewfinderWords& words) {
    const bool large = scene.model.large_text;
    const Color ink = large ? scene.palette().on_dark : on_band;
    scene.canvas.fill(rect, large ? scene.palette().accent : band, radius, Corners::bottom);
    draw_icon(scene.canvas, Icon::qr_code, rect.middle_left(36, 72, 72), ink);
    const float x = rect.x + 132;
    const float width = rect.right() - x - 24;
    const float top = rect.center().y - 48;
    scene.canvas.text({x, top, width}, Type::heading, ink, words.sentence);
    scene.canvas.text({x, top + 61, width}, Type::body, ink, words.hint);
}

void draw_chips(const Scene& scene, Rect view) {
    const bool two_lines = !scene.portrait();
    const Chip promise = two_lines ? Chip{Icon::camera, scene.words(Text::camera_promise_1),
                                          scene.words(Text::camera_promise_2)}
                                   : Chip{Icon::camera, scene.words(Text::camera_promise), {}};
    const float edge = two_lines ? 24 : 16;
    const float top = two_lines ? 24 : 12;
    // With large text in landscape the promise stands in the footer.
    if (!two_lines || !scene.model.large_text) chip(scene.canvas, {view.x + edge, view.y + top}, promise);
    if (const auto advice = advice_for(scene.model.coaching); advice && scene.camera) {
        const Chip said{advice->icon, scene.words(advice->words), {}};
        const Point corner{view.right() - edge - chip_width(scene.canvas, said), view.y + top};
        chip(scene.canvas, corner, said);
        scene.canvas.note("status", said.first, {corner.x, corner.y, 0, 56});
    }
}

}  // namespace

void draw_viewfinder(const Scene& scene, Rect rect, const ViewfinderWords& words) {
    const float band_height = words.sentence.empty() ? 0 : words.band_height;
    const Rect view{rect.x, rect.y, rect.width, rect.height - band_height};
    const Corners corners = band_height > 0 ? Corners::top : Corners::all;
    if (scene.camera) {
        scene.canvas.picture(view, *scene.camera, radius, corners);
        scene.canvas.note("image", "camera", view);
        const float side = view.height * 0.72f;
        guide(scene.canvas, {view.center().x - side / 2, view.y + 60, side, side}, 10);
    } else {
        scene.canvas.fill(view, field, radius, corners);
        scene.canvas.note("image", "no camera", view);
        draw_lost_words(scene, view);
    }
    draw_chips(scene, view);
    if (band_height > 0) draw_band(scene, {rect.x, view.bottom(), rect.width, band_height}, words);
}

void draw_viewfinder_small(const Scene& scene, Rect rect) {
    constexpr float small_radius = 16;
    if (!scene.camera) {
        scene.canvas.fill(rect, field, small_radius);
        draw_icon(scene.canvas, scene.model.camera == CameraState::lost ? Icon::camera_off : Icon::camera,
                  {rect.center().x - 30, rect.center().y - 30, 60, 60}, on_band);
        return;
    }
    scene.canvas.picture(rect, *scene.camera, small_radius, Corners::all);
    scene.canvas.note("image", "camera", rect);
    const float side = rect.height * 0.78f;
    guide(scene.canvas, {rect.center().x - side * 0.35f, rect.center().y - side / 2, side * 0.7f, side}, 4);
}

}  // namespace baodao
