// SPDX-License-Identifier: MIT
#include "tests/ui/canned_pages.hpp"

namespace baodao::test {
namespace {

LocalDate canned_today() {
    return local_date(canned_time(12, 0), canned_home().offset);
}

Model staffed(StaffPage page) {
    Model model = canned_model();
    model.screen = Screen::staff;
    model.wall = canned_time(11, 42);
    model.staff = StaffState{"周敏", model.now, false, std::move(page)};
    return model;
}

ActivityPage canned_activities() {
    ActivityPage page;
    page.rows.emplace();
    for (const ActivityView& view : canned_home().today) {
        ActivityRow row;
        row.activity = view;
        row.running = row.opened = page.rows->empty();
        row.still_here = page.rows->empty() ? 6 : 0;
        page.rows->push_back(row);
    }
    return page;
}

AnswerPage canned_answers() {
    AnswerPage page;
    page.list.emplace();
    OpenCorrection first;
    first.name = "陈建国";
    first.asked = canned_time(11, 31);
    first.wrong = Wrong::out_time;
    first.end = canned_time(11, 20);
    first.service = canned_record().services[1];
    first.service.planned_start = canned_time(9, 0);
    first.service.planned_end = canned_time(11, 30);
    first.minutes_then = 139;
    first.team.out = canned_time(11, 15);
    first.confirmed_short = true;
    OpenCorrection second = first;
    second.name = "曹志勇";
    second.wrong = Wrong::missing;
    second.end.reset();
    page.list->open = {first, second};
    page.list->answered.push_back(
        {"陈建国", "防汛物资清点", canned_time(9, 0), true, canned_time(10, 0), true});
    page.basis = Basis::teammates;
    return page;
}

BackEntryPage canned_back_entry() {
    BackEntryPage page;
    page.form.emplace();
    page.form->today = canned_today();
    page.form->offset = canned_home().offset;
    for (const char* kind : {"上门服务", "结对走访", "河道巡护清洁", "其他活动", "邻里代购"})
        page.form->kinds.push_back({kind, {}, {}, {SlipSerial{1}}});
    const char* names[] = {"曹志勇", "陈建国", "董国平", "高淑珍", "何玉兰", "刘秀英", "马志强",
                           "彭桂芳", "孙丽华", "吴永年", "徐亮",   "赵文博", "周雪"};
    for (int i = 0; i < 13; ++i)
        page.form->people.push_back({SlipSerial{static_cast<std::uint64_t>(i + 1)}, names[i]});
    page.form->sheets = {1, 2};
    page.draft.kind = 2;
    page.draft.day = LocalDate{page.form->today.days - 1};
    page.draft.reason = EntryReason::outside;
    page.draft.sheet = 3;
    for (int i = 1; i <= 10; ++i) page.draft.people.push_back(SlipSerial{static_cast<std::uint64_t>(i)});
    return page;
}

}  // namespace

void add_work_pages(std::vector<CannedScreen>& screens) {
    add_self_tests(screens);
    add_waiting_pages(screens);
    screens.push_back({"17s-staff-activities", staffed(canned_activities())});
    ActivityPage closing = canned_activities();
    closing.closing = ActivityId{1};
    screens.push_back({"17t-staff-close", staffed(closing)});
    screens.push_back({"18b-staff-answer", staffed(canned_answers())});
    AnswerPage none;
    none.list.emplace();
    screens.push_back({"18bx-staff-no-answer", staffed(none)});
    screens.push_back({"19-staff-back-entry", staffed(canned_back_entry())});
    BackEntryPage again = canned_back_entry();
    again.sheet_asked = true;
    screens.push_back({"19a-staff-sheet-again", staffed(again)});
}

}  // namespace baodao::test
