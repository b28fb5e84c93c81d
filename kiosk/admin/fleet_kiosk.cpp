// SPDX-License-Identifier: MIT
#include "kiosk/admin/fleet_kiosk.hpp"

#include <algorithm>
#include <limits>
#include <thread>

#include "domain/event/kinds_attendance.hpp"

namespace baodao::admin {

namespace {

constexpr std::uint64_t members = 400;
constexpr std::int64_t scan_every_ms = 25'000;
constexpr Epoch only_epoch{1};

// Everybody comes in turn: one in, the same one out.
std::string scan_bytes(CommunityId community, std::uint64_t n, std::uint64_t first_serial, UtcMillis at,
                       const BootId& boot) {
    constexpr std::uint64_t far_apart = 0x9E3779B97F4A7C15;
    const SlipSerial serial{first_serial + n / 2 % members * far_apart};
    Event event;
    event.community = community;
    if (n % 2 == 0) {
        event.kind = AttendanceIn::kind;
        event.body = to_body(AttendanceIn{serial, ""});
    } else {
        event.kind = AttendanceOut::kind;
        event.body = to_body(AttendanceOut{serial, "", false});
    }
    const MonoMillis since_start{static_cast<std::int64_t>(n) * scan_every_ms};
    event.at = {at, since_start, boot, 0, 0, Confidence::confirmed};
    return to_bytes(event);
}

bool asks_to_come_back(int status) {
    return status == 429 || status == 503;
}

}  // namespace

FleetKiosk::FleetKiosk(CommunityId community, std::uint64_t events, UtcMillis now, Random& random)
    : origin_(random.draw<OriginId>()),
      community_(community),
      key_(signing_key_from(random.draw<KeySeed>())),
      card_key_(random.draw<SecretKey>()) {
    const BootId boot = random.draw<BootId>();
    const std::uint64_t first_serial = random.next_u64();
    records_.reserve(events);
    for (std::uint64_t n = 0; n < events; ++n) {
        const UtcMillis at = now - static_cast<std::int64_t>(events - n) * scan_every_ms;
        const Hash before = records_.empty() ? Hash{} : records_.back().hash;
        records_.push_back(make_record({origin_, only_epoch, {n + 1}}, before,
                                       scan_bytes(community, n, first_serial, at, boot)));
    }
}

Application FleetKiosk::application() const {
    return {origin_, key_.public_key, community_, card_key_};
}

void FleetKiosk::drain(const InvitationText& headquarters, const Clock& clock, std::int64_t patience_ms,
                       Random& random, FleetCounts& counts) {
    auto client = HttpsClient::make({headquarters.url, headquarters.certificate, ""});
    if (!client) return;
    Engine engine({origin_, key_, headquarters.answers, community_});
    const MonoMillis end{clock.now().mono.value + patience_ms};
    Tell happened = tell::Start{};
    while (clock.now().mono < end) {
        const Ask wish = engine.step(clock.now().mono, happened, random);
        if (const auto* wait = std::get_if<ask::Wait>(&wish)) {
            if (waits() == 0) return;
            const std::int64_t pause_ms = std::min(wait->until, end) - clock.now().mono;
            std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
            happened = tell::Start{};
        } else if (const auto* send = std::get_if<ask::Send>(&wish)) {
            auto response = client->send(send->request);
            ++counts.requests;
            if (send->request.target.ends_with("/push")) counts.bytes_pushed += send->request.body.size();
            if (!response) ++counts.unanswered;
            if (response && asks_to_come_back(response->status)) ++counts.put_off;
            happened = response ? Tell(tell::Answered{std::move(*response)}) : Tell(tell::Unreachable{});
        } else {
            happened = on_log(wish, clock);
        }
    }
}

Tell FleetKiosk::on_log(const Ask& wish, const Clock& clock) {
    if (std::holds_alternative<ask::LookAtLog>(wish)) {
        // Its slips are invented: it asks for nobody's keys.
        constexpr std::uint32_t every_key_set = std::numeric_limits<std::uint32_t>::max();
        return tell::Log{
            {acked_, only_epoch, {records_.size()}, waits(), cursor_, clock.now().wall, every_key_set}};
    }
    if (const auto* named = std::get_if<ask::Acknowledge>(&wish))
        return acknowledge(named->place, clock.now().mono);
    if (const auto* read = std::get_if<ask::ReadOutbox>(&wish)) return outbox(read->records_max);
    if (const auto* news = std::get_if<ask::TakeNews>(&wish)) {
        if (news->cursor) cursor_ = *news->cursor;
        return tell::NewsTaken{};
    }
    // Forks and wiping: nobody does that to an invented kiosk.
    return tell::LocalTrouble{};
}

tell::Acknowledged FleetKiosk::acknowledge(const LogPlace& place, MonoMillis now) {
    if (place.seq.value > records_.size()) return tell::Acknowledged::ahead;
    const bool ours = place.seq.value == 0 || records_[place.seq.value - 1].hash == place.tail;
    if (!ours) return tell::Acknowledged::other;
    acked_ = place;
    if (waits() == 0) drained_at_ = now;
    return tell::Acknowledged::done;
}

tell::Outbox FleetKiosk::outbox(std::size_t records_max) const {
    const auto from = records_.begin() + static_cast<std::ptrdiff_t>(acked_.seq.value);
    const std::size_t count = std::min<std::size_t>(records_max, waits());
    return {{{from, from + static_cast<std::ptrdiff_t>(count)}, {}}};
}

}  // namespace baodao::admin
