// SPDX-License-Identifier: MIT
// The courier from the staff side: out to the stick, over to headquarters' own program, and back.
#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "kiosk/devices/usb_stick.hpp"
#include "sync/courier/courier_file.hpp"
#include "tests/support/window_process.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

namespace fs = std::filesystem;

// A window without a line, its headquarters, and a stick between them.
struct Village {
    HqScene scene;
    WindowFolders folders;
    std::vector<IssuedSlip> slips = folders.issue(5);
    KioskLink link = folders.enrol(scene, folders.first());
    HqProcess hq{scene, BAODAO_HQ};
    TemporaryFolder media;
    fs::path stick = media.path() / "KINGSTON";
    std::optional<WindowProcess> window;

    Village() {
        fs::create_directory(stick);
        WindowFolders::lead(link, hq.https(hq.port()), folders.first());
        window.emplace(folders.first());
        (void)window->staff<StaffAdmitted>(TryPin{WindowFolders::pin});
    }
    [[nodiscard]] CourierNews carried(const StaffRequest& request) {
        return window->by_stick(request, [&](const StickOrder& order) {
            return carry({{media.path()}, false}, order);
        });
    }
    [[nodiscard]] fs::path file(const std::string& kind) const {
        for (const auto& entry : fs::directory_iterator(stick))
            if (entry.path().filename().string().starts_with(kind)) return entry.path();
        return {};
    }
    // Headquarters takes the stick's file in and puts its answer beside it.
    void visit_headquarters() {
        const fs::path up = file("baodao-to-hq-");
        REQUIRE_FALSE(up.empty());
        (void)hq.told({"courier", "in", "--data", hq.folder().string(), up.string()});
        const std::string origin = to_hex(origin_of_window());
        (void)hq.told(
            {"courier", "out", "--data", hq.folder().string(), "--kiosk", origin, "--to", stick.string()});
    }
    [[nodiscard]] OriginId origin_of_window() { return window->desk().identity()->origin; }
};

}  // namespace

TEST_CASE("records go out by stick and the receipt comes back; the same file again changes nothing") {
    Village village;
    WindowProcess& window = *village.window;
    CHECK(village.carried(BringIn{}).word == CourierWord::none_there);
    CHECK(window.scan(village.slips[0].text).outcome == Outcome::registered);
    const CourierNews out = village.carried(CarryOut{});
    CHECK(out.word == CourierWord::carried);
    CHECK(out.events > 0);
    CHECK(window.home().link.unreported == out.events);
    village.visit_headquarters();
    CHECK(window.scan(village.slips[1].text).outcome == Outcome::registered);
    const CourierNews in = village.carried(BringIn{});
    CHECK(in.word == CourierWord::brought);
    CHECK(in.events == out.events);
    CHECK(window.home_says([](const HomeView& home) { return home.link.unreported > 0; }));
    CHECK(window.home().link.unreported < out.events);
    CHECK(village.carried(BringIn{}).word == CourierWord::known);
    // Nothing of headquarters' stays behind here.
    CHECK_FALSE(fs::exists(village.folders.first() / "courier" /
                           courier_name(CourierWay::to_kiosk, village.origin_of_window())));
}

TEST_CASE(
    "fault_086 a file for another window, a cut one and a strange one are told apart, and nothing is taken "
    "in") {
    Village village;
    const std::string ours = courier_name(CourierWay::to_kiosk, village.origin_of_window());
    REQUIRE(write_file_atomic(village.stick / courier_name(CourierWay::to_kiosk, OriginId{{7}}), "x").ok());
    CHECK(village.carried(BringIn{}).word == CourierWord::others);
    REQUIRE(village.carried(CarryOut{}).word == CourierWord::carried);
    village.visit_headquarters();
    const auto whole = read_file(village.stick / ours, 1 << 24);
    REQUIRE(whole.ok());
    const std::int64_t waits = village.window->home().link.unreported;
    REQUIRE(write_file_atomic(village.stick / ours, whole->substr(0, whole->size() - 9)).ok());
    CHECK(village.carried(BringIn{}).word == CourierWord::incomplete);
    REQUIRE(write_file_atomic(village.stick / ours, "a photo of a cat").ok());
    CHECK(village.carried(BringIn{}).word == CourierWord::not_ours);
    CHECK(village.window->home().link.unreported == waits);
    REQUIRE(write_file_atomic(village.stick / ours, *whole).ok());
    CHECK(village.carried(BringIn{}).word == CourierWord::brought);
}

TEST_CASE("without a headquarters there is nothing to carry") {
    WindowFolders folders;
    WindowProcess window(folders.first());
    (void)window.staff<StaffAdmitted>(TryPin{WindowFolders::pin});
    const auto never = [](const StickOrder&) { return CourierWord::carried; };
    CHECK(window.by_stick(CarryOut{}, never).word == CourierWord::alone);
    CHECK(window.by_stick(BringIn{}, never).word == CourierWord::alone);
}
