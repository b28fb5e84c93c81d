// SPDX-License-Identifier: MIT
// Lets tests and assistive tools see what is on the screen: a description of the last
// frame in a file, and a picture of each screen as it first shows.
#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/base/text_table.hpp"
#include "kiosk/ui/frame.hpp"

namespace baodao {

class FrameOutlet {
  public:
    // Empty paths: that part is off, which is the rule.
    FrameOutlet(std::filesystem::path describe_file, std::filesystem::path screenshot_folder);

    // After the frame was drawn and before it is presented. A file that cannot be written is let go: the
    // screen must not stop for its observers.
    void write(const Frame& frame, Language language);

  private:
    void describe_to_file(const Frame& frame, Language language) const;

    std::filesystem::path describe_file_;
    std::filesystem::path screenshot_folder_;
    std::string_view shown_;
    int pictures_ = 0;
};

}  // namespace baodao
