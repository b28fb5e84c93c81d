// SPDX-License-Identifier: MIT
// What answers is not headquarters, or says no: nothing is ever taken for an acknowledgement (faults 61, 62).
#include <catch2/catch.hpp>

#include "sync/wire/pack.hpp"
#include "tests/support/hq_scene.hpp"

using namespace baodao;
using namespace baodao::test;

TEST_CASE("fault_061_a_portal_that_says_200_to_everything_acknowledges_nothing") {
    const ByteVector bomb = pack(ByteVector(16 * 1024 * 1024, 0));
    const std::string bodies[] = {"",
                                  "<html>welcome</html>",
                                  "{}",
                                  "{\"outcome\":\"stored\",\"have\":99}",
                                  std::string(2 * 1024 * 1024, 'x'),
                                  std::string(bomb.begin(), bomb.end())};
    for (const char* from : {"/hello", "/session", "/push", "/pull"}) {
        for (const std::string& body : bodies) {
            for (const int status : {200, 204, 302}) {
                HqScene hq;
                KioskScene kiosk(hq, 1);
                kiosk.add_numbered(30);
                const auto portal = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
                    if (request.target.find(from) != std::string::npos)
                        return HttpResponse{status, "text/html", std::nullopt, body};
                    return hq.answer(request);
                };
                CHECK_FALSE(kiosk.run_until_rest(portal, 4));
                CHECK(kiosk.engine->view().trouble == SyncTrouble::not_ours);
                CHECK(kiosk.waits() == (from == std::string("/pull") ? 0 : 30));
                CHECK(kiosk.run_until_rest());
                CHECK(kiosk.waits() == 0);
            }
        }
    }
}

TEST_CASE("fault_062_each_refusal_for_a_day_leaves_the_queue_whole_and_asks_at_most_once_a_second") {
    for (const int status : {400, 401, 403, 404, 408, 409, 413, 426, 429, 500, 502, 503, 504}) {
        for (const char* at : {"/hello", "/session", "/push", "/quarantine"}) {
            INFO(status << " at " << at);
            HqScene hq;
            KioskScene kiosk(hq, 1);
            kiosk.add_numbered(30);
            const MonoMillis begin = kiosk.now;
            int sends = 0;
            int rounds = 0;
            const bool quarantine = at == std::string("/quarantine");
            while (kiosk.now.value - begin.value < ms_per_day && rounds < 400) {
                kiosk.now.value += 100'000;
                hq.clock.advance(100'000);
                ++rounds;
                (void)kiosk.run([&](const HttpRequest& request) -> std::optional<HttpResponse> {
                    ++sends;
                    const bool hit = request.target.find(at) != std::string::npos;
                    const bool poison = quarantine && request.target.ends_with("/push");
                    if (hit || poison)
                        return HttpResponse{poison ? 400 : status, "text/plain", std::nullopt, "no"};
                    return hq.answer(request);
                });
            }
            // Something between that refuses batches but lets single events pass: they go one by one.
            const bool one_by_one = at == std::string("/push") && (status == 400 || status == 413);
            CHECK(kiosk.waits() == (one_by_one ? 0 : 30));
            CHECK((kiosk.engine->view().trouble == SyncTrouble::none) == one_by_one);
            if (!one_by_one) CHECK(sends <= rounds * 12);  // a session, and a batch halved down to one event
            CHECK(hq.count("inbox") == (one_by_one ? 30 : 0));
            CHECK(hq.count("inbox WHERE state<>0") == 0);
            CHECK(kiosk.run_until_rest());
            CHECK(kiosk.waits() == 0);
            CHECK(hq.count("inbox") == 30);
        }
    }
}

TEST_CASE("an old answer, another kiosk's answer and a changed answer are no answers") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(10);
    std::optional<HttpResponse> old;
    CHECK(kiosk.run_until_rest([&](const HttpRequest& request) {
        auto response = hq.answer(request);
        if (request.target.ends_with("/push")) old = response;
        return std::optional(response);
    }));
    kiosk.add_numbered(10);
    CHECK_FALSE(kiosk.run_until_rest(
        [&](const HttpRequest& request) {
            return request.target.ends_with("/push") ? old : std::optional(hq.answer(request));
        },
        2));
    CHECK(kiosk.waits() == 10);
    CHECK_FALSE(kiosk.run_until_rest(
        [&](const HttpRequest& request) {
            auto response = hq.answer(request);
            if (request.target.ends_with("/push")) response.body[40] ^= 1;
            return std::optional(response);
        },
        2));
    CHECK(kiosk.waits() == 10);
    CHECK(kiosk.run_until_rest());
    CHECK(kiosk.waits() == 0);
}
