// SPDX-License-Identifier: MIT
// The thread that keeps a kiosk and its headquarters at one: steps the engine, does the sending itself, and
// has everything else done by the thread that owns the log. It never holds that thread up: one wish is under
// way, news come in slices, and nobody waits for the network but this thread.
#pragma once

#include <filesystem>
#include <functional>
#include <thread>

#include "domain/base/clock.hpp"
#include "sync/core/contact.hpp"
#include "sync/worker/joining.hpp"
#include "sync/worker/sync_inbox.hpp"

namespace baodao {

// Whose log it is, and what its cards are sealed with.
using LogIdentity = Applicant;

// What headquarters' clock said, and this machine's when it was heard.
struct HqTime {
    UtcMillis hq;
    std::int64_t round_trip_ms = 0;  // headquarters spoke somewhere within it
    ClockReading heard;
};

struct SyncReport {
    bool joined = false;  // this kiosk belongs to a headquarters
    bool online = false;  // with hysteresis
    SyncTrouble trouble = SyncTrouble::none;
    Standing standing = Standing::active;   // as said last
    std::optional<UtcMillis> last_contact;  // by headquarters' clock; known over restarts
    std::optional<HqTime> time;             // of an answer that just came
    Joining joining = Joining::none;        // with the invitation that was read last
    std::string digits;                     // to be compared, while headquarters has to approve
};

struct SyncHooks {
    // While the log cannot be opened: nothing, and it is asked again.
    std::function<std::optional<LogIdentity>()> identity;
    // Has it done on the log by its owner, who calls SyncInbox::done once. False: not taken now.
    std::function<bool(const Ask&)> on_log;
    // Called when something changed, from this thread. False: not taken now, it is said again later.
    std::function<bool(const SyncReport&)> report;
};

class SyncThread {
  public:
    // `folder` is the kiosk's; all references outlive this.
    SyncThread(std::filesystem::path folder, const Clock& clock, Random& random, SyncInbox& inbox,
               SyncHooks hooks);
    ~SyncThread();  // what is under way is given up; nothing is lost by that
    SyncThread(const SyncThread&) = delete;
    SyncThread& operator=(const SyncThread&) = delete;

  private:
    void run();
    void join(const InvitationCode& code);
    void say(Joining joining);
    void alone();
    void follow(const KioskLink& link, const LogIdentity& log);
    [[nodiscard]] std::optional<Tell> send(HttpsClient& client, const HttpRequest& request);
    [[nodiscard]] std::optional<Tell> on_log(const Ask& wish);
    [[nodiscard]] std::optional<Tell> wait(MonoMillis until);
    void tell(const EngineView& view);
    void keep_contact(UtcMillis hq_time);

    const std::filesystem::path folder_;
    const Clock& clock_;
    Random& random_;
    SyncInbox& inbox_;
    const SyncHooks hooks_;
    Contact contact_;
    SyncReport told_;
    bool told_anything_ = false;
    bool relink_ = false;  // another link was made while this one was followed
    Joining joining_ = Joining::none;
    InvitationId joining_by_;  // the invitation that was tried last, and since when
    MonoMillis joining_since_;
    std::string digits_;      // of the link that is followed
    MonoMillis round_began_;  // never two within a second
    ClockReading sent_;       // when the last request went out
    std::optional<MonoMillis> time_told_;
    std::optional<UtcMillis> contact_kept_;
    std::thread thread_;
};

}  // namespace baodao
