// SPDX-License-Identifier: MIT
// Reed–Solomon over GF(256) as QR codes use it (polynomial 0x11D, first root α⁰).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace baodao {

// Repairs `word`, whose last `check` bytes are the redundancy, in place. `erased` names positions
// that are known to be doubtful: each costs half of what an unknown error costs. False, with `word`
// untouched, when more than (check − erased − spare) / 2 other bytes are wrong. `spare` bytes of the
// redundancy are kept back so that noise is not "repaired" into a word nobody wrote.
[[nodiscard]] bool repair_word(std::span<std::uint8_t> word, std::size_t check,
                               std::span<const std::size_t> erased, std::size_t spare);

}  // namespace baodao
