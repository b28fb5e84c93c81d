// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_desk.hpp"

#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_staff.hpp"
#include "kiosk/app/activity_desk.hpp"
#include "kiosk/app/answer_desk.hpp"
#include "kiosk/app/back_entry_desk.hpp"
#include "kiosk/app/day_desk.hpp"
#include "kiosk/app/deputy_desk.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/office_orders.hpp"
#include "kiosk/app/settings_desk.hpp"
#include "kiosk/app/staff_card.hpp"
#include "kiosk/app/waiting_desk.hpp"

namespace baodao {

namespace {

PinNotice notice_of(DoorAnswer answer) {
    switch (answer) {
        case DoorAnswer::wrong:
            return PinNotice::wrong;
        case DoorAnswer::locked:
            return PinNotice::locked;
        case DoorAnswer::no_pin:
            return PinNotice::no_pin;
        case DoorAnswer::deputy_day:
            return PinNotice::deputy_day;
        case DoorAnswer::deputy_clock:
            return PinNotice::deputy_clock;
        case DoorAnswer::open:
        case DoorAnswer::open_deputy:
        case DoorAnswer::no_check:
            break;
    }
    return PinNotice::no_check;
}

}  // namespace

Result<StaffDesk> StaffDesk::open(OpenedDesk& opened, const std::filesystem::path& folder) {
    auto door = StaffDoor::open(folder, opened.installation().community, opened.clock(), opened.random());
    if (!door) return door.error();
    return StaffDesk(opened, std::move(door).value(), folder);
}

struct StaffDesk::Answering {
    using Answer = std::optional<StaffAnswer>;
    StaffDesk& desk;

    // ---- at the door
    Answer operator()(const TryPin& request) const {
        const DoorAnswer answer = desk.door_.try_pin(request.pin, desk.believed_today());
        const bool deputy = answer == DoorAnswer::open_deputy;
        if (answer != DoorAnswer::open && !deputy) return desk.turn_away("pin", answer);
        const CommunityState& community = desk.opened_->desk().community();
        // A deputy without a PIN of her own comes in by the cadre's.
        const bool cadre_herself = !deputy && desk.door_.deputy();
        std::string name =
            cadre_herself ? community.settings().contact_name : community.contact(desk.today()).name;
        return desk.admit(deputy ? "deputy" : "pin", {{ActorKind::staff, 0}, deputy}, std::move(name));
    }
    Answer operator()(const TryStaffCard& request) const {
        const auto read = read_staff_card(request.text, desk.opened_->installation(), desk.today(),
                                          desk.opened_->journal());
        if (std::holds_alternative<OtherPaper>(read)) return NotAStaffCard{request.text, request.by_camera};
        if (const auto* refused = std::get_if<RefusedStaffCard>(&read)) {
            (void)desk.note(draft_of(StaffDenied{"card", 0, false, std::string(refused->why)}));
            return StaffTurnedAway{PinNotice::card_refused, desk.door_.tries_left(), 0};
        }
        const StaffCard& card = std::get<StaffCard>(read);
        const auto contact = desk.opened_->desk().community().contact(desk.today());
        return desk.admit("card", {{ActorKind::staff, card.serial.value}, false},
                          card.name.empty() ? contact.name : card.name);
    }
    Answer operator()(const AskChallenge&) const {
        auto digits = desk.door_.challenge();
        if (!digits) return desk.turn_away("reset", DoorAnswer::no_check);
        return ChallengeGiven{std::move(digits).value()};
    }
    Answer operator()(const TryResetCode& request) const {
        const DoorAnswer answer = desk.door_.try_reset_code(request.code);
        if (answer != DoorAnswer::open) return desk.turn_away("reset", answer);
        desk.may_set_pin_ = true;
        return ResetAdmitted{};
    }
    Answer operator()(const SetPin& request) const {
        if (!desk.may_set_pin_ && (!desk.session_ || desk.session_->deputy)) return std::nullopt;
        if (auto set = desk.door_.set_pin(request.pin); !set) {
            if (set.error().kind == ErrorKind::bad_input) return PinWasSet{PinNotice::easy};
            return StaffFailed{set.error().text()};
        }
        const char* how = desk.may_set_pin_ ? "reset" : "changed";
        desk.may_set_pin_ = false;
        if (auto noted = desk.note(draft_of(StaffPinSet{how})); !noted)
            return StaffFailed{noted.error().text()};
        return PinWasSet{PinNotice::changed};
    }
    Answer operator()(const LeaveStaff& request) const {
        desk.may_set_pin_ = false;
        if (!desk.session_) return std::nullopt;
        (void)desk.note(draft_of(StaffLeft{std::string(request.why)}));
        desk.canvas_.reset();
        desk.session_.reset();
        if (desk.walk_in_) desk.walk_in_->forget();
        desk.board_.forget();
        return std::nullopt;
    }

    // ---- inside
    Answer operator()(const AskBoard&) const {
        if (!desk.session_) return std::nullopt;
        return desk.board();
    }
    Answer operator()(const ConfirmEnd& request) const {
        if (!desk.session_) return std::nullopt;
        const AttendanceConfirmed body{request.who, request.event, request.end};
        if (auto noted = desk.note(draft_of(body)); !noted) return StaffFailed{noted.error().text()};
        return desk.board();
    }
    Answer operator()(const AnswerCall& request) const {
        if (!desk.session_) return std::nullopt;
        const StaffCallAnswered body{request.call, request.serial};
        if (auto noted = desk.note(draft_of(body)); !noted) return StaffFailed{noted.error().text()};
        return desk.board();
    }
    // ---- 活动
    Answer operator()(const AskActivities&) const {
        if (!desk.session_) return std::nullopt;
        return ActivitiesAnswered{activity_rows(*desk.opened_)};
    }
    Answer operator()(const OpenActivity& request) const {
        if (!desk.session_) return std::nullopt;
        auto noted = desk.note(opening_drafts(*desk.opened_, request.activity));
        if (!noted) return StaffFailed{noted.error().text()};
        return ActivityStarted{request.activity};
    }
    Answer operator()(const OpenUnplanned&) const {
        if (!desk.session_) return std::nullopt;
        const ActivityId id{desk.opened_->random().next_u64()};
        auto noted = desk.note(unplanned_drafts(*desk.opened_, id));
        if (!noted) return StaffFailed{noted.error().text()};
        return ActivityStarted{id};
    }
    Answer operator()(const CloseActivity& request) const {
        if (!desk.session_) return std::nullopt;
        auto noted = desk.note(closing_drafts(*desk.opened_, request.activity));
        if (!noted) return StaffFailed{noted.error().text()};
        return ActivitiesAnswered{activity_rows(*desk.opened_)};
    }

    // ---- 申请更正
    Answer operator()(const AskCorrections&) const {
        if (!desk.session_) return std::nullopt;
        auto list = correction_list(*desk.opened_);
        if (!list) return StaffFailed{list.error().text()};
        return CorrectionsAnswered{std::move(list).value()};
    }
    Answer operator()(const AnswerCorrection& request) const {
        if (!desk.session_) return std::nullopt;
        if (auto noted = desk.note(answer_drafts(request)); !noted) return StaffFailed{noted.error().text()};
        return (*this)(AskCorrections{});
    }

    // ---- 补录
    Answer operator()(const AskBackEntry&) const {
        if (!desk.session_) return std::nullopt;
        auto form = back_entry_form(*desk.opened_);
        if (!form) return StaffFailed{form.error().text()};
        if (desk.find_ != nullptr && desk.find_->prepare().ok()) {
            for (EntryPerson& person : form->people) person.sound = desk.find_->sound(person.name);
        }
        return BackEntryAnswered{std::move(form).value()};
    }
    Answer operator()(const RecordEntry& request) const {
        if (!desk.session_) return std::nullopt;
        const ActivityId id{desk.opened_->random().next_u64()};
        if (auto noted = desk.note(entry_drafts(request, id)); !noted)
            return StaffFailed{noted.error().text()};
        return EntryRecorded{request.people.size()};
    }
    // ---- 待办明细
    Answer operator()(const AskWaiting&) const {
        if (!desk.session_) return std::nullopt;
        auto board = desk.waiting();
        if (!board) return StaffFailed{board.error().text()};
        return WaitingAnswered{std::move(board).value()};
    }
    Answer operator()(const KeepRecord& request) const {
        if (!desk.session_) return std::nullopt;
        if (auto settled = desk.opened_->journal().settle(request.event); !settled)
            return StaffFailed{settled.error().text()};
        return (*this)(AskWaiting{});
    }
    Answer operator()(const VoidRecord& request) const {
        if (!desk.session_) return std::nullopt;
        auto draft = void_draft(*desk.opened_, request.event);
        if (!draft) return StaffFailed{draft.error().text()};
        if (auto noted = desk.note(std::move(draft).value()); !noted)
            return StaffFailed{noted.error().text()};
        return (*this)(KeepRecord{request.event});
    }
    Answer operator()(const PrintWaiting& request) const {
        if (!desk.session_ || desk.papers_ == nullptr) return std::nullopt;
        const auto board = desk.waiting();
        if (!board) return StaffFailed{board.error().text()};
        return desk.sheet(waiting_order(*desk.opened_, *board), request.to_stick);
    }

    // ---- 代为登记
    Answer operator()(const AskWords& request) const {
        if (!desk.session_ || !desk.walk_in_) return std::nullopt;
        return desk.walk_in_->words(request);
    }
    Answer operator()(const AskWalkIn&) const {
        if (!desk.session_ || !desk.walk_in_) return std::nullopt;
        auto form = desk.walk_in_->form();
        if (!form) return StaffFailed{form.error().text()};
        return WalkInAnswered{std::move(form).value()};
    }
    Answer operator()(const RegisterWalkIn& request) const {
        if (!desk.session_ || !desk.walk_in_ || desk.papers_ == nullptr) return std::nullopt;
        auto entered = desk.walk_in_->enter(request, *desk.papers_, desk.session_->actor);
        if (!entered) return StaffFailed{entered.error().text()};
        if (auto* same = std::get_if<SameNamesFound>(&*entered)) return std::move(*same);
        return WalkInRegistered{std::get<WalkInDone>(std::move(*entered))};
    }
    Answer operator()(const RegisterListed& request) const {
        if (!desk.session_ || !desk.walk_in_ || desk.papers_ == nullptr) return std::nullopt;
        auto done = desk.walk_in_->enter(request, *desk.papers_, desk.session_->actor);
        if (!done) return StaffFailed{done.error().text()};
        return WalkInRegistered{std::move(done).value()};
    }

    // ---- 代班人
    Answer operator()(const AskDeputy&) const {
        if (!desk.session_) return std::nullopt;
        return DeputyAnswered{deputy_board(desk.opened_->desk().community(), desk.door_, desk.today()),
                              false};
    }
    Answer operator()(const NameDeputy& request) const {
        if (!desk.session_) return std::nullopt;
        if (desk.session_->deputy) return DeputyRefused{DeputyNotice::cadre_only};
        if (const auto refused = desk.door_.deputy_refusal(request.pin)) return DeputyRefused{*refused};
        // The name stands in the log before her PIN opens anything.
        if (auto noted = desk.note(draft_of(deputy_of(request))); !noted)
            return StaffFailed{noted.error().text()};
        if (auto set = desk.door_.set_deputy(request.pin, request.first, request.last); !set)
            return StaffFailed{set.error().text()};
        return DeputyAnswered{deputy_board(desk.opened_->desk().community(), desk.door_, desk.today()), true};
    }
    Answer operator()(const EndDeputy&) const {
        if (!desk.session_) return std::nullopt;
        if (desk.session_->deputy) return DeputyRefused{DeputyNotice::cadre_only};
        // Her PIN first: if the rest fails, nobody comes in by it any more.
        if (auto ended = desk.door_.end_deputy(); !ended) return StaffFailed{ended.error().text()};
        if (auto noted = desk.note(ending_drafts(desk.opened_->desk().community(), desk.today())); !noted)
            return StaffFailed{noted.error().text()};
        return DeputyAnswered{deputy_board(desk.opened_->desk().community(), desk.door_, desk.today()), true};
    }

    // ---- 设置
    Answer operator()(const AskSettings&) const {
        if (!desk.session_) return std::nullopt;
        return SettingsAnswered{machine_facts(*desk.opened_, desk.folder_)};
    }
    Answer operator()(const SaveChoices& request) const {
        if (!desk.session_) return std::nullopt;
        if (auto saved = save_choices(request.choices, desk.folder_); !saved)
            return StaffFailed{saved.error().text()};
        return std::nullopt;
    }
    Answer operator()(const PrintSettings& request) const {
        if (!desk.session_ || desk.papers_ == nullptr) return std::nullopt;
        OfficeSheet sheet = office_sheet(*desk.opened_, "设置单");
        sheet.sections = settings_sections(machine_facts(*desk.opened_, desk.folder_), request);
        return desk.sheet(office_order(std::move(sheet)), request.to_stick);
    }

    // ---- 总部
    Answer operator()(const JoinWith& request) const {
        if (!desk.session_ || desk.link_ == nullptr) return std::nullopt;
        return JoinAnswered{desk.link_->join(request.text)};
    }
    Answer operator()(const StopJoining&) const {
        if (!desk.session_ || desk.link_ == nullptr) return std::nullopt;
        desk.link_->stop_joining();
        return std::nullopt;
    }
    Answer operator()(const CarryOut&) const {
        if (!desk.session_ || desk.link_ == nullptr) return std::nullopt;
        return courier(desk.link_->carry_out(*desk.opened_));
    }
    Answer operator()(const BringIn&) const {
        if (!desk.session_ || desk.link_ == nullptr) return std::nullopt;
        return courier(desk.link_->bring_in(*desk.opened_));
    }
    static Answer courier(const std::optional<CourierNews>& news) {
        if (!news) return std::nullopt;
        return CourierAnswered{*news};
    }

    // ---- 日结
    Answer operator()(const AskDay&) const {
        if (!desk.session_) return std::nullopt;
        const auto board = desk.board_.make();
        if (!board) return StaffFailed{board.error().text()};
        auto day = day_board(*desk.opened_, *board);
        if (!day) return StaffFailed{day.error().text()};
        return DayAnswered{std::move(day).value()};
    }
    Answer operator()(const CloseDay& request) const {
        if (!desk.session_ || desk.papers_ == nullptr) return std::nullopt;
        const auto board = desk.board_.make();
        if (!board) return StaffFailed{board.error().text()};
        auto closing = close_day(*desk.opened_, *board);
        if (!closing) return StaffFailed{closing.error().text()};
        // Recorded first: a paper with a head that no event names would prove nothing.
        if (auto noted = desk.note(std::move(closing->closed)); !noted)
            return StaffFailed{noted.error().text()};
        return desk.sheet(std::move(closing->sheet), request.to_stick);
    }
    Answer operator()(const SettleEvent& request) const {
        if (!desk.session_) return std::nullopt;
        if (auto settled = desk.opened_->journal().settle(request.event); !settled)
            return StaffFailed{settled.error().text()};
        return desk.board();
    }
    Answer operator()(const AskPapers&) const {
        if (!desk.session_) return std::nullopt;
        return desk.papers(std::nullopt);
    }
    Answer operator()(const PrintAgain& request) const {
        if (!desk.session_ || desk.papers_ == nullptr) return std::nullopt;
        return desk.papers(
            desk.papers_->again(request.job, request.to_stick ? PaperWay::stick : PaperWay::printer));
    }
    Answer operator()(const LookAtSheet& request) const {
        if (!desk.session_ || desk.papers_ == nullptr) return std::nullopt;
        if (!desk.canvas_) desk.canvas_ = std::make_unique<PdfCanvas>();
        auto view = look_at_sheet(*desk.opened_, *desk.papers_, *desk.canvas_, request);
        if (!view) return StaffFailed{view.error().text()};
        return SheetLooked{request, std::move(view).value()};
    }
    Answer operator()(const PrintBatch& request) const {
        if (!desk.session_ || desk.papers_ == nullptr) return std::nullopt;
        return desk.papers(print_batch(*desk.opened_, *desk.papers_, request));
    }
};

Result<WaitingBoard> StaffDesk::waiting() {
    const auto board = board_.make();
    if (!board) return board.error();
    return waiting_board(*opened_, *board, papers_);
}

StaffAnswer StaffDesk::sheet(PaperOrder order, bool to_stick) {
    order.way = to_stick ? PaperWay::stick : PaperWay::printer;
    return SheetAsked{papers_->send_sheet(std::move(order))};
}

std::optional<StaffAnswer> StaffDesk::papers_changed() {
    return session_ ? papers(std::nullopt) : std::nullopt;
}

std::optional<StaffAnswer> StaffDesk::papers(const std::optional<Result<PaperState>>& asked) {
    if (papers_ == nullptr) return std::nullopt;
    if (asked && !*asked) return StaffFailed{asked->error().text()};
    auto board = print_board(*opened_, *papers_);
    if (!board) return StaffFailed{board.error().text()};
    PapersAnswered answer{std::move(board).value(), std::nullopt};
    if (asked) answer.asked = **asked == PaperState::sent ? PaperAsked::sent : PaperAsked::waits;
    return answer;
}

std::optional<StaffAnswer> StaffDesk::answer(const StaffRequest& request) {
    return std::visit(Answering{*this}, request);
}

StaffAnswer StaffDesk::admit(std::string_view how, Session session, std::string name) {
    session_ = session;
    // Who comes in is recorded first: nothing is done on the staff side by nobody.
    if (auto noted = note(draft_of(StaffEntered{std::string(how)})); !noted) {
        session_.reset();
        return StaffTurnedAway{PinNotice::no_check, door_.tries_left(), 0};
    }
    return StaffAdmitted{std::move(name)};
}

StaffAnswer StaffDesk::turn_away(std::string_view how, DoorAnswer answer) {
    const std::int64_t left = door_.lock_left_ms();
    const bool known_deputy = answer == DoorAnswer::deputy_day || answer == DoorAnswer::deputy_clock;
    if (answer == DoorAnswer::wrong || known_deputy)
        (void)note(draft_of(StaffDenied{std::string(how), door_.tries(), left > 0}));
    return StaffTurnedAway{notice_of(answer), door_.tries_left(), left};
}

StaffAnswer StaffDesk::board() {
    auto board = board_.make();
    if (!board) return StaffFailed{board.error().text()};
    return BoardAnswered{std::move(board).value()};
}

Status StaffDesk::note(Draft draft) {
    std::vector<Draft> drafts;
    drafts.push_back(std::move(draft));
    return note(std::move(drafts));
}

Status StaffDesk::note(std::vector<Draft> drafts) {
    if (drafts.empty()) return {};
    for (Draft& draft : drafts) {
        if (session_) draft.event.actor = session_->actor;
    }
    return opened_->desk().note(std::move(drafts));
}

std::optional<LocalDate> StaffDesk::believed_today() const {
    return opened_->desk().clock_doubt() == ClockDoubt::none ? std::optional(today()) : std::nullopt;
}

LocalDate StaffDesk::today() const {
    return local_date(opened_->desk().now(), opened_->desk().community().offset());
}

}  // namespace baodao
