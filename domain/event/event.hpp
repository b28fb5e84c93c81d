// SPDX-License-Identifier: MIT
// One thing that happened, as it is hashed, stored and sent: never updated, never
// deleted. The exact bytes are compact JSON; FORMAT: sync/store/JOURNAL_FORMAT.md.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/clock.hpp"
#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"
#include "domain/base/time.hpp"

namespace baodao {

// The permanent name of an event. Sequence numbers of one (origin, epoch) start at 1 and have no gaps.
struct EventId {
    OriginId origin;
    Epoch epoch;
    Seq seq;
    friend auto operator<=>(const EventId&, const EventId&) = default;
};

// "origin.epoch.seq": 32 lower-case hexadecimal digits, two plain numbers.
[[nodiscard]] std::string to_string(const EventId& id);
[[nodiscard]] std::optional<EventId> event_id_from(std::string_view text);

enum class Confidence {
    confirmed,     // checked against HQ's time not long ago
    free_running,  // no reason for doubt, no proof either: the normal state offline
    doubtful,      // against the monotonic clock, the last event or a plausible year
};

// When it happened, with everything needed to correct that later.
struct EventTime {
    UtcMillis wall;                   // the machine's clock, wrong or right
    MonoMillis mono;                  // on `boot`
    BootId boot;                      //
    std::int64_t offset_ms = 0;       // add to `wall` for the best estimate known at the time of writing
    std::int64_t offset_age_ms = -1;  // how old that estimate was; -1: there never was one
    Confidence confidence = Confidence::free_running;

    [[nodiscard]] UtcMillis estimated() const { return wall + offset_ms; }
    friend bool operator==(const EventTime&, const EventTime&) = default;
};

enum class ActorKind { member, staff, resident, machine };

struct Actor {
    ActorKind kind = ActorKind::machine;
    std::uint64_t id = 0;  // member: serial or member number; staff: staff card serial; else 0
    friend bool operator==(const Actor&, const Actor&) = default;
};

// Everything but identity and place in the chain, which the log gives when it appends.
struct Event {
    std::string kind;      // "attendance.in": an open list, see kinds.hpp
    std::uint16_t sv = 1;  // schema version of the body
    CommunityId community;
    Actor actor;
    std::optional<ActivityId> activity;
    EventTime at;
    bool drill = false;        // practice: never counted
    std::optional<Hash> card;  // name of the sealed card beside it
    std::string body = "{}";   // compact JSON object
    friend bool operator==(const Event&, const Event&) = default;
};

inline constexpr std::size_t event_bytes_max = 64 * 1024;  // one event's exact bytes

// The exact bytes: compact JSON, keys in fixed order, absent fields left out. `event.body` must be a JSON
// object.
[[nodiscard]] std::string to_bytes(const Event& event);
// Reads what to_bytes wrote, and what newer versions write: unknown keys are passed over (the bytes are
// kept as they are), duplicate keys, wrong types and invalid UTF-8 are refused.
[[nodiscard]] Result<Event> event_from_bytes(std::string_view bytes);

// An event in its log.
struct Record {
    EventId id;
    Hash prev;          // of the record before it in this epoch; all zero for seq 1
    Hash hash;          // chain_hash of the rest
    std::string bytes;  // exact bytes of the event
    friend bool operator==(const Record&, const Record&) = default;
};

// SHA-256("BDE1" ‖ 0 ‖ origin ‖ epoch BE32 ‖ seq BE64 ‖ prev ‖ bytes)
[[nodiscard]] Hash chain_hash(const EventId& id, const Hash& prev, std::string_view bytes);
[[nodiscard]] Record make_record(const EventId& id, const Hash& prev, std::string bytes);
// Hash right, and follows `before` (nullptr: is the first of its epoch).
[[nodiscard]] Status check_link(const Record& record, const Record* before);

}  // namespace baodao
