// SPDX-License-Identifier: MIT
// Headquarters writes too: one log for each community, for what is decided on its pages. Its records are
// kept, verified, projected and passed on like any kiosk's.
#pragma once

#include "domain/base/clock.hpp"
#include "domain/base/random.hpp"
#include "domain/community/issuing.hpp"
#include "sync/hq/projector.hpp"

namespace baodao::hq {

// By whom and when an event on a page was written.
struct Writer {
    std::uint64_t user = 0;
    ClockReading clock;
};

// Appends one event (kind and body; the rest is filled in), and makes what follows from it at once.
[[nodiscard]] Result<EventId> write_own(sql::Session& session, CommunityId community, Event event,
                                        const Writer& writer, Random& random);

// Many at once, for several communities: all of them or none. `make` runs inside the transaction, maybe more
// than once, so that what it reads holds; no events are bad_input. The last one's identity is given back.
using OwnEvents = std::map<CommunityId, std::vector<UndatedEvent>>;
[[nodiscard]] Result<EventId> write_all_own(sql::Session& session,
                                            const std::function<Result<OwnEvents>()>& make,
                                            const Writer& writer, Random& random);

// The logs that headquarters writes.
[[nodiscard]] Result<bool> is_own(sql::Session& session, const OriginId& origin);

}  // namespace baodao::hq
