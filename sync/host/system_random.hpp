// SPDX-License-Identifier: MIT
#pragma once

#include "domain/base/random.hpp"

namespace baodao {

// The kernel's randomness, good for keys. Thread-safe; it cannot fail once the machine is up.
class SystemRandom final : public Random {
  public:
    void fill(std::span<std::uint8_t> out) override;
};

}  // namespace baodao
