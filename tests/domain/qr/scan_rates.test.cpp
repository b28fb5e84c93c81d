// SPDX-License-Identifier: MIT
// The ratchet: how much must be read of rendered scenes, and at what part of plain ZXing's cost. The
// figures may only be made stricter. They leave room for the sample's chance; bench_scan measures
// larger samples.
#include <catch2/catch.hpp>

#include "tests/support/slip_scene_trial.hpp"
#include "tests/support/tier.hpp"

namespace baodao::test {
namespace {

constexpr std::uint64_t first_seed = 9'000;  // not the benchmark's scenes

// Under a sanitizer our code is slowed down and the libraries are not: costs say nothing then.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool costs_count = false;
#else
constexpr bool costs_count = true;
#endif

struct Floor {
    Mix mix;
    double hit_percent_min;  // with every pass allowed on one frame
};

TEST_CASE("each mix is read at least as often as it has been, and never wrongly") {
    const auto floor =
        GENERATE(Floor{Mix::easy, 98}, Floor{Mix::medium, 88}, Floor{Mix::hard, 50}, Floor{Mix::phone, 90});
    const MixFigures figures = measure_mix(floor.mix, seeds(6, 25, 300), first_seed);
    INFO("mix " << static_cast<int>(floor.mix) << ": " << figures.every_pass.hit_percent() << " %, naive "
                << figures.naive.hit_percent() << " %");
    CHECK(figures.every_pass.wrong == 0);
    CHECK(figures.first_frame.wrong == 0);
    CHECK(figures.zbar.wrong == 0);
    if (tier() == Tier::quick) return;  // six pictures say nothing about a rate
    CHECK(figures.every_pass.hit_percent() >= floor.hit_percent_min);
    CHECK(figures.every_pass.hits > figures.naive.hits - 1);
}

TEST_CASE("a hit on an easy frame costs a part of what plain ZXing takes") {
    const MixFigures figures = measure_mix(Mix::easy, seeds(10, 20, 100), first_seed + 500);
    CHECK(figures.first_frame.wrong == 0);
    if (!costs_count) return;
    CHECK(figures.first_frame.ms_per_hit() <= 0.7 * figures.naive.ms_per_hit());
}

TEST_CASE("a frame without a slip costs little, and next to nothing once it rests") {
    const EmptyFigures figures = measure_empty(Mix::medium, seeds(3, 6, 30), first_seed);
    CHECK(figures.ours_changing.hits == 0);
    CHECK(figures.ours_still.hits == 0);
    if (!costs_count) return;
    CHECK(figures.ours_changing.ms_per_picture() <= 0.2 * figures.naive.ms_per_picture());
    CHECK(figures.ours_still.ms_per_picture() <= 0.12 * figures.naive.ms_per_picture());
}

TEST_CASE("most slips of the hard mix are read within a second of holding, at a low cost a frame") {
    const SessionFigures figures = measure_sessions(Mix::hard, seeds(1, 5, 60), first_seed);
    CHECK(figures.wrong == 0);
    if (costs_count) CHECK(figures.ours.ms_per_picture() <= 0.4 * figures.naive.ms_per_picture());
    if (tier() == Tier::quick) return;
    CHECK(figures.ours_read >= figures.naive_read);
    CHECK(100 * figures.ours_read >= 50 * figures.sessions);
}

}  // namespace
}  // namespace baodao::test
