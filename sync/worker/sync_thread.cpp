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
constexpr milliseconds join_pause{3'000};
constexpr std::int64_t invitation_life_ms = 15 * ms_per_minute;  // headquarters takes it no longer
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
           a.standing == b.standing && a.last_contact == b.last_contact && a.joining == b.joining &&
           a.digits == b.digits;
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
        if (const auto code = kept_invitation(folder_)) {
            join(*code);
            continue;
        }
        if (!is_over(joining_)) joining_ = Joining::none;  // somebody thought better of it
        const auto link = load_link(folder_);
        const auto log = link ? hooks_.identity() : std::nullopt;
        if (link && log) {
            follow(*link, *log);
        } else if (link) {
            inbox_.rest(look_for_log);
        } else {
            alone();
            (void)inbox_.wait(look_for_link);
        }
    }
}

// One try with the invitation, and the pause after it.
void SyncThread::join(const InvitationCode& code) {
    const auto log = hooks_.identity();
    if (!log) return inbox_.rest(look_for_log);
    if (joining_by_ != code.id || is_over(joining_)) {
        joining_by_ = code.id;
        joining_since_ = clock_.now().mono;
        say(Joining::reaching);
    }
    const JoinTry outcome = try_to_join(folder_, code, *log, random_, [this] { return inbox_.closed(); });
    const auto kept = kept_invitation(folder_);
    if (!kept || kept->id != code.id) return;
    const bool late = clock_.now().mono - joining_since_ > invitation_life_ms;
    const bool given_up = outcome.joining == Joining::no_line && late;
    const Joining now = given_up ? Joining::expired : outcome.joining;
    if (is_over(now)) drop_invitation(folder_);
    joining_ = now;
    if (now == Joining::none) {
        told_.standing = outcome.standing;  // until headquarters says otherwise
        return;
    }
    say(now);
    if (!is_over(now)) (void)inbox_.wait(join_pause);
}

void SyncThread::say(Joining joining) {
    joining_ = joining;
    SyncReport report = told_;
    report.joining = joining;
    report.time.reset();
    if (!hooks_.report(report)) return;
    told_ = report;
    told_anything_ = true;
}

// There is nobody to speak with, or not any more.
void SyncThread::alone() {
    SyncReport report;
    report.joining = joining_;
    report.last_contact = contact_kept_;
    if (same_news(report, told_)) return;
    if (!hooks_.report(report)) return;
    told_ = report;
    told_anything_ = true;
}

// Until the end, or until this kiosk came to another headquarters.
void SyncThread::follow(const KioskLink& link, const LogIdentity& log) {
    HttpsOptions options = link.https();
    options.given_up = [this] { return inbox_.closed(); };
    auto client = HttpsClient::make(std::move(options));
    if (!client) return inbox_.rest(look_for_link);
    Engine engine({log.origin, link.key, link.invitation.answers, log.community});
    relink_ = false;
    digits_ = six_digits(link.invitation.secret, link.key.public_key, link.invitation.answers);
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
    report.joining = joining_;
    if (report.standing == Standing::waiting) report.digits = digits_;
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
