// SPDX-License-Identifier: MIT
// Registration numbers (decision 13): community, terminal letter, running number; unique
// without a network because each terminal counts its own.
#pragma once

#include <optional>
#include <string>

#include "sync/store/journal.hpp"

namespace baodao {

enum class NumberSpace {
    registered,  // 枫林A-0195
    parked,      // 枫林A-待核 0042
};

class RegistrationNumbers {
  public:
    // The next free number. `head` is the community's short name with the terminal letter: 枫林A.
    // Reads this terminal's registrations once, at the first call.
    [[nodiscard]] Result<std::string> next(Journal& journal, const std::string& head, NumberSpace space);
    // That number was given out, durably.
    void given(const std::string& number);

  private:
    Status count(Journal& journal);

    bool counted_ = false;
    std::int64_t last_registered_ = 0;
    std::int64_t last_parked_ = 0;
};

}  // namespace baodao
