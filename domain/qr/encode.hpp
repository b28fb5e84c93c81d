// SPDX-License-Identifier: MIT
// Text → QR modules. The only owner of libqrencode.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

// How much of a code may be lost: M 15 %, Q 25 % (for paper that will be folded).
enum class QrLevel { medium, quartile };

// White modules that must stand on every side of a code.
inline constexpr int qr_quiet_modules = 4;

// A code as a square of modules, without its quiet zone.
struct QrSymbol {
    int side = 0;                       // modules to a side: 21 to 177
    std::vector<std::uint8_t> modules;  // side × side, row by row from the top; 1 is black

    [[nodiscard]] bool black(int x, int y) const {
        return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                       static_cast<std::size_t>(x)] != 0;
    }
    [[nodiscard]] int version() const { return (side - 17) / 4; }
};

// The smallest version that holds `text`: in alphanumeric mode if every character allows it
// (0–9 A–Z space $%*+-./:), as bytes otherwise. Fails with bad_input when the text is empty or
// longer than any code holds. Thread-safe.
[[nodiscard]] Result<QrSymbol> encode_qr(std::string_view text, QrLevel level);

// The symbol in black on white, each module a square of `module_px` pixels, quiet zone included.
[[nodiscard]] GreyImage draw_qr(const QrSymbol& symbol, int module_px);

}  // namespace baodao
