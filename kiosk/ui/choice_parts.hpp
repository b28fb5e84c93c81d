// SPDX-License-Identifier: MIT
// What screens with ticks are made of: the box, a post's sign, the mark of a recommended item.
#pragma once

#include <string_view>

#include "kiosk/ui/scene.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {

void tick_box(Canvas& canvas, Rect rect, bool ticked);
// The sign of one of the policy's posts; any other post has a common one (policy R13).
[[nodiscard]] Icon post_icon(std::string_view post);
// Fill and edge of something that can be chosen; pressed or not.
void choice_body(Canvas& canvas, Rect rect, bool chosen, bool pressed, float radius);
// 荐, in a frame; returns its width.
float recommend_tag(const Scene& scene, Point top_right);
[[nodiscard]] float recommend_tag_width(const Scene& scene);

}  // namespace baodao
