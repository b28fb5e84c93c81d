// SPDX-License-Identifier: MIT
// Evidence → the symbol that was printed, through the redundancy of its blocks.
#pragma once

#include <optional>

#include "domain/qr/soft_modules.hpp"

namespace baodao {

struct RepairedSymbol {
    bool complete = false;  // every block passed
    QrSymbol symbol;        // only if complete
    ModuleEvidence known;   // fixed patterns and the modules of the blocks that passed: ±1; else 0
};

// Doubtful codewords are given up as erasures, a few more at a time. A block passes only if some of
// its redundancy is left over, so that noise does not pass.
[[nodiscard]] RepairedSymbol repair_symbol(const QrLayout& layout, const ModuleEvidence& evidence);

}  // namespace baodao
