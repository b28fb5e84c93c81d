// SPDX-License-Identifier: MIT
#include "kiosk/base/mailbox.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace baodao;
using namespace std::chrono_literals;

TEST_CASE("a mailbox keeps order and refuses what it has no room for") {
    Mailbox<int> box(2);
    CHECK(box.post(1));
    CHECK(box.post(2));
    CHECK_FALSE(box.post(3));
    CHECK(box.take() == 1);
    CHECK(box.post(4));
    CHECK(box.take() == 2);
    CHECK(box.take() == 4);
    CHECK_FALSE(box.take().has_value());
}

TEST_CASE("a closed mailbox takes nothing more and gives out what it has") {
    Mailbox<int> box(2);
    CHECK(box.post(1));
    box.close();
    CHECK_FALSE(box.post(2));
    CHECK(box.take_within(1h) == 1);
    CHECK_FALSE(box.take_within(1h).has_value());
}

TEST_CASE("a post wakes the reader that waits, and notifies once for each") {
    int notices = 0;
    Mailbox<int> box(8, [&] { ++notices; });
    std::thread poster([&] {
        for (int i = 0; i < 5; ++i) CHECK(box.post(i));
    });
    for (int i = 0; i < 5; ++i) CHECK(box.take_within(1min) == i);
    poster.join();
    CHECK(notices == 5);
}

TEST_CASE("the slot for the newest drops what nobody took") {
    LatestSlot<int> slot;
    CHECK_FALSE(slot.take().has_value());
    slot.put(1);
    slot.put(2);
    CHECK(slot.take() == 2);
    CHECK_FALSE(slot.take().has_value());
}
