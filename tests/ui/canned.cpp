// SPDX-License-Identifier: MIT
#include "tests/ui/canned.hpp"

#include <utility>

#include "tests/ui/canned_pages.hpp"

namespace baodao::test {
namespace {

constexpr UtcOffset china{480};
constexpr CivilDate today{2026, 11, 22};

ActivityView river() {
    return {.id = ActivityId{1},
            .title = "河道巡护清洁",
            .post = "环境义务岗",
            .place = "清溪步道北门",
            .starts = canned_time(9, 0),
            .ends = canned_time(11, 30),
            .planned_people = 12,
            .present_people = 6,
            .claimed_people = 9};
}

HalfAccount half_with(HalfYear which, std::int64_t count, Duty duty) {
    HalfAccount half;
    half.half = which;
    half.count = count;
    half.duty = duty;
    half.due = last_day(which);
    return half;
}

YearAccount year_with(std::int64_t minutes, Duty hours) {
    YearAccount year;
    year.year = 2026;
    year.minutes = minutes;
    year.hours = hours;
    year.owed_minutes = hours == Duty::owed ? year_minutes_required - minutes : 0;
    year.due = date_from_civil({2026, 12, 31});
    year.halves[0] = half_with({2026, 1}, 2, Duty::done);
    year.halves[1] = half_with({2026, 2}, 1, Duty::done);
    return year;
}

ServiceView service_of(const ActivityView& activity, UtcMillis in, std::optional<UtcMillis> out) {
    ServiceView view;
    view.day = date_from_civil(today);
    view.service.started = in;
    view.service.ended = out;
    view.service.minutes = out ? (*out - in) / ms_per_minute : 0;
    if (!out) view.service.marks.insert(Mark::open);
    view.service.counted = true;
    view.service.days = {{*view.day, view.service.minutes}};
    view.title = activity.title;
    view.post = activity.post;
    view.place = activity.place;
    return view;
}

ServiceView past_service(CivilDate day, int from_hour, int from_minute, std::int64_t minutes) {
    ServiceView view;
    view.service.started = utc_from_civil(day, from_hour, from_minute, 0, china);
    view.service.ended = *view.service.started + minutes * ms_per_minute;
    view.service.minutes = minutes;
    view.service.counted = true;
    view.day = date_from_civil(day);
    view.service.days = {{*view.day, minutes}};
    view.reported = true;
    return view;
}

ScanAnswer answer_of(Outcome outcome, std::string name, std::string branch, UtcMillis at) {
    ScanAnswer answer;
    answer.outcome = outcome;
    answer.at = at;
    answer.serial = SlipSerial{7};
    answer.name = std::move(name);
    answer.branch = std::move(branch);
    answer.community = "云溪镇枫林社区";
    return answer;
}

Model showing(Screen screen, UtcMillis wall, std::int64_t shown_ms = 0) {
    Model model = canned_model();
    model.wall = wall;
    model.screen = screen;
    model.now = MonoMillis{100'000 + shown_ms};
    const std::int64_t length = timeout_ms(screen, false).value_or(0);
    if (length > 0) model.countdown = Countdown{MonoMillis{100'000 + length}, length};
    return model;
}

// Papers that did not come out, and batches to print.
Model staff_papers(bool waiting, std::size_t chosen) {
    Model model = showing(Screen::staff, canned_time(8, 40));
    PrintPage page;
    page.board = PrintBoard{
        {{1, PaperKind::receipt, "林晓燕", "枫林A-0195", canned_time(8, 31), true, ""},
         {2, PaperKind::receipt, "周国栋", "枫林A-0194", canned_time(8, 22), false, "no_paper"},
         {3, PaperKind::record, "买买提·吐尔逊", "枫林A-0042", canned_time(8, 5), false, ""},
         {4, PaperKind::card, "韩雪梅", "财政-2026-1-03", canned_time(8, 1), false, "stick_read_only"}},
        {{AgencyId{1}, 2026, BatchNumber{1}, "镇财政所", 8, 2, 0},
         {AgencyId{2}, 2026, BatchNumber{2}, "中心学校", 24, 24, 24},
         {AgencyId{3}, 2026, BatchNumber{1}, "派出所", 16, 0, 16}}};
    page.waiting_shown = waiting;
    if (!waiting) page.sheet = canned_sheet();
    for (std::size_t i = 0; i < chosen; ++i) page.chosen.push_back(page.sheet->slips[i + 2]);
    page.lost = chosen == 1;
    model.staff = StaffState{"周敏", model.now, false, page};
    return model;
}

Model answered(Screen screen, ScanAnswer answer, std::int64_t shown_ms = 0) {
    Model model = showing(screen, answer.at, shown_ms);
    model.visit = Turn{};
    model.visit->answer = std::move(answer);
    model.visit->shown_since = MonoMillis{100'000};
    if (model.visit->answer.claim) model.visit->claim = ClaimState{*model.visit->answer.claim, {}, 0, true};
    return model;
}

}  // namespace

UtcMillis canned_time(int hour, int minute) {
    return utc_from_civil(today, hour, minute, 0, china);
}

HomeView canned_home() {
    HomeView home;
    home.community = "枫林社区";
    home.contact = {"周敏", "6612 0319", false};
    home.window_hours = "每天 8:30–20:30";
    home.theme = ThemeView{"冬暖邻里", "敬老助困"};
    ActivityView shopping{.id = ActivityId{2},
                          .title = "邻里代购",
                          .post = "邻里互助岗",
                          .place = "社区服务站",
                          .starts = canned_time(14, 0),
                          .ends = canned_time(16, 0),
                          .planned_people = 6,
                          .present_people = 0,
                          .claimed_people = 4};
    ActivityView stall{.id = ActivityId{3},
                       .title = "反诈宣传摊位",
                       .post = "政策宣传岗",
                       .place = "东门广场",
                       .starts = canned_time(18, 30),
                       .ends = canned_time(20, 0),
                       .planned_people = 5,
                       .present_people = 0,
                       .claimed_people = 5};
    home.today = {river(), shopping, stall};
    home.offset = china;
    return home;
}

Model canned_model() {
    Model model;
    model.home = canned_home();
    model.camera = CameraState::working;
    model.coaching = Coaching::good_light;
    model.printer = {PrinterPresence::answers, PaperSupply::present, "A4"};
    model.wall = canned_time(8, 57);
    model.now = model.last_activity = MonoMillis{100'000};
    return model;
}

ScanAnswer registered_answer() {
    ScanAnswer answer = answer_of(Outcome::registered, "林晓燕", "镇财政所党支部", canned_time(8, 57));
    answer.registration_number = "枫林A-0195";
    answer.event = WrittenEvent{};
    answer.running = river();
    answer.claim = canned_claim();
    return answer;
}

ScanAnswer signed_in_answer() {
    ScanAnswer answer = answer_of(Outcome::signed_in, "陈建国", "镇水利站党支部", canned_time(8, 58));
    answer.service = service_of(river(), canned_time(8, 58), std::nullopt);
    answer.running = river();
    answer.year = year_with(290, Duty::owed);
    return answer;
}

ScanAnswer signed_out_answer() {
    ScanAnswer answer = answer_of(Outcome::signed_out, "陈建国", "镇水利站党支部", canned_time(11, 28));
    answer.service = service_of(river(), canned_time(8, 58), canned_time(11, 28));
    answer.year = year_with(440, Duty::owed);
    answer.next = ActivityView{.id = ActivityId{4},
                               .title = "冬衣整理",
                               .post = "扶贫帮困岗",
                               .place = "社区服务站",
                               .starts = utc_from_civil({2026, 12, 6}, 9, 0, 0, china),
                               .ends = utc_from_civil({2026, 12, 6}, 12, 0, 0, china)};
    return answer;
}

ScanAnswer newcomer_signed_out_answer() {
    ScanAnswer answer = answer_of(Outcome::signed_out, "林晓燕", "镇财政所党支部", canned_time(11, 28));
    answer.service = service_of(river(), canned_time(9, 1), canned_time(11, 28));
    YearAccount year = year_with(147, Duty::not_asked);
    year.halves[0] = half_with({2026, 1}, 0, Duty::not_asked);
    year.halves[1] = half_with({2026, 2}, 1, Duty::not_asked);
    year.halves[1].not_asked = NotAsked::short_roll;
    year.hint_minutes = 66;
    answer.on_roll_since = date_from_civil(today);
    answer.year = year;
    answer.next = ActivityView{.id = ActivityId{5},
                               .title = "惠民政策进楼道",
                               .post = "政策宣传岗",
                               .place = "东门广场",
                               .starts = utc_from_civil({2026, 12, 5}, 9, 0, 0, china),
                               .ends = utc_from_civil({2026, 12, 5}, 11, 0, 0, china)};
    return answer;
}

ScanAnswer parked_answer() {
    ScanAnswer answer = answer_of(Outcome::parked, "", "", canned_time(8, 59));
    answer.park_reason = ParkReason::past_last_day;
    answer.registration_number = "枫林A-待核 0042";
    answer.slip_number = "学校-2026-2-13";
    answer.last_day = date_from_civil({2026, 10, 31});
    return answer;
}

ScanAnswer choose_answer() {
    ScanAnswer answer = answer_of(Outcome::choose_activity, "陈建国", "镇水利站党支部", canned_time(8, 58));
    answer.choices = {canned_home().today[0], canned_home().today[1]};
    return answer;
}

ScanAnswer refused_answer(Outcome outcome) {
    ScanAnswer answer = answer_of(outcome, "", "", canned_time(8, 59));
    answer.serial.reset();
    if (outcome == Outcome::not_yet_valid) answer.first_day = date_from_civil({2026, 12, 1});
    if (outcome == Outcome::store_failed) answer.problem = "no room on the disk";
    return answer;
}

RecordView canned_record() {
    RecordView record;
    record.name = "陈建国";
    record.serial = SlipSerial{7};
    record.year = year_with(440, Duty::owed);
    record.claimed_items = {"河道巡护清洁", "惠民政策进楼道"};
    record.check_code = "7F3A-91C2";
    record.services.push_back(service_of(river(), canned_time(8, 58), canned_time(11, 28)));
    record.services.push_back(past_service({2026, 10, 18}, 9, 1, 3));
    record.services.push_back(past_service({2026, 5, 17}, 9, 0, 150));
    record.services.push_back(past_service({2026, 3, 8}, 14, 0, 140));
    record.services[1].title = "河道巡护清洁";
    record.services[1].post = "环境义务岗";
    record.services[1].service.marks = {Mark::voided};
    record.services[1].service.counted = false;
    record.services[1].service.days.clear();
    record.services[2].title = "惠民政策进楼道";
    record.services[2].post = "政策宣传岗";
    record.services[3].title = "防汛物资清点";
    record.services[3].post = "党员先锋岗";
    record.services[3].service.marks = {Mark::amended};
    return record;
}

std::vector<CannedScreen> canned_screens() {
    std::vector<CannedScreen> screens;
    const auto add = [&](std::string name, Model model) {
        screens.push_back({std::move(name), std::move(model)});
    };
    add("01-home", canned_model());
    Model lost = canned_model();
    lost.camera = CameraState::lost;
    lost.home.theme.reset();
    lost.home.today.clear();
    lost.home.network = NetworkState::online;
    add("01x-home-empty", lost);
    Model guide = showing(Screen::guide, canned_time(8, 57));
    guide.guided_by = HomeTile::record;
    add("01y-guide", guide);
    add("02-registered", answered(Screen::registered, registered_answer(), 2'900));
    Model ticked = answered(Screen::registered, registered_answer(), 3'900);
    ticked.visit->claim->chosen = {ItemId{9}};
    add("02x-registered-ticked", ticked);
    ScanAnswer no_items = registered_answer();
    no_items.claim->items.clear();
    no_items.claim->proposed.clear();
    add("02y-registered-no-items", answered(Screen::registered, no_items, 3'900));
    add("03-signin", answered(Screen::sign_in, signed_in_answer()));
    ScanAnswer forgotten = signed_in_answer();
    forgotten.outcome = Outcome::forgotten_sign_out;
    forgotten.forgotten = past_service({2026, 11, 18}, 19, 2, 0);
    add("03x-signin-forgotten", answered(Screen::sign_in, forgotten, 3'200));
    ScanAnswer unplanned = signed_in_answer();
    unplanned.running.reset();
    unplanned.service->title.clear();
    add("03y-signin-unplanned", answered(Screen::sign_in, unplanned, 3'200));
    add("04-signout", answered(Screen::sign_out, signed_out_answer()));
    add("04c-signout-newcomer", answered(Screen::sign_out, newcomer_signed_out_answer()));
    NewsView news;
    news.what = EventWhat::amended;
    news.title = "河道巡护清洁";
    news.started = canned_time(9, 1);
    news.ended = canned_time(11, 20);
    news.minutes = 139;
    ScanAnswer told = signed_out_answer();
    told.news.push_back(news);
    add("04d-signout-news", answered(Screen::sign_out, told));
    ScanAnswer told_in = signed_in_answer();
    told_in.news.push_back(news);
    add("03z-signin-news", answered(Screen::sign_in, told_in));
    add("05-attention", answered(Screen::attention, parked_answer(), 2'000));
    for (const Outcome outcome :
         {Outcome::not_yet_valid, Outcome::revoked, Outcome::wrong_purpose, Outcome::altered,
          Outcome::foreign, Outcome::unreadable, Outcome::store_failed})
        add("05-" + std::string(token(outcome)), answered(Screen::attention, refused_answer(outcome), 2'000));
    ScanAnswer brief = signed_in_answer();
    brief.outcome = Outcome::confirm_short;
    brief.at = canned_time(9, 2);
    add("06x-confirm-short", answered(Screen::confirm_short, brief));
    add("06y-pick-activity", answered(Screen::pick_activity, choose_answer()));
    Model claim = answered(Screen::claim, registered_answer(), 3'900);
    claim.visit->claim->chosen = {ItemId{3}, ItemId{9}};
    add("06-claim", claim);
    Model no_claim = claim;
    no_claim.visit->claim->chosen.clear();
    no_claim.visit->claim->view.items.clear();
    add("06w-claim-empty", no_claim);
    Model event = canned_model();
    event.screen = Screen::event;
    event.event = canned_event();
    event.wall = canned_time(9, 14);
    add("17-event", event);
    event.event->notice =
        EventNotice{Outcome::signed_in, "马＊强", canned_time(9, 12), 0, MonoMillis{110'000}};
    add("17a-event-signed-in", event);
    event.event->notice.reset();
    event.event->team = canned_team();
    event.event->ticked = {SlipSerial{21}, SlipSerial{22}};
    add("17b-event-team", event);
    event.event = canned_event();
    event.event->view.people.clear();
    add("17c-event-nobody", event);
    ScanAnswer again = signed_in_answer();
    again.outcome = Outcome::already_in;
    add("06z-repeat", answered(Screen::repeat, again));
    add_find_screens(screens);
    add("10-staff-print", staff_papers(false, 0));
    add("10a-staff-print-again", staff_papers(false, 2));
    add("10b-staff-print-lost", staff_papers(false, 1));
    add("10c-staff-print-waiting", staff_papers(true, 0));
    Model printing = showing(Screen::printing, canned_time(8, 58));
    printing.printing = PrintingState{SlipSerial{1}, PersonPaper::receipt};
    add("02p-printing", printing);
    Model record = answered(Screen::record, {}, 3'500);
    record.wall = canned_time(11, 30);
    record.visit->record = canned_record();
    add("08-myrecord", record);
    record.visit->record->services[0].events = canned_events();
    Model lines = record;
    lines.screen = Screen::record_lines;
    lines.visit->opened = RecordOpened{ServiceOpened{0}};
    add("08a-record-events", lines);
    lines.visit->opened = RecordOpened{FigureOpened{Figure::year}};
    add("08b-record-year", lines);
    Model correct = record;
    correct.screen = Screen::correct;
    correct.visit->correct = CorrectState{};
    correct.visit->correct->service = record.visit->record->services[1];
    correct.visit->correct->service.planned_end = canned_time(11, 30);
    correct.visit->correct->team_out = canned_time(11, 20);
    correct.visit->correct->wrong = Wrong::out_time;
    correct.visit->correct->time = canned_time(11, 20);
    add("18a-correct", correct);
    correct.visit->correct->wrong.reset();
    add("18ax-correct-first", correct);
    Model waiting = record;
    waiting.hand_over = HandOver{{"BD1X", ScanSource::camera}, MonoMillis{record.now.value + 2'500}};
    add("08x-hand-over", waiting);
    add_work_pages(screens);
    return screens;
}

GreyImage canned_camera_picture() {
    constexpr int width = 640;
    constexpr int height = 360;
    GreyImage picture(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.at(x, y) = static_cast<std::uint8_t>(y > 290 ? 70 : 125 - y / 8);
    const auto paint = [&](int left, int top, int right, int bottom, std::uint8_t grey) {
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x) picture.at(x + (bottom - y) / 12, y - (x - left) / 12) = grey;
    };
    paint(225, 70, 420, 250, 240);
    for (int line = 0; line < 6; ++line) paint(240, 100 + line * 24, 310, 108 + line * 24, 180);
    for (int row = 0; row < 21; ++row)
        for (int column = 0; column < 21; ++column)
            if ((row * 7 + column * 13 + row * column) % 3 == 0)
                paint(330 + column * 4, 110 + row * 4, 334 + column * 4, 114 + row * 4, 20);
    return picture;
}

}  // namespace baodao::test
