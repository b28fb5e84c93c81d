// SPDX-License-Identifier: MIT
// One simulated kiosk: a log in memory, the engine of a real one, an HTTPS connection of its own.
#pragma once

#include <atomic>
#include <vector>

#include "sync/core/engine.hpp"
#include "sync/net/https_client.hpp"
#include "sync/wire/invitation.hpp"

namespace baodao::admin {

// What all of them did, counted from their threads.
struct FleetCounts {
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> bytes_pushed = 0;  // bodies of pushes
    std::atomic<std::uint64_t> put_off = 0;       // answers that asked to come back later
    std::atomic<std::uint64_t> unanswered = 0;
};

class FleetKiosk {
  public:
    // `events` sign-ins and sign-outs of 400 members, one every 25 s until `now`, in a community of its own.
    FleetKiosk(CommunityId community, std::uint64_t events, UtcMillis now, Random& random);

    [[nodiscard]] Application application() const;
    [[nodiscard]] const PublicKey& public_key() const { return key_.public_key; }

    // Until headquarters has acknowledged everything and what is new there was read, or so much time passed.
    // `random` is thread-safe.
    void drain(const InvitationText& headquarters, const Clock& clock, std::int64_t patience_ms,
               Random& random, FleetCounts& counts);
    // When the last of its events was acknowledged, by `clock`; nothing: it was not.
    [[nodiscard]] std::optional<MonoMillis> drained_at() const { return drained_at_; }

  private:
    [[nodiscard]] Tell on_log(const Ask& wish, const Clock& clock);
    [[nodiscard]] tell::Acknowledged acknowledge(const LogPlace& place, MonoMillis now);
    [[nodiscard]] tell::Outbox outbox(std::size_t records_max) const;
    [[nodiscard]] std::uint64_t waits() const { return records_.size() - acked_.seq.value; }

    OriginId origin_;
    CommunityId community_;
    SigningKey key_;
    SecretKey card_key_;
    std::vector<Record> records_;
    LogPlace acked_;
    FeedCursor cursor_;
    std::optional<MonoMillis> drained_at_;
};

}  // namespace baodao::admin
