// SPDX-License-Identifier: MIT
// bench_scan [--quick]: how much the scan pipeline reads of the four rendered mixes and what it
// costs, beside plain ZXing and ZBar in the same run. Milliseconds are processor time and depend on
// the machine; the ratios to "naive" are what counts.
#include <cstdio>
#include <string_view>

#include "tests/support/slip_scene_trial.hpp"

namespace {

using namespace baodao::test;

struct Sizes {
    int pictures;
    int desks;
    int sessions;
};
constexpr Sizes whole{200, 20, 60};
constexpr Sizes quick{25, 4, 8};
constexpr std::uint64_t first_seed = 50'000;

double ratio(double ours, double theirs) {
    return theirs > 0 ? ours / theirs : 0;
}

void print_reader(const char* name, const ReaderFigures& figures, const ReaderFigures& naive) {
    std::printf("  %-34s %5.1f %%  %7.2f ms a hit (×%.2f)  %7.2f ms a miss (×%.2f)  %d wrong\n", name,
                figures.hit_percent(), figures.ms_per_hit(), ratio(figures.ms_per_hit(), naive.ms_per_hit()),
                figures.ms_per_miss(), ratio(figures.ms_per_miss(), naive.ms_per_miss()), figures.wrong);
}

void print_mix(const char* name, Mix mix, const Sizes& sizes) {
    const MixFigures mixed = measure_mix(mix, sizes.pictures, first_seed);
    std::printf("%s, %d pictures\n", name, sizes.pictures);
    print_reader("naive: ZXing, every format", mixed.naive, mixed.naive);
    print_reader("ZXing, QR only, trying harder", mixed.naive_qr, mixed.naive);
    print_reader("ZBar", mixed.zbar, mixed.naive);
    print_reader("ours, every pass on one frame", mixed.every_pass, mixed.naive);
    print_reader("ours, first frame of a stream", mixed.first_frame, mixed.naive);
    const EmptyFigures empty = measure_empty(mix, sizes.desks, first_seed);
    std::printf("  empty frame: naive %.2f ms, ours ×%.3f while the scene changes, ×%.3f while it rests\n",
                empty.naive.ms_per_picture(),
                ratio(empty.ours_changing.ms_per_picture(), empty.naive.ms_per_picture()),
                ratio(empty.ours_still.ms_per_picture(), empty.naive.ms_per_picture()));
    std::fflush(stdout);
}

void print_sessions(const char* name, Mix mix, const Sizes& sizes) {
    const SessionFigures held = measure_sessions(mix, sizes.sessions, first_seed);
    std::printf("%s sessions, %d: a slip slides in and is held for %d frames\n", name, held.sessions,
                session_frames);
    std::printf(
        "  read: ours %.0f %%, naive %.0f %%;  a frame: ours %.2f ms, naive %.2f ms (×%.2f);  %d wrong\n",
        100.0 * held.ours_read / held.sessions, 100.0 * held.naive_read / held.sessions,
        held.ours.ms_per_picture(), held.naive.ms_per_picture(),
        ratio(held.ours.ms_per_picture(), held.naive.ms_per_picture()), held.wrong);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const bool short_run = argc > 1 && std::string_view(argv[1]) == "--quick";
    const Sizes sizes = short_run ? quick : whole;
    print_mix("easy", Mix::easy, sizes);
    print_mix("medium", Mix::medium, sizes);
    print_mix("hard", Mix::hard, sizes);
    print_mix("phone", Mix::phone, sizes);
    print_sessions("medium", Mix::medium, sizes);
    print_sessions("hard", Mix::hard, sizes);
    return 0;
}
