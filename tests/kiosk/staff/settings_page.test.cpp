// SPDX-License-Identifier: MIT
// 设置: what the cadre changes holds at once, and after a restart.
#include "domain/base/file.hpp"
#include "kiosk/app/settings_desk.hpp"
#include "kiosk/app/staff_desk.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

struct AtThePage : ScreenDriver {
    AtThePage() {
        send(CommandTouched{Command::staff});
        send(StaffAnswer{StaffAdmitted{"周敏"}});
        send(StaffIntent{PageOpened{SettingsPage{}}});
    }
    // What the desk is to keep after this touch.
    WindowChoices touch(const SettingsTouch& what) {
        send(StaffIntent{what});
        for (const Effect& effect : effects) {
            const auto* request = std::get_if<StaffRequest>(&effect);
            const auto* saved = request == nullptr ? nullptr : std::get_if<SaveChoices>(request);
            if (saved != nullptr) return saved->choices;
        }
        FAIL("nothing is to be kept");
        return {};
    }
};

}  // namespace

TEST_CASE("each touch holds at once and is kept") {
    AtThePage screen;
    CHECK(screen.touch(LargeTextChosen{true}).large_text);
    CHECK(screen.model.large_text);
    CHECK(screen.touch(LanguageChosen{Language::english}).language == Language::english);
    CHECK(screen.model.language == Language::english);
    CHECK(screen.touch(MotionChosen{true}).reduced_motion);
}

TEST_CASE("the volume stays between nothing and all, and is heard") {
    AtThePage screen;
    for (int i = 0; i < 20; ++i) (void)screen.touch(VolumeMoved{-volume_step});
    CHECK(screen.model.choices.volume == 0);
    for (int i = 0; i < 20; ++i) (void)screen.touch(VolumeMoved{+volume_step});
    CHECK(screen.model.choices.volume == 100);
    CHECK(screen.has<PlaySound>());
}

TEST_CASE("quiet hours go round midnight") {
    AtThePage screen;
    screen.model.choices.quiet_from = {23 * 60 + 30};
    CHECK(screen.touch(QuietFromMoved{+quiet_step_minutes}).quiet_from == DayMinute{0});
    CHECK(screen.touch(QuietFromMoved{-quiet_step_minutes}).quiet_from == DayMinute{23 * 60 + 30});
}

TEST_CASE("what was chosen is there after a restart, and nobody outside changes it") {
    StaffedCommunity kiosk;
    WindowChoices choices;
    choices.volume = 30;
    choices.large_text = true;
    Staffed desk(kiosk, "2026-03-02T08:30:00+08:00");
    (void)desk.staff.answer(SaveChoices{choices});
    CHECK_FALSE(with_choices({}, kiosk.data()).large_text);
    desk.enter();
    CHECK_FALSE(desk.staff.answer(SaveChoices{choices}).has_value());
    KioskSettings machine;
    machine.camera = "/dev/video2";
    const KioskSettings after = with_choices(machine, kiosk.data());
    CHECK(choices_of(after) == choices);
    CHECK(after.camera == "/dev/video2");
}

TEST_CASE("a damaged file of choices leaves the machine's settings") {
    StaffedCommunity kiosk;
    REQUIRE(write_file_atomic(kiosk.data() / "window.toml", "volume = loud").ok());
    KioskSettings machine;
    machine.sound.volume = 55;
    CHECK(with_choices(machine, kiosk.data()).sound.volume == 55);
}

TEST_CASE("the sheet says how the machine is set up") {
    StaffedCommunity kiosk;
    Staffed desk(kiosk, "2026-03-02T08:30:00+08:00");
    std::vector<PaperOrder> sent;
    auto papers = *PaperDesk::open(*desk.opened, [&](PaperOrder order) {
        sent.push_back(std::move(order));
        return true;
    });
    desk.staff.use(papers);
    desk.enter();
    const MachineFacts facts = desk.ask<SettingsAnswered>(AskSettings{}).facts;
    CHECK(facts.community == "云溪镇枫林社区");
    CHECK(facts.records == static_cast<std::int64_t>(desk.opened->journal().count()));
    PrintSettings asked;
    asked.choices.volume = 0;
    CHECK(desk.ask<SheetAsked>(asked).taken);
    REQUIRE(sent.size() == 1);
    const auto& sheet = std::get<OfficeSheet>(sent[0].content);
    CHECK(sheet.title == "设置单");
    REQUIRE(sheet.sections.size() == 2);
    CHECK(sheet.sections[1].lines[3].note == "静音");
}
