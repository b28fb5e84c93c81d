// SPDX-License-Identifier: MIT
#include "tests/support/slip_scene_card.hpp"

#include <algorithm>
#include <cmath>

#include "domain/qr/encode.hpp"

namespace baodao::test {
namespace {

int int_between(Random& random, int low, int high) {
    return low + static_cast<int>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

void fill(GreyImage& image, PixelRect rect, int level) {
    for (int y = std::max(0, rect.y); y < std::min(image.height(), rect.y + rect.height); ++y) {
        for (int x = std::max(0, rect.x); x < std::min(image.width(), rect.x + rect.width); ++x) {
            image.at(x, y) = static_cast<std::uint8_t>(level);
        }
    }
}

// Strokes in a square, about as dense as a Chinese character.
void draw_glyph(GreyImage& image, int x, int y, int size, int level, Random& random) {
    const int pen = std::max(1, size / 9);
    const int strokes = int_between(random, 4, 9);
    for (int i = 0; i < strokes; ++i) {
        const int at = int_between(random, 0, size - pen);
        const int from = int_between(random, 0, size / 2);
        const int length = int_between(random, size / 4, size - from);
        const bool across = random.below(2) == 0;
        fill(image,
             across ? PixelRect{x + from, y + at, length, pen} : PixelRect{x + at, y + from, pen, length},
             level);
    }
}

void draw_text_block(GreyImage& image, PixelRect rect, int size, int level, Random& random) {
    for (int y = rect.y; y + size <= rect.y + rect.height; y += size + size / 2) {
        const int end = rect.x + rect.width - int_between(random, 0, rect.width / 2);
        for (int x = rect.x; x + size <= end; x += size + size / 6 + 1) {
            draw_glyph(image, x, y, size, level, random);
        }
    }
}

void draw_code(GreyImage& card, const std::string& text) {
    const auto symbol = encode_qr(text, QrLevel::medium);
    const GreyImage code = draw_qr(symbol.value(), card_scale);
    const int left = (card.width() - code.width()) / 2;
    const int top = (card.height() - code.height()) / 2;
    for (int y = 0; y < code.height(); ++y) std::copy_n(code.row(y), code.width(), card.row(top + y) + left);
}

GreyImage blank_card(int level) {
    return {static_cast<int>(2 * card_half_width) * card_scale,
            static_cast<int>(2 * card_half_height) * card_scale, static_cast<std::uint8_t>(level)};
}

// One octave of smooth noise added to the picture.
void add_grain(GreyImage& image, int cell, double depth, Random& random) {
    const int columns = image.width() / cell + 2;
    const int rows = image.height() / cell + 2;
    std::vector<double> grid(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (double& value : grid) value = (random.unit() - 0.5) * depth;
    const auto at = [&](int x, int y) {
        return grid[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
                    static_cast<std::size_t>(x)];
    };
    for (int y = 0; y < image.height(); ++y) {
        const double fy = static_cast<double>(y % cell) / cell;
        for (int x = 0; x < image.width(); ++x) {
            const double fx = static_cast<double>(x % cell) / cell;
            const int gx = x / cell;
            const int gy = y / cell;
            const double value = (at(gx, gy) * (1 - fx) + at(gx + 1, gy) * fx) * (1 - fy) +
                                 (at(gx, gy + 1) * (1 - fx) + at(gx + 1, gy + 1) * fx) * fy;
            image.at(x, y) = static_cast<std::uint8_t>(std::clamp(image.at(x, y) + value, 0.0, 255.0));
        }
    }
}

}  // namespace

GreyImage draw_slip_card(const std::string& text, Random& random) {
    GreyImage card = blank_card(255);
    const int glyph = int_between(random, 3, 4) * card_scale;
    const int margin = 3 * card_scale;
    const int quiet = (45 / 2 + 1 + qr_quiet_modules) * card_scale;
    const int middle_x = card.width() / 2;
    const int middle_y = card.height() / 2;
    draw_text_block(card, {margin, margin, middle_x - quiet - margin, card.height() - 2 * margin}, glyph, 20,
                    random);
    draw_text_block(card,
                    {middle_x + quiet + card_scale, margin, middle_x - quiet - margin, card.height() / 2},
                    glyph, 20, random);
    draw_text_block(card, {middle_x - quiet, middle_y + quiet, 2 * quiet, card.height() / 2 - quiet - margin},
                    glyph, 20, random);
    fill(card, {0, card_scale, card.width(), 2}, 60);  // the line to cut along
    draw_code(card, text);
    return card;
}

GreyImage draw_phone_card(const std::string& text, const ScreenSettings& screen, Random& random) {
    GreyImage card = blank_card(8);  // the glass around the picture
    const int around = screen.dark_mode ? 12 : 245;
    const int bezel = 3 * card_scale;
    fill(card, {bezel, bezel, card.width() - 2 * bezel, card.height() - 2 * bezel}, around);
    const int ink = screen.dark_mode ? 210 : 40;
    draw_text_block(card, {2 * bezel, 2 * bezel, card.width() / 2, 6 * card_scale}, 4 * card_scale, ink,
                    random);
    draw_text_block(card, {2 * bezel, card.height() - 4 * bezel, card.width() - 4 * bezel, 2 * bezel},
                    4 * card_scale, ink, random);
    const int half = (45 / 2 + 1 + qr_quiet_modules) * card_scale;
    if (screen.screenshot) {
        const int border = half + 3 * card_scale;
        fill(card, {card.width() / 2 - border, card.height() / 2 - border, 2 * border, 2 * border}, 128);
    }
    draw_code(card, text);
    return card;
}

GreyImage draw_desk(Random& random) {
    GreyImage desk(frame_width, frame_height, static_cast<std::uint8_t>(int_between(random, 60, 170)));
    add_grain(desk, 160, 60, random);
    add_grain(desk, 12, 12, random);
    const int papers = int_between(random, 2, 5);
    for (int i = 0; i < papers; ++i) {
        const PixelRect sheet{int_between(random, -200, frame_width - 100),
                              int_between(random, -150, frame_height - 80), int_between(random, 150, 500),
                              int_between(random, 100, 350)};
        fill(desk, sheet, int_between(random, 170, 240));
        draw_text_block(desk, {sheet.x + 15, sheet.y + 15, sheet.width - 30, sheet.height - 30},
                        int_between(random, 10, 22), int_between(random, 20, 90), random);
    }
    const int pens = int_between(random, 1, 5);
    for (int i = 0; i < pens; ++i) {
        const bool across = random.below(2) == 0;
        const int length = int_between(random, 120, 400);
        const int thickness = int_between(random, 6, 16);
        fill(desk,
             {int_between(random, 0, frame_width), int_between(random, 0, frame_height),
              across ? length : thickness, across ? thickness : length},
             int_between(random, 10, 230));
    }
    return desk;
}

}  // namespace baodao::test
