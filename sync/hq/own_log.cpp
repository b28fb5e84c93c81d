// SPDX-License-Identifier: MIT
#include "sync/hq/own_log.hpp"

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

}  // namespace

Result<EventId> write_own(sql::Session& session, CommunityId community, Event event, const Writer& writer,
                          Random& random) {
    EventId written;
    event.community = community;
    event.actor = {ActorKind::staff, writer.user};
    event.at = {writer.clock.wall, writer.clock.mono, writer.clock.boot, 0, 0, Confidence::confirmed};
    const std::string bytes = to_bytes(event);
    const auto committed = session.transaction([&]() -> Status {
        const auto origin = own_origin(session, community, random);
        if (!origin) return origin.error();
        const auto held = held_logs(session, *origin);
        if (!held) return held.error();
        const HeldLog last = held->empty() ? HeldLog{} : held->back();
        written = {*origin, own_epoch, {last.seq.value + 1}};
        const auto taken = take_run(session, {{make_record(written, last.tail, bytes)}, {}}, Kept::in_use,
                                    writer.clock.wall);
        if (!taken) return taken.error();
        BAODAO_CHECK(taken->stored == 1);
        return {};
    });
    if (!committed) return committed.error();
    const auto projected = project_some(session, {written.origin, written.epoch, written.origin});
    if (!projected) return projected.error();
    if (const auto rolled = roll_up_all(session); !rolled) return rolled.error();
    return written;
}

Result<bool> is_own(sql::Session& session, const OriginId& origin) {
    const auto found = session.number("SELECT count(*) FROM own_logs WHERE origin=?", {origin});
    if (!found) return found.error();
    return *found > 0;
}

}  // namespace baodao::hq
