// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "tests/support/crash_vfs.hpp"
#include "tests/support/tier.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

void fill(Journal& journal, std::uint64_t count) {
    for (std::uint64_t n = 0; n < count;) {
        std::vector<Draft> drafts;
        while (drafts.size() < batch_drafts_max && n < count) drafts.push_back({numbered_event(n++), {}});
        REQUIRE(journal.append(drafts).ok());
    }
    REQUIRE(journal.close().ok());
}

// What a start and one append read from the disk, in bytes: measured instead of time.
std::uint64_t read_at_start(std::uint64_t count) {
    CrashDisk disk(1);
    const CrashVfs vfs(disk);
    StoreScene scene("/kiosk");
    scene.disk = &disk;
    scene.vfs = vfs.name();
    { fill(Journal::open(scene.options())->journal, count); }
    const std::uint64_t before = disk.bytes_read();
    auto opened = Journal::open(scene.options());
    REQUIRE(opened.ok());
    CHECK(opened->journal.count() == count);
    REQUIRE(opened->journal.append(numbered_event(count)).ok());
    return disk.bytes_read() - before;
}

}  // namespace

TEST_CASE("fault_030 a start reads no more of a long log than of a short one") {
    const std::uint64_t length = tier() == Tier::quick    ? 20'000
                                 : tier() == Tier::normal ? 100'000
                                                          : 1'000'000;
    const std::uint64_t brief = read_at_start(1'000);
    const std::uint64_t lengthy = read_at_start(length);
    INFO(brief << " bytes for 1,000 events, " << lengthy << " for " << length);
    CHECK(static_cast<double>(lengthy) <= 1.3 * static_cast<double>(brief));
}
