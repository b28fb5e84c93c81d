// SPDX-License-Identifier: MIT
// A receipt on its way to the printer, and the process killed at any system call.
#include <catch2/catch.hpp>
#include <set>

#include "domain/base/text.hpp"
#include "kiosk/app/paper_desk.hpp"
#include "tests/support/child.hpp"
#include "tests/support/desk_fixture.hpp"
#include "tests/support/tier.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

namespace fs = std::filesystem;

const std::string before = "2026-02-01T09:00:00+08:00";
const std::string morning = "2026-03-01T09:00:00+08:00";
const std::string later = "2026-03-01T09:05:00+08:00";

std::size_t files_in(const fs::path& folder) {
    std::size_t count = 0;
    if (!fs::exists(folder)) return 0;
    for (const auto& entry : fs::directory_iterator(folder))
        count += entry.path().extension() == ".pdf" ? 1 : 0;
    return count;
}

// What the next start finds after such a kill, and what the cadre can do with it.
void check_next_start(const DeskFixture& kiosk, SlipSerial serial, const fs::path& out,
                      const std::string& printed) {
    const auto lines = lines_of(printed);
    const bool sent = !lines.empty();
    const bool told = lines.size() == 2;
    const auto opened = kiosk.at(later);
    std::vector<PaperOrder> orders;
    auto papers = PaperDesk::open(*opened, [&](PaperOrder order) {
        orders.push_back(std::move(order));
        return true;
    });
    REQUIRE(papers.ok());
    CHECK(orders.empty());
    const auto known = papers->book().first_for(serial, papers::receipt);
    // Nothing comes out that the log does not know of.
    if (sent || files_in(out) > 0) REQUIRE(known.has_value());
    if (told) {
        CHECK(papers->book().waiting().empty());
        CHECK(files_in(out) == 1);
        return;
    }
    if (known && !known->waits()) return;  // the word came into the log and the kill came after it
    if (!known) {
        CHECK(*papers->receipt(serial) == PaperState::sent);
        REQUIRE(orders.size() == 1);
        CHECK(orders[0].parts[0].copy == 1);
        return;
    }
    CHECK(*papers->again(known->job) == PaperState::sent);
    REQUIRE(orders.size() == 1);
    CHECK(std::get<Receipt>(orders[0].content).serial == SlipSerial{known->job});
    CHECK(orders[0].parts[0].copy == 2);
    if (sent) CHECK(lines[0] == "sent " + to_hex64(known->job) + " 1");
}

}  // namespace

TEST_CASE(
    "fault_032 fault_034 killed at any call on the way to paper: never a second serial, never unknown "
    "paper") {
    if (!can_strace()) return;
    constexpr std::uint64_t calls_max = 600;
    const auto runs = static_cast<std::uint64_t>(seeds(30, 60, 300));
    const std::uint64_t step = std::max<std::uint64_t>(1, calls_max / runs);
    bool ended = false;
    std::set<std::size_t> words;  // how far it came, over all runs
    for (std::uint64_t n = 1; n <= calls_max && !ended; n += step) {
        DeskFixture kiosk;
        const auto slips = kiosk.issue({"林晓燕"}, before);
        REQUIRE(kiosk.scan(slips[0].text, morning).outcome == Outcome::registered);
        const fs::path out = kiosk.data() / "papers";
        INFO("killed at call " << n);
        const ChildRun run = run_child_killed_at_call(
            {BAODAO_PAPER_PROBE, kiosk.data().string(), later, to_hex64(slips[0].serial.value), out.string()},
            n);
        check_next_start(kiosk, slips[0].serial, out, run.output);
        words.insert(lines_of(run.output).size());
        ended = run.exited;
    }
    CHECK(words.size() == 3);  // before it was sent, before it was told, after
}
