// SPDX-License-Identifier: MIT
// Reads rendered scenes with our pipeline and, in the same run, as most programs
// would; the tests assert the ratios and the benchmark prints them.
#pragma once

#include <cstdint>

#include "tests/support/slip_scene.hpp"

namespace baodao::test {

// How often one reader read and what it cost, in milliseconds of this thread's processor time.
struct ReaderFigures {
    int pictures = 0;
    int hits = 0;
    int wrong = 0;
    double hit_ms = 0;   // sum over hits
    double miss_ms = 0;  // sum over misses

    [[nodiscard]] double hit_percent() const { return pictures == 0 ? 0 : 100.0 * hits / pictures; }
    [[nodiscard]] double ms_per_hit() const { return hits == 0 ? 0 : hit_ms / hits; }
    [[nodiscard]] double ms_per_miss() const { return pictures == hits ? 0 : miss_ms / (pictures - hits); }
    [[nodiscard]] double ms_per_picture() const { return pictures == 0 ? 0 : (hit_ms + miss_ms) / pictures; }
};

struct MixFigures {
    ReaderFigures naive;        // ZXing on the frame, every format
    ReaderFigures naive_qr;     // ZXing on the frame, QR only, trying harder
    ReaderFigures zbar;         // ZBar on the frame
    ReaderFigures every_pass;   // ours, every pass allowed on one frame
    ReaderFigures first_frame;  // ours, the first frame of a stream
};
// `first_seed` keeps tests and tuning on different scenes.
[[nodiscard]] MixFigures measure_mix(Mix mix, int pictures, std::uint64_t first_seed);

struct EmptyFigures {
    ReaderFigures naive;
    ReaderFigures ours_changing;  // each frame another desk: nothing is skipped as unmoved
    ReaderFigures ours_still;     // one desk with a living sensor's noise, 30 frames
};
[[nodiscard]] EmptyFigures measure_empty(Mix mix, int desks, std::uint64_t first_seed);

inline constexpr int session_frames = 30;  // about a second

struct SessionFigures {
    int sessions = 0;
    int ours_read = 0;
    int naive_read = 0;
    int wrong = 0;
    ReaderFigures ours;  // each frame counted as a picture
    ReaderFigures naive;
};
// A slip slides in and is held; a session ends when both have read it or after session_frames.
[[nodiscard]] SessionFigures measure_sessions(Mix mix, int sessions, std::uint64_t first_seed);

}  // namespace baodao::test
