// SPDX-License-Identifier: MIT
// The live picture of the camera with its guide, and the small one on the outcome
// panels. Without a picture: a grey field that says what to do instead.
#pragma once

#include "kiosk/ui/scene.hpp"

namespace baodao {

struct ViewfinderWords {
    std::string_view sentence;  // on the band below; empty: no band
    std::string_view hint;
    float band_height = 124;
};
void draw_viewfinder(const Scene& scene, Rect rect, const ViewfinderWords& words);

// 176 x 120 on the panel: the camera goes on looking while a confirmation shows.
void draw_viewfinder_small(const Scene& scene, Rect rect);

}  // namespace baodao
