// SPDX-License-Identifier: MIT
// 回执单 that come back: ticked or typed, by their own agency, once, and taken back when it was a mistake.
#include <catch2/catch.hpp>

#include "domain/base/text.hpp"
#include "domain/slip/short_code.hpp"
#include "domain/slip/slip.hpp"
#include "tests/support/town_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

bool has(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

// The field of the row in which that name stands.
std::string tick_of(const std::string& page, const std::string& name) {
    const auto at = page.find("aria-label=\"" + name + "\"");
    REQUIRE(at != std::string::npos);
    const auto begin = page.rfind("name=\"tick.", at);
    REQUIRE(begin != std::string::npos);
    return page.substr(begin + 6, page.find('"', begin + 6) - begin - 6);
}

struct ReceiptTown {
    explicit ReceiptTown(const std::string& store = "") : town(store) {
        chen = town.member("陈建国", "镇财政所党支部");
        liu = town.member("刘秀英", "镇财政所党支部");
        (void)town.member("赵文博", "镇财政所党支部", false);
        town.agency = "镇司法所";
        town.write(PaperRequested{chen_receipt.value, "receipt", {chen.serial, {}}, 1});
        town.write(PaperPrinted{chen_receipt.value, {chen.serial, {}}, "printer", 1});
        town.send();
        (void)town.web.log_in(agency, town.web.add_user("李会计", hq::Role::agency, "镇财政所"));
    }
    std::string list(const std::string& show = "unfiled") {
        return agency.get("/receipts?show=" + show).body;
    }

    TownScene town;
    TestMember chen;
    TestMember liu;
    SlipSerial chen_receipt{0x1122334455667788};
    WebBrowser agency{*town.web.web};
};

std::string store_of(const std::string& engine) {
    if (engine == "SQLite") return "";
    REQUIRE(shared_postgres() != nullptr);
    return shared_postgres()->fresh_database();
}

}  // namespace

TEST_CASE("receipts are ticked back and taken out again, and the windows hear of it, on both engines") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        ReceiptTown scene(store_of(engine));
        std::string page = scene.list();
        CHECK(has(page, "陈建国"));
        CHECK(has(page, "刘秀英"));
        CHECK_FALSE(has(page, "赵文博"));  // not registered: there is no receipt to wait for
        CHECK(has(scene.agency.get("/agencies").body, "0 / 2"));
        const std::string tick = tick_of(page, "刘秀英");
        CHECK(header(scene.agency.post("/receipts/file", {{tick, "1"}}), "Location") ==
              "/receipts?show=unfiled&done=1");
        page = scene.list();
        CHECK_FALSE(has(page, "刘秀英"));
        CHECK(has(page, "陈建国"));
        CHECK(has(scene.list("filed"), "刘秀英"));
        CHECK(has(scene.agency.get("/agencies").body, "1 / 2"));
        // Once more, from a page that was left open: nobody is ticked twice.
        CHECK(header(scene.agency.post("/receipts/file", {{tick, "1"}}), "Location") ==
              "/receipts?show=unfiled&done=0");
        const std::string before = scene.town.digest();
        REQUIRE(
            scene.town.web.hq.pool->with<void>([](sql::Session& session) { return hq::rebuild(session); }));
        CHECK(scene.town.digest() == before);
        CHECK_FALSE(has(scene.list(), "刘秀英"));
        scene.town.kiosk.now.value += ms_per_hour;
        scene.town.web.hq.clock.advance(ms_per_minute);
        const auto known = scene.town.kiosk.journal->count();
        REQUIRE(scene.town.kiosk.run_until_rest());
        CHECK(scene.town.kiosk.journal->count() == known + 1);

        (void)scene.list("filed");
        CHECK(scene.agency.post("/receipts/file", {{tick, "1"}, {"taken_back", "1"}}).status == 303);
        CHECK(has(scene.list(), "刘秀英"));
        CHECK(scene.town.web.hq.count("audit WHERE what='receipt_filed'") == 1);
        CHECK(scene.town.web.hq.count("audit WHERE what='receipt_back'") == 1);
    }
}

TEST_CASE("a receipt's code is typed or scanned: filed once, and every other code has its own words") {
    ReceiptTown scene;
    (void)scene.list();
    const auto type = [&](const std::string& code) {
        return scene.agency.post("/receipts/code", {{"code", code}}).body;
    };
    CHECK(has(type("不是编码"), "编码看不懂"));
    CHECK(has(type(short_code(SlipSerial{77})), "没有找到这张回执单"));
    // The member's own card is no receipt.
    CHECK(has(type(short_code(scene.chen.serial)), "没有找到这张回执单"));
    CHECK(scene.town.web.hq.count("people WHERE filed=1") == 0);
    Slip slip;
    slip.serial = scene.chen_receipt;
    slip.first_day = slip.last_day = local_date(scene.town.web.hq.clock.now().wall, {});
    slip.community = scene.town.community;
    slip.purpose = SlipPurpose::receipt;
    const auto qr = issue_slip(slip, scene.town.web.hq.keys.issuer);
    REQUIRE(qr.ok());
    CHECK(has(type(*qr), "已登记交回：陈建国"));
    CHECK(has(type(short_code(scene.chen_receipt)), "已经登记过了"));
    CHECK_FALSE(has(scene.list(), "陈建国"));
    CHECK(scene.town.web.hq.count("people WHERE filed=1") == 1);
}

TEST_CASE("another agency's receipts are nobody's: not seen, not ticked, not typed") {
    ReceiptTown scene;
    const std::string tick = tick_of(scene.list(), "陈建国");
    WebBrowser other(*scene.town.web.web);
    (void)scene.town.web.log_in(other, scene.town.web.add_user("周会计", hq::Role::agency, "镇司法所"));
    CHECK_FALSE(has(other.get("/receipts").body, "陈建国"));
    CHECK(header(other.post("/receipts/file", {{tick, "1"}}), "Location") == "/receipts?show=unfiled&done=0");
    (void)other.get("/receipts");
    CHECK(has(other.post("/receipts/code", {{"code", short_code(scene.chen_receipt)}}).body,
              "没有找到这张回执单"));
    WebBrowser window(*scene.town.web.web);
    (void)scene.town.web.log_in(window, scene.town.web.add_user("周敏", hq::Role::community, "15728641"));
    CHECK(window.get("/receipts").status == 403);
    CHECK(window.post("/receipts/file", {{tick, "1"}}).status == 403);
    CHECK(scene.town.web.hq.count("people WHERE filed=1") == 0);
}

TEST_CASE("each service of a community leaves as a line of its own, for the town and its own window") {
    TownScene town;
    const TestMember chen = town.member("陈建国", "镇财政所党支部");
    ActivityPlanned plan;
    plan.title = "河道巡护清洁";
    plan.post = "环境义务岗";
    plan.start = town.moment(10, 9);
    plan.end = town.moment(10, 12);
    town.write(plan, town.moment(20, 9), ActivityId{77});
    town.serve(chen, 10, 9, 150, ActivityId{77});
    town.serve(chen, 5, 14, 60);
    town.send();
    const TestUser user = town.web.add_user("王书记");
    WebBrowser browser(*town.web.web);
    (void)town.web.log_in(browser, user);
    (void)browser.get("/export");
    const auto export_of = [&](const std::string& community) {
        (void)browser.get("/export");
        return browser.post("/export", {{"year", "2026"},
                                        {"what", "services"},
                                        {"community", community},
                                        {"password", user.password},
                                        {"code", town.web.fresh_code(user)}});
    };
    const HttpResponse file = export_of("15728641");
    CHECK(header(file, "Content-Disposition") == "attachment; filename=\"services-15728641-2026.csv\"");
    CHECK(has(file.body, "\"河道巡护清洁\",\"环境义务岗\""));
    CHECK(has(file.body, "\"09:00\",\"11:30\",\"150\""));
    CHECK(has(file.body, "\"14:00\",\"15:00\",\"60\""));
    CHECK(std::count(file.body.begin(), file.body.end(), '\n') == 3);
    CHECK(export_of("").status == 404);
    CHECK(town.web.hq.count("audit WHERE about='services community=15728641 year=2026' AND names=1") == 1);
}
