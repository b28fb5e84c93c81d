// SPDX-License-Identifier: MIT
// Power cuts on a disk in memory, one life after another: what append confirmed is
// there exactly once after each of them.
#include <catch2/catch.hpp>

#include "tests/support/crash_vfs.hpp"
#include "tests/support/tier.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr std::uint64_t changes_per_life = 260;

// One kiosk from its first start through several power cuts.
class Lives {
  public:
    explicit Lives(std::uint64_t seed) : disk_(seed), vfs_(disk_), scene_("/kiosk"), random_(seed) {
        scene_.disk = &disk_;
        scene_.vfs = vfs_.name();
        scene_.random = SeededRandom(seed + 1);
    }

    // Works until the power goes off, and puts what was confirmed into acked().
    void live() {
        disk_.cut_power_after(random_.below(changes_per_life));
        auto opened = Journal::open(scene_.options());
        if (!opened) return;
        account(opened->journal);
        while (!disk_.is_off()) work(opened->journal);
    }

    [[nodiscard]] Result<OpenedJournal> wake(const PowerCut& cut) {
        disk_.restart(cut);
        auto opened = Journal::open(scene_.options());
        if (opened) account(opened->journal);
        return opened;
    }
    [[nodiscard]] const std::vector<Record>& acked() const { return acked_; }
    // Acked, and what was shown to staff as unconfirmed in any life.
    [[nodiscard]] std::string broken(Journal& journal) const {
        std::vector<Record> accounted = acked_;
        accounted.insert(accounted.end(), shown_.begin(), shown_.end());
        return broken_promise(journal, accounted);
    }
    CrashDisk& disk() { return disk_; }

  private:
    void account(Journal& journal) {
        const auto unconfirmed = journal.unconfirmed();
        if (unconfirmed) shown_.insert(shown_.end(), unconfirmed->begin(), unconfirmed->end());
    }

    void work(Journal& journal) {
        const std::uint64_t choice = random_.below(20);
        if (choice == 0) {
            (void)journal.tend();
        } else if (choice == 1) {
            (void)journal.scrub(50);
        } else if (choice < 5) {
            std::vector<Draft> drafts;
            for (std::uint64_t i = 0; i < 1 + random_.below(6); ++i) {
                drafts.push_back({numbered_event(number_), {numbered_card(number_)}});
                ++number_;
            }
            if (const auto records = journal.append(drafts)) {
                acked_.insert(acked_.end(), records->begin(), records->end());
            }
        } else if (auto record = journal.append(numbered_event(number_++))) {
            acked_.push_back(*record);
        }
    }

    CrashDisk disk_;
    CrashVfs vfs_;
    StoreScene scene_;
    SeededRandom random_;
    std::vector<Record> acked_;
    std::vector<Record> shown_;
    std::uint64_t number_ = 0;
};

void survive(std::uint64_t seed, const PowerCut& cut) {
    INFO("seed " << seed);
    Lives lives(seed);
    for (int life = 0; life < 3; ++life) {
        lives.live();
        auto opened = lives.wake(cut);
        INFO("life " << life << " " << (opened ? "" : opened.error().text()));
        REQUIRE(opened.ok());
        CHECK_FALSE(opened->report.new_epoch);
        CHECK(opened->report.put_aside.empty());
        REQUIRE(lives.broken(opened->journal) == "");
    }
}

}  // namespace

TEST_CASE("fault_003 a power cut that loses and reorders unsynced sectors loses nothing confirmed") {
    const int count = seeds(60, 500, 5000);
    for (int seed = 0; seed < count; ++seed) survive(static_cast<std::uint64_t>(seed), {});
}

TEST_CASE("fault_004 a power cut that tears sectors loses nothing confirmed") {
    const int count = seeds(60, 500, 5000);
    for (int seed = 0; seed < count; ++seed) {
        survive(100'000 + static_cast<std::uint64_t>(seed), {.torn_sectors = true});
    }
}

TEST_CASE("fault_004 a stray sector or a turned bit after a power cut is found and mended") {
    const int count = seeds(60, 500, 5000);
    for (int i = 0; i < count; ++i) {
        const std::uint64_t seed = 200'000 + static_cast<std::uint64_t>(i);
        INFO("seed " << seed);
        Lives lives(seed);
        lives.live();
        auto opened =
            lives.wake({.torn_sectors = true, .misdirected = i % 2 == 0, .flipped_bit = i % 2 == 1});
        // Harm to SQLite's own journal of the very first start can send a page far beyond any disk; nothing
        // was confirmed by then.
        if (!opened && opened.error().kind == ErrorKind::full && lives.acked().empty()) continue;
        INFO((opened ? "" : opened.error().text()));
        REQUIRE(opened.ok());
        if (lives.broken(opened->journal) != "") {
            // What only a full look finds is mended by the opening after it.
            const auto reopened = opened->journal.reopen();
            INFO((reopened ? "" : reopened.error().text()));
            REQUIRE(reopened.ok());
        }
        REQUIRE(lives.broken(opened->journal) == "");
    }
}

TEST_CASE("fault_003 after a power cut each copy alone holds all that was confirmed") {
    const int count = seeds(40, 200, 2000);
    for (int i = 0; i < count; ++i) {
        const std::uint64_t seed = 400'000 + static_cast<std::uint64_t>(i);
        INFO("seed " << seed);
        Lives lives(seed);
        lives.live();
        lives.disk().restart({});
        const bool database_gone = i % 2 == 0;
        for (const std::string& folder : {std::string("/kiosk"), std::string("/kiosk/mirror")}) {
            const auto names = lives.disk().list(folder);
            for (const std::string& name : *names) {
                const bool of_database = name.starts_with("baodao.db");
                const bool of_mirror = name.starts_with("mirror-");
                if (database_gone ? of_database : of_mirror) {
                    REQUIRE(lives.disk().remove(folder + "/" + name).ok());
                }
            }
        }
        auto opened = lives.wake({});
        // Cut during the very first start: nothing was confirmed, and an origin alone is told.
        if (!opened && lives.acked().empty()) continue;
        INFO((opened ? "" : opened.error().text()));
        REQUIRE(opened.ok());
        for (const Record& record : lives.acked()) {
            REQUIRE(opened->journal.record(record.id).ok());
        }
        CHECK(opened->journal.verify_all().ok());
    }
}

TEST_CASE("fault_005 a disk that lies about syncing loses the tail, and HQ's comparison tells") {
    const int count = seeds(20, 100, 1000);
    int gaps = 0;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t seed = 300'000 + static_cast<std::uint64_t>(i);
        INFO("seed " << seed);
        CrashDisk disk(seed);
        const CrashVfs vfs(disk);
        StoreScene scene("/kiosk");
        scene.disk = &disk;
        scene.vfs = vfs.name();
        std::vector<Record> acked;
        {
            auto opened = Journal::open(scene.options());
            REQUIRE(opened.ok());
            for (std::uint64_t n = 0; n < 40; ++n) {
                if (n == 30) disk.lie_about_sync(true);
                acked.push_back(*opened->journal.append(numbered_event(n)));
            }
            disk.cut_power_after(0);
        }
        disk.lie_about_sync(false);
        disk.restart({});
        auto opened = Journal::open(scene.options());
        REQUIRE(opened.ok());
        Journal& journal = opened->journal;
        // What was synced honestly is there.
        for (std::size_t n = 0; n < 30; ++n) CHECK(journal.record(acked[n].id).ok());
        CHECK(journal.verify_all().ok());
        const Record& newest = acked.back();
        const auto compared = journal.acknowledge({newest.id.epoch, newest.id.seq, newest.hash});
        if (compared || opened->report.new_epoch) continue;
        ++gaps;
        CHECK(compared.error().kind == ErrorKind::not_found);
        REQUIRE(journal.begin_epoch("headquarters has more of our log").ok());
        CHECK(journal.put_foreign(acked, {})->forked.empty());
        const auto next = journal.append(numbered_event(99));
        REQUIRE(next.ok());
        CHECK(next->id.epoch.value == newest.id.epoch.value + 1);
        CHECK(journal.record(newest.id)->bytes == newest.bytes);
    }
    CHECK(gaps > 0);
}

TEST_CASE("fault_029 making or migrating the schema may be cut at every single write") {
    bool finished = false;
    for (std::uint64_t changes = 0; !finished; ++changes) {
        INFO("cut after " << changes);
        CrashDisk disk(changes);
        const CrashVfs vfs(disk);
        StoreScene scene("/kiosk");
        scene.disk = &disk;
        scene.vfs = vfs.name();
        disk.cut_power_after(changes);
        { finished = Journal::open(scene.options()).ok() && !disk.is_off(); }
        disk.restart({.torn_sectors = true});
        auto opened = Journal::open(scene.options());
        INFO((opened ? "" : opened.error().text()));
        REQUIRE(opened.ok());
        CHECK(opened->report.lost == 0);
        const auto record = opened->journal.append(numbered_event(1));
        REQUIRE(record.ok());
        CHECK(broken_promise(opened->journal, {*record}) == "");
    }
}
