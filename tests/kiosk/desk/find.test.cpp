// SPDX-License-Identifier: MIT
// Finding oneself by name and digits, on a real journal in a real folder.
#include "kiosk/app/find_desk.hpp"

#include "domain/event/kinds_machine.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/slip_papers.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string morning = "2026-03-01T09:00:00+08:00";

struct Person {
    std::string name;
    std::string phone;
};

// People on the roster with their phones; their slips in that order.
std::vector<IssuedSlip> list(DeskFixture& kiosk, const std::vector<Person>& people) {
    std::vector<RosterRow> rows;
    for (const Person& person : people) {
        RosterRow row;
        row.name = person.name;
        row.phone = person.phone;
        row.agency = "镇财政所";
        rows.push_back(row);
    }
    return kiosk.issue_rows(std::move(rows), "2026-02-20T09:00:00+08:00");
}

AskPeople by_keys(std::string keys, std::string digits = {}) {
    return {FindTicket{1}, FindTab::initials, std::move(keys), FindProof::phone, std::move(digits)};
}

AskPeople by_code(std::string keys, SlipSerial serial) {
    std::string code = short_code(serial);
    std::erase(code, ' ');
    return {FindTicket{1}, FindTab::initials, std::move(keys), FindProof::code,
            code.substr(code.size() - proof_length)};
}

ScanAnswer go_on(Desk& desk, const PeopleAnswered& answer) {
    REQUIRE(answer.found);
    SubmitScan request;
    request.text = short_code(answer.found->serial);
    request.source = ScanSource::found;
    return desk.scan(request);
}

const std::vector<Person> roster{
    {"陈建国", "13900001008"}, {"陈建军", "13900001009"}, {"曹国华", "13900002001"},
    {"单雄信", "13900002002"}, {"仇英", "13900002003"},   {"曾国藩", "13900002004"},
    {"区志航", "13900002005"}, {"王䶮", "13900002006"},   {"林晓燕", ""}};

}  // namespace

TEST_CASE("the list narrows with each initial, and holds surnames only") {
    DeskFixture kiosk;
    (void)list(kiosk, roster);
    auto opened = kiosk.at(morning);
    FindDesk find(*opened);
    CHECK(find.answer(by_keys("")).people == 0);
    const PeopleAnswered one = find.answer(by_keys("A"));
    CHECK(one.people == 5);  // 仇 and 曾 are read chou and ceng by some
    CHECK(one.masked.size() == masked_names_max);
    const PeopleAnswered three = find.answer(by_keys("AGG"));
    CHECK(three.people == 3);
    CHECK(three.masked == std::vector<std::string>{"曹＊＊", "陈＊＊", "陈＊＊"});
    CHECK(find.answer(by_keys("AGGG")).people == 0);
    CHECK_FALSE(find.answer(by_keys("AGG")).found);
}

TEST_CASE("right digits find one person; a name that nobody has and digits of nobody get one answer") {
    DeskFixture kiosk;
    const auto slips = list(kiosk, roster);
    auto opened = kiosk.at(morning);
    FindDesk find(*opened);
    const PeopleAnswered right = find.answer(by_keys("AGG", "1009"));
    REQUIRE(right.verdict == FindVerdict::found);
    CHECK(right.found->name == "陈建军");
    CHECK(right.found->serial == slips[1].serial);
    CHECK_FALSE(right.found->registered);
    for (const AskPeople& wrong :
         {by_keys("AGG", "7777"), by_keys("DDD", "1009"), by_keys("AG", "1009"), by_keys("KTY", "0000")}) {
        const PeopleAnswered answer = find.answer(wrong);
        CHECK(answer.verdict == FindVerdict::no_match);
        CHECK_FALSE(answer.found);
    }
}

TEST_CASE("rare surnames and characters are found by how they are read") {
    DeskFixture kiosk;
    (void)list(kiosk, roster);
    auto opened = kiosk.at(morning);
    FindDesk find(*opened);
    const auto found = [&](const std::string& keys, const std::string& digits) {
        const PeopleAnswered answer = find.answer(by_keys(keys, digits));
        return answer.found ? answer.found->name : std::string();
    };
    CHECK(found("QTT", "2002") == "单雄信");
    CHECK(found("QY", "2003") == "仇英");
    CHECK(found("YGD", "2004") == "曾国藩");
    CHECK(found("NYG", "2005") == "区志航");
    CHECK(found("TY", "2006") == "王䶮");
    AskPeople letters{FindTicket{1}, FindTab::pinyin, "cengguofan", FindProof::phone, "2004"};
    CHECK(find.answer(letters).found);
}

TEST_CASE("who is found registers, signs in and sees her record as if her slip had been scanned") {
    DeskFixture kiosk;
    const auto slips = list(kiosk, roster);
    {
        auto opened = kiosk.at(morning);
        FindDesk find(*opened);
        const ScanAnswer first = go_on(opened->desk(), find.answer(by_keys("AGG", "1008")));
        CHECK(first.outcome == Outcome::registered);
        CHECK(first.name == "陈建国");
        CHECK(first.serial == slips[0].serial);
        CHECK(find.answer(by_keys("AGG", "1008")).found->registered);
    }
    auto opened = kiosk.at("2026-03-02T09:00:00+08:00");
    FindDesk find(*opened);
    CHECK(go_on(opened->desk(), find.answer(by_keys("AGG", "1008"))).outcome == Outcome::signed_in);
    CHECK(find.answer(by_keys("AGG", "1008")).found->is_in);
    SubmitScan record;
    record.text = short_code(slips[0].serial);
    record.source = ScanSource::found;
    CHECK(opened->desk().record(record).ok());
}

TEST_CASE("the dates of her slip hold for who is found by name, too") {
    DeskFixture kiosk;
    auto opened = kiosk.at(morning);
    RosterRow row;
    row.name = "陈建国";
    row.phone = "13900001008";
    row.agency = "镇财政所";
    auto book = IssueBook::read(opened->journal());
    const Validity spring{date_from_civil({2026, 4, 1}), date_from_civil({2026, 5, 1})};
    auto issue = prepare_issue({row}, opened->installation(), *book, spring.first, spring, opened->random());
    REQUIRE(issue.ok());
    REQUIRE(opened->desk().note(issue->events).ok());
    FindDesk find(*opened);
    const ScanAnswer answer = go_on(opened->desk(), find.answer(by_keys("AGG", "1008")));
    CHECK(answer.outcome == Outcome::not_yet_valid);
    CHECK(answer.first_day == spring.first);
}

TEST_CASE("namesakes are told apart by their digits, and without them by the short code") {
    DeskFixture kiosk;
    const auto slips = list(
        kiosk,
        {{"陈建国", "13900001008"}, {"陈建国", "13800001008"}, {"陈建国", ""}, {"陈建国", "13900003333"}});
    auto opened = kiosk.at(morning);
    FindDesk find(*opened);
    CHECK(find.answer(by_keys("AGG", "3333")).found->serial == slips[3].serial);
    // Two with the same last four digits: nobody is taken for the other.
    const PeopleAnswered both = find.answer(by_keys("AGG", "1008"));
    CHECK(both.verdict == FindVerdict::several);
    CHECK_FALSE(both.found);
    for (const IssuedSlip& slip : slips) {
        const PeopleAnswered answer = find.answer(by_code("AGG", slip.serial));
        REQUIRE(answer.verdict == FindVerdict::found);
        CHECK(answer.found->serial == slip.serial);
    }
    CHECK(find.answer(by_code("AG", slips[2].serial)).verdict == FindVerdict::no_match);
}

TEST_CASE("two records that were joined are one person, and a lost card leads to the new one") {
    DeskFixture kiosk;
    const auto slips = list(kiosk, {{"陈建国", "13900001008"}, {"陈建国", "13900001008"}});
    auto opened = kiosk.at(morning);
    FindDesk find(*opened);
    REQUIRE(find.answer(by_keys("AGG", "1008")).verdict == FindVerdict::several);
    const auto member = [&](const IssuedSlip& slip) {
        return *opened->desk().load(slip.serial.value)->state.members.begin();
    };
    const MemberSame same{member(slips[0]), member(slips[1])};
    REQUIRE(opened->desk().note({draft_of(same)}).ok());
    CHECK(find.answer(by_keys("AGG", "1008")).verdict == FindVerdict::found);

    const auto lost = issued_entry(*opened, slips[0].serial);
    REQUIRE(lost.ok());
    const auto made = reissue(*opened, *lost, opened->desk().now());
    REQUIRE(made.ok());
    const PeopleAnswered answer = find.answer(by_keys("AGG", "1008"));
    REQUIRE(answer.found);
    CHECK(answer.found->serial != slips[0].serial);
    CHECK(go_on(opened->desk(), answer).outcome == Outcome::registered);
}

TEST_CASE("who came without having been on the roster is found by her slip's own name") {
    DeskFixture kiosk;
    DeskFixture elsewhere;
    const auto theirs = elsewhere.issue({"赵堃"}, morning);
    CHECK(kiosk.scan(theirs[0].text, morning).outcome == Outcome::parked);
    auto opened = kiosk.at("2026-03-02T09:00:00+08:00");
    FindDesk find(*opened);
    CHECK(find.answer(by_keys("YK")).masked == std::vector<std::string>{"赵＊＊"});
    const PeopleAnswered answer = find.answer(by_code("YK", theirs[0].serial));
    CHECK(go_on(opened->desk(), answer).outcome == Outcome::signed_in);
}

TEST_CASE("what was looked up is forgotten, and found again when it is asked for") {
    DeskFixture kiosk;
    (void)list(kiosk, roster);
    auto opened = kiosk.at(morning);
    FindDesk find(*opened);
    CHECK(find.answer(by_keys("AGG")).people == 3);
    find.forget();
    CHECK(find.answer(by_keys("AGG")).people == 3);
}
