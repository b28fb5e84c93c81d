// SPDX-License-Identifier: MIT
// Bodies about persons and their slips. No names here: names lie in cards.
#pragma once

#include "domain/event/kinds_body.hpp"

namespace baodao {

// On the community's roster (policy R4).
struct MemberListed {
    static constexpr std::string_view kind = kinds::member_listed;
    PersonRef who;
    std::optional<AgencyId> agency;  // home organisation (主体管理, policy R2)
    std::optional<LocalDate> since;  // on the roll since; absent: the day of the event
};

// The registration itself (policy R1), by the first scan of a slip or by staff.
struct MemberRegistered {
    static constexpr std::string_view kind = kinds::member_registered;
    SlipSerial serial;
    std::optional<MemberNumber> member;  // when a slip.issued or roster named it already
    std::string number;                  // 枫林A-0195; parked: 枫林A-待核 0042
    std::optional<AgencyId> agency;
    std::uint8_t purpose = 0;  // of the slip
    std::string parked;        // token of the reason, empty: not parked
};

// Left for another community; the hours stay the person's (decision 14).
struct MemberTransferred {
    static constexpr std::string_view kind = kinds::member_transferred;
    PersonRef who;
    CommunityId to;
    LocalDate day;
};

// Excused for a half-year by the secretary (decision 10). Words lie in the card.
struct MemberExcused {
    static constexpr std::string_view kind = kinds::member_excused;
    PersonRef who;
    HalfYear half{};
    std::string reason;  // illness, maternity, secondment … (codes, an open list)
};

// Retired, died, left: nothing more is asked from that day on.
struct MemberClosed {
    static constexpr std::string_view kind = kinds::member_closed;
    PersonRef who;
    LocalDate day;
    std::string reason;
};

// Two records are one person; undone by MemberParted.
struct MemberSame {
    static constexpr std::string_view kind = kinds::member_same;
    MemberNumber a;
    MemberNumber b;
};

// Takes one member.same back; carries both numbers so that either side finds it.
struct MemberParted {
    static constexpr std::string_view kind = kinds::member_parted;
    MemberNumber a;
    MemberNumber b;
    EventId joined;  // the member.same that was wrong
    std::string reason;
};

// Activities and hours of the year from before Baodao (decision 9). A newer one of the
// same person and year replaces the older.
struct BalanceOpening {
    static constexpr std::string_view kind = kinds::balance_opening;
    PersonRef who;
    std::int32_t year = 0;
    std::int64_t first_half = 0;   // activities
    std::int64_t second_half = 0;  //
    std::int64_t minutes = 0;
    std::string source;  // 依据
};

// Ties a slip to a person (slip number 财政-2026-1-07: agency, year, batch, running).
struct SlipIssued {
    static constexpr std::string_view kind = kinds::slip_issued;
    SlipSerial serial;
    MemberNumber member;
    AgencyId agency;
    BatchNumber batch;
    std::int64_t running = 0;
    std::int32_t year = 0;
};

struct SlipRevoked {
    static constexpr std::string_view kind = kinds::slip_revoked;
    SlipSerial serial;
    std::string why;
};

// HQ's word on a parked slip (decision 6): accepted as a member, or refused with a reason.
struct SlipResolved {
    static constexpr std::string_view kind = kinds::slip_resolved;
    SlipSerial serial;
    std::optional<MemberNumber> member;  // present: accepted
    std::string refused;                 // why; empty when accepted
    [[nodiscard]] bool accepted() const { return member.has_value(); }
};

}  // namespace baodao
