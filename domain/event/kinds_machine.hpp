// SPDX-License-Identifier: MIT
// Bodies of settings, clocks, keys, kiosks and papers.
#pragma once

#include "domain/event/kinds_body.hpp"

namespace baodao {

// The community's own public settings; a newer one replaces the older. The UTC offset is
// taken from the first one only: it is fixed at creation (decision 1).
struct CommunitySet {
    static constexpr std::string_view kind = kinds::community_set;
    std::string name;           // 枫林社区
    std::string short_name;     // 枫林: head of registration numbers
    std::string town;           //
    std::string contact_name;   // window cadre (policy R41)
    std::string contact_phone;  //
    std::string hours;          // window hours, as people read them
    std::int32_t utc_offset_minutes = 480;
};

// An agency Party organisation that sends members here (机关党组织). In a self-made community its number is
// the next free one; HQ's agencies have HQ's numbers.
struct AgencyRegistered {
    static constexpr std::string_view kind = kinds::agency_registered;
    AgencyId agency;
    std::string name;
};

// A deputy takes the cadre's place on screen and papers, both days included; for each day the newest word
// holds. Without a name: the cadre is back, an earlier word for these days does not hold any more.
struct DeputyNamed {
    static constexpr std::string_view kind = kinds::deputy_named;
    std::string name;
    std::string phone;
    LocalDate first;
    LocalDate last;
};

// A whole roster arrived; its people are member.listed events.
struct RosterReceived {
    static constexpr std::string_view kind = kinds::roster_received;
    LocalDate day;  // as of
    std::int64_t people = 0;
    std::string source;
};

struct RuleSet {
    static constexpr std::string_view kind = kinds::rule_set;
    std::string rule;  // name: see service/rules.hpp
    std::int64_t value = 0;
    LocalDate from;  // first day on which it holds
};

// Every active kiosk's log has passed midnight: the day is final (decision 12). With `sheet` it is a window's
// closing sheet of that day (日结) and makes nothing final: the last to leave may come after it.
struct DayClosed {
    static constexpr std::string_view kind = kinds::day_closed;
    LocalDate day;
    std::string note;  // closed after 14 days without a kiosk: which one
    bool sheet = false;
    std::optional<EventId> head = {};      // of the window's chain, as the sheet shows it
    std::string hash = {};                 // of that event, 64 hexadecimal digits
    std::vector<std::string> counts = {};  // "signed_in=24"
};

// HQ's time minus the wall clock, as seen on this boot.
struct ClockObserved {
    static constexpr std::string_view kind = kinds::clock_observed;
    std::int64_t offset_ms = 0;
    std::int64_t round_trip_ms = 0;
};

// The truth about one boot, learned later: at `mono`, the wall clock said `wall` and the true
// time was `wall` + `offset_ms`. Holds for every event of that boot.
struct ClockCorrected {
    static constexpr std::string_view kind = kinds::clock_corrected;
    OriginId origin;
    BootId boot;
    UtcMillis wall;
    MonoMillis mono;
    std::int64_t offset_ms = 0;
};

struct KeyAdded {
    static constexpr std::string_view kind = kinds::key_added;
    KeyId key;
    std::string public_key;  // 64 hexadecimal digits
    LocalDate first;
    LocalDate last;
    std::string issuer;
};

struct KeyRevoked {
    static constexpr std::string_view kind = kinds::key_revoked;
    KeyId key;
    std::string public_key;
    std::string why;
};

// Only what looked like a slip; the rest is counted by the day.
struct ScanRefused {
    static constexpr std::string_view kind = kinds::scan_refused;
    std::string outcome;  // token
    std::optional<SlipSerial> serial;
    std::string detail;
};

struct KioskStarted {
    static constexpr std::string_view kind = kinds::kiosk_started;
    std::string version;
};

// The self-test of a morning, of a start, or asked for by staff. Each result is "part=finding", by their
// tokens.
struct KioskTested {
    static constexpr std::string_view kind = kinds::kiosk_tested;
    std::string occasion;  // start, morning, staff
    std::vector<std::string> results;
};

struct KioskRecovered {
    static constexpr std::string_view kind = kinds::kiosk_recovered;
    std::string what;
    std::int64_t lost = 0;     // events known to be missing
    std::int64_t adopted = 0;  // events found durable that no screen had confirmed
};

// A paper is a job with a state; a reprint is copy n + 1 of the same job. The number of a receipt's job is
// the serial of the receipt: there is never a second one.
struct PaperRequested {
    static constexpr std::string_view kind = kinds::paper_requested;
    std::uint64_t job = 0;
    std::string paper;  // receipt, card, record …
    PersonRef who;
    std::int64_t copy = 1;
};

struct PaperPrinted {
    static constexpr std::string_view kind = kinds::paper_printed;
    std::uint64_t job = 0;
    PersonRef who;
    std::string where;      // printer or stick
    std::int64_t copy = 1;  //
};

struct PaperFailed {
    static constexpr std::string_view kind = kinds::paper_failed;
    std::uint64_t job = 0;
    PersonRef who;
    std::string why;        // token of the trouble
    std::int64_t copy = 1;  //
};

}  // namespace baodao
