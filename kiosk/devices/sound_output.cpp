// SPDX-License-Identifier: MIT
#include "kiosk/devices/sound_output.hpp"

#include <alsa/asoundlib.h>

#include <algorithm>

namespace baodao {
namespace {

constexpr unsigned latency_us = 60'000;  // what lies in the device: short, so that a cut is heard at once
constexpr std::size_t chunk = sound_rate / 50;

// ALSA would write to standard error whenever no loudspeaker is there, which is normal.
void keep_quiet(const char*, int, const char*, int, const char*, ...) {}

Error alsa_error(ErrorKind kind, const char* message, int code) {
    return {kind, message, snd_strerror(code)};
}

}  // namespace

struct SoundOutput::Pcm {
    snd_pcm_t* handle = nullptr;
    Pcm() = default;
    Pcm(const Pcm&) = delete;
    Pcm& operator=(const Pcm&) = delete;
    ~Pcm() {
        if (handle != nullptr) snd_pcm_close(handle);
    }
};

SoundOutput::SoundOutput(std::unique_ptr<Pcm> pcm) : pcm_(std::move(pcm)) {}
SoundOutput::SoundOutput(SoundOutput&&) noexcept = default;
SoundOutput& SoundOutput::operator=(SoundOutput&&) noexcept = default;
SoundOutput::~SoundOutput() = default;

Result<SoundOutput> SoundOutput::open(const std::string& device) {
    snd_lib_error_set_handler(keep_quiet);
    auto pcm = std::make_unique<Pcm>();
    if (const int code = snd_pcm_open(&pcm->handle, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0); code < 0) {
        pcm->handle = nullptr;
        return alsa_error(ErrorKind::not_found, "no loudspeaker", code);
    }
    constexpr unsigned one_channel = 1;
    constexpr int resample = 1;
    if (const int code = snd_pcm_set_params(pcm->handle, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED,
                                            one_channel, sound_rate, resample, latency_us);
        code < 0)
        return alsa_error(ErrorKind::not_found, "the loudspeaker takes no sound of ours", code);
    return SoundOutput(std::move(pcm));
}

Status SoundOutput::play(const Samples& samples, const std::function<bool()>& cut) {
    snd_pcm_t* handle = pcm_->handle;
    if (const int code = snd_pcm_prepare(handle); code < 0)
        return alsa_error(ErrorKind::io, "the loudspeaker is gone", code);
    for (std::size_t at = 0; at < samples.size();) {
        if (cut()) {
            snd_pcm_drop(handle);
            return {};
        }
        const std::size_t count = std::min(chunk, samples.size() - at);
        snd_pcm_sframes_t written = snd_pcm_writei(handle, samples.data() + at, count);
        if (written < 0) written = snd_pcm_recover(handle, static_cast<int>(written), 1);
        if (written < 0)
            return alsa_error(ErrorKind::io, "the loudspeaker is gone", static_cast<int>(written));
        at += static_cast<std::size_t>(written);
    }
    snd_pcm_drain(handle);
    return {};
}

}  // namespace baodao
