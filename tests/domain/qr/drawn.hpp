// SPDX-License-Identifier: MIT
// Drawn pictures for the readers' tests.
#pragma once

#include <fstream>
#include <string>

#include "domain/qr/encode.hpp"

namespace baodao::test {

inline const std::string slip_text = "BD1" + std::string(80, 'Q') + std::string(83, '7');

// A symbol from tests/domain/qr/symbols: one line a row, # is black.
inline QrSymbol stored_symbol(const std::string& name) {
    std::ifstream file(std::string(SYMBOL_FOLDER) + "/" + name + ".txt");
    QrSymbol symbol;
    for (std::string line; std::getline(file, line);) {
        ++symbol.side;
        for (const char c : line) symbol.modules.push_back(c == '#' ? 1 : 0);
    }
    return symbol;
}

inline GreyImage drawn(const std::string& text, int module_px = 4) {
    return draw_qr(encode_qr(text, QrLevel::medium).value(), module_px);
}

// Lays a picture into another; what reaches beyond is cut.
inline void lay(GreyImage& scene, GreyView picture, int left, int top) {
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const bool inside =
                left + x >= 0 && top + y >= 0 && left + x < scene.width() && top + y < scene.height();
            if (inside) scene.at(left + x, top + y) = picture.at(x, y);
        }
    }
}

// A picture in the middle of a frame of even grey paper.
inline GreyImage on_paper(GreyView picture) {
    GreyImage scene(1280, 720, 235);
    lay(scene, picture, (scene.width() - picture.width()) / 2, (scene.height() - picture.height()) / 2);
    return scene;
}

}  // namespace baodao::test
