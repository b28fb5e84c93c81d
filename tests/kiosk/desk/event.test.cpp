// SPDX-License-Identifier: MIT
// A service event with a device of its own: two real data folders of one community, whose logs meet later.
#include "kiosk/app/event_desk.hpp"

#include <mutex>

#include "domain/base/file.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/desk_thread.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/kept_event.hpp"
#include "kiosk/app/staff_card.hpp"
#include "sync/host/system_disk.hpp"
#include "sync/host/system_random.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr ActivityId river{5};

UtcMillis time_of(const std::string& text) {
    return *parse_rfc3339(text);
}

std::unique_ptr<OpenedDesk> open_at(const std::filesystem::path& folder, const std::string& time) {
    auto opened = OpenedDesk::open({folder, time_of(time)});
    REQUIRE(opened.ok());
    return std::move(opened).value();
}

// What one log holds and the other does not, carried over as it will be by sync or by a stick.
void carry(OpenedDesk& from, OpenedDesk& to) {
    std::vector<Record> records;
    std::vector<SealedCard> cards;
    std::vector<Hash> named;
    REQUIRE(from.journal()
                .for_each(select::Everything{},
                          [&](const Record& record) {
                              if (record.id.origin != from.journal().origin()) return Step::go_on;
                              records.push_back(record);
                              const auto entry = entry_from(record);
                              if (entry && entry->event.card) named.push_back(*entry->event.card);
                              return Step::go_on;
                          })
                .ok());
    for (const Hash& name : named) {
        if (auto card = from.journal().card(name)) cards.push_back(std::move(card).value());
    }
    if (records.empty()) return;
    const auto put = to.journal().put_foreign(records, cards);
    INFO((put.ok() ? std::string() : put.error().text()));
    REQUIRE(put.ok());
}

// The window, and a tablet at the site with the same community's keys.
class TwoDevices {
  public:
    TwoDevices() {
        slips_ = window_.issue({"陈建国", "林晓燕", "赵堃"}, "2026-02-01T09:00:00+08:00");
        {
            auto opened = window_.at("2026-02-02T09:00:00+08:00");
            for (const auto& slip : slips_) (void)opened->desk().scan(request_for(slip.text));
            ActivityPlanned plan;
            plan.title = "河道巡护清洁";
            plan.place = "清溪步道北门";
            plan.start = time_of("2026-03-01T09:00:00+08:00");
            plan.end = time_of("2026-03-01T11:30:00+08:00");
            plan.people = 12;
            Draft planned = draft_of(plan);
            planned.event.activity = river;
            REQUIRE(opened->desk().note({planned}).ok());
        }
        std::filesystem::create_directories(site());
        for (const char* file : {"installation.json", "keyset.bin"})
            std::filesystem::copy_file(window_.data() / file, site() / file);
        make_journal();
        exchange("2026-02-20T09:00:00+08:00");
    }

    [[nodiscard]] std::filesystem::path site() const { return folder_.path() / "site"; }
    [[nodiscard]] const std::string& text(std::size_t person) const { return slips_[person].text; }
    [[nodiscard]] SlipSerial serial(std::size_t person) const { return slips_[person].serial; }

    static SubmitScan request_for(const std::string& text) {
        SubmitScan request;
        request.text = text;
        return request;
    }
    ScanAnswer at_window(std::size_t person, const std::string& time) {
        return window_.scan(text(person), time);
    }
    ScanAnswer at_site(std::size_t person, const std::string& time) {
        SubmitScan request = request_for(text(person));
        request.at_event = river;
        return open_at(site(), time)->desk().scan(request);
    }
    void exchange(const std::string& time) {
        auto window = window_.at(time);
        auto tablet = open_at(site(), time);
        carry(*window, *tablet);
        carry(*tablet, *window);
    }
    // The one service of that person, which both devices must agree on.
    Service service(std::size_t person, const std::string& time) {
        const auto here = window_.at(time)->desk().load(serial(person).value);
        const auto there = open_at(site(), time)->desk().load(serial(person).value);
        REQUIRE(here.ok());
        REQUIRE(there.ok());
        REQUIRE(here->state.services.size() == 1);
        REQUIRE(there->state.services.size() == 1);
        CHECK(here->state.services[0].minutes == there->state.services[0].minutes);
        CHECK(here->state.services[0].activity == there->state.services[0].activity);
        return here->state.services[0];
    }
    void make_journal() const {
        SystemDisk disk;
        SystemRandom random;
        const ManualClock clock(told_reading(time_of("2026-02-20T08:00:00+08:00")));
        JournalOptions options = journal_options(site(), disk, clock, random);
        options.mode = OpenMode::create;
        auto made = Journal::open(options);
        REQUIRE(made.ok());
        REQUIRE(made->journal.close().ok());
    }
    std::unique_ptr<OpenedDesk> tablet(const std::string& time) { return open_at(site(), time); }

  private:
    DeskFixture window_;
    TemporaryFolder folder_;
    std::vector<IssuedSlip> slips_;
};

}  // namespace

TEST_CASE(
    "in at the window and out at the site is one service with the right minutes, once the logs have met") {
    TwoDevices devices;
    CHECK(devices.at_window(0, "2026-03-01T08:50:00+08:00").outcome == Outcome::signed_in);
    // The tablet has not heard of the sign-in: for it she comes, and her leaving is a second scan there.
    (void)devices.at_site(0, "2026-03-01T09:10:00+08:00");
    CHECK(devices.at_site(0, "2026-03-01T11:20:00+08:00").outcome == Outcome::signed_out);
    devices.exchange("2026-03-01T12:00:00+08:00");
    const Service service = devices.service(0, "2026-03-01T12:01:00+08:00");
    CHECK(service.activity == river);
    CHECK(service.minutes == 150);
    CHECK(service.counted);
}

TEST_CASE(
    "in at the site and out at the window is one service with the right minutes, once the logs have met") {
    TwoDevices devices;
    CHECK(devices.at_site(1, "2026-03-01T09:05:00+08:00").outcome == Outcome::signed_in);
    devices.exchange("2026-03-01T10:00:00+08:00");
    CHECK(devices.at_window(1, "2026-03-01T11:40:00+08:00").outcome == Outcome::signed_out);
    devices.exchange("2026-03-01T12:00:00+08:00");
    const Service service = devices.service(1, "2026-03-01T12:01:00+08:00");
    CHECK(service.activity == river);
    CHECK(service.minutes == 155);  // leaving ten minutes late counts
}

TEST_CASE("early arrival counts from half an hour before the plan, whichever device took it") {
    TwoDevices devices;
    CHECK(devices.at_site(2, "2026-03-01T08:31:00+08:00").outcome == Outcome::signed_in);
    CHECK(devices.at_site(2, "2026-03-01T09:31:00+08:00").outcome == Outcome::signed_out);
    devices.exchange("2026-03-01T12:00:00+08:00");
    CHECK(devices.service(2, "2026-03-01T12:01:00+08:00").minutes == 60);
}

TEST_CASE("the site lists who came, masked, and each scan changes only that line") {
    TwoDevices devices;
    auto opened = devices.tablet("2026-03-01T09:05:00+08:00");
    auto watched = EventDesk::watch(*opened, river);
    REQUIRE(watched.ok());
    REQUIRE(watched->has_value());
    EventDesk& event = **watched;
    CHECK(event.view().people.empty());
    SubmitScan request = TwoDevices::request_for(devices.text(0));
    request.at_event = river;
    REQUIRE(opened->desk().scan(request).outcome == Outcome::signed_in);
    REQUIRE(event.refresh(devices.serial(0)).ok());
    const EventView view = event.view();
    REQUIRE(view.people.size() == 1);
    CHECK(view.people[0].name == "陈＊国");
    CHECK(view.people[0].present());
    CHECK(view.activity.planned_people == 12);
    CHECK(view.counted_from == time_of("2026-03-01T08:30:00+08:00"));
}

TEST_CASE("only a team leader's card of this community opens the list, on its days") {
    TwoDevices devices;
    auto opened = devices.tablet("2026-03-01T09:05:00+08:00");
    EventDesk event = **EventDesk::watch(*opened, river);
    CHECK_FALSE(event.team_for(TwoDevices::request_for(devices.text(0))));
    const Installation& keys = opened->installation();
    const auto card = [&](const Installation& by, CivilDate last) {
        return *issue_leader_card("刘秀英", by, {date_from_civil({2026, 1, 1}), date_from_civil(last)},
                                  opened->random());
    };
    const auto list = event.team_for(TwoDevices::request_for(card(keys, {2026, 12, 31})));
    REQUIRE(list);
    CHECK(list->leader_name == "刘＊英");
    CHECK_FALSE(event.team_for(TwoDevices::request_for(card(keys, {2026, 2, 1}))));
    Installation elsewhere = keys;
    elsewhere.community = CommunityId{0xF00009};
    CHECK_FALSE(event.team_for(TwoDevices::request_for(card(elsewhere, {2026, 12, 31}))));
}

TEST_CASE("a leader signs the team in and out; the record says so, and who is in already is passed over") {
    TwoDevices devices;
    const SlipSerial leader{0xABCD};
    {
        auto opened = devices.tablet("2026-03-01T09:05:00+08:00");
        EventDesk event = **EventDesk::watch(*opened, river);
        const SignTeam team{leader, river, {devices.serial(0), devices.serial(1)}, false};
        REQUIRE(event.sign(team).ok());
        const auto before = opened->journal().count();
        REQUIRE(event.sign(team).ok());
        CHECK(opened->journal().count() == before);
        CHECK(event.view().people.size() == 2);
    }
    {
        auto opened = devices.tablet("2026-03-01T11:05:00+08:00");
        EventDesk event = **EventDesk::watch(*opened, river);
        REQUIRE(event.sign({leader, river, {devices.serial(0), devices.serial(1)}, true}).ok());
    }
    auto opened = devices.tablet("2026-03-01T12:00:00+08:00");
    const auto record = opened->desk().record(TwoDevices::request_for(devices.text(0)));
    REQUIRE(record.ok());
    REQUIRE(record->services.size() == 1);
    CHECK(record->services[0].service.minutes == 120);
    REQUIRE(record->services[0].events.size() == 2);
    CHECK(record->services[0].events[0].by == EventBy::leader);
}

TEST_CASE("the event that a window stands at is kept over a restart, until it is left, closed, or over") {
    TwoDevices devices;
    TemporaryFolder kept;
    const auto at = [&](const std::string& time) {
        return kept_event(kept.path(), devices.tablet(time)->desk().community(), time_of(time));
    };
    const std::string during = "2026-03-01T09:40:00+08:00";
    CHECK_FALSE(at(during));
    REQUIRE(keep_event(kept.path(), river).ok());
    CHECK(at(during) == river);
    CHECK(at("2026-03-01T22:00:00+08:00") == river);  // who forgot to sign out comes back for it
    CHECK_FALSE(at("2026-03-02T09:00:00+08:00"));
    const auto without_clock = [&](const std::string& time) {
        return kept_event(kept.path(), devices.tablet(time)->desk().community(), std::nullopt);
    };
    CHECK(without_clock(during) == river);
    REQUIRE(keep_event(kept.path(), ActivityId{99}).ok());
    CHECK_FALSE(at(during));
    for (const char* broken : {"", "\n", "0000", "zzzzzzzzzzzzzzzz\n"}) {
        REQUIRE(write_file_atomic(kept.path() / "event.txt", broken).ok());
        CHECK_FALSE(at(during));
    }
    REQUIRE(keep_event(kept.path(), river).ok());
    REQUIRE(keep_event(kept.path(), std::nullopt).ok());
    CHECK_FALSE(at(during));
    REQUIRE(keep_event(kept.path(), river).ok());
    {
        Draft closed = draft_of(ActivityClosed{});
        closed.event.activity = river;
        REQUIRE(devices.tablet("2026-03-01T09:50:00+08:00")->desk().note({closed}).ok());
    }
    CHECK_FALSE(at("2026-03-01T10:00:00+08:00"));
    CHECK_FALSE(without_clock("2026-03-01T10:00:00+08:00"));
}

TEST_CASE("a window that was killed at the site says which event it stands at before anybody touches it") {
    TwoDevices devices;
    const UtcMillis now = time_of("2026-03-01T09:40:00+08:00");
    (void)devices.at_site(0, "2026-03-01T09:30:00+08:00");
    const auto started = [&](std::optional<ActivityId> watch, UtcMillis at) {
        std::mutex mutex;
        std::vector<EventView> resumed;
        {
            DeskThread desk(
                {devices.site(), at},
                [&](Intent intent) {
                    const std::lock_guard lock(mutex);
                    if (auto* event = std::get_if<EventResumed>(&intent)) resumed.push_back(event->event);
                },
                [](const PaperOrder&) { return true; });
            REQUIRE(desk.opened().ok());
            if (watch) REQUIRE(desk.submit(WatchEvent{watch}));
        }
        return resumed;
    };
    CHECK(started(river, now).empty());
    const auto again = started(std::nullopt, now);
    REQUIRE(again.size() == 1);
    CHECK(again[0].activity.id == river);
    CHECK(again[0].people.size() == 1);
    // Once it was over it does not come back, whatever the clock says.
    CHECK(started(std::nullopt, time_of("2026-03-02T09:00:00+08:00")).empty());
    CHECK(started(std::nullopt, now).empty());
}

TEST_CASE("at an event a scan asks nothing, even while another activity is on") {
    TwoDevices devices;
    {
        auto opened = devices.tablet("2026-03-01T08:40:00+08:00");
        ActivityPlanned other;
        other.title = "邻里代购";
        other.start = time_of("2026-03-01T09:00:00+08:00");
        other.end = time_of("2026-03-01T11:00:00+08:00");
        Draft planned = draft_of(other);
        planned.event.activity = ActivityId{6};
        REQUIRE(opened->desk().note({planned}).ok());
    }
    const ScanAnswer answer = devices.at_site(0, "2026-03-01T09:00:00+08:00");
    CHECK(answer.outcome == Outcome::signed_in);
    REQUIRE(answer.service);
    CHECK(answer.service->service.activity == river);
    SubmitScan plain = TwoDevices::request_for(devices.text(1));
    CHECK(devices.tablet("2026-03-01T09:01:00+08:00")->desk().scan(plain).outcome ==
          Outcome::choose_activity);
}
