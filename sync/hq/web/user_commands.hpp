// SPDX-License-Identifier: MIT
// `baodao-hq user …`, as the command line asks it of headquarters.
#pragma once

#include "domain/event/json.hpp"
#include "sync/hq/keys.hpp"
#include "sync/hq/pool.hpp"

namespace baodao::hq {

// "user add" {name, role, scope, password} → {second_factor: "otpauth://…"}, "user list", "user close"
// {name}.
[[nodiscard]] Result<Json> run_user_command(const std::string& command, const Json& request, Pool& pool,
                                            const HqKeys& keys, UtcMillis now, Random& random);

}  // namespace baodao::hq
