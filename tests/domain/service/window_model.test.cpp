// SPDX-License-Identifier: MIT
// Random days at one window against the paper sign-in book: what the screen said is what the
// ledger shows, minute by minute.
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "domain/service/credit.hpp"
#include "tests/support/tier.hpp"
#include "window.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// One person's page in the paper book.
struct Page {
    bool registered = false;
    std::optional<UtcMillis> in;  // an open line
    std::optional<UtcMillis> limit;
    bool forgot = false;  // some line has no end and never will
    std::int64_t minutes = 0;
    std::int64_t lines = 0;
    std::optional<UtcMillis> held_up;  // last time the slip was seen
    Outcome said = Outcome::foreign;

    Outcome expected(UtcMillis now) {
        if (held_up && now - *held_up < 5 * ms_per_second) {
            held_up = now;
            if (said == Outcome::signed_in || said == Outcome::forgotten_sign_out) return Outcome::already_in;
            return said == Outcome::signed_out ? Outcome::already_out : said;
        }
        held_up = now;
        said = fresh(now);
        return said;
    }

  private:
    Outcome fresh(UtcMillis now) {
        if (!registered) {
            registered = true;
            return Outcome::registered;
        }
        if (in && now > *limit) {
            forgot = true;
            in.reset();
        }
        if (!in) {
            in = now;
            ++lines;
            const LocalDate today = local_date(now, china);
            limit = day_start(today, china) + 4 * ms_per_hour;
            if (*limit <= now) limit = day_start({today.days + 1}, china) + 4 * ms_per_hour;
            return forgot ? Outcome::forgotten_sign_out : Outcome::signed_in;
        }
        if (now - *in < 5 * ms_per_minute) return Outcome::confirm_short;
        minutes += (now - *in) / ms_per_minute;
        in.reset();
        return Outcome::signed_out;
    }
};

}  // namespace

TEST_CASE("what the window said to each person is what her ledger shows") {
    const int runs = seeds(5, 30, 500);
    const std::int64_t pauses[] = {ms_per_second,     3 * ms_per_second, 20 * ms_per_second,
                                   7 * ms_per_minute, 2 * ms_per_hour,   26 * ms_per_hour};
    for (int seed = 0; seed < runs; ++seed) {
        std::mt19937_64 random(static_cast<std::uint64_t>(seed));
        Window window;
        std::map<SlipSerial, Page> book;
        UtcMillis now = wall("2026-02-01 09:00");
        for (int scan = 0; scan < 60; ++scan) {
            now = now + pauses[random() % std::size(pauses)];
            window.slip.serial = SlipSerial{0xB00 + random() % 2};
            const Outcome expected = book[window.slip.serial].expected(now);
            CAPTURE(seed, scan);
            REQUIRE(window.scan_at(now).outcome == expected);
        }
        for (const auto& [serial, page] : book) {
            const auto person =
                fold_person(serial.value, window.story.entries, window.story.community(), now);
            std::int64_t minutes = 0;
            for (const Service& service : person.services) minutes += service.minutes;
            REQUIRE(minutes == page.minutes);
            REQUIRE(std::ssize(person.services) == page.lines);
            REQUIRE((person.open_service() != nullptr) == (page.in && now <= *page.limit));
        }
    }
}
