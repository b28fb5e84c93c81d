// SPDX-License-Identifier: MIT
// One headquarters, several kiosks, thirty days of bad luck in virtual time; one seed is one run. At its end
// every event that any kiosk confirmed is at headquarters exactly once, every chain holds, projections made
// anew are the same, and all windows of a community hold the same events.
#include <catch2/catch.hpp>

#include "tests/support/hq_scene.hpp"
#include "tests/support/tier.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// What may be restored from an old copy in a run: the one or the other. Both at once can lose what neither
// copy has.
enum class Restored { nothing, headquarters, kiosks };

class Month {
  public:
    explicit Month(std::uint64_t seed) : random_(seed), restored_(static_cast<Restored>(seed % 3)) {
        const std::uint64_t count = 2 + random_.below(5);
        for (std::uint64_t i = 0; i < count; ++i) {
            const CommunityId community{0xF00001 + static_cast<std::uint32_t>(random_.below(2))};
            kiosks_.push_back(std::make_unique<KioskScene>(hq_, seed * 100 + i, community));
        }
        forked_.resize(kiosks_.size());
    }

    // Thirty days; empty when all rules held.
    std::string thirty_days() {
        for (int step = 0; step < 30 * steps_a_day; ++step) {
            pass(random_.below(2 * ms_per_day / steps_a_day));
            one_step();
        }
        return settle();
    }

  private:
    static constexpr int steps_a_day = 4;

    void pass(std::uint64_t ms) {
        for (auto& kiosk : kiosks_) kiosk->now.value += static_cast<std::int64_t>(ms);
        hq_.clock.advance(static_cast<std::int64_t>(ms));
    }

    void one_step() {
        const std::size_t index = random_.below(kiosks_.size());
        KioskScene& kiosk = *kiosks_[index];
        switch (random_.below(12)) {
            case 0:
            case 1:
            case 2:
                return kiosk.add_numbered(1 + random_.below(60));
            case 3:  // the program is started anew, the engine forgets everything
                return kiosk.reopen();
            case 4:
                return hq_.restart();
            case 5:
                return copy_something(kiosk);
            case 6:
                return restore_something(kiosk, index);
            case 7:
                return change_standing(kiosk);
            default:
                (void)kiosk.run(bad_line());
        }
    }

    // Requests that never arrive, answers that never come back, answers of somebody else, answers of before.
    KioskScene::Line bad_line() {
        const std::uint64_t badness = random_.below(4);  // 0: a good day
        return [this, badness](const HttpRequest& request) -> std::optional<HttpResponse> {
            const std::uint64_t luck = badness == 0 ? 99 : random_.below(40 / badness);
            if (luck == 0) return std::nullopt;
            if (luck == 1) return HttpResponse{503, "text/plain", 30, "later"};
            if (luck == 2) return HttpResponse{200, "text/html", std::nullopt, "<html>"};
            if (luck == 3 && old_answer_) return old_answer_;
            auto response = hq_.answer(request);
            if (luck == 4) (void)hq_.answer(request);  // sent twice by something in between
            if (luck == 5) hq_.restart();              // killed after the commit
            if (luck == 5 || luck == 6) return std::nullopt;
            if (random_.below(5) == 0) old_answer_ = response;
            return response;
        };
    }

    void copy_something(KioskScene& kiosk) {
        if (restored_ == Restored::headquarters) {
            backup_ = hq_.folder.path() + "/backup" + std::to_string(++backups_) + ".db";
            hq_.close();
            std::filesystem::copy(hq_.where, backup_);
            hq_.restart();
        }
        if (restored_ == Restored::kiosks) {
            kiosk.save_as(kiosk.folder.path() + "/copy");
        }
    }

    void restore_something(KioskScene& kiosk, std::size_t index) {
        if (restored_ == Restored::headquarters && !backup_.empty()) {
            hq_.open(std::exchange(backup_, ""));
        }
        const std::string copy = kiosk.folder.path() + "/copy";
        // What a lost disk had and had sent to nobody is lost with it: no rule can hold for that.
        if (restored_ == Restored::kiosks && kiosk.waits() == 0 && std::filesystem::exists(copy)) {
            kiosk.restore(copy);
            forked_[index] = true;
        }
    }

    void change_standing(const KioskScene& kiosk) {
        const Standing standing = random_.below(2) == 0 ? Standing::revoked : Standing::active;
        stand(kiosk, standing);
    }

    void stand(const KioskScene& kiosk, Standing standing) {
        BAODAO_CHECK(hq_.pool
                         ->with<void>([&](sql::Session& session) {
                             return hq::set_standing(session, kiosk.journal->origin(), standing);
                         })
                         .ok());
    }

    // The line is good again, everybody is approved and comes twice: to send, and to read what the others
    // sent.
    std::string settle() {
        for (auto& kiosk : kiosks_) stand(*kiosk, Standing::active);
        for (int round = 0; round < 2; ++round) {
            pass(2 * ms_per_hour);
            for (auto& kiosk : kiosks_) {
                if (!kiosk->run_until_rest()) return "a kiosk does not come to rest";
                if (kiosk->waits() != 0) return "events still wait";
            }
        }
        std::vector<const KioskScene*> all;
        for (const auto& kiosk : kiosks_) all.push_back(kiosk.get());
        if (auto broken = broken_rule(hq_, all); !broken.empty()) return broken;
        return agreement();
    }

    std::string agreement() {
        const auto digest = [&] {
            return hq_.with<Hash>([](sql::Session& session) { return hq::projections_digest(session); });
        };
        const Hash before = digest();
        BAODAO_CHECK(hq_.pool->with<void>([](sql::Session& session) { return hq::rebuild(session); }).ok());
        if (digest() != before) return "projections made anew are others";
        for (std::size_t i = 0; i < kiosks_.size(); ++i) {
            KioskScene& kiosk = *kiosks_[i];
            if (const auto held = kiosk.journal->verify_all(); !held) return held.error().text();
            // A kiosk that recorded under names which headquarters holds otherwise keeps its own under them.
            if (forked_[i]) continue;
            std::size_t expected = 0;
            for (const auto& other : kiosks_)
                expected += other->community == kiosk.community ? other->written.size() : 0;
            if (kiosk.journal->count() != expected)
                return "a window holds " + std::to_string(kiosk.journal->count()) + " events of " +
                       std::to_string(expected);
        }
        return {};
    }

    SeededRandom random_;
    Restored restored_;
    HqScene hq_;
    std::vector<std::unique_ptr<KioskScene>> kiosks_;
    std::vector<bool> forked_;  // a copy of it was put back at some time
    std::string backup_;
    int backups_ = 0;
    std::optional<HttpResponse> old_answer_;
};

}  // namespace

TEST_CASE("thirty days of cuts, lost answers, restarts, old copies and revocations leave every event once") {
    const int count = seeds(40, 300, 5000);
    const char* first = std::getenv("BAODAO_FIRST_SEED");
    const int begin = first == nullptr ? 1 : std::atoi(first);
    for (int seed = begin; seed < begin + count; ++seed) {
        const std::string broken = Month(static_cast<std::uint64_t>(seed)).thirty_days();
        if (!broken.empty()) FAIL("seed " << seed << ": " << broken);
    }
}
