// SPDX-License-Identifier: MIT
// A command that was asked of headquarters on its own command line, and what it works with.
#pragma once

#include <string>

#include "domain/base/random.hpp"
#include "domain/event/json.hpp"
#include "sync/hq/keys.hpp"
#include "sync/hq/pool.hpp"

namespace baodao::hq {

struct Asked {
    const Json& json;
    Pool& pool;
    const HqKeys& keys;
    UtcMillis now;
    Random& random;

    // Empty: not said.
    [[nodiscard]] std::string text(const char* key) const { return text_at(json, key).value_or(""); }
};

}  // namespace baodao::hq
