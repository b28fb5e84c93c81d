// SPDX-License-Identifier: MIT
#include "kiosk/app/link_desk.hpp"

#include <algorithm>

#include "domain/base/file.hpp"
#include "sync/worker/courier_side.hpp"
#include "sync/worker/log_side.hpp"

namespace baodao {

namespace {

// Beyond that, nothing is known about when within it headquarters looked at its clock.
constexpr std::int64_t round_trip_ms_max = 10'000;

constexpr const char* courier_folder = "courier";

CourierWindow window_of(OpenedDesk& opened, const std::filesystem::path& folder, const KioskLink& link) {
    return {opened.journal(), folder, opened.installation().community, link, opened.clock(), opened.random()};
}

LinkState state_of(const SyncReport& report) {
    if (!report.joined) return LinkState::alone;
    if (report.trouble == SyncTrouble::too_old) return LinkState::outdated;
    if (report.trouble == SyncTrouble::not_known || report.trouble == SyncTrouble::not_ours)
        return LinkState::unknown;
    if (report.standing == Standing::waiting) return LinkState::waiting;
    return report.standing == Standing::revoked ? LinkState::revoked : LinkState::good;
}

// What became of headquarters' file.
CourierNews news_of(const Result<CourierTaken>& taken) {
    if (taken) {
        const CourierWord word = !taken->active ? CourierWord::inactive
                                 : taken->older ? CourierWord::known
                                                : CourierWord::brought;
        return {word, static_cast<std::int64_t>(taken->confirmed), static_cast<std::int64_t>(taken->news)};
    }
    switch (taken.error().kind) {
        case ErrorKind::damaged:
            return {CourierWord::incomplete};
        case ErrorKind::refused:
        case ErrorKind::bad_input:
            return {taken.error().context == needs_a_line ? CourierWord::needs_line : CourierWord::not_ours};
        default:
            return {CourierWord::failed};
    }
}

}  // namespace

LinkDesk::Done LinkDesk::do_wish(OpenedDesk& opened, const Ask& wish) const {
    Done done;
    const auto taken = [&](const Record& record) {
        if (auto entry = entry_from(record)) done.news.push_back(std::move(*entry));
    };
    done.told = do_on_log(wish, opened.journal(), folder_, opened.clock(), taken);
    for (const Entry& entry : done.news) opened.desk().take_in(entry);
    // What cannot be read now is read at the next start; it lies on the disk.
    if (std::holds_alternative<ask::TakeKeys>(wish)) (void)opened.refresh_keyring(folder_);
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
    view.joining = report_.joining;
    view.digits = report_.digits;
    if (const auto waits = opened.journal().outbox_count())
        view.unreported = static_cast<std::int64_t>(*waits);
    if (report_.joined && !report_.online && report_.last_contact) {
        const std::int64_t silent = opened.desk().now() - *report_.last_contact;
        view.offline_hours = std::max<std::int64_t>(0, silent / (60 * ms_per_minute));
    }
    return view;
}

JoinNotice LinkDesk::join(const std::string& text) {
    const auto code = read_invitation_code(text);
    if (!code) return code.error().kind == ErrorKind::unsupported ? JoinNotice::newer : JoinNotice::damaged;
    const LinkState state = state_of(report_);
    const auto link = load_link(folder_);
    // Whom headquarters took in stays: going over to another is not done by holding up a code.
    if (link && link->invitation.answers != code->answers && state != LinkState::waiting)
        return JoinNotice::other;
    if (link && state == LinkState::good) return JoinNotice::belongs;
    if (sync_ == nullptr || !keep_invitation(folder_, text)) return JoinNotice::not_kept;
    sync_->joined();
    return JoinNotice::none;
}

void LinkDesk::stop_joining() {
    drop_invitation(folder_);
    // An approval that is on its way is headquarters' to take back.
    if (state_of(report_) == LinkState::waiting) (void)leave_link(folder_);
    if (sync_ != nullptr) sync_->joined();
}

std::optional<CourierNews> LinkDesk::order(StickOrder order) const {
    if (stick_ && stick_(std::move(order))) return std::nullopt;
    return CourierNews{};
}

std::optional<CourierNews> LinkDesk::carry_out(OpenedDesk& opened) {
    const auto link = load_link(folder_);
    if (!link) return CourierNews{CourierWord::alone};
    const std::filesystem::path courier = folder_ / courier_folder;
    std::error_code failed;
    std::filesystem::create_directories(courier, failed);
    const auto sent = courier_out(window_of(opened, folder_, *link), courier);
    if (!sent) return CourierNews{};
    return order({StickOrder::What::put, sent->path, sent->path.filename().string(),
                  static_cast<std::int64_t>(sent->events)});
}

std::optional<CourierNews> LinkDesk::bring_in(OpenedDesk& opened) {
    if (!load_link(folder_)) return CourierNews{CourierWord::alone};
    const std::filesystem::path courier = folder_ / courier_folder;
    std::error_code failed;
    std::filesystem::create_directories(courier, failed);
    const std::string name = courier_name(CourierWay::to_kiosk, opened.journal().origin());
    return order({StickOrder::What::fetch, courier / name, name, 0});
}

LinkDesk::CourierDone LinkDesk::stick_done(OpenedDesk& opened, const StickDone& done) const {
    CourierDone out{{done.word, done.order.events, 0}, {}};
    const auto link = load_link(folder_);
    if (done.word != CourierWord::brought || !link) return out;
    const auto taken =
        courier_in(window_of(opened, folder_, *link), done.order.here, [&](const Record& record) {
            if (auto entry = entry_from(record)) out.news.push_back(std::move(*entry));
        });
    out.told = news_of(taken);
    for (const Entry& entry : out.news) opened.desk().take_in(entry);
    std::error_code ignored;
    std::filesystem::remove(done.order.here, ignored);
    return out;
}

}  // namespace baodao
