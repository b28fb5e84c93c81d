// SPDX-License-Identifier: MIT
// Whether the window says 已联网. Slow to change its mind: a line that comes and goes must not blink on a
// screen that people stand in front of.
#pragma once

#include "sync/core/engine.hpp"

namespace baodao {

inline constexpr int contact_answers = 2;                // signed ones without a failure between: in contact
inline constexpr std::int64_t contact_lost_ms = 90'000;  // of failures since the last one: no more

class Contact {
  public:
    void hear(const EngineView& view, MonoMillis now);
    [[nodiscard]] bool online() const { return online_; }

  private:
    bool online_ = false;
};

}  // namespace baodao
