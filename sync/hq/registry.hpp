// SPDX-License-Identifier: MIT
// The kiosks that belong to this headquarters, and how a new one comes in: an invitation that is good once
// and for a short time, six digits to compare, somebody's approval.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/sql/session.hpp"
#include "sync/wire/invitation.hpp"

namespace baodao::hq {

inline constexpr std::int64_t invitation_minutes = 15;

struct Kiosk {
    OriginId origin;
    PublicKey public_key;
    CommunityId community;
    std::string name;
    Standing standing = Standing::waiting;
    UtcMillis enrolled;
    UtcMillis seen;             // 0: never
    std::int64_t waits = 0;     // events that it still had to send when last seen
    std::int64_t clock_ms = 0;  // its clock minus ours when last seen
    bool wipe = false;          // once revoked: told to forget its names
};

struct Invitation {
    InvitationId id;
    SecretKey secret;
    std::string name;
    UtcMillis expires;
    OriginId used_by;  // all zero: nobody yet
};

[[nodiscard]] Result<Invitation> invite(sql::Session& session, const std::string& name, UtcMillis now,
                                        Random& random);
[[nodiscard]] Result<std::optional<Invitation>> find_invitation(sql::Session& session,
                                                                const InvitationId& id);
// The same application twice is one. refused, with a word for the kiosk as its context: expired, used (by
// another kiosk), other_key (known under another one).
[[nodiscard]] Status apply(sql::Session& session, const Invitation& invitation,
                           const Application& application, UtcMillis now);

[[nodiscard]] Result<std::optional<Kiosk>> find_kiosk(sql::Session& session, const OriginId& origin);
// As find_kiosk, and nobody else changes that kiosk's log until the transaction ends.
[[nodiscard]] Result<std::optional<Kiosk>> lock_kiosk(sql::Session& session, const OriginId& origin);
[[nodiscard]] Result<std::vector<Kiosk>> all_kiosks(sql::Session& session);
struct Applicant {
    Kiosk kiosk;
    SecretKey secret;  // of its invitation
};
[[nodiscard]] Result<std::vector<Applicant>> applicants(sql::Session& session);
// Approved: what it sent while it waited is taken into use. not_found when there is none.
[[nodiscard]] Status set_standing(sql::Session& session, const OriginId& origin, Standing standing);
enum class Names { kept, wiped };
// It still hands over its events, reads nothing, and forgets the names that it keeps when told so.
[[nodiscard]] Status revoke(sql::Session& session, const OriginId& origin, Names names);
// Under which the community's cards are sealed; not_found before its first kiosk was approved.
[[nodiscard]] Result<SecretKey> card_key(sql::Session& session, CommunityId community);
[[nodiscard]] Status note_seen(sql::Session& session, const OriginId& origin, UtcMillis now,
                               std::int64_t waits, std::int64_t clock_ms);

}  // namespace baodao::hq
