// SPDX-License-Identifier: MIT
#include "kiosk/app/desk_thread.hpp"

#include "domain/event/kinds_staff.hpp"
#include "kiosk/app/claim_desk.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/kept_event.hpp"
#include "kiosk/app/office_orders.hpp"
#include "kiosk/app/release.hpp"

namespace baodao {

namespace {

constexpr std::chrono::milliseconds idle_step{1000};
constexpr std::chrono::milliseconds no_wait{0};
// A slice of checking between two scans: short enough that nobody waits for it.
constexpr std::size_t scrubbed_per_step = 200;

}  // namespace

DeskThread::DeskThread(OpenDeskOptions options, Post post, SendPaper send, SyncInbox* sync, SendStick stick)
    : options_(std::move(options)),
      post_(std::move(post)),
      send_(std::move(send)),
      sync_(sync),
      link_(options_.folder, sync, std::move(stick)),
      thread_([this] { run(); }) {}

DeskThread::~DeskThread() {
    requests_.close();
    thread_.join();
}

const Status& DeskThread::opened() {
    return opened_.get();
}

bool DeskThread::submit(Request request) {
    return requests_.post(std::move(request));
}

Status DeskThread::open() {
    auto opened = OpenedDesk::open(options_);
    if (!opened) {
        problem_ = opened.error();
        return opened.error();
    }
    auto papers = PaperDesk::open(**opened, send_);
    if (!papers) {
        problem_ = papers.error();
        return papers.error();
    }
    papers_.emplace(std::move(papers).value());
    // A store that takes nothing now says so at the next scan; the receipts are found again at the next
    // start.
    (void)papers_->list_owed_receipts();
    desk_ = std::move(opened).value();
    problem_.reset();
    offset_ = desk_->desk().community().offset();
    {
        const std::lock_guard lock(identity_lock_);
        identity_ = LogIdentity{desk_->journal().origin(), desk_->installation().community,
                                desk_->installation().community_key};
    }
    find_.emplace(*desk_);
    auto staff = StaffDesk::open(*desk_, options_.folder);
    if (staff) {
        staff_.emplace(std::move(staff).value());
        staff_->use(*papers_);
        staff_->use(*find_, pinyin_folder());
        staff_->use(link_);
    }
    crash_loop_ = desk_->report().crash_loop;
    return desk_->desk().note({draft_of(KioskStarted{release_version})});
}

void DeskThread::run() {
    opening_.set_value(open());
    tell_home();
    resume_event();
    tell_sync();
    while (true) {
        if (const auto request = requests_.take_within(check_ ? no_wait : idle_step)) {
            answer(*request);
            tell_sync();
        } else if (requests_.closed()) {
            return;
        } else if (check_) {
            step_check();
        } else {
            idle();
        }
    }
}

void DeskThread::answer(const Request& request) {
    if (desk_ == nullptr) (void)open();  // problem_ says why it failed
    if (const auto* scan = std::get_if<SubmitScan>(&request)) {
        answer_scan(*scan);
        tell_home();
        return;
    }
    if (const auto* staff = std::get_if<StaffRequest>(&request)) {
        answer_staff(*staff);
        return;
    }
    if (const auto* wish = std::get_if<Ask>(&request)) {
        answer_sync(*wish);
        return;
    }
    if (std::holds_alternative<RunSelfTest>(request)) {
        begin_check();
        return;
    }
    if (desk_ == nullptr) {
        if (std::holds_alternative<PrintTestPage>(request))
            post_(SheetReported{PaperStage::failed, PrintTrouble::not_drawn});
        if (const auto* asked = std::get_if<AskCorrection>(&request))
            post_(CorrectionStored{asked->event, std::nullopt});
        if (std::holds_alternative<ClaimItems>(request))
            post_(ClaimRecorded{{ClaimResult::State::not_stored, 0}});
        if (const auto* people = std::get_if<AskPeople>(&request)) post_(nobody_found(*people));
        return;
    }
    Desk& desk = desk_->desk();
    // What fails here shows in the journal's health and at the next scan; nothing was claimed for it.
    if (const auto* receipt = std::get_if<PrintReceipt>(&request)) {
        tell_paper(receipt->serial, papers_->receipt(receipt->serial));
    } else if (const auto* record = std::get_if<PrintRecord>(&request)) {
        tell_paper(record->serial, papers_->record(record->serial));
    } else if (const auto* report = std::get_if<PaperReport>(&request)) {
        hear(*report);
    } else if (const auto* join = std::get_if<JoinActivity>(&request)) {
        if (desk.join(join->serial, join->activity)) tell_home();
    } else if (const auto* event = std::get_if<WatchEvent>(&request)) {
        // What cannot be kept is asked for again after a restart, by whoever stands there.
        (void)keep_event(options_.folder, event->activity);
        watch(*event);
    } else if (const auto* signing = std::get_if<SignTeam>(&request)) {
        sign_team(*signing);
    } else if (const auto* people = std::get_if<AskPeople>(&request)) {
        post_(find_->answer(*people));
    } else if (std::holds_alternative<Wipe>(request)) {
        find_->forget();
    } else if (const auto* team = std::get_if<AskTeamTimes>(&request)) {
        post_(TeamTimesAnswered{team->activity, desk.team_times(*team)});
    } else if (const auto* asked = std::get_if<AskCorrection>(&request)) {
        auto line = desk.dispute(*asked);
        post_(CorrectionStored{asked->event, line ? std::optional(std::move(line).value()) : std::nullopt});
    } else if (const auto* claim = std::get_if<ClaimItems>(&request)) {
        post_(ClaimRecorded{claim_items(desk, *claim)});
    } else if (const auto* contact = std::get_if<SyncReport>(&request)) {
        hear(*contact);
    } else if (const auto* done = std::get_if<StickDone>(&request)) {
        hear(*done);
    } else if (const auto* call = std::get_if<CallStaff>(&request)) {
        (void)desk.note({draft_of(StaffCalled{std::string(token(call->reason)), call->serial})});
    } else if (const auto* test = std::get_if<RecordSelfTest>(&request)) {
        (void)desk.note({draft_of(KioskTested{std::string(token(test->occasion)), test->results})});
    } else if (std::holds_alternative<PrintTestPage>(request)) {
        if (!papers_->send_sheet(test_page_order(*desk_)))
            post_(SheetReported{PaperStage::failed, PrintTrouble::too_many});
    }
}

void DeskThread::answer_staff(const StaffRequest& request) {
    if (!staff_) {
        post_(StaffAnswer{StaffTurnedAway{PinNotice::no_check, 0, 0}});
        return;
    }
    if (auto answer = staff_->answer(request)) post_(std::move(*answer));
    tell_home();
}

void DeskThread::tell_paper(SlipSerial serial, const Result<PaperState>& state) {
    post_(PaperReported{serial, state ? *state : PaperState::unrecorded});
}

// What is known at once is told at once; the log takes its time.
void DeskThread::begin_check() {
    check_again_ = desk_ == nullptr;
    if (desk_ == nullptr) {
        post_(MachineChecked{unopened_report()});
        return;
    }
    check_.emplace(*desk_, options_.folder.string());
    post_(MachineChecked{check_->report()});
}

void DeskThread::step_check() {
    check_->step();
    if (!check_->done()) return;
    post_(MachineChecked{check_->report()});
    check_.reset();
    scrubbed_day_ = desk_->clock().now().wall.value / ms_per_day;
}

// A word that cannot be recorded is as good as lost: the paper stays on the list, and at worst comes out
// twice, marked (fault 34).
void DeskThread::hear(const PaperReport& report) {
    if (report.parts.empty()) {
        post_(SheetReported{report.stage, report.trouble});
        return;
    }
    (void)papers_->heard(report);
    if (staff_ && report.stage != PaperStage::accepted) {
        if (auto changed = staff_->papers_changed()) post_(std::move(*changed));
    }
    if (report.stage == PaperStage::printed || report.parts.size() != 1) return;
    const PaperState state = report.stage == PaperStage::accepted ? PaperState::accepted : PaperState::queued;
    const auto& serial = report.parts.front().who.serial;
    if (serial) post_(PaperReported{*serial, state});
}

void DeskThread::answer_scan(const SubmitScan& request) {
    if (desk_ == nullptr) {
        ScanAnswer answer;
        answer.outcome = Outcome::store_failed;
        answer.problem = problem_->text();
        post_(ScanAnswered{request.ticket, std::move(answer)});
        return;
    }
    if (request.purpose == ScanPurpose::show_record) {
        if (auto record = desk_->desk().record(request)) {
            post_(RecordAnswered{request.ticket, std::move(record).value()});
            return;
        }
    }
    if (event_) {
        if (auto team = event_->team_for(request)) {
            post_(TeamOpened{request.ticket, std::move(*team)});
            return;
        }
    }
    if (request.purpose == ScanPurpose::claim) {
        if (auto claim = open_claim(desk_->desk(), request)) {
            post_(ClaimAnswered{request.ticket, std::move(claim).value()});
            return;
        }
    }
    ScanAnswer answer = desk_->desk().scan(request);
    const auto serial = answer.serial;
    post_(ScanAnswered{request.ticket, std::move(answer)});
    tell_event(serial);
}

void DeskThread::watch(const WatchEvent& request) {
    event_.reset();
    watched_ = request.activity;
    if (!request.activity) return;
    // A store that cannot be read shows at the next scan; the screen keeps what it has.
    if (auto event = EventDesk::watch(*desk_, *request.activity)) event_ = std::move(event).value();
    tell_event();
}

void DeskThread::resume_event() {
    if (desk_ == nullptr) return;
    const Desk& desk = desk_->desk();
    const bool known = desk.clock_doubt() == ClockDoubt::none;
    const auto activity =
        kept_event(options_.folder, desk.community(), known ? std::optional(desk.now()) : std::nullopt);
    if (!activity) {
        // Of another day: it is not to come back on a day when the clock is lost.
        if (known) (void)keep_event(options_.folder, std::nullopt);
        return;
    }
    auto event = EventDesk::watch(*desk_, *activity);
    if (!event || !*event) return;
    watched_ = activity;
    event_ = *std::move(event);
    post_(EventResumed{event_->view()});
}

void DeskThread::tell_event(std::optional<SlipSerial> changed) {
    if (!event_) return;
    if (changed && !event_->refresh(*changed)) return;
    post_(EventChanged{event_->view()});
}

void DeskThread::sign_team(const SignTeam& request) {
    if (!event_) {
        post_(TeamSigned{});
        return;
    }
    TeamSigned signed_team;
    signed_team.stored = event_->sign(request).ok();
    signed_team.people = event_->team(request.leader, {}).people;
    post_(std::move(signed_team));
    tell_event();
    tell_home();
}

void DeskThread::tell_home() {
    if (desk_ == nullptr) return;
    told_minute_ = desk_->clock().now().wall.value / ms_per_minute;
    HomeView home = desk_->desk().home();
    home.network = link_.network();
    home.link = link_.view(*desk_);
    post_(HomeChanged{std::move(home)});
}

// A sign-in at the other window is known here from now on.
void DeskThread::answer_sync(const Ask& wish) {
    if (desk_ == nullptr) return sync_->done(tell::LocalTrouble{});
    auto done = link_.do_wish(*desk_, wish);
    sync_->done(std::move(done.told));
    const bool acknowledged = std::holds_alternative<ask::Acknowledge>(wish);
    if (!done.news.empty() || acknowledged) take_in(done.news);
}

void DeskThread::take_in(const std::vector<Entry>& news) {
    bool here = false;  // something at the event that the screen shows
    for (const Entry& entry : news) {
        if (staff_) staff_->take_in(entry);
        here = here || (watched_ && entry.event.activity == watched_);
    }
    if (here) watch({watched_});
    tell_home();
}

void DeskThread::hear(const StickDone& done) {
    const auto taken = link_.stick_done(*desk_, done);
    take_in(taken.news);
    post_(StaffAnswer{CourierAnswered{taken.told}});
}

void DeskThread::hear(const SyncReport& report) {
    link_.hear(*desk_, report);
    tell_home();
}

void DeskThread::tell_sync() {
    if (sync_ == nullptr || desk_ == nullptr) return;
    const auto last = desk_->journal().last_own();
    if (last == told_record_) return;
    told_record_ = last;
    sync_->recorded();
}

std::optional<LogIdentity> DeskThread::identity() const {
    const std::lock_guard lock(identity_lock_);
    return identity_;
}

// Activities begin and end by the minute; the store mends and checks itself in small steps.
void DeskThread::idle() {
    if (desk_ == nullptr) {
        if (!open()) return;
        tell_home();
        if (check_again_) begin_check();
        return;
    }
    if (desk_->clock().now().wall.value / ms_per_minute != told_minute_) tell_home();
    (void)desk_->journal().tend();
    if (staff_) staff_->tend();
    // Without the readings of names nobody is found by name; the cadre helps.
    (void)find_->prepare();
    const std::int64_t today = desk_->clock().now().wall.value / ms_per_day;
    if (scrubbed_day_ == today) return;
    // Damage found here shows in the journal's health, and the next start mends it.
    const auto scrubbed = desk_->journal().scrub(scrubbed_per_step);
    if (!scrubbed || scrubbed->complete) scrubbed_day_ = today;
}

}  // namespace baodao
