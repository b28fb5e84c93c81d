// SPDX-License-Identifier: MIT
// 代为登记 at the desk: words, the registration of somebody who is on no roster, her papers.
#include "domain/event/kinds_member.hpp"
#include "kiosk/app/staff_desk.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// The staff's desk with somebody in, a printer that takes everything, and the pinyin dictionary.
struct WalkInWindow {
    Staffed desk;
    std::vector<PaperOrder> sent;
    PaperDesk papers;
    FindDesk find;

    explicit WalkInWindow(StaffedCommunity& kiosk, const std::string& time = "2026-03-02T08:30:00+08:00")
        : desk(kiosk, time),
          papers(*PaperDesk::open(*desk.opened,
                                  [this](PaperOrder order) {
                                      sent.push_back(std::move(order));
                                      return true;
                                  })),
          find(*desk.opened) {
        desk.staff.use(papers);
        desk.staff.use(find, pinyin_folder());
        desk.enter();
    }
    WalkInDone entered(const RegisterWalkIn& wanted) { return desk.ask<WalkInRegistered>(wanted).done; }
    std::vector<Record> of_kind(std::string_view kind) {
        std::vector<Record> found;
        REQUIRE(desk.opened->journal()
                    .for_each(select::OfKind{std::string(kind)},
                              [&](const Record& record) {
                                  found.push_back(record);
                                  return Step::go_on;
                              })
                    .ok());
        return found;
    }
};

const RegisterWalkIn xu_wei{"徐薇", "镇林业站", "镇林业站党支部", "0426", false};

}  // namespace

TEST_CASE("who is on no roster is registered, with a slip of this window, and takes both papers along") {
    StaffedCommunity kiosk;
    WalkInWindow window(kiosk);
    const WalkInDone done = window.entered(xu_wei);
    CHECK(done.state == WalkInDone::State::registered);
    CHECK(done.number == "枫林A-0001");
    CHECK(done.papers_sent);
    REQUIRE(window.sent.size() == 2);
    REQUIRE(std::holds_alternative<FormStack>(window.sent[0].content));
    const RegistrationForm& form = std::get<FormStack>(window.sent[0].content).forms.at(0);
    CHECK(form.card.name == "徐薇");
    CHECK(form.unit == "镇林业站");
    CHECK(form.card.branch == "镇林业站党支部");

    const auto registered = window.of_kind("member.registered");
    REQUIRE(registered.size() == 1);
    CHECK(entry_from(registered[0])->event.actor.kind == ActorKind::staff);
    CHECK(entry_from(window.of_kind("slip.issued").at(0))->event.actor.kind == ActorKind::staff);
}

TEST_CASE("her new card signs in like any other, and she is found by name and digits") {
    StaffedCommunity kiosk;
    std::string text;
    {
        WalkInWindow window(kiosk);
        (void)window.entered(xu_wei);
        text = std::get<FormStack>(window.sent.at(0).content).forms.at(0).card.qr_text;
        const PeopleAnswered found =
            window.find.answer({FindTicket{1}, FindTab::pinyin, "xuwei", FindProof::phone, "0426"});
        REQUIRE(found.found);
        CHECK(found.found->registered);
    }
    const ScanAnswer answer = kiosk.scan(text, "2026-03-02T08:31:00+08:00");
    CHECK(answer.outcome == Outcome::signed_in);
    CHECK(answer.name == "徐薇");
}

TEST_CASE("a namesake is asked about, and nothing is recorded before the answer") {
    StaffedCommunity kiosk;
    (void)kiosk.issue({"徐薇"}, "2026-03-01T09:00:00+08:00");
    WalkInWindow window(kiosk);
    const std::uint64_t before = window.desk.opened->journal().count();
    const auto same = window.desk.ask<SameNamesFound>(xu_wei);
    REQUIRE(same.people.size() == 1);
    CHECK(same.people[0].agency == "镇财政所");
    CHECK_FALSE(same.people[0].registered);
    CHECK(window.desk.opened->journal().count() == before);

    SECTION("she is that one: registered once, with the slip that she has") {
        const WalkInDone done = window.desk.ask<WalkInRegistered>(RegisterListed{same.people[0].serial}).done;
        CHECK(done.state == WalkInDone::State::registered);
        CHECK(window.of_kind("slip.issued").size() == 1);
        const WalkInDone again =
            window.desk.ask<WalkInRegistered>(RegisterListed{same.people[0].serial}).done;
        CHECK(again.state == WalkInDone::State::before);
        CHECK(again.number == done.number);
        CHECK(window.of_kind("member.registered").size() == 1);
        CHECK(window.sent.size() == 2);
    }
    SECTION("somebody else of that name is another person") {
        RegisterWalkIn other = xu_wei;
        other.another = true;
        CHECK(window.entered(other).state == WalkInDone::State::registered);
        CHECK(window.of_kind("slip.issued").size() == 2);
        CHECK(window.of_kind("member.registered").size() == 1);
    }
}

TEST_CASE("what cannot stand on a slip is refused, and nothing is recorded") {
    StaffedCommunity kiosk;
    WalkInWindow window(kiosk);
    const std::uint64_t before = window.desk.opened->journal().count();
    RegisterWalkIn wrong = xu_wei;
    SECTION("no name") {
        wrong.name = "  ";
    }
    SECTION("a name longer than a slip holds") {
        wrong.name = std::string(49, 'A');
    }
    SECTION("no unit") {
        wrong.agency.clear();
    }
    SECTION("a piece of a phone number") {
        wrong.phone = "042";
    }
    (void)window.desk.ask<StaffFailed>(wrong);
    CHECK(window.desk.opened->journal().count() == before);
}

TEST_CASE("known units and their branches are offered") {
    StaffedCommunity kiosk;
    (void)kiosk.issue({"林晓燕", "陈建国"}, "2026-03-01T09:00:00+08:00");
    WalkInWindow window(kiosk);
    const WalkInForm form = window.desk.ask<WalkInAnswered>(AskWalkIn{}).form;
    CHECK(form.agencies == std::vector<std::string>{"镇财政所"});
    CHECK(form.branches.at("镇财政所") == std::vector<std::string>{"镇财政所党支部"});
}

TEST_CASE("the roster's own names and units come before the dictionary's") {
    StaffedCommunity kiosk;
    (void)kiosk.issue({"李𬸪", "陈见国", "买买提·艾力"}, "2026-03-01T09:00:00+08:00");
    WalkInWindow window(kiosk);
    (void)window.desk.ask<WalkInAnswered>(AskWalkIn{});
    const auto first = [&](const std::string& letters, const std::string& before = {},
                           std::size_t field = 0) {
        const auto answer = window.desk.ask<WordsAnswered>(AskWords{letters, before, field});
        CHECK(answer.dictionary);
        REQUIRE_FALSE(answer.words.empty());
        CHECK(answer.words.size() > 1);
        return answer.words.front();
    };
    CHECK(first("chenjianguo") == PinyinWord{"陈见国", 11});
    CHECK(first("cjg") == PinyinWord{"陈见国", 3});
    CHECK(first("fan", "李") == PinyinWord{"𬸪", 3});
    CHECK(first("mmtal").text == "买买提·艾力");
    CHECK(first("zczs", {}, 1).text == "镇财政所");
}

TEST_CASE("without the dictionary the roster's words are offered, and that is said") {
    StaffedCommunity kiosk;
    (void)kiosk.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    WalkInWindow window(kiosk);
    window.desk.staff.use(window.find, kiosk.data());
    const auto answer = window.desk.ask<WordsAnswered>(AskWords{"chen", {}, 0});
    CHECK_FALSE(answer.dictionary);
    CHECK(answer.words == std::vector<PinyinWord>{{"陈建国", 4}});
}

TEST_CASE("nobody outside types or registers") {
    StaffedCommunity kiosk;
    WalkInWindow window(kiosk);
    (void)window.desk.staff.answer(LeaveStaff{"locked"});
    CHECK_FALSE(window.desk.staff.answer(AskWords{"chen", {}, 0}).has_value());
    CHECK_FALSE(window.desk.staff.answer(AskWalkIn{}).has_value());
    CHECK_FALSE(window.desk.staff.answer(xu_wei).has_value());
    CHECK(window.of_kind("member.registered").empty());
}
