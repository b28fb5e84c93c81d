// SPDX-License-Identifier: MIT
// Sources made of pictures, for the demo and for tests.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "kiosk/devices/frame_source.hpp"

namespace baodao {

// One picture for ever.
[[nodiscard]] std::unique_ptr<FrameSource> still_source(GreyImage picture);

// A folder's pictures, each held for `hold`; see open_frame_source(). What is no picture is passed over.
[[nodiscard]] std::unique_ptr<FrameSource> folder_source(std::filesystem::path folder,
                                                         std::chrono::milliseconds hold);

}  // namespace baodao
