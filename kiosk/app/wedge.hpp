// SPDX-License-Identifier: MIT
// A hand scanner is a keyboard that types very fast. This turns its keys into
// scanned texts, below every widget: no focus can be stolen, no input method can
// garble, and no key of it ever becomes a command.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/base/time.hpp"

namespace baodao {

// A physical key, whatever layout is set: the scanner is told to type for a US layout.
struct WedgeKey {
    enum class Kind {
        character,  // 0–9, A–Z
        end,        // CR, LF, TAB: scanners are set up with any of them, or with none
        other,      // shift, escape, arrows, function keys, punctuation: never part of a slip
    };
    Kind kind = Kind::other;
    char character = 0;  // upper case
};

// One thread only.
class Wedge {
  public:
    static constexpr std::size_t text_bytes_max = 512;  // the longest slip has 229; more is noise
    static constexpr std::size_t text_bytes_min = 8;    // less is somebody leaning on a keyboard
    static constexpr std::int64_t pause_ms_max =
        1000;  // a scanner types a key every 5 to 50 ms; a busy machine adds to that

    // The text that this key completed. A slip says its own length, so it is complete with its last
    // character and two scans that run together are two; anything else is complete with an end key.
    // What was typed before a pause is dropped: half a scan is no scan.
    [[nodiscard]] std::optional<std::string> key(WedgeKey key, MonoMillis now);

  private:
    [[nodiscard]] std::optional<std::string> take();

    std::string typed_;
    std::optional<MonoMillis> last_key_;
    bool noise_ = false;  // too long: nothing counts until the next end or pause
};

}  // namespace baodao
