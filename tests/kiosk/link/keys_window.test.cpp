// SPDX-License-Identifier: MIT
// What headquarters says about keys and slips holds at the window as soon as it was heard.
#include "domain/event/kinds_member.hpp"
#include "domain/slip/slip.hpp"
#include "kiosk/app/drafts.hpp"
#include "tests/support/window_process.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::string slip_by(const hq::HqKeys& keys, CommunityId community, std::uint64_t serial) {
    Slip slip;
    slip.key = keys.issuer_id;
    slip.serial = {serial};
    slip.community = community;
    slip.first_day = keys.keys.issued;
    slip.last_day = {slip.first_day.days + 100};
    slip.name = "陈建国";
    const auto text = issue_slip(slip, keys.issuer);
    REQUIRE(text.ok());
    return *text;
}

bool trusts(const std::filesystem::path& data, KeyId id) {
    const auto installation = load_installation(data);
    REQUIRE(installation.ok());
    const auto keys = installation->keyring.keys_with(id);
    return keys.size() == 1 && installation->keyring.trusts(*keys.front());
}

}  // namespace

TEST_CASE("a key that was rotated in at headquarters is good here after the sync, and a revoked one is not") {
    HqScene scene;
    WindowFolders folders;
    const auto old_slips = folders.issue(1);
    const KioskLink link = folders.enrol(scene, folders.first());
    HqProcess hq(scene, BAODAO_HQ);
    auto loaded = hq::load_keys(hq.folder());
    REQUIRE(loaded.ok());
    hq::HqKeys keys = std::move(*loaded);
    const LocalDate today = local_date(SystemClock().now().wall, {});
    SystemRandom random;
    REQUIRE(hq::rotate_issuer(keys, today, random).ok());
    REQUIRE(hq::replace_keys(keys, hq.folder()).ok());
    const CommunityId community = load_installation(folders.first())->community;
    hq.start();
    WindowFolders::lead(link, hq.https(hq.port()), folders.first());
    const hq::HqKeys rotated = keys;
    {
        WindowProcess window(folders.first());
        CHECK(window.scan(slip_by(rotated, community, 101)).outcome == Outcome::parked);
        window.sync(folders.first());
        const auto good = [&] { return trusts(folders.first(), rotated.issuer_id); };
        REQUIRE(window.says_in_time([&](const HomeView&) { return good(); }));
        // At once, in the program that runs.
        CHECK(window.scan(slip_by(rotated, community, 102)).outcome == Outcome::registered);
        CHECK(window.scan(old_slips[0].text).outcome == Outcome::registered);
    }
    REQUIRE(hq::rotate_issuer(keys, today, random).ok());
    REQUIRE(hq::revoke_issuer(keys, rotated.issuer_id, today).ok());
    // Beside the headquarters that runs.
    REQUIRE(hq::replace_keys(keys, hq.folder()).ok());
    WindowProcess window(folders.first());
    window.sync(folders.first());
    REQUIRE(
        window.says_in_time([&](const HomeView&) { return !trusts(folders.first(), rotated.issuer_id); }));
    CHECK(window.scan(slip_by(rotated, community, 103)).outcome == Outcome::parked);
    CHECK(window.scan(slip_by(keys, community, 104)).outcome == Outcome::registered);
}

TEST_CASE("a slip that was revoked elsewhere is refused here after the sync") {
    HqScene scene;
    WindowFolders folders;
    const auto slips = folders.issue(2);
    folders.make_second();
    const KioskLink here = folders.enrol(scene, folders.first());
    const KioskLink there = folders.enrol(scene, folders.second());
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    WindowFolders::lead(here, hq.https(hq.port()), folders.first());
    WindowFolders::lead(there, hq.https(hq.port()), folders.second());
    const auto serial = std::get<UnverifiedSlip>(parse_slip(slips[0].text)).claimed().serial;
    {
        const auto opened = WindowFolders::open(folders.second());
        REQUIRE(opened->desk().note({draft_of(SlipRevoked{serial, "lost"})}).ok());
        plan_river(*opened);
    }
    WindowProcess second(folders.second());
    second.sync(folders.second());
    REQUIRE(second.says_in_time([](const HomeView& home) { return home.link.unreported == 0; }));
    WindowProcess first(folders.first());
    first.sync(folders.first());
    REQUIRE(first.says_in_time([](const HomeView& home) { return shows_river(home, 0); }));
    CHECK(first.scan(slips[0].text).outcome == Outcome::revoked);
    CHECK(first.scan(slips[1].text).outcome == Outcome::registered);
}
