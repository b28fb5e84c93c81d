// SPDX-License-Identifier: MIT
#include "sync/hq/registry.hpp"

#include "domain/base/text.hpp"

namespace baodao::hq {

namespace {

#define KIOSK_COLUMNS                                                                                        \
    "SELECT k.origin,k.public_key,k.community,k.name,k.standing,k.enrolled_ms,k.seen_ms,k.waits,k.clock_ms," \
    "k.wipe"

Kiosk kiosk_of(const sql::Row& row) {
    return {row.id<OriginId>(0),
            row.id<PublicKey>(1),
            row.number<CommunityId>(2),
            row.text(3),
            static_cast<Standing>(row.integer(4)),
            {row.integer(5)},
            {row.integer(6)},
            row.integer(7),
            row.integer(8),
            row.integer(9) != 0};
}

Result<std::optional<Kiosk>> one_kiosk(sql::Session& session, std::string_view text, const OriginId& origin) {
    std::optional<Kiosk> out;
    const auto read = session.query(text, {origin}, [&](const sql::Row& row) {
        out = kiosk_of(row);
        return Status{};
    });
    if (!read) return read.error();
    return out;
}

// The first approved kiosk of a community brings the key under which its cards are sealed.
Status take_card_key(sql::Session& session, const OriginId& origin) {
    CommunityId community;
    SecretKey key;
    const auto read = session.query("SELECT community,card_key FROM kiosks WHERE origin=?", {origin},
                                    [&](const sql::Row& row) {
                                        community = row.number<CommunityId>(0);
                                        key = row.id<SecretKey>(1);
                                        return Status{};
                                    });
    if (!read) return read;
    const auto made = session.run(
        "INSERT INTO communities(community,revision,card_key) VALUES (?,0,?) ON CONFLICT (community) DO "
        "NOTHING",
        {community, key});
    if (!made) return made.error();
    const auto keyed = session.run(
        "UPDATE communities SET card_key=? WHERE community=? AND length(card_key)=0", {key, community});
    return keyed ? Status{} : Status{keyed.error()};
}

template <class Changed>
Status done(const Result<Changed>& result) {
    return result ? Status{} : Status{result.error()};
}

}  // namespace

Result<Invitation> invite(sql::Session& session, const std::string& name, UtcMillis now, Random& random) {
    const Invitation made{random.draw<InvitationId>(),
                          random.draw<SecretKey>(),
                          name,
                          now + invitation_minutes * ms_per_minute,
                          {}};
    const auto written =
        session.run("INSERT INTO invitations(invitation,secret,name,expires_ms,origin) VALUES (?,?,?,?,?)",
                    {made.id, made.secret, made.name, made.expires, made.used_by});
    if (!written) return written.error();
    return made;
}

Result<std::optional<Invitation>> find_invitation(sql::Session& session, const InvitationId& id) {
    std::optional<Invitation> out;
    const auto read =
        session.query("SELECT invitation,secret,name,expires_ms,origin FROM invitations WHERE invitation=?",
                      {id}, [&](const sql::Row& row) {
                          out = Invitation{row.id<InvitationId>(0),
                                           row.id<SecretKey>(1),
                                           row.text(2),
                                           {row.integer(3)},
                                           row.id<OriginId>(4)};
                          return Status{};
                      });
    if (!read) return read.error();
    return out;
}

Status apply(sql::Session& session, const Invitation& invitation, const Application& application,
             UtcMillis now) {
    if (invitation.used_by == application.origin) return {};
    if (invitation.used_by != OriginId{})
        return Error{ErrorKind::refused, "this invitation was used by another kiosk", "used"};
    if (now > invitation.expires)
        return Error{ErrorKind::refused, "this invitation is out of date", "expired"};
    return session.transaction([&]() -> Status {
        const auto taken = session.run("UPDATE invitations SET origin=? WHERE invitation=? AND origin=?",
                                       {application.origin, invitation.id, OriginId{}});
        if (!taken) return taken.error();
        if (*taken != 1)
            return Error{ErrorKind::refused, "this invitation was used by another kiosk", "used"};
        const auto known = find_kiosk(session, application.origin);
        if (!known) return known.error();
        if (*known && (*known)->public_key != application.public_key)
            return Error{ErrorKind::refused, "this kiosk is known under another key", "other_key"};
        const auto added = session.run(
            "INSERT INTO kiosks(origin,public_key,community,name,card_key,standing,enrolled_ms,seen_ms,waits,"
            "clock_ms) VALUES (?,?,?,?,?,?,?,0,0,0) ON CONFLICT (origin) DO NOTHING",
            {application.origin, application.public_key, application.community, invitation.name,
             application.card_key, static_cast<std::int64_t>(Standing::waiting), now});
        return done(added);
    });
}

Result<std::optional<Kiosk>> find_kiosk(sql::Session& session, const OriginId& origin) {
    return one_kiosk(session, KIOSK_COLUMNS " FROM kiosks k WHERE k.origin=?", origin);
}

Result<std::optional<Kiosk>> lock_kiosk(sql::Session& session, const OriginId& origin) {
    return one_kiosk(session, KIOSK_COLUMNS " FROM kiosks k WHERE k.origin=? FOR UPDATE", origin);
}

Result<std::vector<Kiosk>> all_kiosks(sql::Session& session) {
    std::vector<Kiosk> out;
    const auto read = session.query(KIOSK_COLUMNS " FROM kiosks k ORDER BY k.community,k.name,k.origin", {},
                                    [&](const sql::Row& row) {
                                        out.push_back(kiosk_of(row));
                                        return Status{};
                                    });
    if (!read) return read.error();
    return out;
}

Result<std::vector<Applicant>> applicants(sql::Session& session) {
    std::vector<Applicant> out;
    const auto read = session.query(
        KIOSK_COLUMNS ",i.secret FROM kiosks k JOIN invitations i ON i.origin=k.origin WHERE k.standing=?",
        {static_cast<std::int64_t>(Standing::waiting)}, [&](const sql::Row& row) {
            out.push_back({kiosk_of(row), row.id<SecretKey>(10)});
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

Status set_standing(sql::Session& session, const OriginId& origin, Standing standing) {
    return session.transaction([&]() -> Status {
        const auto changed = session.run("UPDATE kiosks SET standing=? WHERE origin=?",
                                         {static_cast<std::int64_t>(standing), origin});
        if (!changed) return changed.error();
        if (*changed == 0) return Error{ErrorKind::not_found, "there is no such kiosk", to_hex(origin)};
        if (standing != Standing::active) return {};
        if (const auto keyed = take_card_key(session, origin); !keyed) return keyed;
        // Its forks are kept under other names: by way of the logs.
        std::vector<OriginId> branches;
        const auto read =
            session.query("SELECT branch FROM logs WHERE origin=?", {origin}, [&](const sql::Row& row) {
                branches.push_back(row.id<OriginId>(0));
                return Status{};
            });
        if (!read) return read.error();
        for (const OriginId& branch : branches) {
            const auto taken = session.run("UPDATE inbox SET state=0 WHERE origin=? AND state=2", {branch});
            if (!taken) return taken.error();
            if (*taken == 0) continue;
            const auto again =
                session.run("UPDATE logs SET projected=0 WHERE origin=? AND branch=?", {origin, branch});
            if (!again) return again.error();
        }
        return {};
    });
}

Status revoke(sql::Session& session, const OriginId& origin, Names names) {
    if (const auto revoked = set_standing(session, origin, Standing::revoked); !revoked) return revoked;
    return done(session.run("UPDATE kiosks SET wipe=? WHERE origin=?",
                            {std::int64_t{names == Names::wiped}, origin}));
}

Result<SecretKey> card_key(sql::Session& session, CommunityId community) {
    std::optional<SecretKey> key;
    const auto read =
        session.query("SELECT card_key FROM communities WHERE community=? AND length(card_key)=32",
                      {community}, [&](const sql::Row& row) {
                          key = row.id<SecretKey>(0);
                          return Status{};
                      });
    if (!read) return read.error();
    if (!key) return Error{ErrorKind::not_found, "nobody brought this community's key yet", ""};
    return *key;
}

Status note_seen(sql::Session& session, const OriginId& origin, UtcMillis now, std::int64_t waits,
                 std::int64_t clock_ms) {
    return done(session.run("UPDATE kiosks SET seen_ms=?, waits=?, clock_ms=? WHERE origin=?",
                            {now, waits, clock_ms, origin}));
}

}  // namespace baodao::hq
