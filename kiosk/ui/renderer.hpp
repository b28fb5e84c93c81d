// SPDX-License-Identifier: MIT
// Draws a model into the current OpenGL context. The only owner of Dear ImGui's
// context and back end.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"
#include "kiosk/app/model.hpp"
#include "kiosk/ui/canvas.hpp"
#include "kiosk/ui/frame.hpp"
#include "kiosk/ui/glyph_sheet.hpp"
#include "kiosk/ui/motion.hpp"
#include "kiosk/ui/render_target.hpp"
#include "kiosk/ui/texture.hpp"

namespace baodao {

// What a frame is besides its model.
struct FrameLook {
    enum class Changed { everything, camera };
    Changed changed = Changed::everything;
    MotionPhase motion;
};

class Renderer {
  public:
    // The context is current and stays so for the renderer's life.
    // `full_atlas` loads every common Chinese character at three sizes first, as a program would that
    // leaves this to Dear ImGui; it exists to be measured against.
    [[nodiscard]] static Result<std::unique_ptr<Renderer>> start(const FontFiles& fonts,
                                                                 bool full_atlas = false);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // The newest camera picture; nothing: the camera is lost. Kept on the graphics side only.
    void set_camera(const GreyImage* picture);

    // Draws a frame into the window's back buffer and says what is on it. `pressed` is the id under the
    // finger. When nothing but the camera's picture changed since the last frame, only that is drawn again.
    [[nodiscard]] Frame draw(const Model& model, PixelSize size, const std::string& pressed,
                             const FrameLook& look = {});

    // Everything about a person is gone: her characters and the last pictures go too, so that what comes
    // next does not fade out of her screen.
    void forget();

    // The pixels of the frame just drawn, rows from the top, three bytes each.
    [[nodiscard]] static std::vector<unsigned char> read_pixels(PixelSize size);

  private:
    Renderer(std::unique_ptr<GlyphFaces> faces);
    Frame draw_lists(const Model& model, PixelSize size, const std::string& pressed,
                     const MotionPhase& motion);
    // The last frame stays for as long as the next screen fades in over it.
    void keep_for_fade(std::string_view screen, PixelSize size, const MotionPhase& motion);
    void lay_fading_over(PixelSize size, const MotionPhase& motion);
    void upload_glyphs();
    // The sheet that the model shows, if any, as a texture; uploaded once.
    [[nodiscard]] std::optional<TextureName> sheet_of(const Model& model);
    void draw_camera_only(const Frame& frame, Color background);

    std::unique_ptr<GlyphFaces> faces_;
    GlyphSheet glyphs_;
    Texture glyph_texture_;
    std::unique_ptr<RenderTarget> target_;
    std::unique_ptr<RenderTarget> fading_;  // the screen before, while it gives way
    std::string_view drawn_;                // the screen that target_ shows; empty: nothing that may fade
    std::unique_ptr<Texture> camera_;
    bool camera_shown_ = false;
    std::unique_ptr<Texture> sheet_;
    std::shared_ptr<const GreyImage> sheet_picture_;  // what sheet_ holds
};

}  // namespace baodao
