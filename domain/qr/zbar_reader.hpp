// SPDX-License-Identifier: MIT
// The only owner of ZBar: a second opinion on what ZXing cannot read.
#pragma once

#include "domain/qr/found_code.hpp"

namespace baodao {

// QR codes whose content is plain ASCII; anything else is left to ZXing, since ZBar guesses at
// character sets. Structured append is left out. Never throws. Thread-safe.
[[nodiscard]] FoundCodes zbar_read(GreyView picture);

}  // namespace baodao
