// SPDX-License-Identifier: MIT
// What the tabs of 没带卡 share: the list that grows shorter, the four boxes, their keys, the tabs.
#pragma once

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/scene.hpp"

namespace baodao {

// The masked names and how many there are; or, on a low card instead of them, what became of a try.
void draw_find_list(const Scene& scene, Rect rect);
// One box a character; digits of a phone are dots.
void draw_proof_boxes(const Scene& scene, Rect rect);
// Ten digits, or the letters and digits of a short code.
void draw_proof_keys(const Scene& scene, Rect rect);
void draw_find_tabs(const Scene& scene, Rect rect);
// A key of the search; rests while the search does.
void find_key(const Scene& scene, Rect rect, FindKey key, Type type, std::string_view label);

// 周敏 6612 0319 in a sentence.
[[nodiscard]] std::string with_cadre(const Scene& scene, Text text);

// The letters of a short code: those that cannot be taken for digits.
inline constexpr std::string_view short_code_keys = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// ---- the tabs, one file each
void draw_find_pinyin(const Scene& scene);
void draw_find_code(const Scene& scene);

}  // namespace baodao
