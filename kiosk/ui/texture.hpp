// SPDX-License-Identifier: MIT
// A one-channel picture on the graphics side. Needs a current OpenGL context.
#pragma once

#include <cstdint>

#include "kiosk/ui/theme.hpp"

namespace baodao {

class Texture {
  public:
    // How the one channel is seen: as the alpha of white (glyphs), or as grey (the camera).
    enum class Kind { coverage, grey };

    // Cleared to zero.
    Texture(Kind kind, PixelSize size);
    ~Texture();
    Texture(const Texture&) = delete;
    Texture& operator=(const Texture&) = delete;

    // Rows y to y + rows of a picture of this texture's width, given from its first row on.
    void upload_rows(const std::uint8_t* picture, int y, int rows);

    [[nodiscard]] PixelSize size() const { return size_; }
    [[nodiscard]] unsigned name() const { return name_; }

  private:
    unsigned name_ = 0;
    PixelSize size_;
};

}  // namespace baodao
