// SPDX-License-Identifier: MIT
#pragma once

#include "domain/base/time.hpp"

namespace baodao {

inline constexpr const char* release_version = "0.1";
// 2026-11-01T00:00:00Z: a clock that says less has lost its battery (fault 74).
inline constexpr UtcMillis release_day{1'793'491'200'000};

}  // namespace baodao
