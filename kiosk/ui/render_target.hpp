// SPDX-License-Identifier: MIT
// A picture of the whole screen that stays from frame to frame, so that only what
// changed needs to be drawn again. Needs a current OpenGL 3 context.
#pragma once

#include "kiosk/ui/theme.hpp"

namespace baodao {

class RenderTarget {
  public:
    explicit RenderTarget(PixelSize size);
    ~RenderTarget();
    RenderTarget(const RenderTarget&) = delete;
    RenderTarget& operator=(const RenderTarget&) = delete;

    // What is drawn from here on goes into this picture.
    void bind() const;
    // Copies it to the window's back buffer, which is bound afterwards.
    void show() const;

    [[nodiscard]] PixelSize size() const { return size_; }
    // As a texture, whose rows begin at the bottom.
    [[nodiscard]] unsigned texture() const { return colours_; }

  private:
    PixelSize size_;
    unsigned framebuffer_ = 0;
    unsigned colours_ = 0;
};

}  // namespace baodao
