// SPDX-License-Identifier: MIT
#include "domain/qr/encode.hpp"

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace baodao {
namespace {

constexpr std::string_view alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::size_t longest_text = 4'296;  // alphanumeric, version 40 level L: no code holds more
constexpr std::uint8_t ink = 0;
constexpr std::uint8_t paper = 255;

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};
struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

QRencodeMode mode_for(std::string_view text) {
    const bool plain = text.find_first_not_of(alphanumeric) == std::string_view::npos;
    return plain ? QR_MODE_AN : QR_MODE_8;
}

}  // namespace

Result<QrSymbol> encode_qr(std::string_view text, QrLevel level) {
    if (text.empty()) return Error{ErrorKind::bad_input, "A code needs a text.", ""};
    const Error too_long{ErrorKind::bad_input, "The text is too long for a code.",
                         std::to_string(text.size()) + " characters"};
    if (text.size() > longest_text) return too_long;

    const QRecLevel correction = level == QrLevel::medium ? QR_ECLEVEL_M : QR_ECLEVEL_Q;
    const std::unique_ptr<QRinput, FreeInput> input(QRinput_new2(0, correction));
    if (input == nullptr) return Error{ErrorKind::io, "No memory for a code.", ""};
    const std::vector<unsigned char> bytes(text.begin(), text.end());
    if (QRinput_append(input.get(), mode_for(text), static_cast<int>(bytes.size()), bytes.data()) != 0) {
        return too_long;
    }
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeInput(input.get()));
    if (code == nullptr) return too_long;

    QrSymbol symbol{code->width, {}};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    symbol.modules.reserve(count);
    for (std::size_t i = 0; i < count; ++i) symbol.modules.push_back(code->data[i] & 1U);
    return symbol;
}

GreyImage draw_qr(const QrSymbol& symbol, int module_px) {
    BAODAO_CHECK(module_px > 0);
    const int side = (symbol.side + 2 * qr_quiet_modules) * module_px;
    GreyImage image(side, side, paper);
    for (int y = 0; y < symbol.side; ++y) {
        for (int x = 0; x < symbol.side; ++x) {
            if (!symbol.black(x, y)) continue;
            for (int dy = 0; dy < module_px; ++dy) {
                std::uint8_t* line = image.row((y + qr_quiet_modules) * module_px + dy);
                std::fill_n(line + (x + qr_quiet_modules) * module_px, module_px, ink);
            }
        }
    }
    return image;
}

}  // namespace baodao
