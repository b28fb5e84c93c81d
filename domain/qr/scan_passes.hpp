// SPDX-License-Identifier: MIT
// The looks at a frame that the pipeline chooses from.
#pragma once

#include <optional>
#include <vector>

#include "domain/qr/code_areas.hpp"
#include "domain/qr/found_code.hpp"
#include "domain/qr/grid_reader.hpp"

namespace baodao {

// What the passes over one frame have found; places are the frame's.
struct PassOutcome {
    FoundCodes codes;
    GridSight sight;
    std::optional<ModuleEvidence> unread;
    std::vector<std::array<PixelPoint, 4>> disputed;  // codes that two passes read differently
};

// Adds a code unless it is known already. A different text in the same place takes both away.
void add_code(FoundCode code, PassOutcome& outcome);

// One quick look at each firm area: enough for most slips.
void look_at_firm_areas(GreyView frame, const std::vector<CodeArea>& areas, PassOutcome& outcome);
// The same at one of the other areas, by turns.
void look_at_loose_area(GreyView frame, const std::vector<CodeArea>& areas, unsigned turn,
                        PassOutcome& outcome);

// Slow looks, taken in turn: `turn` counts up from 0; a full round for one area has this many.
inline constexpr unsigned slow_passes = 8;
void slow_pass(GreyView frame, const std::vector<CodeArea>& areas, unsigned turn, PassOutcome& outcome);

}  // namespace baodao
