// SPDX-License-Identifier: MIT
#include <sndfile.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "domain/base/file.hpp"
#include "kiosk/devices/sound_output.hpp"
#include "kiosk/devices/sound_thread.hpp"
#include "kiosk/devices/voice_folder.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace baodao;

namespace {

constexpr Sound every_sound[] = {Sound::registered, Sound::sign_in, Sound::sign_out, Sound::repeat,
                                 Sound::attention,  Sound::assist,  Sound::key};

// ALSA itself, playing into a file instead of a loudspeaker.
std::string file_device(const std::filesystem::path& file) {
    return "file:'" + file.string() + "',raw";
}

Samples played(const std::filesystem::path& file) {
    const auto bytes = read_file(file, 4 << 20);
    REQUIRE(bytes.ok());
    Samples samples(bytes->size() / 2);
    std::copy_n(bytes->data(), samples.size() * 2, reinterpret_cast<char*>(samples.data()));
    return samples;
}

void record(const std::filesystem::path& file, int rate, int channels, int frames) {
    SF_INFO info{};
    info.samplerate = rate;
    info.channels = channels;
    info.format = SF_FORMAT_WAV | SF_FORMAT_PCM_16;
    SNDFILE* out = sf_open(file.c_str(), SFM_WRITE, &info);
    REQUIRE(out != nullptr);
    const Samples words(static_cast<std::size_t>(frames * channels), 1000);
    REQUIRE(sf_writef_short(out, words.data(), frames) == frames);
    sf_close(out);
}

// Where the tone is loud and where it pauses, in steps of 20 ms: what one hears as its rhythm.
std::string rhythm(const Samples& samples) {
    constexpr std::size_t step = sound_rate / 50;
    std::string beats;
    for (std::size_t at = 0; at < samples.size(); at += step) {
        const std::size_t end = std::min(at + step, samples.size());
        int loudest = 0;
        for (std::size_t i = at; i < end; ++i) loudest = std::max(loudest, std::abs(int{samples[i]}));
        beats += loudest > 1000 ? '#' : '.';
    }
    return beats;
}

}  // namespace

TEST_CASE("every outcome has a tone of its own, of at most 0.7 seconds") {
    std::set<Samples> tones;
    for (const Sound sound : every_sound) {
        const Samples tone = tone_of(sound);
        INFO(token(sound));
        CHECK(tone.size() <= sound_rate * 7 / 10);
        CHECK(rhythm(tone).find('#') != std::string::npos);
        tones.insert(tone);
    }
    CHECK(tones.size() == std::size(every_sound));
    CHECK(rhythm(tone_of(Sound::attention)).find("#.....") != std::string::npos);
}

TEST_CASE("quiet hours duck the sound and may span midnight") {
    SoundSettings settings;
    settings.quiet_from = {21 * 60};
    settings.quiet_to = {8 * 60};
    const UtcOffset offset{480};
    const auto at = [&](int hour, int minute) {
        return loudness_at(settings, utc_from_civil({2026, 11, 23}, hour, minute, 0, offset), offset);
    };
    CHECK(at(20, 59) == settings.volume);
    CHECK(at(21, 0) == settings.quiet_volume);
    CHECK(at(3, 0) == settings.quiet_volume);
    CHECK(at(7, 59) == settings.quiet_volume);
    CHECK(at(8, 0) == settings.volume);
    settings.quiet_to = settings.quiet_from;
    CHECK(at(21, 0) == settings.volume);
}

TEST_CASE("what is played reaches the loudspeaker whole, and a cut ends it") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "out.raw";
    const Samples tone = tone_of(Sound::registered);
    {
        auto output = SoundOutput::open(file_device(file));
        REQUIRE(output.ok());
        REQUIRE(output->play(tone, [] { return false; }).ok());
    }
    Samples heard = played(file);
    REQUIRE(heard.size() >= tone.size());  // ALSA fills up the last period with silence
    heard.resize(tone.size());
    CHECK(heard == tone);
    {
        auto output = SoundOutput::open(file_device(file));
        REQUIRE(output.ok());
        int asked = 0;
        REQUIRE(output->play(tone, [&] { return ++asked > 3; }).ok());
    }
    CHECK(played(file).size() < tone.size() / 2);
}

TEST_CASE("without a loudspeaker the kiosk is silent and nothing waits") {
    CHECK(SoundOutput::open("no_such_device").error().kind == ErrorKind::not_found);
    const ManualClock clock(ClockReading{});
    SoundSettings settings;
    settings.device = "no_such_device";
    SoundThread sounds(settings, clock, {});
    for (int i = 0; i < 1000; ++i) sounds.play(Sound::sign_in);
}

TEST_CASE("recorded words follow the tone; what is no recording is left out with a reason") {
    const test::TemporaryFolder folder;
    record(folder.path() / "signin.wav", sound_rate, 1, 4800);
    const auto words = read_prompt(folder.path(), Sound::sign_in);
    REQUIRE(words.ok());
    CHECK(words->size() == 4800);
    CHECK(read_prompt(folder.path(), Sound::sign_out).error().kind == ErrorKind::not_found);
    record(folder.path() / "signout.wav", 22'050, 1, 2000);
    CHECK(read_prompt(folder.path(), Sound::sign_out).error().kind == ErrorKind::bad_input);
    record(folder.path() / "signout.wav", sound_rate, 2, 2000);
    CHECK(read_prompt(folder.path(), Sound::sign_out).error().kind == ErrorKind::bad_input);
    record(folder.path() / "signout.wav", sound_rate, 1, sound_rate * 3);
    CHECK(read_prompt(folder.path(), Sound::sign_out).error().text().find("2.5") != std::string::npos);
    std::ofstream(folder.path() / "repeat.wav") << "not a recording";
    CHECK(read_prompt(folder.path(), Sound::repeat).error().kind == ErrorKind::bad_input);

    const auto file = folder.path() / "out.raw";
    {
        const ManualClock clock(ClockReading{});
        SoundSettings settings;
        settings.device = file_device(file);
        settings.volume = settings.quiet_volume = 100;
        settings.voice_folder = folder.path().string();
        SoundThread sounds(settings, clock, {});
        sounds.play(Sound::sign_in);
        const auto whole = (tone_of(Sound::sign_in).size() + words->size()) * 2;
        for (int i = 0; i < 500; ++i) {
            std::error_code none;
            if (std::filesystem::file_size(file, none) >= whole && !none) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    const Samples heard = played(file);
    REQUIRE(heard.size() >= tone_of(Sound::sign_in).size() + words->size());
    CHECK(heard[tone_of(Sound::sign_in).size() + 10] == 1000);
}
