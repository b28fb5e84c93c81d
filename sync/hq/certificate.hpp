// SPDX-License-Identifier: MIT
// A certificate of our own for the HTTPS side: made once, pinned by every kiosk.
#pragma once

#include <string>
#include <vector>

#include "domain/base/result.hpp"
#include "domain/base/time.hpp"

namespace baodao::hq {

struct Certificate {
    std::string certificate;  // PEM
    std::string private_key;  // PEM
};

inline constexpr int certificate_years = 20;

// Self-signed, ECDSA P-256, for these host names and addresses.
[[nodiscard]] Result<Certificate> make_certificate(const std::vector<std::string>& hosts, UtcMillis now);

}  // namespace baodao::hq
