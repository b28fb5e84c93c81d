// SPDX-License-Identifier: MIT
// What a kiosk and headquarters say to each other, typed. FORMAT: sync/hq/SYNC_PROTOCOL.md.
// Reading is strict about what is needed and passes over what it does not know.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/slip/keys.hpp"
#include "sync/wire/envelope.hpp"
#include "sync/wire/frame.hpp"

namespace baodao {

inline constexpr std::int64_t protocol_version = 1;
inline constexpr std::size_t push_events_max = 500;
inline constexpr std::size_t push_plain_bytes_max = 2 * 1024 * 1024;  // of events and cards
static_assert(push_plain_bytes_max < upward_bounds.plain);

// Drawn for each request and said again in its answer: an old answer proves nothing.
using Nonce = Bytes<struct NonceTag, 16>;

// The end of one log as somebody holds it. Epoch 0: nothing of it.
struct LogPlace {
    Epoch epoch;
    Seq seq;
    Hash tail;
    friend bool operator==(const LogPlace&, const LogPlace&) = default;
};

struct Hello {
    std::vector<std::int64_t> versions;
    UtcMillis time;
    ListVersion key_set;
};
[[nodiscard]] std::string to_text(const Hello& hello);
[[nodiscard]] Result<Hello> read_hello(std::string_view text);

// What a kiosk signs to open a session.
[[nodiscard]] ByteVector session_proof_bytes(const OriginId& origin, const std::string& challenge,
                                             const Nonce& nonce);

enum class Standing {
    active,   //
    waiting,  // enrolled, not approved yet: what it sends is kept and waits
    revoked,  // likewise; it may not pull
};

struct SessionGrant {
    Nonce nonce;
    OriginId origin;
    std::string token;
    std::int64_t expires_s = 0;
    UtcMillis time;
    Standing standing = Standing::active;
    LogPlace have;      // of this kiosk's log
    bool wipe = false;  // revoked, and the names that it keeps are to go
};
[[nodiscard]] Result<ByteVector> to_bytes(const SessionGrant& grant, const SigningKey& hq);
[[nodiscard]] Result<SessionGrant> read_session_grant(ByteSpan bytes, const PublicKey& hq);

struct Push {
    Nonce nonce;
    Run run;
};
[[nodiscard]] Result<ByteVector> to_bytes(const Push& push, const SigningKey& kiosk);
// refused as well when the run is not one of `origin`'s log.
[[nodiscard]] Result<Push> read_push(ByteSpan bytes, const OriginId& origin, const PublicKey& kiosk);

// One event that headquarters cannot take among others.
struct Quarantine {
    Nonce nonce;
    Run run;  // of one record
    std::string why;
};
[[nodiscard]] Result<ByteVector> to_bytes(const Quarantine& quarantine, const SigningKey& kiosk);
[[nodiscard]] Result<Quarantine> read_quarantine(ByteSpan bytes, const OriginId& origin,
                                                 const PublicKey& kiosk);

// Said about single events; none rejects.
struct Verdict {
    Seq seq;
    std::string word;  // clock_doubtful, unknown_kind, future_schema, unreadable, other_community
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

enum class PushOutcome {
    stored,    // or known already
    gap,       // begin after `have`
    diverged,  // the log parted from what is held here somewhere before: begin at the epoch's first record
    forked,    // kept beside what was held under the same names: go on under a new epoch
};

struct PushAnswer {
    Nonce nonce;
    OriginId origin;
    PushOutcome outcome = PushOutcome::stored;
    LogPlace have;   // stored: everything up to here need not be sent again
    Seq durable;     // of have.epoch, in two copies
    UtcMillis time;  // of headquarters
    std::int64_t poll_s = 0;
    std::vector<Verdict> verdicts;
};
[[nodiscard]] Result<ByteVector> to_bytes(const PushAnswer& answer, const SigningKey& hq);
[[nodiscard]] Result<PushAnswer> read_push_answer(ByteSpan bytes, const PublicKey& hq);

// How far a community's feed was taken in. The tag follows from everything up to that revision: a
// headquarters that was restored from a backup and went on another way has other tags, and begins anew.
struct FeedCursor {
    std::int64_t revision = 0;
    std::uint64_t tag = 0;
    friend bool operator==(const FeedCursor&, const FeedCursor&) = default;
};

// Whole revisions of one community's feed.
struct PullPage {
    Nonce nonce;
    CommunityId community;
    FeedCursor from;  // the cursor that was asked with
    FeedCursor to;    // the next one
    bool more = false;
    UtcMillis time;
    std::int64_t poll_s = 0;
    Batch news;  // records of any origins, each with its hashes
    // Which key set headquarters has, and the root that signs it. Absent: a headquarters from before.
    struct Keys {
        PublicKey root;
        std::uint32_t version = 0;
        friend bool operator==(const Keys&, const Keys&) = default;
    };
    std::optional<Keys> keys = {};
};
[[nodiscard]] Result<ByteVector> to_bytes(const PullPage& page, const SigningKey& hq);
[[nodiscard]] Result<PullPage> read_pull_page(ByteSpan bytes, const PublicKey& hq);

}  // namespace baodao
