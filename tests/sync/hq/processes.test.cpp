// SPDX-License-Identifier: MIT
// Real processes, real TLS, real databases: whatever is killed or cut, each event is held exactly once.
#include <catch2/catch.hpp>
#include <thread>

#include "sync/hq/certificate.hpp"
#include "tests/support/fault_proxy.hpp"
#include "tests/support/hq_process.hpp"
#include "tests/support/tier.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::string fresh_store(const std::string& engine) {
    if (engine == "SQLite") return "";
    REQUIRE(shared_postgres() != nullptr);
    return shared_postgres()->fresh_database();
}

HttpsClient client_for(const HttpsOptions& options) {
    auto client = HttpsClient::make(options);
    REQUIRE(client);
    return std::move(*client);
}

}  // namespace

TEST_CASE("fault_071_headquarters_killed_again_and_again_in_the_middle_of_a_drain_holds_each_event_once") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        HqScene scene(fresh_store(engine));
        KioskScene kiosk(scene, 1);
        kiosk.add_numbered(20'000);
        HqProcess hq(scene, BAODAO_HQ);
        hq.start();
        HttpsClient client = client_for(hq.https(hq.port()));
        SeededRandom random(11);
        int pushes = 0;
        int kills = 0;
        const auto line = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
            if (!request.target.ends_with("/push") || ++pushes % 4 != 0) return https_line(client)(request);
            // Before it arrives, while it is committed, or just after: over the seeds at every place.
            const auto after = std::chrono::microseconds(random.below(15'000));
            std::thread killer([&] {
                std::this_thread::sleep_for(after);
                hq.kill_at_once();
            });
            const auto response = https_line(client)(request);
            killer.join();
            ++kills;
            hq.start();
            return response;
        };
        CHECK(kiosk.run_until_rest(line));
        CHECK(kills >= 10);
        CHECK(kiosk.waits() == 0);
        CHECK(hq.stop());
        scene.restart();
        CHECK(broken_rule(scene, {&kiosk}).empty());
        const auto projected =
            scene.pool->with<void>([](sql::Session& session) { return hq::project_all(session); });
        INFO((projected ? "" : projected.error().text()));
        REQUIRE(projected);
        CHECK(scene.count("feed") == 20'000);
    }
}

TEST_CASE("fault_071_the_database_server_stopped_at_once_in_the_middle_of_a_drain_loses_nothing") {
    PostgresServer* server = shared_postgres();
    REQUIRE(server != nullptr);
    HqScene scene(server->fresh_database());
    KioskScene kiosk(scene, 1);
    kiosk.add_numbered(10'000);
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    HttpsClient client = client_for(hq.https(hq.port()));
    SeededRandom random(12);
    int pushes = 0;
    const auto line = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
        if (!request.target.ends_with("/push") || ++pushes % 7 != 0) return https_line(client)(request);
        const auto after = std::chrono::microseconds(random.below(15'000));
        std::thread breaker([&] {
            std::this_thread::sleep_for(after);
            server->stop_at_once();
        });
        const auto response = https_line(client)(request);
        breaker.join();
        server->start_again();
        return response;
    };
    CHECK(kiosk.run_until_rest(line));
    CHECK(pushes > 14);
    CHECK(hq.stop());
    scene.restart();
    CHECK(broken_rule(scene, {&kiosk}).empty());
}

TEST_CASE("two headquarters on one PostgreSQL take two halves of one kiosk's batches, each event once") {
    HqScene scene(fresh_store("PostgreSQL"));
    KioskScene one(scene, 1);
    KioskScene two(scene, 2);
    one.add_numbered(3'000);
    two.add_numbered(3'000);
    HqProcess first(scene, BAODAO_HQ);
    first.start();
    HqScene second_scene(scene.where);
    second_scene.keys = scene.keys;
    HqProcess second(second_scene, BAODAO_HQ);
    second.start();
    HttpsClient clients[] = {client_for(first.https(first.port())), client_for(second.https(second.port()))};
    int turn = 0;
    const auto alternate = [&](const HttpRequest& request) {
        // Each batch goes to both: a load balancer that tries again elsewhere.
        if (request.target.ends_with("/push")) (void)https_line(clients[turn % 2])(request);
        return https_line(clients[++turn % 2])(request);
    };
    CHECK(one.run_until_rest(alternate));
    CHECK(two.run_until_rest(alternate));
    CHECK(first.stop());
    CHECK(second.stop());
    scene.restart();
    CHECK(broken_rule(scene, {&one, &two}).empty());
}

TEST_CASE("fault_055_a_line_cut_at_any_byte_up_or_down_makes_no_double_and_no_gap") {
    HqScene scene;
    KioskScene kiosk(scene, 1);
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    // A whole round first, to know how long it is.
    std::uint64_t up = 0;
    std::uint64_t down = 0;
    {
        FaultProxy proxy(hq.port(), [](int) { return LineFault{}; });
        {
            HttpsClient client = client_for(hq.https(proxy.port()));
            kiosk.add_numbered(3);
            kiosk.reopen();
            REQUIRE(kiosk.run_until_rest(https_line(client)));
        }
        while (proxy.bytes_up() == 0) std::this_thread::yield();
        up = proxy.bytes_up();
        down = proxy.bytes_down();
    }
    CHECK(up > 1000);
    const auto stride = static_cast<std::uint64_t>(tier() == Tier::nightly  ? 1
                                                   : tier() == Tier::normal ? 23
                                                                            : 151);
    for (std::uint64_t at = 0; at < up + down; at += stride) {
        INFO("cut at " << at << " of " << up << " up and " << down << " down");
        FaultProxy proxy(hq.port(), [&](int connection) {
            LineFault fault;
            if (connection > 0) return fault;
            (at < up ? fault.cut_up : fault.cut_down) = at < up ? at : at - up;
            return fault;
        });
        HttpsClient client = client_for(hq.https(proxy.port()));
        kiosk.add_numbered(2);
        kiosk.reopen();
        REQUIRE(kiosk.run_until_rest(https_line(client)));
        REQUIRE(kiosk.waits() == 0);
    }
    CHECK(hq.stop());
    scene.restart();
    CHECK(broken_rule(scene, {&kiosk}).empty());
}

TEST_CASE("a line that changes a byte is found out, whichever byte it is") {
    HqScene scene;
    KioskScene kiosk(scene, 1);
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    SeededRandom random(4);
    for (int i = 0; i < seeds(10, 40, 400); ++i) {
        FaultProxy proxy(hq.port(), [&](int connection) {
            LineFault fault;
            if (connection > 0) return fault;
            (random.below(2) == 0 ? fault.turn_up : fault.turn_down) = random.below(3000);
            return fault;
        });
        HttpsClient client = client_for(hq.https(proxy.port()));
        kiosk.add_numbered(2);
        kiosk.reopen();
        REQUIRE(kiosk.run_until_rest(https_line(client)));
    }
    CHECK(hq.stop());
    scene.restart();
    CHECK(broken_rule(scene, {&kiosk}).empty());
}

TEST_CASE("fault_065_a_slow_line_in_small_pieces_drains_all_the_same") {
    HqScene scene;
    KioskScene kiosk(scene, 1);
    kiosk.add_numbered(1'200);
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    FaultProxy proxy(hq.port(), [](int) {
        LineFault fault;
        fault.delay_ms = 1;
        fault.piece = 300;
        return fault;
    });
    HttpsClient client = client_for(hq.https(proxy.port()));
    CHECK(kiosk.run_until_rest(https_line(client)));
    CHECK(hq.stop());
    scene.restart();
    CHECK(broken_rule(scene, {&kiosk}).empty());
}

TEST_CASE("fault_065_headquarters_that_stands_still_is_given_up_in_time_and_found_again") {
    HqScene scene;
    KioskScene kiosk(scene, 1);
    kiosk.add_numbered(10);
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    HttpsOptions options = hq.https(hq.port());
    options.stall_s_max = 1;
    options.whole_ms_max = 1'500;
    HttpsClient client = client_for(options);
    hq.pause();
    CHECK_FALSE(kiosk.run_until_rest(https_line(client), 1));
    CHECK(kiosk.engine->view().trouble == SyncTrouble::unreachable);
    CHECK(kiosk.waits() == 10);
    hq.go_on();
    CHECK(kiosk.run_until_rest(https_line(client)));
    CHECK(kiosk.waits() == 0);
    CHECK(hq.stop());
}

TEST_CASE("fault_067_only_the_pinned_certificate_is_believed_and_the_clock_is_named_as_a_cause") {
    HqScene scene;
    HqProcess hq(scene, BAODAO_HQ);
    hq.start();
    const auto other = baodao::hq::make_certificate({"127.0.0.1"}, {1'795'000'000'000});
    REQUIRE(other);
    HttpsOptions options = hq.https(hq.port());
    options.certificate = other->certificate;
    const auto refused = client_for(options).send({"GET", "/v1/hello", "", ""});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("certificate") != std::string::npos);
    CHECK(refused.error().message.find("date") != std::string::npos);
    options = hq.https(hq.port());
    options.url = "https://localhost.invalid:" + std::to_string(hq.port());
    CHECK_FALSE(client_for(options).send({"GET", "/v1/hello", "", ""}));
    options.url = "http://127.0.0.1:" + std::to_string(hq.port());
    CHECK_FALSE(HttpsClient::make(options));
    options = hq.https(hq.port());
    options.certificate = "no certificate";
    CHECK_FALSE(client_for(options).send({"GET", "/v1/hello", "", ""}));
    CHECK(client_for(hq.https(hq.port())).send({"GET", "/v1/hello", "", ""}).ok());
    CHECK(hq.stop());
}
