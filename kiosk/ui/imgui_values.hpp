// SPDX-License-Identifier: MIT
// Our values as Dear ImGui's, for the files of this folder that draw.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <type_traits>

#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/theme.hpp"

namespace baodao {

inline ImVec2 imgui_point(Point p) {
    return {p.x, p.y};
}

inline ImU32 imgui_color(Color color) {
    return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

// A texture id is a pointer in older versions and a number in newer ones.
template <class Id = ImTextureID>
Id imgui_texture(unsigned name) {
    if constexpr (std::is_pointer_v<Id>)
        return reinterpret_cast<Id>(static_cast<std::uintptr_t>(name));
    else
        return static_cast<Id>(name);
}

}  // namespace baodao
