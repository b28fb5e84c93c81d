// SPDX-License-Identifier: MIT
#include "kiosk/ui/theme.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace baodao;

namespace {

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

// As WCAG counts it.
double contrast(Color a, Color b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

}  // namespace

TEST_CASE("main text is never under seven to one, in both palettes") {
    for (const Palette* palette : {&light_palette(), &dark_palette()}) {
        const Palette& p = *palette;
        for (const Color ground : {p.background, p.surface, p.sunk, p.blue_tint, p.green_tint, p.amber_tint})
            CHECK(contrast(p.ink, ground) >= 7);
        for (const Color panel : {p.accent, p.green, p.blue}) CHECK(contrast(p.on_dark, panel) >= 7);
        CHECK(contrast(p.ink_second, p.background) >= 7);
        CHECK(contrast(p.ink_second, p.surface) >= 7);
        CHECK(contrast(p.green, p.green_tint) >= 7);
        CHECK(contrast(p.blue, p.blue_tint) >= 7);
        CHECK(contrast(p.amber_ink, p.amber_tint) >= 7);
    }
}

TEST_CASE("the outline of what can be touched is at least three to one") {
    for (const Palette* palette : {&light_palette(), &dark_palette()}) {
        CHECK(contrast(palette->edge, palette->surface) >= 3);
        CHECK(contrast(palette->edge, palette->background) >= 3);
    }
}

TEST_CASE("a framebuffer becomes the canvas of its shape") {
    CHECK(layout_for({1920, 1080}).scale == Approx(1));
    CHECK(layout_for({1366, 768}).scale == Approx(0.711).margin(0.001));
    CHECK(layout_for({1366, 768}).width == Approx(1921).margin(1));
    CHECK(layout_for({1080, 1920}).portrait());
    CHECK(layout_for({1080, 1920}).scale == Approx(1));
    // 4:3 does not shrink the type further.
    CHECK(layout_for({1024, 768}).scale == Approx(0.711).margin(0.001));
    CHECK(layout_for({1024, 768}).width == Approx(1440).margin(1));
    CHECK(layout_for({0, 0}).scale > 0);
}
