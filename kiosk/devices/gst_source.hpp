// SPDX-License-Identifier: MIT
// The only owner of GStreamer.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/devices/frame_source.hpp"

namespace baodao {

enum class SourceMotion { moving, standing };

// Starts `elements` (a pipeline without its sink) and takes the newest frame from its end as grey;
// frames nobody took are dropped. bad_input when the words make no pipeline, io when it does not start.
[[nodiscard]] Result<std::unique_ptr<FrameSource>> open_gst_source(const std::string& elements,
                                                                   SourceMotion motion);

// A value as it must stand in a pipeline's words.
[[nodiscard]] std::string gst_quoted(std::string_view value);

}  // namespace baodao
