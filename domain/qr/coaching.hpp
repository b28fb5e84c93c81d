// SPDX-License-Identifier: MIT
#pragma once

#include "domain/qr/grid_reader.hpp"
#include "domain/qr/scan_result.hpp"

namespace baodao {

// Why a code that was seen could not be read, in the order in which it helps to say so; `ok` when
// nothing like a code was seen in a picture that is bright enough.
[[nodiscard]] ScanCoaching coach(GreyView picture, const GridSight& sight);

}  // namespace baodao
