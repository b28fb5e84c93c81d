// SPDX-License-Identifier: MIT
// The thread that sounds: a tone for each outcome, then the recorded words if there are any. Nothing ever
// waits for it, and without a loudspeaker it is silent.
#pragma once

#include <mutex>
#include <thread>

#include "domain/base/clock.hpp"
#include "kiosk/app/effect.hpp"
#include "kiosk/base/mailbox.hpp"
#include "kiosk/base/settings.hpp"
#include "kiosk/devices/tones.hpp"

namespace baodao {

inline constexpr std::size_t sounds_waiting_max = 8;

// How loud now, 0 to 100, by the community's clock: quiet hours may span midnight.
[[nodiscard]] int loudness_at(const SoundSettings& settings, UtcMillis now, UtcOffset offset);

class SoundThread {
  public:
    // Runs from construction to destruction. `offset` is the community's.
    SoundThread(SoundSettings settings, const Clock& clock, UtcOffset offset);
    SoundThread(const SoundThread&) = delete;
    SoundThread& operator=(const SoundThread&) = delete;
    ~SoundThread();

    // Never waits. A sound that is still running gives way, except to the click of a key, which gives way
    // itself.
    void play(Sound sound);
    // From the next sound on.
    void change(const WindowChoices& choices);

  private:
    void run();
    void sound(Sound sound);
    [[nodiscard]] bool gives_way();

    [[nodiscard]] SoundSettings settings() const;

    mutable std::mutex lock_;
    SoundSettings settings_;  // under lock_
    const Clock& clock_;
    const UtcOffset offset_;
    Mailbox<Sound> wanted_{sounds_waiting_max};
    std::optional<Sound> next_;  // taken while another one ran
    std::thread thread_;         // last: it uses all of the above
};

}  // namespace baodao
