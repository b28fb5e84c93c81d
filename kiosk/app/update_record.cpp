// SPDX-License-Identifier: MIT
// 我的记录, the events behind its figures, and 申请更正.
#include <algorithm>

#include "kiosk/app/record_lines.hpp"
#include "kiosk/app/update_parts.hpp"

namespace baodao::update_parts {
namespace {

constexpr std::int64_t step_minutes = 5;

void open(Model& model, RecordOpened opened) {
    if (!model.visit || !model.visit->record) return;
    model.visit->opened = opened;
    show(model, Screen::record_lines);
}

// What she most likely means: the recorded time, else the plan's.
UtcMillis first_guess(const ServiceView& view, Wrong wrong) {
    const Service& service = view.service;
    if (wrong == Wrong::in_time) return service.started.value_or(view.planned_start.value_or(UtcMillis{}));
    if (service.ended) return *service.ended;
    if (service.proposed_end) return *service.proposed_end;
    return view.planned_end.value_or(service.started.value_or(UtcMillis{}));
}

UtcMillis within(const CorrectState& correct, UtcMillis now, UtcMillis time) {
    const Service& service = correct.service.service;
    const UtcMillis around = service.started.value_or(now);
    UtcMillis first = around + (-12 * ms_per_hour);
    UtcMillis last = std::min(now, around + 24 * ms_per_hour);
    if (correct.wrong == Wrong::out_time) first = around;
    if (correct.wrong == Wrong::in_time && service.ended) last = *service.ended;
    return std::clamp(time, std::min(first, last), last);
}

void begin(Model& model, const ServiceView& service, SlipSerial serial, bool from_record, Effects& effects) {
    CorrectState correct;
    correct.serial = serial;
    correct.service = service;
    correct.from_record = from_record;
    model.visit->correct = std::move(correct);
    if (service.service.activity && service.service.started)
        effects.emplace_back(AskTeamTimes{serial, *service.service.activity, *service.service.started});
    show(model, Screen::correct);
}

struct Touched {
    Model& model;
    Effects& effects;

    void operator()(const FigureOpened& touch) const { open(model, {touch, 0}); }
    void operator()(const ServiceOpened& touch) const { open(model, {touch, 0}); }
    void operator()(const CorrectionBegun& touch) const {
        if (!model.visit || !model.visit->record) return;
        const RecordView& record = *model.visit->record;
        if (touch.service >= record.services.size()) return;
        const ServiceView& service = record.services[touch.service];
        if (service.objection_over || !objection_target(service)) return;
        begin(model, service, record.serial, true, effects);
    }
    void operator()(const WrongChosen& touch) const {
        if (CorrectState* correct = on_screen()) {
            correct->wrong = touch.wrong;
            correct->time = within(*correct, model.wall, first_guess(correct->service, touch.wrong));
        }
    }
    // Steps lead to whole five minutes, which is how people remember.
    void operator()(const TimeMoved& touch) const {
        CorrectState* correct = on_screen();
        if (correct == nullptr) return;
        const std::int64_t step = step_minutes * ms_per_minute;
        const std::int64_t past = correct->time.value % step;
        const std::int64_t moved = correct->time.value + touch.minutes * ms_per_minute;
        const std::int64_t whole = touch.minutes > 0 ? moved - past : moved + (past == 0 ? 0 : step - past);
        correct->time = within(*correct, model.wall, UtcMillis{whole});
    }
    void operator()(const TimeTaken& touch) const {
        if (CorrectState* correct = on_screen()) correct->time = within(*correct, model.wall, touch.time);
    }

  private:
    [[nodiscard]] CorrectState* on_screen() const {
        const bool there = model.screen == Screen::correct && model.visit && model.visit->correct;
        return there ? &*model.visit->correct : nullptr;
    }
};

}  // namespace

void on_record_touch(Model& model, const RecordTouch& touch, Effects& effects) {
    on_touch(model);
    std::visit(Touched{model, effects}, touch);
}

void turn_record_page(Model& model, int by) {
    if (!model.visit) return;
    if (model.screen == Screen::claim) return turn_claim_page(model, by);
    if (!model.visit->record) return;
    const bool lines = model.screen == Screen::record_lines && model.visit->opened;
    const std::size_t rows = lines ? record_lines(*model.visit->record, *model.visit->opened).size()
                                   : model.visit->record->services.size();
    const std::size_t on_page = lines ? record_lines_shown : record_rows;
    const std::size_t pages = std::max<std::size_t>(1, (rows + on_page - 1) / on_page);
    std::size_t& page = lines ? model.visit->opened->page : model.visit->record_page;
    const auto wanted = static_cast<std::ptrdiff_t>(page) + by;
    page = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(wanted, 0, static_cast<std::ptrdiff_t>(pages) - 1));
}

bool begin_correction(Model& model, Effects& effects) {
    if (!model.visit || !model.visit->answer.serial || !model.visit->answer.service) return false;
    const ServiceView service = *model.visit->answer.service;
    if (!objection_target(service)) return false;
    begin(model, service, *model.visit->answer.serial, false, effects);
    return true;
}

void send_correction(Model& model, Effects& effects) {
    if (model.screen != Screen::correct || !model.visit || !model.visit->correct) return;
    const CorrectState& correct = *model.visit->correct;
    const auto target = objection_target(correct.service);
    if (!correct.wrong || !target) return;
    AskCorrection asked{correct.serial, *target, std::string(token(*correct.wrong)), {}, {}};
    if (correct.wrong == Wrong::in_time) asked.start = correct.time;
    if (correct.wrong == Wrong::out_time) asked.end = correct.time;
    effects.emplace_back(std::move(asked));
    leave_correction(model, effects);
}

void on_team_times(Model& model, const TeamTimesAnswered& answered) {
    if (!model.visit || !model.visit->correct) return;
    CorrectState& correct = *model.visit->correct;
    if (correct.service.service.activity != answered.activity) return;
    correct.team_in = answered.times.in;
    correct.team_out = answered.times.out;
}

void on_correction_stored(Model& model, const CorrectionStored& answered) {
    say(model, answered.line ? Text::toast_correction_sent : Text::toast_correction_failed);
    if (!answered.line || !model.visit || !model.visit->record) return;
    for (ServiceView& view : model.visit->record->services) {
        if (objection_target(view) != answered.event) continue;
        view.service.marks.insert(Mark::disputed);
        view.events.push_back(*answered.line);
    }
}

void leave_correction(Model& model, Effects& effects) {
    if (model.visit && model.visit->correct && model.visit->correct->from_record) {
        model.visit->correct.reset();
        show(model, Screen::record);
    } else {
        go_home(model, effects);
    }
}

}  // namespace baodao::update_parts
