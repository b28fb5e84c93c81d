// SPDX-License-Identifier: MIT
#pragma once

#include "domain/event/kinds_body.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// An event of that body, for Desk::note, which puts on time, community and actor.
template <class Body>
[[nodiscard]] Draft draft_of(const Body& body) {
    Draft draft;
    draft.event.kind = std::string(Body::kind);
    draft.event.body = to_body(body);
    return draft;
}

}  // namespace baodao
