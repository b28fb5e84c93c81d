// SPDX-License-Identifier: MIT
#include "sync/core/contact.hpp"

namespace baodao {

void Contact::hear(const EngineView& view, MonoMillis now) {
    if (view.good_in_a_row >= contact_answers) online_ = true;
    const bool failing = view.trouble != SyncTrouble::none;
    if (failing && (!view.last_good || now - *view.last_good > contact_lost_ms)) online_ = false;
}

}  // namespace baodao
