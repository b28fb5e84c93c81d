// SPDX-License-Identifier: MIT
#include "kiosk/app/waiting_words.hpp"

namespace baodao {

Text remedy_of(WaitKind kind) {
    switch (kind) {
        case WaitKind::unconfirmed:
            return Text::waiting_unconfirmed_remedy;
        case WaitKind::parked:
            return Text::waiting_parked_remedy;
        case WaitKind::disputed:
            return Text::waiting_disputed_remedy;
        case WaitKind::paper:
            break;
    }
    return Text::waiting_paper_remedy;
}

}  // namespace baodao
