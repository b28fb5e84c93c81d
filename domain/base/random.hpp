// SPDX-License-Identifier: MIT
// Randomness, passed in. The real one (sync/host) asks the system; the seeded
// one makes a run reproducible and must never make keys.
#pragma once

#include <cstdint>
#include <span>

#include "domain/base/ids.hpp"

namespace baodao {

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;

    [[nodiscard]] std::uint64_t next_u64();
    // Uniform in [0, bound); bound > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    // Uniform in [0, 1).
    [[nodiscard]] double unit();

    // draw<OriginId>(), draw<BootId>() …
    template <class BytesId>
    [[nodiscard]] BytesId draw() {
        BytesId out;
        fill(out.bytes);
        return out;
    }
};

// SplitMix64: the same seed gives the same bytes on every machine.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> out) override;

  private:
    std::uint64_t step();
    std::uint64_t state_;
};

}  // namespace baodao
