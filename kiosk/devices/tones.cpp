// SPDX-License-Identifier: MIT
#include "kiosk/devices/tones.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "domain/base/check.hpp"

namespace baodao {
namespace {

struct Note {
    double hertz = 0;  // 0: silence
    int ms = 0;
};

constexpr double D4 = 293.66, G4 = 392.00, A4 = 440.00, C5 = 523.25, E5 = 659.26, G5 = 783.99, A5 = 880.00;
constexpr Note registered[] = {{C5, 120}, {E5, 120}, {G5, 120}};
constexpr Note sign_in[] = {{E5, 120}, {A5, 120}};
constexpr Note sign_out[] = {{A5, 140}, {E5, 140}};
constexpr Note repeat[] = {{A5, 80}, {0, 40}, {A5, 80}};
constexpr Note attention[] = {{G4, 250}, {0, 120}, {G4, 250}};
constexpr Note assist[] = {{A4, 200}, {C5, 200}, {A4, 200}};
constexpr Note key[] = {{D4 * 4, 12}};

std::span<const Note> notes_of(Sound sound) {
    switch (sound) {
        case Sound::registered:
            return registered;
        case Sound::sign_in:
            return sign_in;
        case Sound::sign_out:
            return sign_out;
        case Sound::repeat:
            return repeat;
        case Sound::attention:
            return attention;
        case Sound::assist:
            return assist;
        case Sound::key:
            return key;
    }
    return key;
}

// Share of full scale: the doubtful answer is soft, a key hardly there (-18 dB).
double strength_of(Sound sound) {
    switch (sound) {
        case Sound::key:
            return 0.126;
        case Sound::attention:
            return 0.4;
        default:
            return 0.7;
    }
}

// A round start and end: without them every note would click.
double envelope(int at, int length) {
    const int edge = std::min(length / 3, sound_rate * 8 / 1000);
    const int from_end = std::min(at, length - 1 - at);
    return from_end >= edge ? 1.0 : static_cast<double>(from_end) / edge;
}

void append(Samples& samples, Note note, double strength) {
    const int length = sound_rate / 1000 * note.ms;
    for (int at = 0; at < length; ++at) {
        const double turn = 2 * std::numbers::pi * note.hertz * at / sound_rate;
        // An overtone, so that small loudspeakers carry the low notes.
        const double wave = 0.8 * std::sin(turn) + 0.2 * std::sin(2 * turn);
        samples.push_back(
            static_cast<std::int16_t>(std::lround(32'000 * strength * wave * envelope(at, length))));
    }
}

}  // namespace

Samples tone_of(Sound sound) {
    Samples samples;
    for (const Note note : notes_of(sound)) append(samples, note, strength_of(sound));
    return samples;
}

void set_loudness(Samples& samples, int percent) {
    BAODAO_CHECK(percent >= 0 && percent <= 100);
    for (std::int16_t& sample : samples) sample = static_cast<std::int16_t>(sample * percent / 100);
}

}  // namespace baodao
