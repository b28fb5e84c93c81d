// SPDX-License-Identifier: MIT
// The thread that owns the store: takes what the screen asks for, answers with intents. The screen
// thread never touches a file.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <variant>

#include "kiosk/app/event_desk.hpp"
#include "kiosk/app/find_desk.hpp"
#include "kiosk/app/intent.hpp"
#include "kiosk/app/link_desk.hpp"
#include "kiosk/app/machine_check.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/paper_desk.hpp"
#include "kiosk/app/staff_desk.hpp"
#include "kiosk/base/mailbox.hpp"

namespace baodao {

inline constexpr std::size_t desk_requests_max =
    128;  // waiting at once; more than the screen ever has pending

class DeskThread {
  public:
    // Effects that are for the desk, and what the printing and the synchronising thread have to say.
    using Request =
        std::variant<SubmitScan, PrintReceipt, PrintRecord, PaperReport, JoinActivity, ClaimItems, AskPeople,
                     Wipe, AskTeamTimes, AskCorrection, WatchEvent, SignTeam, CallStaff, StaffRequest,
                     RunSelfTest, RecordSelfTest, PrintTestPage, Ask, SyncReport, StickDone>;
    // Takes intents to the screen; called on the desk's thread.
    using Post = std::function<void(Intent)>;

    // `send` takes papers to the printing thread; called on the desk's thread.
    // Wishes of the synchronising thread are answered into `sync`, which outlives this. `stick` takes orders
    // to the stick's thread, likewise called on the desk's.
    DeskThread(OpenDeskOptions options, Post post, SendPaper send, SyncInbox* sync = nullptr,
               SendStick stick = {});
    // What was taken is finished, then the store is closed.
    ~DeskThread();
    DeskThread(const DeskThread&) = delete;
    DeskThread& operator=(const DeskThread&) = delete;

    // Ready once the store is open, or could not be opened. After a failure every scan is answered with
    // store_failed, and opening is tried again from time to time.
    [[nodiscard]] const Status& opened();
    // Once opened(): this program was started ten times within a minute and comes up with as little as can
    // record (fault 28).
    [[nodiscard]] bool crash_loop() const { return crash_loop_; }
    // Once opened(): the community's distance from UTC; China's while there is no store.
    [[nodiscard]] UtcOffset offset() const { return offset_; }
    // Whose log it is, once it could be opened. Any thread.
    [[nodiscard]] std::optional<LogIdentity> identity() const;
    // False when too much waits already: nothing was taken.
    [[nodiscard]] bool submit(Request request);

  private:
    void run();
    [[nodiscard]] Status open();
    void answer(const Request& request);
    void answer_scan(const SubmitScan& request);
    void answer_staff(const StaffRequest& request);
    void tell_paper(SlipSerial serial, const Result<PaperState>& state);
    void hear(const PaperReport& report);
    void tell_home();
    void watch(const WatchEvent& request);
    void resume_event();
    void tell_event(std::optional<SlipSerial> changed = std::nullopt);
    void sign_team(const SignTeam& request);
    void answer_sync(const Ask& wish);
    void hear(const SyncReport& report);
    void take_in(const std::vector<Entry>& news);
    void hear(const StickDone& done);
    void tell_sync();
    void begin_check();
    void step_check();
    void idle();

    const OpenDeskOptions options_;
    const Post post_;
    const SendPaper send_;
    SyncInbox* const sync_;
    std::unique_ptr<OpenedDesk> desk_;
    std::optional<PaperDesk> papers_;    // with desk_
    std::optional<StaffDesk> staff_;     // stands on desk_; nothing: its secrets cannot be read
    std::optional<FindDesk> find_;       // stands on desk_
    std::optional<EventDesk> event_;     // that the screen stands at
    std::optional<ActivityId> watched_;  // likewise
    LinkDesk link_;
    std::optional<EventId> told_record_;  // the newest that the synchronising thread knows of
    std::optional<MachineCheck> check_;   // of a self-test, while it reads the log
    bool check_again_ = false;            // the store was not open when one was asked for
    std::optional<Error> problem_;        // while desk_ is absent
    std::int64_t told_minute_ = -1;
    std::int64_t scrubbed_day_ = -1;  // the whole log was checked on that day
    std::atomic<bool> crash_loop_{false};
    std::atomic<UtcOffset> offset_{};
    mutable std::mutex identity_lock_;
    std::optional<LogIdentity> identity_;
    Mailbox<Request> requests_{desk_requests_max};
    std::promise<Status> opening_;
    std::shared_future<Status> opened_ = opening_.get_future();
    std::thread thread_;
};

}  // namespace baodao
