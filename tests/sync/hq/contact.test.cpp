// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "sync/core/contact.hpp"

using namespace baodao;

TEST_CASE(
    "the badge says online after two signed answers and offline after a minute and a half without any") {
    Contact contact;
    EngineView view;
    contact.hear(view, {0});
    CHECK_FALSE(contact.online());
    view.good_in_a_row = 1;
    view.last_good = MonoMillis{1'000};
    contact.hear(view, {1'000});
    CHECK_FALSE(contact.online());
    view.good_in_a_row = 2;
    contact.hear(view, {1'500});
    CHECK(contact.online());

    SECTION("a line that breaks for a moment changes nothing") {
        view.trouble = SyncTrouble::unreachable;
        view.good_in_a_row = 0;
        for (std::int64_t now = 2'000; now < 80'000; now += 2'000) {
            contact.hear(view, {now});
            CHECK(contact.online());
        }
        contact.hear(view, {92'000});
        CHECK_FALSE(contact.online());
        // One answer on a bad line is no contact yet.
        view.trouble = SyncTrouble::none;
        view.good_in_a_row = 1;
        view.last_good = MonoMillis{93'000};
        contact.hear(view, {93'000});
        CHECK_FALSE(contact.online());
    }
    SECTION("an hour between two rounds is no trouble when headquarters asked for it") {
        contact.hear(view, {3'600'000});
        CHECK(contact.online());
    }
}
