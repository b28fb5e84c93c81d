// SPDX-License-Identifier: MIT
// How much work a test run does. `./baodao test --quick | (plain) | --long` sets
// BAODAO_TIER; `--seeds N` sets BAODAO_SEEDS.
#pragma once

#include <cstdlib>
#include <string_view>

namespace baodao::test {

enum class Tier { quick, normal, nightly };

inline Tier tier() {
    const char* name = std::getenv("BAODAO_TIER");
    if (name == nullptr) return Tier::normal;
    if (std::string_view(name) == "quick") return Tier::quick;
    return std::string_view(name) == "long" ? Tier::nightly : Tier::normal;
}

// The number of seeds for a sweep: what was asked for on the command line, else by tier.
inline int seeds(int quick, int normal, int nightly) {
    if (const char* asked = std::getenv("BAODAO_SEEDS"); asked != nullptr) return std::atoi(asked);
    return tier() == Tier::quick ? quick : tier() == Tier::normal ? normal : nightly;
}

}  // namespace baodao::test
