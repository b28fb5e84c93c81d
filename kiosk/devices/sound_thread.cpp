// SPDX-License-Identifier: MIT
#include "kiosk/devices/sound_thread.hpp"

#include "kiosk/devices/sound_output.hpp"
#include "kiosk/devices/voice_folder.hpp"

namespace baodao {
namespace {

constexpr std::chrono::milliseconds patience{500};

bool within(std::int64_t minute, int from, int to) {
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

}  // namespace

int loudness_at(const SoundSettings& settings, UtcMillis now, UtcOffset offset) {
    const std::int64_t minute = (now - day_start(local_date(now, offset), offset)) / ms_per_minute;
    return within(minute, settings.quiet_from.minute, settings.quiet_to.minute) ? settings.quiet_volume
                                                                                : settings.volume;
}

SoundThread::SoundThread(SoundSettings settings, const Clock& clock, UtcOffset offset)
    : settings_(std::move(settings)), clock_(clock), offset_(offset), thread_([this] { run(); }) {}

SoundThread::~SoundThread() {
    wanted_.close();
    thread_.join();
}

void SoundThread::play(Sound sound) {
    // A full box means that nobody can hear one more anyway.
    (void)wanted_.post(sound);
}

void SoundThread::change(const WindowChoices& choices) {
    const std::lock_guard lock(lock_);
    settings_.volume = choices.volume;
    settings_.quiet_from = choices.quiet_from;
    settings_.quiet_to = choices.quiet_to;
}

SoundSettings SoundThread::settings() const {
    const std::lock_guard lock(lock_);
    return settings_;
}

bool SoundThread::gives_way() {
    while (auto newer = wanted_.take()) {
        if (*newer != Sound::key) next_ = newer;
    }
    return next_.has_value() || wanted_.closed();
}

void SoundThread::run() {
    while (!wanted_.closed()) {
        const std::optional<Sound> wanted =
            next_ ? std::exchange(next_, std::nullopt) : wanted_.take_within(patience);
        if (wanted) sound(*wanted);
    }
}

void SoundThread::sound(Sound sound) {
    const SoundSettings now = settings();
    const int loudness = loudness_at(now, clock_.now().wall, offset_);
    if (loudness == 0) return;
    Samples samples = tone_of(sound);
    if (!now.voice_folder.empty()) {
        if (const auto words = read_prompt(now.voice_folder, sound))
            samples.insert(samples.end(), words->begin(), words->end());
    }
    set_loudness(samples, loudness);
    // Opened for each sound: a loudspeaker may come and go, and another program may want it meanwhile.
    auto output = SoundOutput::open(now.device);
    if (output) (void)output->play(samples, [this] { return gives_way(); });
}

}  // namespace baodao
