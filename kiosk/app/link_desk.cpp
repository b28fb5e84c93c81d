// SPDX-License-Identifier: MIT
#include "kiosk/app/link_desk.hpp"

#include <algorithm>

#include "sync/worker/log_side.hpp"

namespace baodao {

namespace {

// Beyond that, nothing is known about when within it headquarters looked at its clock.
constexpr std::int64_t round_trip_ms_max = 10'000;

LinkState state_of(const SyncReport& report) {
    if (!report.joined) return LinkState::alone;
    if (report.trouble == SyncTrouble::too_old) return LinkState::outdated;
    if (report.trouble == SyncTrouble::not_known || report.trouble == SyncTrouble::not_ours)
        return LinkState::unknown;
    if (report.standing == Standing::waiting) return LinkState::waiting;
    return report.standing == Standing::revoked ? LinkState::revoked : LinkState::good;
}

}  // namespace

LinkDesk::Done LinkDesk::carry_out(OpenedDesk& opened, const Ask& wish) const {
    Done done;
    const auto taken = [&](const Record& record) {
        if (auto entry = entry_from(record)) done.news.push_back(std::move(*entry));
    };
    done.told = do_on_log(wish, opened.journal(), folder_, opened.clock(), taken);
    for (const Entry& entry : done.news) opened.desk().take_in(entry);
    return done;
}

void LinkDesk::hear(OpenedDesk& opened, const SyncReport& report) {
    report_ = report;
    if (!report.time || report.time->round_trip_ms > round_trip_ms_max) return;
    const std::int64_t half = report.time->round_trip_ms / 2;
    const std::int64_t offset = report.time->hq - report.time->heard.wall + half;
    // What cannot be recorded now is said by the next answer again.
    (void)opened.desk().hear_time({report.time->heard, offset}, report.time->round_trip_ms);
}

NetworkState LinkDesk::network() const {
    return report_.online ? NetworkState::online : NetworkState::offline;
}

LinkView LinkDesk::view(OpenedDesk& opened) const {
    LinkView view;
    view.state = state_of(report_);
    if (const auto waits = opened.journal().outbox_count())
        view.unreported = static_cast<std::int64_t>(*waits);
    if (report_.joined && !report_.online && report_.last_contact) {
        const std::int64_t silent = opened.desk().now() - *report_.last_contact;
        view.offline_hours = std::max<std::int64_t>(0, silent / (60 * ms_per_minute));
    }
    return view;
}

}  // namespace baodao
