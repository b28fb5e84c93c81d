// SPDX-License-Identifier: MIT
#include "sync/hq/schema.hpp"

namespace baodao::hq {

namespace {

// logs: one row for each chain of records that is held. `branch` is the origin under which it is kept: the
// kiosk's own, or one derived from the place where a fork began; `first` is the number at which it began.
// `seq` and `tail` are the kiosk's, `kept_tail` is the hash under the kept name. inbox.state: 0 in use,
// 1 quarantined, 2 waiting for somebody's word on the kiosk.
constexpr const char* log_tables = R"sql(
CREATE TABLE kiosks(
  origin bytea NOT NULL PRIMARY KEY, public_key bytea NOT NULL, community bigint NOT NULL, name text NOT NULL,
  card_key bytea NOT NULL,
  standing bigint NOT NULL, enrolled_ms bigint NOT NULL, seen_ms bigint NOT NULL, waits bigint NOT NULL,
  clock_ms bigint NOT NULL);
CREATE TABLE invitations(
  invitation bytea NOT NULL PRIMARY KEY, secret bytea NOT NULL, name text NOT NULL, expires_ms bigint NOT NULL,
  origin bytea NOT NULL);
CREATE TABLE logs(
  origin bytea NOT NULL, epoch bigint NOT NULL, branch bytea NOT NULL, first bigint NOT NULL, seq bigint NOT NULL,
  tail bytea NOT NULL, kept_tail bytea NOT NULL, projected bigint NOT NULL,
  PRIMARY KEY(origin, epoch, branch));
CREATE TABLE inbox(
  origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL, prev bytea NOT NULL, hash bytea NOT NULL,
  bytes bytea NOT NULL, state bigint NOT NULL, received_ms bigint NOT NULL,
  PRIMARY KEY(origin, epoch, seq));
CREATE TABLE cards(name bytea NOT NULL PRIMARY KEY, bytes bytea NOT NULL);
CREATE TABLE attention(
  origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL, word text NOT NULL, noted_ms bigint NOT NULL,
  PRIMARY KEY(origin, epoch, seq, word));
)sql";

// What the projector makes of the inbox; revisions alone go on when it is made anew.
constexpr const char* projections = R"sql(
CREATE TABLE communities(
  community bigint NOT NULL PRIMARY KEY, revision bigint NOT NULL, card_key bytea NOT NULL);
CREATE TABLE feed(
  community bigint NOT NULL, origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY(community, origin, epoch, seq));
CREATE INDEX feed_by_revision ON feed(community, revision);
CREATE TABLE revisions(
  community bigint NOT NULL, revision bigint NOT NULL, tag bigint NOT NULL,
  PRIMARY KEY(community, revision));
CREATE TABLE subjects(
  subject bigint NOT NULL, origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL,
  PRIMARY KEY(subject, origin, epoch, seq));
CREATE TABLE hosted(
  subject bigint NOT NULL, community bigint NOT NULL,
  PRIMARY KEY(subject, community));
)sql";

// A step that was released is never edited: add another one.
constexpr const char* steps[] = {log_tables, projections};
constexpr auto newest = static_cast<std::int64_t>(std::size(steps));

constexpr const char* version_table =
    "CREATE TABLE IF NOT EXISTS schema_version(one bigint NOT NULL PRIMARY KEY, version bigint NOT NULL)";

}  // namespace

Status migrate(sql::Session& session) {
    if (const auto made = session.execute(version_table); !made) return made;
    const auto first =
        session.run("INSERT INTO schema_version(one,version) VALUES (1,0) ON CONFLICT (one) DO NOTHING", {});
    if (!first) return first.error();
    for (;;) {
        bool complete = false;
        const auto stepped = session.transaction([&]() -> Status {
            const auto found =
                session.number("SELECT version FROM schema_version WHERE one=1 FOR UPDATE", {});
            if (!found) return found.error();
            if (*found > newest) {
                return Error{ErrorKind::unsupported,
                             "this database was made by a newer version of headquarters",
                             "schema " + std::to_string(*found)};
            }
            complete = *found == newest;
            if (complete) return {};
            if (const auto done = session.execute(steps[*found]); !done) return done;
            const auto raised =
                session.run("UPDATE schema_version SET version=? WHERE one=1", {sql::Value(*found + 1)});
            return raised ? Status{} : Status{raised.error()};
        });
        if (!stepped || complete) return stepped;
    }
}

}  // namespace baodao::hq
