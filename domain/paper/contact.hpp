// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace baodao {

// Whom to call: the window's cadre or deputy (policy R41), the agency's contact person (policy R10).
struct PaperContact {
    std::string name;  // empty: a line to write on
    std::string phone;
};

// The words, or a line to write them on.
inline std::string or_blank(const std::string& words) {
    return words.empty() ? "＿＿＿＿＿" : words;
}

}  // namespace baodao
