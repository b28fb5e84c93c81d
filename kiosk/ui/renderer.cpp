// SPDX-License-Identifier: MIT
#include "kiosk/ui/renderer.hpp"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "kiosk/ui/scene.hpp"

namespace baodao {
namespace {

void start_imgui() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines;
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.15f;
}

void load_full_atlas(const FontFiles& fonts) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.FontNo = fonts.simplified_chinese;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    const ImWchar* ranges = atlas.GetGlyphRangesChineseFull();
    atlas.AddFontFromFileTTF(fonts.regular.c_str(), 40, &config, ranges);
    atlas.AddFontFromFileTTF(fonts.bold.c_str(), 52, &config, ranges);
    atlas.AddFontFromFileTTF(fonts.bold.c_str(), 70, &config, ranges);
    atlas.Build();
}

}  // namespace

Renderer::Renderer(std::unique_ptr<GlyphFaces> faces)
    : faces_(std::move(faces)),
      glyphs_(*faces_),
      glyph_texture_(Texture::Kind::coverage, {GlyphSheet::side, GlyphSheet::side}) {}

Result<std::unique_ptr<Renderer>> Renderer::start(const FontFiles& fonts, bool full_atlas) {
    auto faces = GlyphFaces::open(fonts);
    if (!faces.ok()) return faces.error();
    start_imgui();
    if (full_atlas) load_full_atlas(fonts);
    if (!ImGui_ImplOpenGL3_Init("#version 150")) {
        ImGui::DestroyContext();
        return Error{ErrorKind::io, "the screen's graphics did not start", "OpenGL 3.2"};
    }
    return std::unique_ptr<Renderer>(new Renderer(std::move(*faces)));
}

Renderer::~Renderer() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void Renderer::set_camera(const GreyImage* picture) {
    camera_shown_ = picture != nullptr && !picture->empty();
    if (!camera_shown_) return;
    const PixelSize size{picture->width(), picture->height()};
    if (!camera_ || camera_->size() != size) camera_ = std::make_unique<Texture>(Texture::Kind::grey, size);
    camera_->upload_rows(picture->pixels().data(), 0, size.height);
}

void Renderer::forget() {
    glyphs_.forget_all();
    camera_.reset();
    camera_shown_ = false;
}

void Renderer::upload_glyphs() {
    const ChangedRows rows = glyphs_.take_changed_rows();
    if (rows.count > 0) glyph_texture_.upload_rows(glyphs_.coverage().data(), rows.first, rows.count);
}

Frame Renderer::draw_lists(const Model& model, PixelSize size, const std::string& pressed) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = 1.0f / 60;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    Frame frame{.screen = token(model.screen), .size = size, .items = {}, .targets = {}};
    const Palette& palette = model.large_text ? dark_palette() : light_palette();
    const Layout layout = layout_for(size);
    Canvas canvas({*ImGui::GetBackgroundDrawList(),
                   glyphs_,
                   {glyph_texture_.name(), glyph_texture_.size()},
                   palette,
                   pressed},
                  layout, frame);
    const auto camera =
        camera_shown_ ? std::optional(TextureName{camera_->name(), camera_->size()}) : std::nullopt;
    draw_frame({canvas, model, Words(model.language, model.home.offset), camera});
    ImGui::Render();
    return frame;
}

Frame Renderer::draw(const Model& model, PixelSize size, const std::string& pressed) {
    const std::uint64_t generation = glyphs_.generation();
    Frame frame = draw_lists(model, size, pressed);
    // The sheet was full and started again in the middle: now it holds this frame only.
    if (glyphs_.generation() != generation) frame = draw_lists(model, size, pressed);
    upload_glyphs();
    glViewport(0, 0, size.width, size.height);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    return frame;
}

std::vector<unsigned char> Renderer::read_pixels(PixelSize size) {
    const auto row = static_cast<std::size_t>(size.width) * 3;
    std::vector<unsigned char> pixels(row * static_cast<std::size_t>(size.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.width, size.height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    for (int top = 0, bottom = size.height - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(pixels.begin() + top * static_cast<std::ptrdiff_t>(row),
                         pixels.begin() + (top + 1) * static_cast<std::ptrdiff_t>(row),
                         pixels.begin() + bottom * static_cast<std::ptrdiff_t>(row));
    return pixels;
}

}  // namespace baodao
