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

WalkInPage canned_walk_in() {
    WalkInPage page;
    page.form.emplace();
    page.form->agencies = {"农商行云溪支行", "派出所",   "镇中心学校", "镇卫生院",
                           "镇政府机关",     "镇水利站", "镇财政所"};
    page.form->branches["镇政府机关"] = {"镇机关第一党支部", "镇机关第二党支部"};
    page.text(WalkInField::name) = "徐";
    page.entry.letters = "xiaowei";
    page.entry.words = {{"小伟", 7}, {"晓薇", 7}, {"小", 4}, {"晓", 4}, {"肖", 4},
                        {"笑", 4},   {"萧", 4},   {"校", 4}, {"孝", 4}};
    return page;
}

void add_walk_in(std::vector<CannedScreen>& screens) {
    screens.push_back({"07a-staff-walk-in", staffed(canned_walk_in())});
    WalkInPage filled = canned_walk_in();
    filled.entry = {};
    filled.text(WalkInField::name) = "徐晓薇";
    filled.text(WalkInField::agency) = "农商行云溪支行";
    filled.text(WalkInField::branch) = "农商行云溪支行党支部";
    filled.text(WalkInField::phone) = "0426";
    filled.field = WalkInField::phone;
    screens.push_back({"07aa-staff-walk-in-ready", staffed(filled)});
    WalkInPage missing = filled;
    missing.field = WalkInField::branch;
    missing.text(WalkInField::phone) = "04";
    missing.entry.no_dictionary = true;
    screens.push_back({"07ab-staff-walk-in-no-dictionary", staffed(missing)});
    WalkInPage list = filled;
    list.field = WalkInField::agency;
    list.list_shown = true;
    screens.push_back({"07ac-staff-walk-in-units", staffed(list)});
    WalkInPage same = filled;
    same.same = {{SlipSerial{1}, "徐晓薇", "农商行云溪支行", "农商行云溪支行党支部", true},
                 {SlipSerial{2}, "徐晓薇", "镇卫生院", "镇卫生院党支部", false}};
    screens.push_back({"07ad-staff-walk-in-same", staffed(same)});
    for (const auto& [name, done] :
         {std::pair("07ae-staff-walk-in-done",
                    WalkInDone{WalkInDone::State::registered, "徐晓薇", "枫林A-0041", true}),
          std::pair("07af-staff-walk-in-waits",
                    WalkInDone{WalkInDone::State::registered, "徐晓薇", "枫林A-0041", false}),
          std::pair("07ag-staff-walk-in-before",
                    WalkInDone{WalkInDone::State::before, "徐晓薇", "枫林A-0007", false}),
          std::pair("07ah-staff-walk-in-refused",
                    WalkInDone{WalkInDone::State::refused, "徐晓薇", {}, false})}) {
        WalkInPage over;
        over.done = done;
        screens.push_back({name, staffed(over)});
    }
}

DeputyPage canned_deputy() {
    DeputyPage page;
    page.board = DeputyBoard{std::nullopt, canned_today()};
    page.first = canned_today();
    page.last = LocalDate{canned_today().days + 6};
    return page;
}

void add_deputy(std::vector<CannedScreen>& screens) {
    screens.push_back({"09b-staff-deputy", staffed(canned_deputy())});
    DeputyPage named = canned_deputy();
    named.board->named = DeputyView{"王丽华", "6612 0444", named.first, named.last, true};
    named.text(DeputyField::name) = "欧阳清";
    named.text(DeputyField::phone) = "13800000000";
    named.text(DeputyField::pin) = "830416";
    named.field = DeputyField::pin;
    screens.push_back({"09ba-staff-deputy-named", staffed(named)});
    named.board->named->may_enter = false;
    screens.push_back({"09bb-staff-deputy-no-pin", staffed(named)});
    for (const auto& [name, notice] : {std::pair("09bc-staff-deputy-easy", DeputyNotice::easy_pin),
                                       std::pair("09bd-staff-deputy-same", DeputyNotice::same_pin),
                                       std::pair("09be-staff-deputy-cadre-only", DeputyNotice::cadre_only)}) {
        named.notice = notice;
        screens.push_back({name, staffed(named)});
    }
}

Model canned_settings() {
    SettingsPage page;
    page.facts = MachineFacts{"云溪镇枫林社区", "枫林社区窗口终端 A", "0.1", 2318, 3, 51'200};
    Model model = staffed(page);
    model.choices.quiet_from = {21 * 60};
    model.choices.quiet_to = {8 * 60};
    return model;
}

}  // namespace

void add_work_pages(std::vector<CannedScreen>& screens) {
    add_self_tests(screens);
    add_waiting_pages(screens);
    add_walk_in(screens);
    add_deputy(screens);
    screens.push_back({"09c-staff-settings", canned_settings()});
    add_link_pages(screens);
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
    BackEntryPage nobody = canned_back_entry();
    for (EntryPerson& person : nobody.form->people) person.sound = {{"chen"}, {"guo"}, {"ping"}};
    nobody.name_keys = "YYY";
    screens.push_back({"19b-staff-entry-nobody", staffed(nobody)});
}

}  // namespace baodao::test
