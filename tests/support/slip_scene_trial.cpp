// SPDX-License-Identifier: MIT
#include "tests/support/slip_scene_trial.hpp"

#include <algorithm>
#include <ctime>
#include <vector>

#include "domain/qr/scan_pipeline.hpp"
#include "domain/qr/zbar_reader.hpp"
#include "domain/qr/zxing_reader.hpp"

namespace baodao::test {
namespace {

// Of this thread only, so that a busy machine disturbs a ratio as little as can be.
double processor_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

std::vector<std::string> texts_of(const FoundCodes& codes) {
    std::vector<std::string> texts;
    for (const FoundCode& code : codes) texts.push_back(code.text);
    return texts;
}

// Runs one reader on one picture. True if it read.
template <class Reader>
bool count(ReaderFigures& figures, const std::string& truth, Reader read) {
    const double before = processor_ms();
    const std::vector<std::string> texts = read();
    const double took = processor_ms() - before;
    ++figures.pictures;
    const bool hit = !texts.empty();
    (hit ? figures.hit_ms : figures.miss_ms) += took;
    if (hit) ++figures.hits;
    if (std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return text != truth; })) {
        ++figures.wrong;
    }
    return hit;
}

}  // namespace

MixFigures measure_mix(Mix mix, int pictures, std::uint64_t first_seed) {
    MixFigures figures;
    for (int i = 0; i < pictures; ++i) {
        const SlipScene scene(mix, first_seed + static_cast<std::uint64_t>(i));
        const GreyImage frame = scene.frame();
        count(figures.naive, scene.text(), [&] { return texts_of(zxing_read_naively(frame)); });
        count(figures.naive_qr, scene.text(), [&] { return texts_of(zxing_read(frame, ZxingEffort::hard)); });
        count(figures.zbar, scene.text(), [&] { return texts_of(zbar_read(frame)); });
        count(figures.every_pass, scene.text(), [&] { return read_picture(frame).texts; });
        ScanPipeline pipeline;
        count(figures.first_frame, scene.text(), [&] { return pipeline.scan(frame).texts; });
    }
    return figures;
}

EmptyFigures measure_empty(Mix mix, int desks, std::uint64_t first_seed) {
    EmptyFigures figures;
    ScanPipeline changing;
    for (int i = 0; i < desks; ++i) {
        const SlipScene scene(mix, first_seed + static_cast<std::uint64_t>(i));
        ScanPipeline still;
        for (int shot = 0; shot < session_frames; ++shot) {
            const GreyImage frame = scene.empty_frame(static_cast<std::uint64_t>(shot));
            count(figures.ours_still, "", [&] { return still.scan(frame).texts; });
            if (shot != 0) continue;
            count(figures.naive, "", [&] { return texts_of(zxing_read_naively(frame)); });
            count(figures.ours_changing, "", [&] { return changing.scan(frame).texts; });
        }
    }
    return figures;
}

SessionFigures measure_sessions(Mix mix, int sessions, std::uint64_t first_seed) {
    SessionFigures figures;
    for (int i = 0; i < sessions; ++i) {
        const SlipScene scene(mix, first_seed + static_cast<std::uint64_t>(i));
        ScanPipeline pipeline;
        bool ours = false;
        bool naive = false;
        for (int index = 0; index < session_frames && !(ours && naive); ++index) {
            const GreyImage frame = scene.session_frame(index);
            ours = ours || count(figures.ours, scene.text(), [&] { return pipeline.scan(frame).texts; });
            naive = naive ||
                    count(figures.naive, scene.text(), [&] { return texts_of(zxing_read_naively(frame)); });
        }
        ++figures.sessions;
        figures.ours_read += ours ? 1 : 0;
        figures.naive_read += naive ? 1 : 0;
    }
    figures.wrong = figures.ours.wrong;
    return figures;
}

}  // namespace baodao::test
