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

// Who may look at the pages, and who did. tries: wrong ones of a name, or of all names that nobody has.
constexpr const char* door_tables = R"sql(
CREATE TABLE users(
  name text NOT NULL PRIMARY KEY, number bigint NOT NULL, role text NOT NULL, scope text NOT NULL,
  salt bytea NOT NULL, passes bigint NOT NULL, memory_kib bigint NOT NULL, hash bytea NOT NULL, totp bytea NOT NULL,
  totp_step bigint NOT NULL, active bigint NOT NULL, made_ms bigint NOT NULL);
CREATE TABLE tries(door bigint NOT NULL PRIMARY KEY, wrong bigint NOT NULL, locked_until_ms bigint NOT NULL);
CREATE TABLE ended_sessions(session bytea NOT NULL PRIMARY KEY, until_ms bigint NOT NULL);
CREATE TABLE audit(
  at_ms bigint NOT NULL, entry bytea NOT NULL, who text NOT NULL, what text NOT NULL, about text NOT NULL,
  names bigint NOT NULL,
  PRIMARY KEY(at_ms, entry));
)sql";

// What the pages read of it. community_facts: a community's events that are about nobody, and of those the
// ones about itself once more (community_words). people: one row for each person on a community's roll;
// `cards` are the names of the cards that tell who she is, newest first, `name_hash` finds her by her exact
// name. own_logs: the logs that headquarters itself writes, one for each community. dirty: whose rows are to
// be made anew.
constexpr const char* page_tables = R"sql(
CREATE TABLE own_logs(community bigint NOT NULL PRIMARY KEY, origin bytea NOT NULL);
CREATE TABLE community_facts(
  community bigint NOT NULL, origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL,
  PRIMARY KEY(community, origin, epoch, seq));
CREATE TABLE community_words(
  community bigint NOT NULL, origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL,
  PRIMARY KEY(community, origin, epoch, seq));
CREATE TABLE activity_people(
  community bigint NOT NULL, activity bigint NOT NULL, subject bigint NOT NULL,
  PRIMARY KEY(community, activity, subject));
CREATE TABLE dirty(community bigint NOT NULL, subject bigint NOT NULL, PRIMARY KEY(community, subject));
CREATE TABLE people(
  community bigint NOT NULL, person bigint NOT NULL, blank bigint NOT NULL, number text NOT NULL, serial bigint NOT NULL,
  branch bigint NOT NULL, expected bigint NOT NULL, registered bigint NOT NULL, registered_ms bigint NOT NULL,
  since_day bigint NOT NULL, left_day bigint NOT NULL, excused text NOT NULL, items text NOT NULL,
  name_hash bytea NOT NULL, cards bytea NOT NULL, received_ms bigint NOT NULL,
  PRIMARY KEY(community, person));
CREATE INDEX people_by_number ON people(community, blank, number, person);
CREATE INDEX people_by_name ON people(community, name_hash);
CREATE INDEX people_by_branch ON people(branch, community, person);
CREATE TABLE person_years(
  community bigint NOT NULL, person bigint NOT NULL, year bigint NOT NULL, first_half bigint NOT NULL,
  second_half bigint NOT NULL, minutes bigint NOT NULL, first_done bigint NOT NULL, second_done bigint NOT NULL,
  hours_done bigint NOT NULL,
  PRIMARY KEY(community, person, year));
CREATE TABLE branches(branch bigint NOT NULL PRIMARY KEY, agency text NOT NULL, name text NOT NULL);
CREATE TABLE branch_totals(
  community bigint NOT NULL, branch bigint NOT NULL, expected bigint NOT NULL, registered bigint NOT NULL,
  received_ms bigint NOT NULL,
  PRIMARY KEY(community, branch));
CREATE TABLE branch_years(
  community bigint NOT NULL, branch bigint NOT NULL, year bigint NOT NULL, first_done bigint NOT NULL,
  second_done bigint NOT NULL, hours_done bigint NOT NULL,
  PRIMARY KEY(community, branch, year));
CREATE TABLE doubts(
  community bigint NOT NULL, person bigint NOT NULL, kind text NOT NULL, origin bytea NOT NULL, epoch bigint NOT NULL,
  seq bigint NOT NULL, serial bigint NOT NULL, at_ms bigint NOT NULL, from_ms bigint NOT NULL,
  received_ms bigint NOT NULL, reason text NOT NULL,
  PRIMARY KEY(community, person, kind, origin, epoch, seq));
CREATE INDEX hosted_by_community ON hosted(community, subject);
UPDATE logs SET projected=0;
)sql";

constexpr const char* wiping = "ALTER TABLE kiosks ADD COLUMN wipe bigint NOT NULL DEFAULT 0;";

// Who brought files on a stick, and how far that kiosk was then.
constexpr const char* couriers = R"sql(
CREATE TABLE couriers(
  origin bytea NOT NULL PRIMARY KEY, epoch bigint NOT NULL, seq bigint NOT NULL, tail bytea NOT NULL,
  revision bigint NOT NULL, tag bigint NOT NULL);
)sql";

// A page is answered from an index, whatever the number of people: the ledger is turned from row to row
// (community, blank, number, person), and what is counted on a page is kept as sums by community and by
// branch (branches.people …). community_facts says what kind each fact is, so that a page reads those it
// needs. Made anew: the projector looks at everything once more.
constexpr const char* page_speed = R"sql(
DROP TABLE community_facts;
CREATE TABLE community_facts(
  community bigint NOT NULL, kind text NOT NULL, origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL,
  PRIMARY KEY(community, kind, origin, epoch, seq));
CREATE INDEX community_facts_by_kind ON community_facts(kind, community);
DROP INDEX people_by_branch;
DROP INDEX people_by_name;
CREATE INDEX people_by_branch ON people(branch, community, blank, number, person);
CREATE INDEX people_by_name ON people(name_hash, community);
CREATE INDEX people_by_own_number ON people(number, community);
CREATE INDEX people_by_serial ON people(serial, community);
CREATE INDEX people_missing ON people(community, blank, number, person) WHERE expected=1 AND registered=0;
DELETE FROM branch_totals;
DELETE FROM branch_years;
ALTER TABLE branch_totals ADD COLUMN people bigint NOT NULL DEFAULT 0;
ALTER TABLE branch_years ADD COLUMN all_done bigint NOT NULL DEFAULT 0;
CREATE INDEX branch_totals_by_branch ON branch_totals(branch, community);
CREATE INDEX branch_years_by_branch ON branch_years(branch, year);
ALTER TABLE branches ADD COLUMN people bigint NOT NULL DEFAULT 0;
ALTER TABLE branches ADD COLUMN expected bigint NOT NULL DEFAULT 0;
ALTER TABLE branches ADD COLUMN registered bigint NOT NULL DEFAULT 0;
CREATE INDEX branches_by_agency ON branches(agency, name, branch);
CREATE TABLE community_totals(
  community bigint NOT NULL PRIMARY KEY, people bigint NOT NULL, expected bigint NOT NULL, registered bigint NOT NULL,
  received_ms bigint NOT NULL);
CREATE TABLE community_years(
  community bigint NOT NULL, year bigint NOT NULL, first_done bigint NOT NULL, second_done bigint NOT NULL,
  hours_done bigint NOT NULL, all_done bigint NOT NULL,
  PRIMARY KEY(community, year));
CREATE INDEX doubts_by_time ON doubts(at_ms, community, person);
CREATE INDEX doubts_by_start ON doubts(from_ms, community, person);
UPDATE logs SET projected=0;
)sql";

// agencies: the numbers that headquarters gave. issued_slips, slip_batches: what it issued, from its own
// logs. uploads: rosters that were looked at and wait for somebody's word, sealed; over within the hour.
constexpr const char* slip_tables = R"sql(
CREATE TABLE agencies(agency bigint NOT NULL PRIMARY KEY, name text NOT NULL);
CREATE TABLE issued_slips(
  agency bigint NOT NULL, year bigint NOT NULL, batch bigint NOT NULL, community bigint NOT NULL, serial bigint NOT NULL,
  running bigint NOT NULL, card bytea NOT NULL,
  PRIMARY KEY(agency, year, batch, community, serial));
CREATE TABLE slip_batches(
  agency bigint NOT NULL, year bigint NOT NULL, batch bigint NOT NULL, people bigint NOT NULL, issued_ms bigint NOT NULL,
  PRIMARY KEY(agency, year, batch));
CREATE INDEX slip_batches_by_time ON slip_batches(issued_ms, agency, year, batch);
CREATE TABLE uploads(
  upload bytea NOT NULL PRIMARY KEY, who text NOT NULL, made_ms bigint NOT NULL, bytes bytea NOT NULL);
)sql";

// Which receipts are back: of everybody who is registered, with the serial of the paper if one was printed.
constexpr const char* receipt_columns = R"sql(
ALTER TABLE people ADD COLUMN filed bigint NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN receipt bigint NOT NULL DEFAULT 0;
ALTER TABLE branch_totals ADD COLUMN filed bigint NOT NULL DEFAULT 0;
ALTER TABLE branches ADD COLUMN filed bigint NOT NULL DEFAULT 0;
ALTER TABLE community_totals ADD COLUMN filed bigint NOT NULL DEFAULT 0;
CREATE INDEX people_by_receipt ON people(receipt, community);
CREATE INDEX people_unfiled ON people(community, blank, number, person) WHERE registered=1 AND filed=0;
CREATE INDEX people_filed ON people(community, blank, number, person) WHERE registered=1 AND filed=1;
UPDATE logs SET projected=0;
)sql";

// A step that was released is never edited: add another one.
constexpr const char* steps[] = {log_tables, projections, door_tables, page_tables,    wiping,
                                 couriers,   page_speed,  slip_tables, receipt_columns};
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
