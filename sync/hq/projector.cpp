// SPDX-License-Identifier: MIT
#include "sync/hq/projector.hpp"

#include <algorithm>
#include <map>

#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/event/kinds_subjects.hpp"
#include "domain/slip/byte_io.hpp"
#include "sync/hq/community_book.hpp"
#include "sync/hq/roll_up.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t page_events = 500;
constexpr std::int64_t page_bytes = 2 * 1024 * 1024;
constexpr std::size_t revision_events = 500;  // more go into the next one
// What comes after these cannot be on a page: the first revision is whole among them, and so is each that
// fits.
constexpr std::int64_t looked_at_max = page_events + static_cast<std::int64_t>(revision_events) + 1;

// From these on, somebody is a community's.
bool makes_host(const Event& event) {
    return event.kind == kinds::member_registered || event.kind == kinds::member_listed;
}

// These say that several slips or numbers are one person.
bool ties(const Event& event) {
    return event.kind == kinds::slip_issued || event.kind == kinds::slip_resolved ||
           event.kind == kinds::member_same || event.kind == kinds::member_registered;
}

std::int64_t stored(std::uint64_t subject) {
    return static_cast<std::int64_t>(subject);
}

// 0 before the first revision, and for one that is not ours.
Result<std::uint64_t> tag_of(sql::Session& session, CommunityId community, std::int64_t revision) {
    const auto tag =
        session.number("SELECT tag FROM revisions WHERE community=? AND revision=?", {community, revision});
    if (!tag) return tag.error();
    return static_cast<std::uint64_t>(*tag);
}

// The events of one step, and the feeds that they go to.
class Projection {
  public:
    explicit Projection(sql::Session& session) : session_(session) {}

    [[nodiscard]] Status take(const Record& record) {
        const auto entry = entry_from(record);
        if (!entry) return {};
        const std::vector<std::uint64_t> subjects = subjects_of(entry->event);
        std::set<CommunityId> hosts;
        for (const std::uint64_t subject : subjects) {
            const auto inserted = session_.run(
                "INSERT INTO subjects(subject,origin,epoch,seq) VALUES (?,?,?,?) "
                "ON CONFLICT (subject,origin,epoch,seq) DO NOTHING",
                {stored(subject), record.id.origin, record.id.epoch, record.id.seq});
            if (!inserted) return inserted.error();
            if (const auto found = hosts_of(subject, hosts); !found) return found;
        }
        if (makes_host(entry->event)) hosts.insert(entry->event.community);
        if (entry->event.kind == kinds::member_transferred) {
            if (const auto moved = body_of<MemberTransferred>(entry->event)) hosts.insert(moved->to);
        }
        if (makes_host(entry->event) || ties(entry->event) ||
            entry->event.kind == kinds::member_transferred) {
            for (const CommunityId host : hosts) {
                for (const std::uint64_t subject : subjects) {
                    if (const auto done = host_at(subject, host); !done) return done;
                }
            }
        }
        feeds_[entry->event.community].insert(record.id);
        for (const CommunityId host : hosts) {
            feeds_[host].insert(record.id);
            touched_[host].insert(subjects.begin(), subjects.end());
        }
        return note_for_pages(*entry, subjects);
    }

    // One revision for each community, taken while its row is locked; always in the same order, so that two
    // projectors cannot wait for each other.
    [[nodiscard]] Status publish() {
        for (const auto& [community, events] : feeds_) {
            const auto row = session_.run(
                "INSERT INTO communities(community,revision,card_key) VALUES (?,0,?) "
                "ON CONFLICT (community) DO NOTHING",
                {community, ByteSpan()});
            if (!row) return row.error();
            auto revision =
                session_.number("SELECT revision FROM communities WHERE community=? FOR UPDATE", {community});
            if (!revision) return revision.error();
            if (const auto marked = mark_people(community); !marked) return marked;
            const std::vector<EventId> all(events.begin(), events.end());
            for (std::span<const EventId> rest(all); !rest.empty();) {
                const auto part = rest.first(std::min(rest.size(), revision_events));
                const auto fed = feed(community, *revision + 1, part);
                if (!fed) return fed.error();
                if (*fed > 0) {
                    if (const auto tagged = tag(community, ++*revision, part); !tagged) return tagged;
                }
                rest = rest.subspan(part.size());
            }
            const auto raised =
                session_.run("UPDATE communities SET revision=? WHERE community=?", {*revision, community});
            if (!raised) return raised.error();
        }
        return {};
    }

  private:
    // Facts about a community as a whole, and who was at which activity: a plan that comes late changes their
    // hours.
    [[nodiscard]] Status note_for_pages(const Entry& entry, const std::vector<std::uint64_t>& subjects) {
        const Event& event = entry.event;
        if (is_community_fact(event.kind)) {
            const auto noted = session_.run(
                "INSERT INTO community_facts(community,kind,origin,epoch,seq) VALUES (?,?,?,?,?) "
                "ON CONFLICT (community,kind,origin,epoch,seq) DO NOTHING",
                {event.community, event.kind, entry.id.origin, entry.id.epoch, entry.id.seq});
            if (!noted) return noted.error();
            if (event.kind == kinds::community_set) {
                const auto word = session_.run(
                    "INSERT INTO community_words(community,origin,epoch,seq) VALUES (?,?,?,?) "
                    "ON CONFLICT (community,origin,epoch,seq) DO NOTHING",
                    {event.community, entry.id.origin, entry.id.epoch, entry.id.seq});
                if (!word) return word.error();
            }
            if (changes_everybody(event.kind)) everybody_.insert(event.community);
        }
        if (const auto noted = note_issued(entry); !noted) return noted;
        std::optional<ActivityId> activity = event.activity;
        if (const auto amended = body_of<AttendanceAmended>(event); amended && amended->activity)
            activity = amended->activity;
        if (!activity) return {};
        if (subjects.empty()) plans_[event.community].insert(*activity);
        for (const std::uint64_t subject : subjects) {
            const auto noted = session_.run(
                "INSERT INTO activity_people(community,activity,subject) VALUES (?,?,?) "
                "ON CONFLICT (community,activity,subject) DO NOTHING",
                {event.community, *activity, stored(subject)});
            if (!noted) return noted.error();
        }
        return {};
    }

    // A slip under one of headquarters' own agency numbers is one that it issued.
    [[nodiscard]] Status note_issued(const Entry& entry) {
        const auto issued = body_of<SlipIssued>(entry.event);
        if (!issued || issued->agency.value >= self_made_first) return {};
        const std::int64_t year{issued->year};
        const auto fresh = session_.run(
            "INSERT INTO issued_slips(agency,year,batch,community,serial,running,card) VALUES "
            "(?,?,?,?,?,?,?) "
            "ON CONFLICT (agency,year,batch,community,serial) DO NOTHING",
            {issued->agency, year, issued->batch, entry.event.community, issued->serial, issued->running,
             entry.event.card.value_or(Hash{})});
        if (!fresh) return fresh.error();
        if (*fresh == 0) return {};
        const UtcMillis at = entry.event.at.estimated();
        const auto made = session_.run(
            "INSERT INTO slip_batches(agency,year,batch,people,issued_ms) VALUES (?,?,?,0,?) ON CONFLICT "
            "(agency,year,batch) DO NOTHING",
            {issued->agency, year, issued->batch, at});
        if (!made) return made.error();
        const auto counted =
            session_.run("UPDATE slip_batches SET people=people+1 WHERE agency=? AND year=? AND batch=?",
                         {issued->agency, year, issued->batch});
        if (!counted) return counted.error();
        const auto first = session_.run(
            "UPDATE slip_batches SET issued_ms=? WHERE agency=? AND year=? AND batch=? AND issued_ms>?",
            {at, issued->agency, year, issued->batch, at});
        return first ? Status{} : Status{first.error()};
    }

    // Under the lock of the community's row, as is whoever makes the rows anew.
    [[nodiscard]] Status mark_people(CommunityId community) {
        if (everybody_.contains(community)) {
            const auto marked = session_.run(
                "INSERT INTO dirty(community,subject) SELECT community,subject FROM hosted WHERE community=? "
                "ON CONFLICT (community,subject) DO NOTHING",
                {community});
            if (!marked) return marked.error();
        }
        for (const ActivityId activity : plans_[community]) {
            const auto marked = session_.run(
                "INSERT INTO dirty(community,subject) SELECT a.community,a.subject FROM activity_people a "
                "JOIN hosted h ON h.subject=a.subject AND h.community=a.community "
                "WHERE a.community=? AND a.activity=? ON CONFLICT (community,subject) DO NOTHING",
                {community, activity});
            if (!marked) return marked.error();
        }
        std::vector<sql::Value> rows;
        for (const std::uint64_t subject : touched_[community])
            rows.insert(rows.end(), {community, stored(subject)});
        if (rows.empty()) return {};
        const auto marked = session_.insert("dirty(community,subject)", 2, rows,
                                            "ON CONFLICT (community,subject) DO NOTHING");
        return marked ? Status{} : Status{marked.error()};
    }

    [[nodiscard]] Result<std::int64_t> feed(CommunityId community, std::int64_t revision,
                                            std::span<const EventId> events) {
        std::vector<sql::Value> rows;
        for (const EventId& event : events)
            rows.insert(rows.end(), {community, event.origin, event.epoch, event.seq, revision});
        return session_.insert("feed(community,origin,epoch,seq,revision)", 5, rows,
                               "ON CONFLICT (community,origin,epoch,seq) DO NOTHING");
    }

    // Follows from the tag before and from the events.
    [[nodiscard]] Status tag(CommunityId community, std::int64_t revision, std::span<const EventId> events) {
        const auto before = tag_of(session_, community, revision - 1);
        if (!before) return before.error();
        ByteWriter all;
        all.put(*before, 8);
        for (const EventId& event : events) {
            all.put(event.origin.bytes);
            all.put(event.epoch.value, 4);
            all.put(event.seq.value, 8);
        }
        const Hash digest = sha256({all.bytes()});
        const auto tag = ByteReader(digest.bytes).get<std::uint64_t>();
        const auto written = session_.run("INSERT INTO revisions(community,revision,tag) VALUES (?,?,?)",
                                          {community, revision, stored(tag)});
        return written ? Status{} : Status{written.error()};
    }

    [[nodiscard]] Status hosts_of(std::uint64_t subject, std::set<CommunityId>& into) {
        return session_.query("SELECT community FROM hosted WHERE subject=?", {stored(subject)},
                              [&](const sql::Row& row) {
                                  into.insert(row.number<CommunityId>(0));
                                  return Status{};
                              });
    }

    // What was recorded about that person anywhere before goes to the new host as well.
    [[nodiscard]] Status host_at(std::uint64_t subject, CommunityId host) {
        const auto fresh = session_.run(
            "INSERT INTO hosted(subject,community) VALUES (?,?) ON CONFLICT (subject,community) DO NOTHING",
            {stored(subject), host});
        if (!fresh) return fresh.error();
        if (*fresh == 0) return {};
        return session_.query(
            "SELECT origin,epoch,seq FROM subjects WHERE subject=?", {stored(subject)},
            [&](const sql::Row& row) {
                feeds_[host].insert({row.id<OriginId>(0), row.number<Epoch>(1), row.number<Seq>(2)});
                return Status{};
            });
    }

    sql::Session& session_;
    std::map<CommunityId, std::set<EventId>> feeds_;
    std::map<CommunityId, std::set<std::uint64_t>> touched_;  // whose rows on the pages change
    std::map<CommunityId, std::set<ActivityId>> plans_;       // of these activities something was said
    std::set<CommunityId> everybody_;                         // a rule or a clock changed
};

struct KeptRecord {
    Record record;
    Kept state;
};

Result<std::vector<KeptRecord>> next_records(sql::Session& session, const LogName& log, Seq after) {
    std::vector<KeptRecord> out;
    const auto read = session.query(
        "SELECT origin,epoch,seq,prev,hash,bytes,state FROM inbox WHERE origin=? AND epoch=? AND "
        "seq>? ORDER BY seq LIMIT ?",
        {log.branch, log.epoch, after, static_cast<std::int64_t>(projected_at_once)},
        [&](const sql::Row& row) {
            out.push_back({record_of(row), static_cast<Kept>(row.integer(6))});
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

// Cards travel with the events of their own community only: another one could not open them.
Status add_card(sql::Session& session, CommunityId community, const Record& record, Batch& news) {
    const auto event = event_from_bytes(record.bytes);
    if (!event || !event->card || event->community != community) return {};
    return session.query("SELECT name,bytes FROM cards WHERE name=?", {*event->card},
                         [&](const sql::Row& row) {
                             const std::string_view bytes = row.bytes(1);
                             news.cards.push_back({row.id<Hash>(0), {bytes.begin(), bytes.end()}});
                             return Status{};
                         });
}

}  // namespace

Result<std::size_t> project_some(sql::Session& session, const LogName& log) {
    std::size_t done = 0;
    const auto committed = session.transaction([&]() -> Status {
        done = 0;
        const auto projected =
            session.number("SELECT projected FROM logs WHERE origin=? AND epoch=? AND branch=? FOR UPDATE",
                           {log.origin, log.epoch, log.branch});
        if (!projected) return projected.error();
        const auto records = next_records(session, log, {static_cast<std::uint64_t>(*projected)});
        if (!records) return records.error();
        if (records->empty()) return {};
        Projection projection(session);
        for (const KeptRecord& kept : *records) {
            if (kept.state != Kept::in_use) continue;
            if (const auto taken = projection.take(kept.record); !taken) return taken;
        }
        if (const auto published = projection.publish(); !published) return published;
        const auto moved = session.run("UPDATE logs SET projected=? WHERE origin=? AND epoch=? AND branch=?",
                                       {records->back().record.id.seq, log.origin, log.epoch, log.branch});
        if (!moved) return moved.error();
        done = records->size();
        return {};
    });
    if (!committed) return committed.error();
    return done;
}

Result<std::vector<LogName>> logs_behind(sql::Session& session) {
    std::vector<LogName> out;
    const auto read =
        session.query("SELECT origin,epoch,branch FROM logs WHERE projected < seq - first + 1", {},
                      [&](const sql::Row& row) {
                          out.push_back({row.id<OriginId>(0), row.number<Epoch>(1), row.id<OriginId>(2)});
                          return Status{};
                      });
    if (!read) return read.error();
    return out;
}

Status project_all(sql::Session& session) {
    const auto behind = logs_behind(session);
    if (!behind) return behind.error();
    for (const LogName& log : *behind) {
        for (;;) {
            const auto done = project_some(session, log);
            if (!done && done.error().kind == ErrorKind::busy) continue;
            if (!done) return done.error();
            if (*done == 0) break;
        }
    }
    return roll_up_all(session);
}

Status rebuild(sql::Session& session) {
    const auto emptied = session.transaction([&]() -> Status {
        for (const std::string_view text :
             {"DELETE FROM feed", "DELETE FROM subjects", "DELETE FROM hosted", "DELETE FROM community_facts",
              "DELETE FROM community_words", "DELETE FROM activity_people", "DELETE FROM dirty",
              "DELETE FROM people", "DELETE FROM person_years", "DELETE FROM branches",
              "DELETE FROM branch_totals", "DELETE FROM branch_years", "DELETE FROM community_totals",
              "DELETE FROM community_years", "DELETE FROM doubts", "DELETE FROM issued_slips",
              "DELETE FROM slip_batches", "UPDATE logs SET projected=0"}) {
            if (const auto done = session.run(text, {}); !done) return done.error();
        }
        return {};
    });
    if (!emptied) return emptied;
    return project_all(session);
}

Result<FeedPage> feed_after(sql::Session& session, CommunityId community, FeedCursor from,
                            const OriginId& reader) {
    const auto known = tag_of(session, community, from.revision);
    if (!known) return known.error();
    if (*known != from.tag) from = {};
    FeedPage page;
    page.to = from;
    // Whole revisions: as many as fit, and at least one.
    std::int64_t events = 0;
    std::int64_t bytes = 0;
    const auto chosen = session.query(
        "SELECT revision,count(*),sum(size) FROM (SELECT f.revision,length(i.bytes) AS size FROM feed f JOIN "
        "inbox i ON i.origin=f.origin AND i.epoch=f.epoch AND i.seq=f.seq WHERE f.community=? AND "
        "f.revision>? "
        "ORDER BY f.revision LIMIT ?) AS next GROUP BY revision ORDER BY revision",
        {community, from.revision, looked_at_max}, [&](const sql::Row& row) {
            events += row.integer(1);
            bytes += row.integer(2);
            const bool fits = events <= page_events && bytes <= page_bytes;
            page.more = page.more || !(fits || page.to.revision == from.revision);
            if (!page.more) page.to.revision = row.integer(0);
            return Status{};
        });
    if (!chosen) return chosen.error();
    const auto read = session.query(
        "SELECT i.origin,i.epoch,i.seq,i.prev,i.hash,i.bytes FROM feed f JOIN inbox i ON i.origin=f.origin "
        "AND "
        "i.epoch=f.epoch AND i.seq=f.seq WHERE f.community=? AND f.revision>? AND f.revision<=? "
        "ORDER BY f.revision,f.origin,f.epoch,f.seq",
        {community, from.revision, page.to.revision}, [&](const sql::Row& row) {
            if (row.id<OriginId>(0) == reader) return Status{};
            page.news.records.push_back(record_of(row));
            return Status{};
        });
    if (!read) return read.error();
    const auto tag = tag_of(session, community, page.to.revision);
    if (!tag) return tag.error();
    page.to.tag = *tag;
    for (const Record& record : page.news.records) {
        if (const auto added = add_card(session, community, record, page.news); !added) return added.error();
    }
    return page;
}

}  // namespace baodao::hq
