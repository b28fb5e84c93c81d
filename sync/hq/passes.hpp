// SPDX-License-Identifier: MIT
// Challenges and session tokens that need no memory: any process with the same secret knows them again.
#pragma once

#include <optional>
#include <string>

#include "domain/base/time.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao::hq {

inline constexpr std::int64_t challenge_s = 120;
inline constexpr std::int64_t session_s = 3600;

enum class PassUse : std::uint8_t { challenge = 1, session = 2 };

[[nodiscard]] std::string make_pass(PassUse use, const OriginId& origin, UtcMillis until,
                                    const SecretKey& secret);
// Ours, for this origin and use, and not past its time.
[[nodiscard]] bool pass_holds(PassUse use, const std::string& pass, const OriginId& origin, UtcMillis now,
                              const SecretKey& secret);

}  // namespace baodao::hq
