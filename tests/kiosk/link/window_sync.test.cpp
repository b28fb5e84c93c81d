// SPDX-License-Identifier: MIT
// The window synchronises by itself, and nobody who stands at it notices.
#include <algorithm>
#include <cstdio>
#include <thread>

#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/drafts.hpp"
#include "tests/support/window_process.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr std::size_t backlog = 20'000;

// Sign-ins of people whom nobody here knows.
void fill(const std::filesystem::path& data, std::size_t events) {
    const auto opened = WindowFolders::open(data);
    for (std::size_t made = 0; made < events;) {
        std::vector<Draft> drafts;
        for (; made < events && drafts.size() < 2'000; ++made)
            drafts.push_back(draft_of(AttendanceIn{SlipSerial{0x5000'0000'0000ULL + made}, {}}));
        REQUIRE(opened->desk().note(std::move(drafts)).ok());
    }
}

using Times = std::vector<double>;

void print(const char* what, Times times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf(
        "from scan to answer, %s: %zu scans, median %.1f ms, 99 of 100 within %.1f ms, longest %.1f ms\n",
        what, times.size(), at(0.5), at(0.99), at(1));
}

Times scan_while(WindowProcess& window, const std::vector<IssuedSlip>& slips, std::size_t& next,
                 const std::function<bool(std::size_t scans)>& go_on) {
    Times times;
    while (next < slips.size() && go_on(times.size())) {
        const auto begin = std::chrono::steady_clock::now();
        const ScanAnswer answer = window.scan(slips[next++].text);
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        REQUIRE(answer.outcome == Outcome::registered);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return times;
}

std::int64_t held_at(HqScene& scene, HqProcess& hq) {
    REQUIRE(hq.stop());
    scene.restart();
    const auto projected =
        scene.pool->with<void>([](sql::Session& session) { return hq::project_all(session); });
    REQUIRE(projected.ok());
    CHECK(scene.verified().damaged.empty());
    return scene.count("inbox");
}

bool all_reported(const HomeView& home) {
    return home.link.state == LinkState::good && home.link.unreported == 0;
}

}  // namespace

TEST_CASE("twenty thousand events go up and come down while people scan, and none of them waits for it") {
    HqScene scene;
    WindowFolders folders;
    const auto slips = folders.issue(1'500);
    fill(folders.first(), backlog);
    folders.make_second();
    const KioskLink up = folders.enrol(scene, folders.first());
    const KioskLink down = folders.enrol(scene, folders.second());
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    WindowFolders::lead(up, hq.https(hq.port()), folders.first());
    std::size_t next = 0;
    {
        WindowProcess window(folders.first());
        const Times quiet = scan_while(window, slips, next, [](std::size_t scans) { return scans < 150; });
        window.sync(folders.first());
        const Times busy = scan_while(window, slips, next, [&](std::size_t scans) {
            return scans < 10 || window.home().link.unreported > 200;
        });
        print("with nothing else to do", quiet);
        print("while 20,000 events go up", busy);
        CHECK(window.home_says(all_reported));
        CHECK(window.home().network == NetworkState::online);
    }
    // The last that goes up; who knows of it knows of all.
    plan_river(*WindowFolders::open(folders.first()));
    {
        WindowProcess window(folders.first());
        window.sync(folders.first());
        CHECK(window.says_in_time(all_reported));
    }
    const std::uint64_t written = WindowFolders::open(folders.first())->journal().count();
    WindowFolders::lead(down, hq.https(hq.port()), folders.second());
    const auto listed = slips.size();
    {
        // The roster comes down with the rest; its slips were signed with the community's own key.
        WindowProcess other(folders.second());
        other.sync(folders.second());
        const Times busy = scan_while(other, slips, next, [&](std::size_t) {
            return !shows_river(other.home(), 0) || next < listed - 900;
        });
        print("while 20,000 events come down", busy);
        CHECK(other.says_in_time([](const HomeView& home) { return shows_river(home, 0); }));
        CHECK(other.home().community == "枫林社区");
        CHECK(other.says_in_time(all_reported));
    }
    const auto second = WindowFolders::open(folders.second());
    CHECK(held_at(scene, hq) == static_cast<std::int64_t>(second->journal().count()));
    CHECK(second->journal().count() > written);
    CHECK(second->journal().verify_all().ok());
}

TEST_CASE("headquarters killed twice in the middle of it: the window goes on, and each event arrives once") {
    HqScene scene;
    WindowFolders folders;
    const auto slips = folders.issue(40);
    fill(folders.first(), 6'000);
    const KioskLink link = folders.enrol(scene, folders.first());
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    WindowFolders::lead(link, hq.https(hq.port()), folders.first());
    {
        WindowProcess window(folders.first());
        window.sync(folders.first());
        for (const std::int64_t left : {4'500, 2'000}) {
            REQUIRE(window.home_says([&](const HomeView& home) {
                return home.link.state != LinkState::alone && home.link.unreported < left;
            }));
            hq.kill_at_once();
            CHECK(window.scan(slips[static_cast<std::size_t>(left % 7)].text).outcome == Outcome::registered);
            hq.start();
        }
        CHECK(window.home_says(all_reported));
    }
    const auto opened = WindowFolders::open(folders.first());
    CHECK(*opened->journal().outbox_count() == 0);
    CHECK(held_at(scene, hq) == static_cast<std::int64_t>(opened->journal().count()));
}

TEST_CASE("what the other window recorded is known here at once: an activity, a sign-in, a registration") {
    HqScene scene;
    WindowFolders folders;
    const auto slips = folders.issue(2);
    {
        // Told a time, it records under another boot: her scan at the window is no repeat of this one.
        const auto opened = WindowFolders::open(folders.first(), SystemClock().now().wall);
        plan_river(*opened);
        SubmitScan scan;
        scan.text = slips[0].text;
        REQUIRE(opened->desk().scan(scan).outcome == Outcome::registered);
    }
    folders.make_second();
    const KioskLink here = folders.enrol(scene, folders.first());
    const KioskLink there = folders.enrol(scene, folders.second());
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    WindowFolders::lead(here, hq.https(hq.port()), folders.first());
    WindowFolders::lead(there, hq.https(hq.port()), folders.second());

    WindowProcess first(folders.first());
    first.sync(folders.first());
    WindowProcess second(folders.second());
    second.sync(folders.second());
    REQUIRE(second.says_in_time([](const HomeView& home) { return shows_river(home, 0); }));
    REQUIRE(second.says_in_time(all_reported));
    CHECK(second.scan(slips[0].text, river).outcome == Outcome::signed_in);
    REQUIRE(first.says_in_time([](const HomeView& home) { return shows_river(home, 1); }));
    // She is in, wherever she holds her slip: seen just now, or asked whether she leaves so soon.
    const Outcome again = first.scan(slips[0].text).outcome;
    CHECK((again == Outcome::already_in || again == Outcome::confirm_short));
}
