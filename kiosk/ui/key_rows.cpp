// SPDX-License-Identifier: MIT
#include "kiosk/ui/key_rows.hpp"

#include <string_view>

#include "kiosk/ui/bars.hpp"

namespace baodao {
namespace {

constexpr std::size_t keys_in_a_row = 10;
constexpr std::size_t rows_of_keys = 5;

float key_width(Rect row, float gap) {
    return (row.width - static_cast<float>(keys_in_a_row - 1) * gap) / static_cast<float>(keys_in_a_row);
}

// Each as wide as a tenth of the whole, from `x` on.
void draw_row(Rect row, float x, float gap, std::string_view keys,
              const std::function<void(Rect, char)>& key) {
    const float width = key_width(row, gap);
    for (const char one : keys) {
        key({x, row.y, width, row.height}, one);
        x += width + gap;
    }
}

float centered(Rect row, float gap, std::size_t keys) {
    const float all = static_cast<float>(keys) * (key_width(row, gap) + gap) - gap;
    return row.x + (row.width - all) / 2;
}

}  // namespace

KeyRows draw_key_rows(const Scene& scene, Rect tray, const std::function<void(Rect, char)>& key) {
    scene.canvas.fill(tray, scene.palette().sunk);
    const float gap = scene.portrait() ? 8 : 12;
    const Rect rows = tray.inset(side_margin(scene), 14);
    const float height =
        (rows.height - static_cast<float>(rows_of_keys - 1) * gap) / static_cast<float>(rows_of_keys);
    const auto row = [&](int number) {
        return Rect{rows.x, rows.y + static_cast<float>(number) * (height + gap), rows.width, height};
    };
    draw_row(row(0), rows.x, gap, "1234567890", key);
    draw_row(row(1), rows.x, gap, "qwertyuiop", key);
    constexpr std::string_view middle = "asdfghjkl";
    draw_row(row(2), centered(row(2), gap, middle.size()), gap, middle, key);
    constexpr std::string_view lower = "zxcvbnm";
    draw_row(row(3), rows.x, gap, lower, key);
    const float from = rows.x + static_cast<float>(lower.size()) * (key_width(rows, gap) + gap);
    return {{from, row(3).y, rows.right() - from, height}, row(4), gap};
}

}  // namespace baodao
