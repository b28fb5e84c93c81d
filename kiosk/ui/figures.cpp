// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/widgets.hpp"

namespace baodao {

void countdown_ring(Canvas& canvas, const Ring& ring) {
    const float radius = (ring.diameter - ring.thickness) / 2;
    canvas.arc(ring.center, radius, 0, 1, ring.track, ring.thickness);
    canvas.arc(ring.center, radius, 0, std::clamp(ring.share, 0.0f, 1.0f), ring.color, ring.thickness);
    const TypeSize size = type_size(ring.type);
    // Digits are 0.73 em high, so their middle is that far above the baseline.
    const float baseline = ring.center.y + 0.365f * size.size;
    canvas.text_on_baseline({ring.center.x - canvas.measure(ring.type, ring.seconds) / 2, baseline},
                            ring.type, ring.ink, ring.seconds);
    canvas.note(
        "progress", ring.seconds,
        {ring.center.x - ring.diameter / 2, ring.center.y - ring.diameter / 2, ring.diameter, ring.diameter});
}

void progress_bar(Canvas& canvas, Rect rect, const ProgressBar& bar) {
    const Palette& palette = canvas.palette();
    const float radius = rect.height / 2;
    const float earlier = std::clamp(bar.earlier, 0.0f, 1.0f);
    const float total = std::clamp(bar.earlier + bar.session, 0.0f, 1.0f);
    canvas.fill(rect, palette.track, radius);
    const auto part = [&](float share) {
        return Rect{rect.x, rect.y, std::max(rect.height, rect.width * share), rect.height};
    };
    if (total > 0) canvas.fill(part(total), total > earlier ? palette.blue : palette.green, radius);
    if (earlier > 0 && total > earlier) {
        const Rect green = part(earlier);
        canvas.fill(green, palette.green, radius);
        // Where the two meet the edge is straight.
        const float from = rect.x + std::min(radius, green.width / 2);
        canvas.fill({from, rect.y, std::max(0.0f, green.right() - from), rect.height}, palette.green);
    }
    canvas.note("progress", bar.label, rect);
}

namespace {

// Space before and after the small words.
constexpr float before_word = 0.09f;
constexpr float after_word = 0.1f;

template <class Piece>
float each_piece(const HoursText& look, std::int64_t minutes, const Piece& piece) {
    const float em = type_size(look.figure).size;
    float x = 0;
    const auto pair = [&](std::int64_t figure, std::string_view word) {
        if (x > 0) x += after_word * em;
        x += piece(x, look.figure, std::to_string(figure));
        x += before_word * em;
        x += piece(x, look.word, std::string(word));
    };
    if (minutes >= 60) pair(minutes / 60, look.hours_word);
    if (minutes < 60 || minutes % 60 != 0) pair(minutes % 60, look.minutes_word);
    return x;
}

}  // namespace

float hours_text(Canvas& canvas, Point pen, const HoursText& look, std::int64_t minutes) {
    return each_piece(look, minutes, [&](float x, Type type, const std::string& piece) {
        return canvas.text_on_baseline({pen.x + x, pen.y}, type, look.color, piece);
    });
}

float hours_width(const Canvas& canvas, const HoursText& look, std::int64_t minutes) {
    return each_piece(look, minutes, [&](float, Type type, const std::string& piece) {
        return canvas.measure(type, piece);
    });
}

}  // namespace baodao
