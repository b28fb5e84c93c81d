// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

namespace baodao {

// CRC-32C (Castagnoli, reflected, RFC 3720). Pass the last result to go on with the next piece.
[[nodiscard]] std::uint32_t crc32c(std::span<const std::uint8_t> bytes, std::uint32_t before = 0);

}  // namespace baodao
