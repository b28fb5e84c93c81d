// SPDX-License-Identifier: MIT
#include "domain/qr/zbar_reader.hpp"

#include <zbar.h>

#include <algorithm>
#include <memory>

namespace baodao {
namespace {

constexpr unsigned long grey_fourcc = 0x30303859;  // "Y800"
constexpr int smallest_side = 21;                  // no code fits into less

struct FreeScanner {
    void operator()(zbar::zbar_image_scanner_t* scanner) const { zbar::zbar_image_scanner_destroy(scanner); }
};
struct FreeImage {
    void operator()(zbar::zbar_image_t* image) const { zbar::zbar_image_destroy(image); }
};

std::unique_ptr<zbar::zbar_image_scanner_t, FreeScanner> qr_scanner() {
    std::unique_ptr<zbar::zbar_image_scanner_t, FreeScanner> scanner(zbar::zbar_image_scanner_create());
    if (scanner == nullptr) return scanner;
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);
    return scanner;
}

bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

FoundCode to_code(const zbar::zbar_symbol_t* symbol) {
    FoundCode code{{zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol)}, {}};
    const unsigned points = std::min(4U, zbar::zbar_symbol_get_loc_size(symbol));
    for (unsigned i = 0; i < points; ++i) {
        // ZBar names the corners anticlockwise.
        code.corners[(4 - i) % 4] = {static_cast<double>(zbar::zbar_symbol_get_loc_x(symbol, i)),
                                     static_cast<double>(zbar::zbar_symbol_get_loc_y(symbol, i))};
    }
    return code;
}

}  // namespace

FoundCodes zbar_read(GreyView picture) {
    if (std::min(picture.width(), picture.height()) < smallest_side) return {};
    const auto scanner = qr_scanner();
    const std::unique_ptr<zbar::zbar_image_t, FreeImage> image(zbar::zbar_image_create());
    if (scanner == nullptr || image == nullptr) return {};
    const GreyImage packed(picture);  // ZBar knows no stride
    zbar::zbar_image_set_format(image.get(), grey_fourcc);
    zbar::zbar_image_set_size(image.get(), static_cast<unsigned>(packed.width()),
                              static_cast<unsigned>(packed.height()));
    zbar::zbar_image_set_data(image.get(), packed.pixels().data(), packed.pixels().size(), nullptr);
    FoundCodes codes;
    if (zbar::zbar_scan_image(scanner.get(), image.get()) <= 0) return codes;
    const zbar::zbar_symbol_t* symbol = zbar::zbar_image_first_symbol(image.get());
    for (; symbol != nullptr; symbol = zbar::zbar_symbol_next(symbol)) {
        if (zbar::zbar_symbol_get_type(symbol) != zbar::ZBAR_QRCODE) continue;
        if (zbar::zbar_symbol_get_components(symbol) != nullptr) continue;
        FoundCode code = to_code(symbol);
        if (!code.text.empty() && is_ascii(code.text)) codes.push_back(std::move(code));
    }
    return codes;
}

}  // namespace baodao
