// SPDX-License-Identifier: MIT
// Where frames come from. Frames live in memory only and are never stored
// (requirements §4: 摄像头只读二维码，不录像、不存照片).
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

class FrameSource {
  public:
    virtual ~FrameSource() = default;
    // The newest frame, waiting for it up to `patience`; nothing if none came. An error means that the
    // source has ended or broken and must be opened anew.
    [[nodiscard]] virtual Result<std::optional<GreyImage>> next(std::chrono::milliseconds patience) = 0;
    // False for a picture that is meant to stand still: then equal frames do not mean a frozen camera.
    [[nodiscard]] virtual bool moves() const = 0;
};

// Opens what the setting `camera` names:
//   auto                     the first camera under /dev/v4l/by-id, else the first /dev/video*
//   /dev/…                   that camera; best by its name under /dev/v4l/by-id, which survives replugging
//   folder:PATH              the pictures of a folder (PNG, JPEG, PGM) in the order of their names, each held
//                            for folder_hold, read anew every round; while the folder is empty or away, an
//                            even grey frame. For tests and the demo: put a slip in, take it out
//   file:PATH                one picture, standing still, or a film, which ends
//   test                     a moving test picture
//   anything else            GStreamer elements, ending before the sink ("rtspsrc … ! decodebin")
// not_found while there is no such camera, bad_input when the words make no source.
[[nodiscard]] Result<std::unique_ptr<FrameSource>> open_frame_source(const std::string& setting);

inline constexpr std::chrono::milliseconds folder_hold{3'000};

}  // namespace baodao
