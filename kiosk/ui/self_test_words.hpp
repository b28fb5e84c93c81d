// SPDX-License-Identifier: MIT
// What the self-test says of each part: its state in a word, one line, and the one instruction.
#pragma once

#include <string>

#include "kiosk/ui/icon.hpp"
#include "kiosk/ui/scene.hpp"

namespace baodao {

struct PartWords {
    Icon icon = Icon::check;
    std::string_view name;
    std::string_view state;
    std::string line;
};
[[nodiscard]] PartWords part_words(const Scene& scene, TestPart part);

struct HeadWords {
    std::string sentence;
    std::string hint;  // what to do, and what it means for opening
};
[[nodiscard]] HeadWords head_words(const Scene& scene);

}  // namespace baodao
