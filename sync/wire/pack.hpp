// SPDX-License-Identifier: MIT
// The only owner of zstd: bytes made smaller for the way.
#pragma once

#include "domain/base/result.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

[[nodiscard]] ByteVector pack(ByteSpan plain);
// bad_input when these are no packed bytes or hold more than `plain_max`: never more than that is unpacked,
// whatever they claim (fault 61).
[[nodiscard]] Result<ByteVector> unpack(ByteSpan packed, std::size_t plain_max);

}  // namespace baodao
