// SPDX-License-Identifier: MIT
// Slips that headquarters signs: from a roster with its row-numbered report to a paper whose codes a window
// believes.
#include <catch2/catch.hpp>

#include "domain/base/text.hpp"
#include "domain/slip/keyring.hpp"
#include "sync/hq/slips.hpp"
#include "tests/support/town_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string good_roster =
    "姓名,单位,支部,社区,手机,期初次数,期初时长\n"
    "王芳,镇财政所,镇财政所党支部,枫林社区,13900000001,1,90\n"
    "李娜,镇财政所,镇财政所党支部,枫林社区,,0,0\n"
    "赵文博,镇司法所,镇司法所党支部,,,0,0\n";

bool has(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

std::string value_of(const std::string& page, const std::string& field) {
    const std::string begin = "name=\"" + field + "\" value=\"";
    const auto at = page.find(begin);
    REQUIRE(at != std::string::npos);
    return page.substr(at + begin.size(), page.find('"', at + begin.size()) - at - begin.size());
}

struct SlipTown {
    explicit SlipTown(const std::string& store = "") : town(store) {
        town.send();
        (void)town.web.log_in(browser, user);
        (void)browser.get("/slips");
    }
    HttpResponse check(const std::string& bytes, const std::string& community = "15728641") {
        (void)browser.get("/slips");
        return browser.upload("/slips/check", {{"community", community}}, "roster", "名册.csv", bytes);
    }
    HttpResponse sign(const std::string& report) {
        return browser.post("/slips/sign", {{"upload", value_of(report, "upload")},
                                            {"community", value_of(report, "community")},
                                            {"file_name", "名册.csv"}});
    }
    hq::BatchPapers papers(std::size_t batch) {
        return town.web.hq.with<hq::BatchPapers>([&](sql::Session& session) -> Result<hq::BatchPapers> {
            const auto batches = hq::slip_batches(session, "", 10);
            if (!batches) return batches.error();
            return hq::read_batch(session, batches->at(batch));
        });
    }

    TownScene town;
    TestUser user = town.web.add_user("王书记");
    WebBrowser browser{*town.web.web};
};

std::string store_of(const std::string& engine) {
    if (engine == "SQLite") return "";
    REQUIRE(shared_postgres() != nullptr);
    return shared_postgres()->fresh_database();
}

}  // namespace

TEST_CASE("a roster is looked at, signed once, and printed after password and code, on both engines") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        SlipTown scene(store_of(engine));
        const std::string report = scene.check(good_roster).body;
        CHECK(has(report, "名册可以签发"));
        CHECK(has(report, "王芳"));
        CHECK(has(report, "签发 3 人"));
        CHECK(scene.town.web.hq.count("slip_batches") == 0);
        CHECK(header(scene.sign(report), "Location") == "/slips?signed=1");
        CHECK(header(scene.sign(report), "Location") == "/slips?before=1");
        CHECK(scene.town.web.hq.count("issued_slips") == 3);
        CHECK(scene.town.web.hq.count("uploads") == 0);

        const std::string list = scene.browser.get("/slips").body;
        CHECK(has(list, "2026 年第 1 批"));
        CHECK(has(scene.browser.get("/ledger?show=blank").body, "王芳"));
        const auto at = list.find("href=\"/slips/");
        REQUIRE(at != std::string::npos);
        const std::string batch = list.substr(at + 6, list.find('"', at + 6) - at - 6);
        CHECK(has(scene.browser.get(batch).body, "枫林社区"));
        CHECK(scene.browser.post(batch, {{"password", "wrong"}, {"code", "000000"}}).status == 403);
        CHECK(scene.town.web.hq.count("audit WHERE what='papers'") == 0);
        (void)scene.browser.get(batch);
        const HttpResponse pdf = scene.browser.post(
            batch, {{"password", scene.user.password}, {"code", scene.town.web.fresh_code(scene.user)}});
        CHECK(pdf.status == 200);
        CHECK(pdf.content_type == "application/pdf");
        CHECK(pdf.body.starts_with("%PDF-"));
        CHECK(scene.town.web.hq.count("audit WHERE what='papers' AND names>0") == 1);
        CHECK(scene.town.web.hq.count("audit WHERE what='issue' AND about LIKE '%王芳%'") == 0);
        // Both batches, their numbers, and everything again from the records.
        std::vector<std::string> numbers;
        for (std::size_t i = 0; i < 2; ++i) {
            for (const IssuedSlip& slip : scene.papers(i).slips) numbers.push_back(slip.slip_number);
        }
        std::sort(numbers.begin(), numbers.end());
        CHECK(numbers == std::vector<std::string>{"司法-2026-1-01", "财政-2026-1-01", "财政-2026-1-02"});
        const std::string before = scene.town.digest();
        REQUIRE(
            scene.town.web.hq.pool->with<void>([](sql::Session& session) { return hq::rebuild(session); }));
        CHECK(scene.town.digest() == before);
        CHECK(scene.papers(0).slips.size() + scene.papers(1).slips.size() == 3);
        // The same agency again: its next batch; and whoever is on the roll already is told of.
        const std::string again = scene.check(good_roster).body;
        CHECK(has(again, "第 2 行：名册上已有同名同单位的人"));
        CHECK(header(scene.sign(again), "Location") == "/slips?signed=1");
        CHECK(has(scene.browser.get("/slips").body, "2026 年第 2 批"));
    }
}

TEST_CASE("what headquarters signed is believed by a window that holds its key set, and by no other") {
    SlipTown scene;
    (void)scene.sign(scene.check(good_roster).body);
    const hq::BatchPapers papers = scene.papers(0);
    REQUIRE_FALSE(papers.slips.empty());
    Keyring window(DeskKind::production);
    window.pin_root(scene.town.web.hq.keys.root.public_key);
    const auto served = scene.town.web.hq.answer({"GET", "/v1/key-set", "", ""});
    REQUIRE(window.accept_key_set(as_bytes(served.body)).ok());
    Keyring stranger(DeskKind::production);
    for (const IssuedSlip& slip : papers.slips) {
        const auto read = parse_slip(slip.text);
        REQUIRE(std::holds_alternative<UnverifiedSlip>(read));
        const auto verified = window.verify(std::get<UnverifiedSlip>(read));
        REQUIRE(std::holds_alternative<VerifiedSlip>(verified));
        CHECK(std::get<VerifiedSlip>(verified).slip().name == slip.row.name);
        CHECK(std::get<VerifiedSlip>(verified).slip().community == scene.town.community);
        CHECK(std::holds_alternative<SlipRefusal>(stranger.verify(std::get<UnverifiedSlip>(read))));
    }
    // The window hears of its people, under names that it can open.
    scene.town.kiosk.now.value += ms_per_hour;
    scene.town.web.hq.clock.advance(ms_per_hour);
    const auto known = scene.town.kiosk.journal->count();
    REQUIRE(scene.town.kiosk.run_until_rest());
    CHECK(scene.town.kiosk.journal->count() >= known + 7);
}

TEST_CASE("a roster with faults says each with its row and issues nothing") {
    SlipTown scene;
    const std::string bad =
        "姓名,单位,社区,备注\n"
        "王芳,,枫林社区,\n"
        "李娜,镇财政所,桃源社区,\n"
        ",镇财政所,枫林社区,\n";
    const std::string report = scene.check(bad).body;
    CHECK(has(report, "名册需要修改"));
    CHECK(has(report, "第 2 行"));
    CHECK(has(report, "第 4 行"));
    CHECK_FALSE(has(report, "id=\"sign\""));
    const std::string unknown = scene.check("姓名,单位,社区\n李娜,镇财政所,桃源社区\n").body;
    CHECK(has(unknown, "第 2 行：没有叫“桃源社区”的社区"));
    CHECK(has(scene.check("姓名,单位\n李娜,镇财政所\n", "").body, "第 2 行：没有写社区"));
    CHECK(has(scene.check("姓名,单位\n李娜,镇财政所\n", "9").body, "还没有窗口终端"));
    CHECK(has(scene.check("\xFF\xFE").body, "UTF-16"));
    CHECK(has(scene.check("").body, "名册需要修改"));
    std::string many = "姓名,单位\n";
    for (std::size_t i = 0; i <= hq::issue_rows_max; ++i) many += "王芳" + std::to_string(i) + ",镇财政所\n";
    CHECK(has(scene.check(many).body, "一次最多签发 2000 人"));
    CHECK(has(scene.check("姓名,单位\n<script>alert(1)</script>,\"=1+1\"\n").body, "&lt;script&gt;"));
    for (const char* table : {"issued_slips", "slip_batches", "agencies"})
        CHECK(scene.town.web.hq.count(table) == 0);
}

TEST_CASE("an upload without its token, without its file or broken on the way changes nothing") {
    SlipTown scene;
    const HttpResponse stranger = scene.browser.upload(
        "/slips/check", {{"form", "0123"}, {"community", "15728641"}}, "roster", "a.csv", good_roster);
    CHECK(stranger.status == 403);
    (void)scene.browser.get("/slips");
    CHECK(has(scene.browser.upload("/slips/check", {}, "roster", "", "").body, "请先选一份名册文件"));
    const std::string type = "multipart/form-data; boundary=x";
    CHECK(scene.browser.post_raw("/slips/check", type, "--x\r\nContent-Disp").status == 400);
    CHECK(scene.browser.post_raw("/slips/check", "multipart/form-data", good_roster).status == 400);
    CHECK(scene.browser.post_raw("/slips/check", "text/plain", good_roster).status == 403);
    CHECK(header(scene.browser.post("/slips/sign", {{"upload", "00"}}), "Location") == "/slips?before=1");
    CHECK(scene.town.web.hq.count("issued_slips") == 0);
    // An hour later a roster that was looked at is forgotten; another user never sees it.
    (void)scene.browser.get("/slips");
    const std::string report = scene.check(good_roster).body;
    WebBrowser other(*scene.town.web.web);
    (void)scene.town.web.log_in(other, scene.town.web.add_user("李书记"));
    (void)other.get("/slips");
    CHECK(
        header(other.post("/slips/sign", {{"upload", value_of(report, "upload")}, {"community", "15728641"}}),
               "Location") == "/slips?before=1");
    scene.town.web.hq.clock.advance(2 * ms_per_hour);
    (void)scene.town.web.log_in(scene.browser, scene.user);
    (void)scene.browser.get("/slips");
    CHECK(header(scene.sign(report), "Location") == "/slips?before=1");
    CHECK(scene.town.web.hq.count("issued_slips") == 0);
}

TEST_CASE("an agency signs for its own people only, a community's user not at all") {
    SlipTown scene;
    WebBrowser agency(*scene.town.web.web);
    (void)scene.town.web.log_in(agency, scene.town.web.add_user("李会计", hq::Role::agency, "镇财政所"));
    (void)agency.get("/slips");
    const auto check = [&](const std::string& bytes) {
        (void)agency.get("/slips");
        return agency.upload("/slips/check", {{"community", "15728641"}}, "roster", "a.csv", bytes).body;
    };
    CHECK(has(check(good_roster), "您只能为“镇财政所”签发"));
    const std::string own = check("姓名,单位\n王芳,镇财政所\n");
    CHECK(has(own, "签发 1 人"));
    CHECK(
        agency.post("/slips/sign", {{"upload", value_of(own, "upload")}, {"community", "15728641"}}).status ==
        303);
    (void)scene.sign(scene.check("姓名,单位\n赵文博,镇司法所\n").body);
    const std::string all = scene.browser.get("/slips").body;
    CHECK(has(all, "镇司法所"));
    const auto at = all.find("href=\"/slips/");
    const std::string others = all.substr(at + 6, all.find('"', at + 6) - at - 6);
    CHECK_FALSE(has(agency.get("/slips").body, "镇司法所"));
    CHECK(agency.get(others).status == 404);
    WebBrowser window(*scene.town.web.web);
    (void)scene.town.web.log_in(window, scene.town.web.add_user("周敏", hq::Role::community, "15728641"));
    CHECK(window.get("/slips").status == 403);
    CHECK(window.upload("/slips/check", {}, "roster", "a.csv", good_roster).status == 403);
}

TEST_CASE("an issuing key that is over signs nothing, and the page says so") {
    SlipTown scene;
    (void)scene.sign(scene.check(good_roster).body);
    scene.town.web.hq.clock.advance(200 * ms_per_day);
    (void)scene.town.web.log_in(scene.browser, scene.user);
    const auto issued = scene.town.web.hq.count("issued_slips");
    CHECK(has(scene.sign(scene.check("姓名,单位\n周明,镇财政所\n").body).body, "签发密钥已到期"));
    CHECK(scene.town.web.hq.count("issued_slips") == issued);
}
