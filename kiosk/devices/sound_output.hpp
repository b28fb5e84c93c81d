// SPDX-License-Identifier: MIT
// A loudspeaker by ALSA. The only file that knows ALSA.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "domain/base/result.hpp"
#include "kiosk/devices/tones.hpp"

namespace baodao {

class SoundOutput {
  public:
    // `device` is an ALSA name: "default", "plughw:1". Error not_found: nothing there to play on.
    [[nodiscard]] static Result<SoundOutput> open(const std::string& device);

    SoundOutput(SoundOutput&&) noexcept;
    SoundOutput& operator=(SoundOutput&&) noexcept;
    ~SoundOutput();

    // Returns when all was played, or soon after `cut` said yes; it is asked every 20 ms. Error io: the
    // device went away; open another.
    [[nodiscard]] Status play(const Samples& samples, const std::function<bool()>& cut);

  private:
    struct Pcm;
    explicit SoundOutput(std::unique_ptr<Pcm> pcm);
    std::unique_ptr<Pcm> pcm_;
};

}  // namespace baodao
