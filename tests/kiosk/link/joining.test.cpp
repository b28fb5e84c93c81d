// SPDX-License-Identifier: MIT
// A window comes to a headquarters by the invitation that was held up to it; and whatever stands in the way
// of that is told, and changes nothing.
#include "domain/base/file.hpp"
#include "domain/event/json.hpp"
#include "tests/support/window_process.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// A window whose staff are in, and a headquarters to come to.
struct Window {
    explicit Window(const std::filesystem::path& data) : process(data) {
        process.sync(data);
        (void)process.staff<StaffAdmitted>(TryPin{WindowFolders::pin});
    }
    JoinNotice join(const std::string& code) { return process.staff<JoinAnswered>(JoinWith{code}).notice; }
    void stop_joining() { REQUIRE(process.desk().submit(StaffRequest{StopJoining{}})); }
    [[nodiscard]] bool says(Joining joining) {
        return process.home_says([&](const HomeView& home) { return home.link.joining == joining; });
    }
    [[nodiscard]] bool says(LinkState state) {
        return process.home_says([&](const HomeView& home) { return home.link.state == state; });
    }
    // The six digits that it shows.
    std::string digits() {
        REQUIRE(process.home_says([](const HomeView& home) { return home.link.digits.size() == 6; }));
        return process.home().link.digits;
    }
    [[nodiscard]] bool all_reported() {
        return process.says_in_time([](const HomeView& home) {
            return home.link.state == LinkState::good && home.link.unreported == 0;
        });
    }

    WindowProcess process;
};

struct Town {
    HqScene scene;
    WindowFolders folders;
    HqProcess hq{scene, BAODAO_HQ};

    [[nodiscard]] Json kiosks() const {
        auto list = parse_json(hq.told({"kiosk", "list", "--data", hq.folder().string()}));
        REQUIRE(list.ok());
        return std::move(*list);
    }
    void approve(const std::string& digits) const {
        (void)hq.told({"kiosk", "approve", "--data", hq.folder().string(), digits});
    }
};

std::string kept_link(const std::filesystem::path& data) {
    const auto text = read_file(data / "headquarters.json", 64 * 1024);
    return text ? *text : "";
}

}  // namespace

TEST_CASE("an invitation that was held up takes the window in: digits, approval, and everything goes up") {
    Town town;
    const auto slips = town.folders.issue(3);
    town.hq.start();
    Window window(town.folders.first());
    CHECK(window.process.scan(slips[0].text).outcome == Outcome::registered);
    REQUIRE(window.join(town.hq.invitation("枫林A")) == JoinNotice::none);
    REQUIRE(window.says(LinkState::waiting));
    const std::string digits = window.digits();
    CHECK(town.kiosks().at(0).at("standing") == "waiting");
    town.approve(digits);
    REQUIRE(window.all_reported());
    CHECK(window.process.home().link.digits.empty());
    CHECK(window.process.home().link.joining == Joining::none);
    // Slips of the self-made community from before are good as ever.
    CHECK(window.process.scan(slips[1].text).outcome == Outcome::registered);
    CHECK(window.process.scan(slips[0].text).outcome != Outcome::parked);
    REQUIRE(window.all_reported());
    CHECK(window.join(town.hq.invitation("枫林A")) == JoinNotice::belongs);
}

TEST_CASE("an invitation is good for one window; the other is told so and may come with its own") {
    Town town;
    town.folders.make_second();
    std::filesystem::copy_file(town.folders.first() / "staff.json", town.folders.second() / "staff.json");
    town.hq.start();
    const std::string code = town.hq.invitation("枫林A");
    Window first(town.folders.first());
    REQUIRE(first.join(code) == JoinNotice::none);
    REQUIRE(first.says(LinkState::waiting));
    Window second(town.folders.second());
    REQUIRE(second.join(code) == JoinNotice::none);
    REQUIRE(second.says(Joining::used));
    CHECK(second.process.home().link.state == LinkState::alone);
    CHECK_FALSE(kept_invitation(town.folders.second()));
    REQUIRE(second.join(town.hq.invitation("枫林B")) == JoinNotice::none);
    REQUIRE(second.says(LinkState::waiting));
    CHECK(second.process.home().link.joining == Joining::none);
}

TEST_CASE("without a line the invitation is kept, over a restart as well, and used when there is one") {
    Town town;
    town.hq.start();
    const std::string code = town.hq.invitation("枫林A");
    REQUIRE(town.hq.stop());
    {
        Window window(town.folders.first());
        REQUIRE(window.join(code) == JoinNotice::none);
        REQUIRE(window.says(Joining::no_line));
    }
    Window window(town.folders.first());
    REQUIRE(window.says(Joining::no_line));
    town.hq.start();
    REQUIRE(window.says(LinkState::waiting));
    CHECK(window.digits().size() == 6);
}

TEST_CASE("somebody thinks better of it: without a line, and before the approval") {
    Town town;
    town.hq.start();
    const std::string code = town.hq.invitation("枫林A");
    REQUIRE(town.hq.stop());
    Window window(town.folders.first());
    REQUIRE(window.join(code) == JoinNotice::none);
    REQUIRE(window.says(Joining::no_line));
    window.stop_joining();
    REQUIRE(window.says(Joining::none));
    CHECK_FALSE(kept_invitation(town.folders.first()));
    town.hq.start();
    // It was never used: it may still be held up.
    REQUIRE(window.join(code) == JoinNotice::none);
    REQUIRE(window.says(LinkState::waiting));
    const std::string digits = window.digits();
    window.stop_joining();
    REQUIRE(window.says(LinkState::alone));
    CHECK_FALSE(load_link(town.folders.first()));
    // Under the same key as before, or headquarters would not take it any more.
    REQUIRE(window.join(town.hq.invitation("枫林A")) == JoinNotice::none);
    REQUIRE(window.says(LinkState::waiting));
    CHECK(window.digits() != digits);
    town.approve(window.digits());
    REQUIRE(window.all_reported());
}

TEST_CASE("whoever else answers at headquarters' address is not believed and hears nothing") {
    Town town;
    town.hq.start();
    const auto text = read_invitation_code(town.hq.invitation("枫林A"));
    REQUIRE(text.ok());
    // The invitation of a headquarters that is not the one at this address.
    const auto other =
        to_code(with_certificate(*text, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));
    REQUIRE(other.ok());
    Window window(town.folders.first());
    REQUIRE(window.join(*other) == JoinNotice::none);
    REQUIRE(window.says(Joining::other_machine));
    CHECK(window.process.home().link.state == LinkState::alone);
    CHECK_FALSE(kept_invitation(town.folders.first()));
    CHECK(town.kiosks().empty());
}

TEST_CASE(
    "a window that belongs to a headquarters goes to no other for the asking, and what is damaged is said") {
    Town town;
    town.hq.start();
    Window window(town.folders.first());
    REQUIRE(window.join(town.hq.invitation("枫林A")) == JoinNotice::none);
    town.approve(window.digits());
    REQUIRE(window.all_reported());
    const std::string before = kept_link(town.folders.first());
    auto other = read_invitation_code(town.hq.invitation("枫林A"));
    REQUIRE(other.ok());
    other->answers = signing_key_from({{9}}).public_key;
    CHECK(window.join(*to_code(with_certificate(*other, ""))) == JoinNotice::other);
    CHECK(window.join("BDE1" + std::string(200, '0')) == JoinNotice::damaged);
    CHECK(window.join("BDE2" + std::string(200, '0')) == JoinNotice::newer);
    CHECK_FALSE(kept_invitation(town.folders.first()));
    CHECK(kept_link(town.folders.first()) == before);
}

TEST_CASE("with nobody in, an invitation is not even kept") {
    Town town;
    town.hq.start();
    const std::string code = town.hq.invitation("枫林A");
    WindowProcess window(town.folders.first());
    REQUIRE(window.desk().submit(StaffRequest{JoinWith{code}}));
    CHECK(window.scan("6901028001915").outcome == Outcome::foreign);  // answered after it
    CHECK_FALSE(kept_invitation(town.folders.first()));
}
