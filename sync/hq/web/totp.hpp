// SPDX-License-Identifier: MIT
// The second factor: six digits that change every half minute, as every authenticator app makes them
// (RFC 6238, SHA-1). The only owner of liboath.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/time.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao::hq {

using TotpSecret = Bytes<struct TotpSecretTag, 20>;
inline constexpr std::int64_t totp_step_s = 30;

[[nodiscard]] std::int64_t totp_step(UtcMillis time);
[[nodiscard]] std::string totp_code(const TotpSecret& secret, std::int64_t step);
// The step whose code this is, one step early or late allowed; nullopt: it is none.
[[nodiscard]] std::optional<std::int64_t> totp_matches(const TotpSecret& secret, std::string_view code,
                                                       UtcMillis now);
// otpauth://totp/…: what the app reads from a QR code.
[[nodiscard]] std::string totp_address(const TotpSecret& secret, std::string_view user);

}  // namespace baodao::hq
