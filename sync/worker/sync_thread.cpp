// SPDX-License-Identifier: MIT
#include "sync/worker/sync_thread.hpp"

#include <charconv>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "sync/worker/log_side.hpp"

namespace baodao {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds look_for_link{10'000};
constexpr milliseconds look_for_log{1'000};
constexpr milliseconds busy_owner{20};
constexpr std::int64_t round_ms_min = 1'000;
constexpr std::int64_t contact_kept_every_ms = 10 * ms_per_minute;
constexpr std::size_t contact_bytes_max = 32;

std::filesystem::path contact_path(const std::filesystem::path& folder) {
    return folder / "headquarters-seen";
}

std::optional<UtcMillis> read_contact(const std::filesystem::path& folder) {
    const auto text = read_file(contact_path(folder), contact_bytes_max);
    if (!text) return std::nullopt;
    UtcMillis seen;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), seen.value);
    if (read.ec != std::errc()) return std::nullopt;
    return seen;
}

bool same_news(const SyncReport& a, const SyncReport& b) {
    return a.joined == b.joined && a.online == b.online && a.trouble == b.trouble &&
           a.standing == b.standing && a.last_contact == b.last_contact;
}

}  // namespace

SyncThread::SyncThread(std::filesystem::path folder, const Clock& clock, Random& random, SyncInbox& inbox,
                       SyncHooks hooks)
    : folder_(std::move(folder)),
      clock_(clock),
      random_(random),
      inbox_(inbox),
      hooks_(std::move(hooks)),
      round_began_{clock.now().mono.value - round_ms_min},
      thread_([this] { run(); }) {}

SyncThread::~SyncThread() {
    inbox_.close();
    thread_.join();
}

void SyncThread::run() {
    told_.last_contact = contact_kept_ = read_contact(folder_);
    while (!inbox_.closed()) {
        const auto link = load_link(folder_);
        const auto log = link ? hooks_.identity() : std::nullopt;
        if (link && log) {
            follow(*link, *log);
        } else if (link) {
            inbox_.rest(look_for_log);
        } else {
            (void)inbox_.wait(look_for_link);
        }
    }
}

// Until the end, or until this kiosk came to another headquarters.
void SyncThread::follow(const KioskLink& link, const LogIdentity& log) {
    HttpsOptions options = link.https();
    options.given_up = [this] { return inbox_.closed(); };
    auto client = HttpsClient::make(std::move(options));
    if (!client) return inbox_.rest(look_for_link);
    Engine engine({log.origin, link.key, link.invitation.answers, log.community});
    relink_ = false;
    std::optional<Tell> happened = tell::Start{};
    while (happened && !relink_) {
        const Ask wish = engine.step(clock_.now().mono, *happened, random_);
        tell(engine.view());
        if (const auto* pause = std::get_if<ask::Wait>(&wish)) {
            happened = wait(pause->until);
        } else if (const auto* request = std::get_if<ask::Send>(&wish)) {
            happened = send(*client, request->request);
        } else {
            happened = on_log(wish);
        }
    }
}

std::optional<Tell> SyncThread::send(HttpsClient& client, const HttpRequest& request) {
    sent_ = clock_.now();
    auto response = client.send(request);
    if (inbox_.closed()) return std::nullopt;
    if (!response) return tell::Unreachable{};
    return tell::Answered{std::move(*response)};
}

std::optional<Tell> SyncThread::on_log(const Ask& wish) {
    std::vector<Ask> parts;
    if (const auto* news = std::get_if<ask::TakeNews>(&wish)) {
        for (ask::TakeNews& slice : in_slices(*news)) parts.emplace_back(std::move(slice));
    } else {
        parts.push_back(wish);
    }
    std::optional<Tell> told;
    for (const Ask& part : parts) {
        while (!hooks_.on_log(part)) {
            if (inbox_.closed()) return std::nullopt;
            inbox_.rest(busy_owner);
        }
        told = inbox_.outcome();
        if (!told || std::holds_alternative<tell::LocalTrouble>(*told)) return told;
    }
    return told;
}

std::optional<Tell> SyncThread::wait(MonoMillis until) {
    // A busy window records something every second: its scans go together.
    const std::int64_t soonest = round_began_.value + round_ms_min - clock_.now().mono.value;
    if (soonest > 0) inbox_.rest(milliseconds(soonest));
    const auto longest = std::max<std::int64_t>(0, until - clock_.now().mono);
    const auto woken = inbox_.wait(milliseconds(longest));
    if (woken == SyncInbox::Woken::by_end) return std::nullopt;
    relink_ = woken == SyncInbox::Woken::by_joining;
    round_began_ = clock_.now().mono;
    if (woken == SyncInbox::Woken::by_record) return tell::Recorded{};
    return tell::Start{};
}

void SyncThread::tell(const EngineView& view) {
    const ClockReading now = clock_.now();
    contact_.hear(view, now.mono);
    SyncReport report;
    report.joined = true;
    report.online = contact_.online();
    report.trouble = view.trouble;
    report.standing = view.standing.value_or(told_.standing);
    report.last_contact = contact_kept_;
    if (view.time && (!time_told_ || *time_told_ != view.time->at)) {
        time_told_ = view.time->at;
        report.time = HqTime{view.time->hq, now.mono - sent_.mono, now};
        keep_contact(view.time->hq);
        report.last_contact = contact_kept_;
    }
    if (told_anything_ && !report.time && same_news(report, told_)) return;
    if (!hooks_.report(report)) return;
    told_ = report;
    told_anything_ = true;
}

// Over a restart it is still known how long nothing was heard. A file that cannot be written costs that only.
void SyncThread::keep_contact(UtcMillis hq_time) {
    if (contact_kept_ && hq_time - *contact_kept_ < contact_kept_every_ms && *contact_kept_ <= hq_time)
        return;
    contact_kept_ = hq_time;
    (void)write_file_atomic(contact_path(folder_), std::to_string(hq_time.value) + "\n");
}

}  // namespace baodao
