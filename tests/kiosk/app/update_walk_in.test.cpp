// SPDX-License-Identifier: MIT
// 代为登记: what the cadre touches, and what is asked of the desk.
#include "tests/kiosk/app/screen_driver.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

template <class Request>
std::vector<Request> all_asked(const ScreenDriver& screen) {
    std::vector<Request> found;
    for (const Effect& effect : screen.effects) {
        const auto* request = std::get_if<StaffRequest>(&effect);
        if (request == nullptr) continue;
        if (const Request* one = std::get_if<Request>(request)) found.push_back(*one);
    }
    return found;
}

WalkInForm two_units() {
    WalkInForm form;
    form.agencies = {"派出所", "镇财政所", "镇政府机关"};
    form.branches["镇财政所"] = {"镇财政所党支部"};
    form.branches["镇政府机关"] = {"镇机关第一党支部", "镇机关第二党支部"};
    return form;
}

struct WalkIn : ScreenDriver {
    WalkIn() {
        send(CommandTouched{Command::staff});
        send(StaffAnswer{StaffAdmitted{"周敏"}});
        send(StaffIntent{PageOpened{WalkInPage{}}});
        REQUIRE(all_asked<AskWalkIn>(*this).size() == 1);
        send(StaffAnswer{WalkInAnswered{two_units()}});
    }
    [[nodiscard]] const WalkInPage& page() const { return std::get<WalkInPage>(model.staff->page); }
    void touch(const WalkInTouch& what) { send(StaffIntent{what}); }
    void type(std::string_view keys) {
        for (const char key : keys) send(StaffIntent{TextTouch{EntryKey{key}}});
    }
    // As the desk offers it.
    void choose(const std::string& word) {
        const std::string letters = page().entry.letters;
        send(StaffAnswer{WordsAnswered{letters, {{word, letters.size()}}, true}});
        send(StaffIntent{TextTouch{EntryChosen{0}}});
    }
    void fill_in() {
        type("xuwei");
        choose("徐薇");
        touch(FieldTouched{WalkInField::agency});
        touch(PlaceChosen{1});
    }
};

}  // namespace

TEST_CASE("each letter asks for words, and only the answer to the last one counts") {
    WalkIn screen;
    screen.type("xu");
    REQUIRE(all_asked<AskWords>(screen).size() == 1);
    CHECK(all_asked<AskWords>(screen)[0].letters == "xu");
    screen.send(StaffAnswer{WordsAnswered{"x", {{"徐", 1}}, true}});
    CHECK(screen.page().entry.words.empty());
    screen.send(StaffAnswer{WordsAnswered{"xu", {{"徐", 2}}, true}});
    CHECK(screen.page().entry.words.size() == 1);
}

TEST_CASE("a unit with one branch brings it along, and the phone is next") {
    WalkIn screen;
    screen.fill_in();
    CHECK(screen.page().text(WalkInField::agency) == "镇财政所");
    CHECK(screen.page().text(WalkInField::branch) == "镇财政所党支部");
    CHECK(screen.page().field == WalkInField::phone);
    CHECK_FALSE(screen.page().list_shown);
}

TEST_CASE("a unit with several branches asks which; another unit forgets the branch") {
    WalkIn screen;
    screen.touch(FieldTouched{WalkInField::agency});
    CHECK(screen.page().list_shown);
    screen.touch(PlaceChosen{2});
    CHECK(screen.page().field == WalkInField::branch);
    REQUIRE(screen.page().list_shown);
    screen.touch(PlaceChosen{1});
    CHECK(screen.page().text(WalkInField::branch) == "镇机关第二党支部");
    screen.touch(FieldTouched{WalkInField::agency});
    screen.touch(PlaceChosen{0});
    CHECK(screen.page().text(WalkInField::branch).empty());
}

TEST_CASE("a unit that nobody knows is typed") {
    WalkIn screen;
    screen.touch(FieldTouched{WalkInField::agency});
    screen.touch(PlaceTyped{});
    screen.type("lyz");
    CHECK(all_asked<AskWords>(screen)[0].field == static_cast<std::size_t>(WalkInField::agency));
    screen.choose("林业站");
    CHECK(screen.page().text(WalkInField::agency) == "林业站");
}

TEST_CASE("what is missing is said, and nothing is sent before") {
    WalkIn screen;
    CHECK(walk_in_fault(screen.page()) == WalkInFault::no_name);
    screen.type("xu");
    CHECK(walk_in_fault(screen.page()) == WalkInFault::letters_left);
    screen.choose("徐");
    CHECK(walk_in_fault(screen.page()) == WalkInFault::no_agency);
    screen.touch(FieldTouched{WalkInField::agency});
    screen.touch(PlaceChosen{1});
    screen.type("12");
    CHECK(walk_in_fault(screen.page()) == WalkInFault::phone_short);
    screen.touch(WalkInSent{});
    CHECK(all_asked<RegisterWalkIn>(screen).empty());
    screen.type("34");
    CHECK_FALSE(walk_in_fault(screen.page()));
}

TEST_CASE("a double touch registers once") {
    WalkIn screen;
    screen.fill_in();
    screen.touch(WalkInSent{});
    REQUIRE(all_asked<RegisterWalkIn>(screen).size() == 1);
    CHECK(all_asked<RegisterWalkIn>(screen)[0].name == "徐薇");
    screen.touch(WalkInSent{});
    CHECK(all_asked<RegisterWalkIn>(screen).empty());
}

TEST_CASE("what could not be stored stands to be sent again") {
    WalkIn screen;
    screen.fill_in();
    screen.touch(WalkInSent{});
    screen.send(StaffAnswer{StaffFailed{"the disk is full"}});
    CHECK(screen.page().text(WalkInField::name) == "徐薇");
    screen.touch(WalkInSent{});
    CHECK(all_asked<RegisterWalkIn>(screen).size() == 1);
}

TEST_CASE("a namesake is asked about: one of those, or somebody else") {
    WalkIn screen;
    screen.fill_in();
    screen.touch(WalkInSent{});
    const SameNamesFound same{{{SlipSerial{5}, "徐薇", "派出所", "派出所党支部", false}}};
    screen.send(StaffAnswer{same});
    REQUIRE(screen.page().same.size() == 1);
    SECTION("one of those") {
        screen.touch(WalkInListed{0});
        REQUIRE(all_asked<RegisterListed>(screen).size() == 1);
        CHECK(all_asked<RegisterListed>(screen)[0].serial == SlipSerial{5});
    }
    SECTION("somebody else") {
        screen.touch(WalkInOther{});
        REQUIRE(all_asked<RegisterWalkIn>(screen).size() == 1);
        CHECK(all_asked<RegisterWalkIn>(screen)[0].another);
    }
    SECTION("a typing error") {
        screen.touch(FieldTouched{WalkInField::name});
        CHECK(screen.page().same.empty());
        CHECK(screen.page().text(WalkInField::name) == "徐薇");
    }
}

TEST_CASE("who was registered is shown; the next one begins with nothing") {
    WalkIn screen;
    screen.fill_in();
    screen.touch(WalkInSent{});
    screen.send(StaffAnswer{WalkInRegistered{{WalkInDone::State::registered, "徐薇", "枫林A-0041", true}}});
    REQUIRE(screen.page().done);
    CHECK(screen.sound() == Sound::registered);
    CHECK(screen.page().text(WalkInField::name).empty());
    screen.touch(WalkInNext{});
    CHECK_FALSE(screen.page().done);
    CHECK(all_asked<AskWalkIn>(screen).size() == 1);
}

TEST_CASE("nothing that was typed outlives the idle lock") {
    WalkIn screen;
    screen.fill_in();
    screen.type("chen");
    screen.wait(staff_locks_after_ms);
    CHECK(screen.model.screen == Screen::home);
    CHECK(screen.has<Wipe>());
    CHECK_FALSE(screen.model.staff);
    screen.send(StaffAnswer{WordsAnswered{"chen", {{"陈", 4}}, true}});
    CHECK_FALSE(screen.model.staff);
}
