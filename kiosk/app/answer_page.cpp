// SPDX-License-Identifier: MIT
#include "kiosk/app/answer_page.hpp"

namespace baodao {

std::string_view token(Basis basis) {
    switch (basis) {
        case Basis::teammates:
            return "teammates";
        case Basis::present:
            return "present";
        case Basis::sheet:
            return "sheet";
        case Basis::none:
            return "none";
    }
    return "none";
}

}  // namespace baodao
