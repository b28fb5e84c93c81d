// SPDX-License-Identifier: MIT
// What the town sees is what the windows recorded: the same figures, whoever looks, whatever the order.
#include <catch2/catch.hpp>

#include "domain/base/text.hpp"
#include "domain/service/quota.hpp"
#include "sync/hq/community_book.hpp"
#include "sync/hq/person_file.hpp"
#include "sync/hq/web/ledger_file.hpp"
#include "tests/support/town_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::string fresh_store(const std::string& engine) {
    if (engine == "SQLite") return "";
    REQUIRE(shared_postgres() != nullptr);
    return shared_postgres()->fresh_database();
}

bool has(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

// The address of the first link that begins so.
std::string link_to(const std::string& page, const std::string& begin) {
    const auto at = page.find("href=\"" + begin);
    if (at == std::string::npos) return {};
    std::string address = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    for (auto amp = address.find("&amp;"); amp != std::string::npos; amp = address.find("&amp;"))
        address.replace(amp, 5, "&");
    return address;
}

std::string minutes_of(TownScene& town, std::uint64_t person) {
    return town.web.hq.with<std::string>([&](sql::Session& session) -> Result<std::string> {
        const auto book = hq::load_community(session, town.community);
        if (!book) return book.error();
        const auto file = hq::load_person_file(session, person);
        if (!file) return file.error();
        const UtcMillis now = town.web.hq.clock.now().wall;
        const PersonState state = fold_person(person, file->entries, book->state, now);
        const YearAccount year = year_account(state, 2026, local_date(now, {}), book->state.rules());
        return hq::Speech(hq::Tongue::zh).duration(year.minutes);
    });
}

// What HTML would take for its own.
const char* const payloads[] = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                                "'onmouseover='a", "{{t.brand}}", "</td></tr></table><h1>x"};

}  // namespace

TEST_CASE("the ledger shows the fold's own figures, on both engines") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        TownScene town(fresh_store(engine));
        const TestMember chen = town.member("陈建国", "镇水利站党支部");
        const TestMember liu = town.member("刘秀英", "镇财政所党支部");
        (void)town.member("赵文博", "镇财政所党支部", false);
        for (int day = 10; day < 15; ++day) town.serve(chen, day, 9, 150);
        town.serve(liu, 12, 9, 45);
        town.send();

        WebBrowser browser(*town.web.web);
        (void)town.web.log_in(browser, town.web.add_user("王书记"));
        const std::string ledger = browser.get("/ledger").body;
        CHECK(has(ledger, "12 小时 30 分"));
        CHECK(has(ledger, "45 分"));
        CHECK(minutes_of(town, chen.serial.value) == "12 小时 30 分");
        CHECK(has(ledger, "枫林A-0001"));
        CHECK(ledger.find("枫林A-0001") < ledger.find("枫林A-0002"));
        CHECK(ledger.find("枫林A-0002") < ledger.find("赵文博"));
        CHECK(has(ledger, "还没报到"));

        const std::string overview = browser.get("/overview").body;
        CHECK(has(overview, "66.7%"));   // two of three registered
        CHECK(has(overview, "100.0%"));  // both served in this half-year
        CHECK(has(overview, "50.0%"));   // one has ten hours
        const std::string member = browser.get(link_to(ledger, "/ledger/")).body;
        CHECK(has(member, "签退 11:30，计 2 小时 30 分"));
        CHECK(has(member, "已满 10 小时"));
        CHECK(has(member, "记录完整，未被改动"));
        CHECK(has(browser.get("/ledger?q=%E5%88%98%E7%A7%80%E8%8B%B1").body, "枫林A-0002"));
        CHECK_FALSE(has(browser.get("/ledger?q=%E5%88%98%E7%A7%80%E8%8B%B1").body, "枫林A-0001"));
        CHECK(has(browser.get("/ledger?show=blank").body, "赵文博"));
    }
}

TEST_CASE("fault_088_rows_that_were_dropped_are_made_again_with_identical_totals_in_any_year") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        TownScene town(fresh_store(engine));
        const TestMember chen = town.member("陈建国", "镇水利站党支部");
        town.serve(chen, 10, 9, 150);
        town.write(AttendanceIn{chen.serial, ""}, town.moment(3, 9));  // and never out
        (void)town.member("赵文博", "镇财政所党支部", false);
        town.send();
        const std::string before = town.digest();
        for (const char* harm :
             {"DELETE FROM people", "UPDATE person_years SET minutes=1", "DELETE FROM doubts",
              "UPDATE branch_totals SET expected=9", "DELETE FROM branches"}) {
            (void)town.web.hq.with<std::int64_t>(
                [&](sql::Session& session) { return session.run(harm, {}); });
            CHECK(town.digest() != before);
            town.web.hq.clock.advance(400 * ms_per_day);
            REQUIRE(town.web.hq.pool->with<void>([](sql::Session& session) { return hq::rebuild(session); }));
            CHECK(town.digest() == before);
        }
    }
}

TEST_CASE("a plan and a rule that arrive after the scans change the figures that are shown") {
    TownScene town;
    const TestMember chen = town.member("陈建国", "镇水利站党支部");
    const ActivityId activity{77};
    town.serve(chen, 10, 8, 180, activity);  // from eight; the plan says ten
    town.send();
    WebBrowser browser(*town.web.web);
    (void)town.web.log_in(browser, town.web.add_user("王书记"));
    CHECK(has(browser.get("/ledger").body, "<b>3 小时</b>"));
    ActivityPlanned plan;
    plan.title = "河道巡护清洁";
    plan.start = town.moment(10, 10);
    plan.end = town.moment(10, 12);
    town.write(plan, town.moment(20, 9), activity);
    town.send();
    CHECK(has(browser.get("/ledger").body, "<b>1 小时 30 分</b>"));
    town.write(RuleSet{"early_minutes", 0, local_date(town.moment(100, 9), {})}, town.moment(20, 9));
    town.send();
    CHECK(has(browser.get("/ledger").body, "<b>1 小时</b>"));
}

TEST_CASE("fault_046_names_and_words_that_would_be_code_are_shown_as_they_stand") {
    TownScene town;
    for (const char* payload : payloads) {
        town.agency = payload;
        const TestMember who = town.member(payload, payload);
        town.write(AttendanceVoided{{who.serial, {}}, {{}, {1}, {1}}, payload});
        town.write(MemberRegistered{{town.kiosk.random.next_u64()}, {}, payload, {}, 0, "unknown_key"}, {},
                   {}, {{"name", payload}, {"branch", payload}});
        ActivityPlanned plan;
        plan.title = plan.post = plan.place = payload;
        plan.start = town.moment(1, 9);
        plan.end = town.moment(1, 11);
        town.write(plan, {}, ActivityId{town.kiosk.random.next_u64()});
        ItemPublished item;
        item.item = {town.kiosk.random.next_u64()};
        item.title = item.post = payload;
        town.write(item);
    }
    CommunitySet settings;
    settings.name = settings.town = settings.short_name = settings.contact_name = payloads[0];
    town.write(settings);
    town.send();
    WebBrowser browser(*town.web.web);
    (void)town.web.log_in(browser, town.web.add_user("王<b>书记"));
    const std::string ledger = browser.get("/ledger").body;
    const std::string waiting = browser.get("/waiting").body;
    CHECK(has(ledger, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    int pages = 0;
    for (const std::string& address :
         {std::string("/overview"), std::string("/communities"), std::string("/communities/15728641"),
          std::string("/agencies"), std::string("/ledger"), std::string("/activities"),
          std::string("/waiting"), std::string("/terminals"), std::string("/audit"),
          link_to(ledger, "/ledger/"), link_to(waiting, "/waiting/"),
          link_to(browser.get("/agencies").body, "/agencies/"),
          std::string("/ledger?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&community=%22%3E"),
          std::string("/language?to=zh&back=/%22%3E%3Cscript%3E")}) {
        if (address.empty()) continue;
        INFO(address);
        const HttpResponse response = browser.get(address);
        ++pages;
        for (const char* raw :
             {"<script", "<img", "<h1>x", "<b>书记", "'onmouseover='a\"", "href=\"javascript"})
            CHECK_FALSE(has(response.body, raw));
    }
    CHECK(pages >= 12);
    (void)browser.post("/terminals/enrol", {{"name", payloads[0]}});
    CHECK_FALSE(has(browser.get("/audit").body, "<script"));
}

TEST_CASE(
    "a slip that nobody could verify is accepted, refused, or given to a member, and its hours follow") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        TownScene town(fresh_store(engine));
        const TestMember chen = town.member("陈建国", "镇水利站党支部");
        std::vector<SlipSerial> strangers;
        for (int i = 0; i < 3; ++i) {
            const SlipSerial serial{town.kiosk.random.next_u64()};
            strangers.push_back(serial);
            town.write(
                MemberRegistered{serial, {}, "枫林A-待核 000" + std::to_string(i), {}, 0, "unknown_key"},
                town.moment(30 - i, 8), {}, {{"name", "何玉兰"}});
            town.write(AttendanceIn{serial, "unknown_key"}, town.moment(10 + i, 9));
            town.write(AttendanceOut{serial, "unknown_key", false}, town.moment(10 + i, 10 + i));
        }
        town.send();
        WebBrowser browser(*town.web.web);
        (void)town.web.log_in(browser, town.web.add_user("王书记"));
        std::string waiting = browser.get("/waiting").body;
        CHECK(has(waiting, "何＊＊"));
        CHECK_FALSE(has(waiting, "玉兰"));

        const std::string first = link_to(waiting, "/waiting/");
        CHECK(has(browser.get(first).body, "何玉兰"));
        CHECK(has(browser.post(first, {{"answer", "refuse"}}).body, "请写明理由"));
        CHECK(has(browser.post(first, {{"answer", "same"}, {"number", "枫林A-9999"}}).body, "没有这个编号"));
        const HttpResponse answered = browser.post(first, {{"answer", "new"}});
        CHECK(header(answered, "Location") == "/waiting?answered=1");
        CHECK(header(browser.post(first, {{"answer", "new"}}), "Location") == "/waiting?before=1");
        CHECK(header(browser.get(first), "Location") == "/waiting?before=1");

        waiting = browser.get("/waiting").body;
        const std::string second = link_to(waiting, "/waiting/");
        CHECK(second != first);
        CHECK(browser.post(second, {{"answer", "same"}, {"number", "枫林A-0001"}}).status == 303);
        const std::string third = link_to(browser.get("/waiting").body, "/waiting/");
        CHECK(browser.post(third, {{"answer", "refuse"}, {"reason", "不是我镇党员"}}).status == 303);
        CHECK(has(browser.get("/waiting").body, "没有待处理"));

        CHECK(minutes_of(town, strangers[0].value) == "1 小时");
        CHECK(minutes_of(town, chen.serial.value) == "2 小时");
        CHECK(minutes_of(town, strangers[2].value) == "0 分");
        const std::string ledger = browser.get("/ledger").body;
        CHECK(has(ledger, "2 小时"));
        // Headquarters' own log holds like any other, and the window hears of it.
        CHECK(town.web.hq.verified().damaged.empty());
        const auto known = town.kiosk.journal->count();
        town.kiosk.now.value += ms_per_hour;
        town.web.hq.clock.advance(ms_per_hour);
        CHECK(town.kiosk.run_until_rest());
        CHECK(town.kiosk.journal->count() == known + 3);
        const std::string before = town.digest();
        REQUIRE(town.web.hq.pool->with<void>([](sql::Session& session) { return hq::rebuild(session); }));
        CHECK(town.digest() == before);
    }
}

TEST_CASE("fault_083_a_correction_after_the_day_was_final_waits_for_the_town_and_its_word_holds") {
    for (const bool agreed : {true, false}) {
        TownScene town;
        const TestMember chen = town.member("陈建国", "镇水利站党支部");
        town.write(AttendanceIn{chen.serial, ""}, town.moment(10, 9));
        const Record out = town.write(AttendanceOut{chen.serial, "", false}, town.moment(10, 10));
        town.write(DayClosed{local_date(town.moment(10, 9), {}), ""}, town.moment(9, 1));
        AttendanceAmended amended;
        amended.who = {chen.serial, {}};
        amended.event = out.id;
        amended.end = town.moment(10, 12);
        amended.reason = "asked";
        town.write(amended, town.moment(5, 9));
        town.send();
        WebBrowser browser(*town.web.web);
        (void)town.web.log_in(browser, town.web.add_user("王书记"));
        const std::string waiting = browser.get("/waiting").body;
        CHECK(has(waiting, "待复核"));
        const std::string address = link_to(waiting, "/waiting/");
        CHECK(has(browser.post(address, {{"answer", "accept"}}).body, "请写明理由"));
        CHECK(browser.post(address, {{"answer", agreed ? "accept" : "decline"}, {"reason", "签到表为证"}})
                  .status == 303);
        CHECK(has(browser.get("/waiting").body, "没有待处理"));
        const std::string ledger = browser.get("/ledger").body;
        CHECK(has(ledger, agreed ? "<b>3 小时</b>" : "<b>1 小时</b>"));
        const std::string member = browser.get(link_to(ledger, "/ledger/")).body;
        CHECK(has(member, agreed ? "处理：同意" : "处理：不同意"));
        CHECK(has(member, "理由：签到表为证"));
        CHECK(has(member, "理由：按本人申请"));
    }
}

TEST_CASE("a sign-out that was forgotten waits from its closing hour on, not before") {
    TownScene town;
    const TestMember chen = town.member("陈建国", "镇水利站党支部");
    town.write(AttendanceIn{chen.serial, ""}, town.moment(0, 0, 5));
    town.send();
    const TestUser user = town.web.add_user("王书记");
    WebBrowser browser(*town.web.web);
    (void)town.web.log_in(browser, user);
    const bool early = town.web.hq.clock.now().wall < town.moment(0, 4);
    CHECK(has(browser.get("/waiting").body, "没有待处理") == early);
    town.web.hq.clock.advance(30 * ms_per_hour);
    (void)town.web.log_in(browser, user);
    CHECK(has(browser.get("/waiting").body, "忘了签退"));
}

TEST_CASE("a community sees its own people, an agency its own members, and neither changes anything") {
    TownScene town;
    (void)town.member("陈建国", "镇水利站党支部");
    KioskScene elsewhere(town.web.hq, 50, {0xF00002});
    Event listed;
    listed.kind = MemberListed::kind;
    listed.body = to_body(MemberListed{{SlipSerial{5}, MemberNumber{6}}, {}, {}});
    listed.at = {town.moment(3, 9), {1}, BootId{{2}}, 0, 0, Confidence::confirmed};
    const SealedCard card =
        seal_card({{"name", "董国平"}, {"agency", "县水利局"}}, SecretKey{{7}}, elsewhere.random);
    listed.card = card.name;
    elsewhere.add(listed, {card});
    town.send();
    REQUIRE(elsewhere.run_until_rest());

    const std::vector<std::string> pages{"/overview",
                                         "/communities",
                                         "/agencies",
                                         "/ledger",
                                         "/activities",
                                         "/waiting",
                                         "/terminals",
                                         "/ledger?community=15728642",
                                         "/communities/15728642",
                                         "/ledger/15728642/0000000000000006"};
    WebBrowser window(*town.web.web);
    (void)town.web.log_in(window, town.web.add_user("周敏", hq::Role::community, "15728641"));
    CHECK(has(window.get("/ledger").body, "陈建国"));
    WebBrowser agency(*town.web.web);
    (void)town.web.log_in(agency, town.web.add_user("李会计", hq::Role::agency, "镇财政所"));
    CHECK(has(agency.get("/ledger").body, "陈建国"));
    for (const std::string& address : pages) {
        INFO(address);
        CHECK_FALSE(has(window.get(address).body, "董国平"));
        CHECK_FALSE(has(agency.get(address).body, "董国平"));
    }
    for (WebBrowser* browser : {&window, &agency})
        CHECK(has(browser->get("/ledger?q=%E8%91%A3%E5%9B%BD%E5%B9%B3").body, "没有符合条件的党员"));
    (void)window.get("/ledger");
    (void)agency.get("/ledger");
    for (WebBrowser* browser : {&window, &agency}) {
        CHECK(browser->post("/terminals/enrol", {{"name", "x"}}).status == 403);
        CHECK(browser->post("/terminals/approve", {{"digits", "123456"}}).status == 403);
        CHECK(browser->post("/terminals/revoke/" + to_hex(town.kiosk.journal->origin()), {}).status == 403);
        CHECK(browser->get("/audit").status == 403);
    }
    CHECK(agency.get("/waiting").status == 403);
    CHECK(agency.get("/terminals").status == 403);
    CHECK(town.web.hq.count("invitations") == 2);
    WebBrowser all(*town.web.web);
    (void)town.web.log_in(all, town.web.add_user("王书记"));
    CHECK(has(all.get("/ledger").body, "董国平"));
}

TEST_CASE("an export asks for password and code anew, guards against formulas and is in the audit log") {
    TownScene town;
    (void)town.member("=HYPERLINK(\"http://elsewhere\")", "+支部");
    (void)town.member("陈建国", "镇水利站党支部");
    town.send();
    const TestUser user = town.web.add_user("王书记");
    WebBrowser browser(*town.web.web);
    (void)town.web.log_in(browser, user);
    (void)browser.get("/export");
    CHECK(browser.post("/export", {{"year", "2026"}}).status == 403);
    CHECK(browser
              .post("/export", {{"year", "2026"}, {"password", "wrong"}, {"code", town.web.fresh_code(user)}})
              .status == 403);
    CHECK_FALSE(has(browser.get("/audit").body, "导出台账"));
    (void)browser.get("/export");
    const HttpResponse file = browser.post(
        "/export", {{"year", "2026"}, {"password", user.password}, {"code", town.web.fresh_code(user)}});
    CHECK(file.status == 200);
    CHECK(header(file, "Content-Disposition") == "attachment; filename=\"ledger-2026.csv\"");
    CHECK(file.body.starts_with("\xEF\xBB\xBF\"社区\",\"报到编号\",\"姓名\""));
    CHECK(has(file.body, "\"'=HYPERLINK(\"\"http://elsewhere\"\")\""));
    CHECK(has(file.body, "\"'+支部\""));
    CHECK(has(file.body, "\"陈建国\""));
    CHECK(has(browser.get("/audit").body, "导出台账"));
    for (const char* cell : {"=1", "+1", "-1", "@a", "\t=1", "\r=1"})
        CHECK(hq::csv_cell(cell).starts_with("\"'"));
    CHECK(hq::csv_cell("a\"b") == "\"a\"\"b\"");
}

TEST_CASE("every look at full names is noted before it is shown") {
    TownScene town;
    (void)town.member("陈建国", "镇水利站党支部");
    (void)town.member("赵文博", "镇财政所党支部", false);
    town.send();
    WebBrowser browser(*town.web.web);
    (void)town.web.log_in(browser, town.web.add_user("王书记"));
    const std::string ledger = browser.get("/ledger").body;
    (void)browser.get(link_to(ledger, "/ledger/"));
    CHECK(has(browser.get(link_to(browser.get("/agencies").body, "/agencies/")).body, "赵文博"));
    CHECK(town.web.hq.count("audit WHERE what='ledger'") == 2);
    CHECK(town.web.hq.count("audit WHERE what='member'") == 1);
    CHECK(town.web.hq.count("audit WHERE what='blanks' AND names=1") == 1);
    CHECK(town.web.hq.count("audit WHERE about LIKE '%建国%'") == 0);
    (void)town.web.hq.pool->with<void>(
        [](sql::Session& session) { return session.execute("DROP TABLE audit"); });
    const HttpResponse refused = browser.get("/ledger");
    CHECK(refused.status == 503);
    CHECK_FALSE(has(refused.body, "陈建国"));
}

TEST_CASE("a kiosk comes in by the page: invitation, six digits, approval; and is turned away again") {
    TownScene town;
    WebBrowser browser(*town.web.web);
    (void)town.web.log_in(browser, town.web.add_user("王书记"));
    (void)browser.get("/terminals");
    const std::string made = browser.post("/terminals/enrol", {{"name", "枫林B"}}).body;
    const auto begin = made.find("{&quot;");
    REQUIRE(begin != std::string::npos);
    std::string text = made.substr(begin, made.find("</textarea>", begin) - begin);
    for (auto at = text.find("&quot;"); at != std::string::npos; at = text.find("&quot;"))
        text.replace(at, 6, "\"");
    const auto invitation = read_invitation(text);
    REQUIRE(invitation);
    CHECK(invitation->url == "https://127.0.0.1:8443");
    SeededRandom random(4);
    const SigningKey key = signing_key_from(random.draw<KeySeed>());
    const OriginId origin = random.draw<OriginId>();
    const std::string applied = to_text(Application{origin, key.public_key, town.community, SecretKey{{7}}},
                                        invitation->id, invitation->secret, random);
    REQUIRE(town.web.hq.answer({"POST", "/v1/enrol", "", applied}).status == 200);
    (void)browser.get("/terminals");
    CHECK(has(browser.post("/terminals/approve", {{"digits", "000000"}}).body, "没有窗口终端显示"));
    const std::string digits = six_digits(invitation->secret, key.public_key, invitation->answers);
    CHECK(browser.post("/terminals/approve", {{"digits", digits}}).status == 303);
    CHECK(town.web.hq.count("kiosks WHERE standing=" + std::to_string(static_cast<int>(Standing::active))) ==
          2);
    CHECK(has(browser.get("/terminals").body, "枫林B"));
    const std::string revoke = "/terminals/revoke/" + to_hex(origin);
    CHECK(has(browser.get(revoke).body, "停用 枫林B"));
    CHECK(browser.post(revoke, {}).status == 303);
    CHECK(has(browser.get("/terminals").body, "已停用"));
}
