// SPDX-License-Identifier: MIT
#include "domain/qr/qr_layout.hpp"

#include <algorithm>
#include <cstdlib>

namespace baodao {
namespace {

constexpr int finder_span = 8;  // with its separator

// Redundancy of a block in bytes and the number of blocks, by version from 1.
struct LevelTable {
    std::array<std::uint8_t, layout_version_max> check;
    std::array<std::uint8_t, layout_version_max> blocks;
};
constexpr LevelTable medium_table{{10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24},
                                  {1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9}};
constexpr LevelTable quartile_table{{13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20},
                                    {1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16}};

// `value` followed by the remainder of its division by `generator`.
constexpr unsigned with_remainder(unsigned value, unsigned generator, unsigned bits) {
    unsigned rest = value << bits;
    for (unsigned bit = 31; bit >= bits; --bit) {
        if ((rest >> bit & 1U) != 0) rest ^= generator << (bit - bits);
    }
    return value << bits | rest;
}

std::vector<int> alignment_coordinates(int version, int side) {
    if (version == 1) return {};
    const int count = version / 7 + 2;
    const int gaps = count - 1;
    const int step = (side - 13 + 2 * gaps - 1) / (2 * gaps) * 2;
    std::vector<int> places;
    for (int i = 0; i < gaps; ++i) places.push_back(side - 7 - i * step);
    places.push_back(6);
    std::reverse(places.begin(), places.end());
    return places;
}

}  // namespace

QrLayout::QrLayout(int version) : version_(version), side_(17 + 4 * version) {
    BAODAO_CHECK(version >= layout_version_min && version <= layout_version_max);
    const auto count = static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_);
    uses_.assign(count, ModuleUse::data);
    for (int i = 0; i < side_; ++i) {
        const ModuleUse timing = i % 2 == 0 ? ModuleUse::fixed_black : ModuleUse::fixed_white;
        set(i, 6, timing);
        set(6, i, timing);
    }
    place_alignments();
    place_words();
    place_finder(3, 3);
    place_finder(side_ - 4, 3);
    place_finder(3, side_ - 4);
    order_data();
    list_fixed();
}

void QrLayout::set(int x, int y, ModuleUse use) {
    if (x >= 0 && y >= 0 && x < side_ && y < side_) uses_[index(x, y)] = use;
}

void QrLayout::place_finder(int x, int y) {
    for (int dy = -4; dy <= 4; ++dy) {
        for (int dx = -4; dx <= 4; ++dx) {
            const int ring = std::max(std::abs(dx), std::abs(dy));
            set(x + dx, y + dy, ring == 2 || ring == 4 ? ModuleUse::fixed_white : ModuleUse::fixed_black);
        }
    }
}

void QrLayout::place_alignments() {
    const std::vector<int> places = alignment_coordinates(version_, side_);
    for (const int y : places) {
        for (const int x : places) {
            const bool near_left = x < finder_span;
            const bool near_top = y < finder_span;
            const bool in_finder = (near_left && near_top) || (near_left && y >= side_ - finder_span) ||
                                   (near_top && x >= side_ - finder_span);
            if (in_finder) continue;
            alignments_.push_back({x, y});
            for (int dy = -2; dy <= 2; ++dy) {
                for (int dx = -2; dx <= 2; ++dx) {
                    const int ring = std::max(std::abs(dx), std::abs(dy));
                    set(x + dx, y + dy, ring == 1 ? ModuleUse::fixed_white : ModuleUse::fixed_black);
                }
            }
        }
    }
}

void QrLayout::place_words() {
    for (const auto& copy : format_places(side_)) {
        for (const ModulePlace place : copy) set(place.x, place.y, ModuleUse::format);
    }
    set(8, side_ - 8, ModuleUse::fixed_black);
    if (version_ < 7) return;
    const unsigned word = version_word(version_);
    for (int i = 0; i < 18; ++i) {
        const ModuleUse bit = (word >> i & 1U) != 0 ? ModuleUse::fixed_black : ModuleUse::fixed_white;
        set(side_ - 11 + i % 3, i / 3, bit);
        set(i / 3, side_ - 11 + i % 3, bit);
    }
}

void QrLayout::order_data() {
    bool upward = true;
    for (int right = side_ - 1; right > 0; right -= 2) {
        if (right == 6) --right;  // the column of the timing pattern carries no data
        for (int i = 0; i < side_; ++i) {
            const int y = upward ? side_ - 1 - i : i;
            for (const int x : {right, right - 1}) {
                if (use(x, y) == ModuleUse::data) data_order_.push_back({x, y});
            }
        }
        upward = !upward;
    }
}

void QrLayout::list_fixed() {
    for (int y = 0; y < side_; ++y) {
        for (int x = 0; x < side_; ++x) {
            const ModuleUse here = use(x, y);
            if (here != ModuleUse::fixed_white && here != ModuleUse::fixed_black) continue;
            const bool left = x < finder_span;
            const bool top = y < finder_span;
            const bool finder =
                (left && top) || (left && y >= side_ - finder_span) || (top && x >= side_ - finder_span);
            fixed_.push_back({{x, y}, here == ModuleUse::fixed_black, finder});
        }
    }
}

BlockPlan block_plan(const QrLayout& layout, QrLevel level) {
    const LevelTable& table = level == QrLevel::medium ? medium_table : quartile_table;
    const auto row = static_cast<std::size_t>(layout.version() - 1);
    const std::size_t total = layout.data_order().size() / 8;
    const std::size_t blocks = table.blocks[row];
    BlockPlan plan;
    plan.check = table.check[row];
    const std::size_t longer = total % blocks;  // the last blocks hold one byte more
    for (std::size_t b = 0; b < blocks; ++b)
        plan.sizes.push_back(total / blocks + (b + longer >= blocks ? 1 : 0));
    const std::size_t data_max = plan.sizes.back() - plan.check;
    for (std::size_t i = 0; i < data_max; ++i) {
        for (std::size_t b = 0; b < blocks; ++b) {
            if (i < plan.sizes[b] - plan.check) plan.codewords.push_back({b, i});
        }
    }
    for (std::size_t i = 0; i < plan.check; ++i) {
        for (std::size_t b = 0; b < blocks; ++b)
            plan.codewords.push_back({b, plan.sizes[b] - plan.check + i});
    }
    return plan;
}

bool mask_flips(int mask, int x, int y) {
    switch (mask) {
        case 0:
            return (x + y) % 2 == 0;
        case 1:
            return y % 2 == 0;
        case 2:
            return x % 3 == 0;
        case 3:
            return (x + y) % 3 == 0;
        case 4:
            return (x / 3 + y / 2) % 2 == 0;
        case 5:
            return x * y % 2 + x * y % 3 == 0;
        case 6:
            return (x * y % 2 + x * y % 3) % 2 == 0;
        default:
            return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

unsigned format_word(QrLevel level, int mask) {
    const unsigned level_bits = level == QrLevel::medium ? 0 : 3;
    return with_remainder(level_bits << 3U | static_cast<unsigned>(mask), 0x537, 10) ^ 0x5412U;
}

std::array<std::array<ModulePlace, 15>, 2> format_places(int side) {
    std::array<std::array<ModulePlace, 15>, 2> places{};
    for (int i = 0; i < 15; ++i) {  // i counts from the most significant bit
        const auto at = static_cast<std::size_t>(i);
        places[0][at] = i < 6    ? ModulePlace{i, 8}
                        : i == 6 ? ModulePlace{7, 8}
                        : i == 7 ? ModulePlace{8, 8}
                        : i == 8 ? ModulePlace{8, 7}
                                 : ModulePlace{8, 14 - i};
        places[1][at] = i < 7 ? ModulePlace{8, side - 1 - i} : ModulePlace{side - 15 + i, 8};
    }
    return places;
}

unsigned version_word(int version) {
    return with_remainder(static_cast<unsigned>(version), 0x1F25, 12);
}

}  // namespace baodao
