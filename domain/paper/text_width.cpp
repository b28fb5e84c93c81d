// SPDX-License-Identifier: MIT
#include "domain/paper/text_width.hpp"

#include "domain/base/text.hpp"

namespace baodao {

double estimated_width(std::string_view text, double points) {
    constexpr char32_t first_wide = 0x1100;
    constexpr double mm_per_point = 25.4 / 72;
    double ems = 0;
    for (const char32_t point : code_points(text)) ems += point < first_wide ? 0.55 : 1;
    return ems * points * mm_per_point;
}

}  // namespace baodao
