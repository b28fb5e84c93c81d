// SPDX-License-Identifier: MIT
// The parts of the self-test that need a hand: touch, hand scanner, sound, a printed page.
#pragma once

#include "kiosk/ui/scene.hpp"

namespace baodao {

void draw_hand_test(const Scene& scene, const HandTest& test);

}  // namespace baodao
