// SPDX-License-Identifier: MIT
// Where things stand in a QR code (ISO/IEC 18004): fixed patterns, format and
// version words, the order of the codewords and their blocks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "domain/qr/encode.hpp"

namespace baodao {

// The versions of our own slips with room to spare; larger codes are left to the libraries.
inline constexpr int layout_version_min = 1;
inline constexpr int layout_version_max = 14;

enum class ModuleUse : std::uint8_t { fixed_white, fixed_black, format, version, data };

struct ModulePlace {
    int x = 0;
    int y = 0;
};

// A module whose colour every code of a version has in common.
struct FixedModule {
    ModulePlace place;
    bool black = false;
    bool finder = false;  // part of a finder or of its white border
};

class QrLayout {
  public:
    // `version` within the limits above.
    explicit QrLayout(int version);

    [[nodiscard]] int version() const { return version_; }
    [[nodiscard]] int side() const { return side_; }
    [[nodiscard]] ModuleUse use(int x, int y) const { return uses_[index(x, y)]; }
    // Centres of the alignment patterns.
    [[nodiscard]] const std::vector<ModulePlace>& alignments() const { return alignments_; }
    [[nodiscard]] const std::vector<FixedModule>& fixed_modules() const { return fixed_; }
    // The modules that carry data, in the order of the bits.
    [[nodiscard]] const std::vector<ModulePlace>& data_order() const { return data_order_; }

  private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(x);
    }
    void set(int x, int y, ModuleUse use);
    void place_finder(int x, int y);
    void place_alignments();
    void place_words();
    void order_data();
    void list_fixed();

    int version_;
    int side_;
    std::vector<ModuleUse> uses_;
    std::vector<ModulePlace> alignments_;
    std::vector<FixedModule> fixed_;
    std::vector<ModulePlace> data_order_;
};

// A codeword's place after the interleaving is undone.
struct CodewordPlace {
    std::size_t block = 0;
    std::size_t position = 0;
};

struct BlockPlan {
    std::size_t check = 0;                 // redundancy of each block, in bytes
    std::vector<std::size_t> sizes;        // of each block, redundancy included
    std::vector<CodewordPlace> codewords;  // by place in the stream
};

// Of our own slips' levels.
[[nodiscard]] BlockPlan block_plan(const QrLayout& layout, QrLevel level);

// True where mask pattern 0 to 7 turns a data module over.
[[nodiscard]] bool mask_flips(int mask, int x, int y);

// The 15 bits that tell level and mask, most significant first, and the places of both copies.
[[nodiscard]] unsigned format_word(QrLevel level, int mask);
[[nodiscard]] std::array<std::array<ModulePlace, 15>, 2> format_places(int side);

// The 18 bits that tell the version (from 7 on).
[[nodiscard]] unsigned version_word(int version);

}  // namespace baodao
