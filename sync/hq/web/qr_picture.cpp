// SPDX-License-Identifier: MIT
#include "sync/hq/web/qr_picture.hpp"

#include "domain/qr/encode.hpp"
#include "domain/qr/png_file.hpp"

namespace baodao::hq {

Result<std::string> qr_svg(std::string_view text) {
    const auto symbol = encode_qr(text, QrLevel::medium);
    if (!symbol) return symbol.error();
    const std::string side = std::to_string(symbol->side + 2 * qr_quiet_modules);
    std::string path;
    for (int y = 0; y < symbol->side; ++y) {
        for (int x = 0; x < symbol->side; ++x) {
            if (symbol->black(x, y))
                path += "M" + std::to_string(x + qr_quiet_modules) + " " +
                        std::to_string(y + qr_quiet_modules) + "h1v1h-1z";
        }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" viewBox=\"0 0 " + side + " " + side +
           "\" shape-rendering=\"crispEdges\"><rect width=\"" + side + "\" height=\"" + side +
           "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
}

Result<std::string> qr_png(std::string_view text) {
    constexpr int module_px = 12;
    const auto symbol = encode_qr(text, QrLevel::medium);
    if (!symbol) return symbol.error();
    return encode_png(draw_qr(*symbol, module_px));
}

Result<std::string> qr_terminal(std::string_view text) {
    const auto symbol = encode_qr(text, QrLevel::medium);
    if (!symbol) return symbol.error();
    const auto black = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < symbol->side && y < symbol->side && symbol->black(x, y);
    };
    std::string out;
    for (int y = -qr_quiet_modules; y < symbol->side + qr_quiet_modules; y += 2) {
        out += "\033[30;107m";
        for (int x = -qr_quiet_modules; x < symbol->side + qr_quiet_modules; ++x) {
            const bool upper = black(x, y);
            const bool lower = black(x, y + 1);
            out += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
        }
        out += "\033[0m\n";
    }
    return out;
}

}  // namespace baodao::hq
