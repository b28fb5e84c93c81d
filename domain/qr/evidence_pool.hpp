// SPDX-License-Identifier: MIT
// What several frames tell about one held code, added up module by module: noise
// cancels out, and what a reflection hides in one frame another one shows.
#pragma once

#include <optional>
#include <string>

#include "domain/qr/soft_modules.hpp"

namespace baodao {

class EvidencePool {
  public:
    // Adds a frame's evidence (of a version that QrLayout knows) and tries to read the sum. Evidence that
    // does not look like the same code starts the pool anew, so two codes never mix.
    [[nodiscard]] std::optional<std::string> add(const ModuleEvidence& evidence);
    void clear() { sum_.reset(); }
    // A frame without evidence: after a few the code is taken to be gone.
    void miss();

  private:
    std::optional<ModuleEvidence> sum_;
    int misses_ = 0;
};

}  // namespace baodao
