// SPDX-License-Identifier: MIT
// The services of 我的记录, a page at a time; there is no scrolling.
#pragma once

#include "kiosk/ui/scene.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {

void draw_record_list(const Scene& scene, Rect rect, const RecordView& record);

}  // namespace baodao
