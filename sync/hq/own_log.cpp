// SPDX-License-Identifier: MIT
#include "sync/hq/own_log.hpp"

#include <algorithm>
#include <iterator>

#include "sync/hq/roll_up.hpp"

namespace baodao::hq {

namespace {

constexpr Epoch own_epoch{1};

// Drawn once; whoever comes second takes the first one's. The row is locked until the transaction ends.
Result<OriginId> own_origin(sql::Session& session, CommunityId community, Random& random) {
    const auto made =
        session.run("INSERT INTO own_logs(community,origin) VALUES (?,?) ON CONFLICT (community) DO NOTHING",
                    {community, random.draw<OriginId>()});
    if (!made) return made.error();
    OriginId origin;
    const auto read = session.query("SELECT origin FROM own_logs WHERE community=? FOR UPDATE", {community},
                                    [&](const sql::Row& row) {
                                        origin = row.id<OriginId>(0);
                                        return Status{};
                                    });
    if (!read) return read.error();
    return origin;
}

// Inside a transaction. The place of the last one.
Result<EventId> append(sql::Session& session, CommunityId community, std::vector<UndatedEvent> events,
                       const Writer& writer, Random& random) {
    const auto origin = own_origin(session, community, random);
    if (!origin) return origin.error();
    const auto held = held_logs(session, *origin);
    if (!held) return held.error();
    const HeldLog last = held->empty() ? HeldLog{} : held->back();
    EventId id{*origin, own_epoch, last.seq};
    Hash tail = last.tail;
    Run run;
    for (UndatedEvent& one : events) {
        one.event.community = community;
        one.event.actor = {ActorKind::staff, writer.user};
        one.event.at = {writer.clock.wall, writer.clock.mono, writer.clock.boot, 0, 0, Confidence::confirmed};
        ++id.seq.value;
        run.records.push_back(make_record(id, tail, to_bytes(one.event)));
        tail = run.records.back().hash;
        std::ranges::move(one.cards, std::back_inserter(run.cards));
    }
    const auto taken = take_run(session, run, Kept::in_use, writer.clock.wall);
    if (!taken) return taken.error();
    BAODAO_CHECK(taken->stored == events.size());
    return id;
}

}  // namespace

Result<EventId> write_own(sql::Session& session, CommunityId community, Event event, const Writer& writer,
                          Random& random) {
    const auto make = [&]() -> Result<OwnEvents> { return OwnEvents{{community, {{event, {}}}}}; };
    return write_all_own(session, make, writer, random);
}

Result<EventId> write_all_own(sql::Session& session, const std::function<Result<OwnEvents>()>& make,
                              const Writer& writer, Random& random) {
    std::vector<EventId> written;
    const auto committed = session.transaction([&]() -> Status {
        written.clear();
        const auto events = make();
        if (!events) return events.error();
        if (events->empty()) return Error{ErrorKind::bad_input, "there is nothing to write", ""};
        for (const auto& [community, list] : *events) {
            const auto last = append(session, community, list, writer, random);
            if (!last) return last.error();
            written.push_back(*last);
        }
        return {};
    });
    if (!committed) return committed.error();
    for (const EventId& last : written) {
        for (;;) {
            const auto projected = project_some(session, {last.origin, last.epoch, last.origin});
            if (!projected && projected.error().kind == ErrorKind::busy) continue;
            if (!projected) return projected.error();
            if (*projected == 0) break;
        }
    }
    if (const auto rolled = roll_up_all(session); !rolled) return rolled.error();
    return written.back();
}

Result<bool> is_own(sql::Session& session, const OriginId& origin) {
    const auto found = session.number("SELECT count(*) FROM own_logs WHERE origin=?", {origin});
    if (!found) return found.error();
    return *found > 0;
}

}  // namespace baodao::hq
