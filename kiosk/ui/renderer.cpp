// SPDX-License-Identifier: MIT
#include "kiosk/ui/renderer.hpp"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cstdint>
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

// Shapes are filled from one white pixel of this texture. Without a filter that costs a software
// renderer a fraction, and nothing is drawn from it that would need one.
void drop_shape_filter() {
    glBindTexture(GL_TEXTURE_2D,
                  static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(ImGui::GetIO().Fonts->TexID)));
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

void clear_to(Color color) {
    constexpr float full = 255;
    glClearColor(static_cast<float>(color.red) / full, static_cast<float>(color.green) / full,
                 static_cast<float>(color.blue) / full, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

const Palette& palette_of(const Model& model) {
    return model.large_text ? dark_palette() : light_palette();
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
    ImGui_ImplOpenGL3_NewFrame();  // makes the texture
    drop_shape_filter();
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
    fading_.reset();
    drawn_ = {};
    camera_.reset();
    camera_shown_ = false;
    sheet_.reset();
    sheet_picture_.reset();
}

std::optional<TextureName> Renderer::sheet_of(const Model& model) {
    const auto* page = model.staff ? std::get_if<PrintPage>(&model.staff->page) : nullptr;
    if (page == nullptr || !page->sheet || !page->sheet->picture) {
        sheet_.reset();
        sheet_picture_.reset();
        return std::nullopt;
    }
    if (sheet_picture_ != page->sheet->picture) {
        sheet_picture_ = page->sheet->picture;
        const PixelSize size{sheet_picture_->width(), sheet_picture_->height()};
        sheet_ = std::make_unique<Texture>(Texture::Kind::grey, size);
        sheet_->upload_rows(sheet_picture_->pixels().data(), 0, size.height);
    }
    return TextureName{sheet_->name(), sheet_->size()};
}

void Renderer::upload_glyphs() {
    const ChangedRows rows = glyphs_.take_changed_rows();
    if (rows.count > 0) glyph_texture_.upload_rows(glyphs_.coverage().data(), rows.first, rows.count);
}

void Renderer::keep_for_fade(std::string_view screen, PixelSize size, const MotionPhase& motion) {
    if (motion.faded >= 1 || (fading_ && fading_->size() != size)) fading_.reset();
    const bool another = !drawn_.empty() && screen != drawn_;
    if (another && motion.faded < 1 && target_ && target_->size() == size) fading_ = std::move(target_);
    drawn_ = screen;
}

void Renderer::lay_fading_over(PixelSize size, const MotionPhase& motion) {
    if (!fading_) return;
    const auto name = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(fading_->texture()));
    const ImU32 veil = IM_COL32(255, 255, 255, static_cast<int>(255 * (1 - motion.faded)));
    ImGui::GetForegroundDrawList()->AddImage(
        name, {0, 0}, {static_cast<float>(size.width), static_cast<float>(size.height)}, {0, 1}, {1, 0},
        veil);
}

Frame Renderer::draw_lists(const Model& model, PixelSize size, const std::string& pressed,
                           const MotionPhase& motion) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = 1.0f / 60;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    Frame frame{.screen = screen_name(model), .size = size, .items = {}, .targets = {}};
    const Palette& palette = palette_of(model);
    const Layout layout = layout_for(size);
    Canvas canvas({*ImGui::GetBackgroundDrawList(),
                   glyphs_,
                   {glyph_texture_.name(), glyph_texture_.size()},
                   palette,
                   pressed,
                   model.large_text},
                  layout, frame);
    const auto camera =
        camera_shown_ ? std::optional(TextureName{camera_->name(), camera_->size()}) : std::nullopt;
    draw_frame({canvas, model, Words(model.language, model.home.offset), camera, sheet_of(model), motion});
    lay_fading_over(size, motion);
    ImGui::Render();
    return frame;
}

Frame Renderer::draw(const Model& model, PixelSize size, const std::string& pressed, const FrameLook& look) {
    keep_for_fade(screen_name(model), size, look.motion);
    const std::uint64_t generation = glyphs_.generation();
    Frame frame = draw_lists(model, size, pressed, look.motion);
    // The sheet was full and started again in the middle: now it holds this frame only.
    if (glyphs_.generation() != generation) frame = draw_lists(model, size, pressed, look.motion);
    upload_glyphs();
    const bool kept = target_ && target_->size() == size;
    if (!kept) target_ = std::make_unique<RenderTarget>(size);
    target_->bind();
    glViewport(0, 0, size.width, size.height);
    if (kept && look.changed == FrameLook::Changed::camera && !look.motion.moving()) {
        draw_camera_only(frame, palette_of(model).background);
    } else {
        glDisable(GL_SCISSOR_TEST);
        clear_to(palette_of(model).background);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    }
    target_->show();
    return frame;
}

// The same lists, cut to where the picture lies: what is outside is not touched.
void Renderer::draw_camera_only(const Frame& frame, Color background) {
    const auto is_camera = [](const FrameItem& item) { return item.role == "image"; };
    const auto image = std::find_if(frame.items.begin(), frame.items.end(), is_camera);
    if (image == frame.items.end()) return;
    const Rect area = image->area;
    glEnable(GL_SCISSOR_TEST);
    glScissor(static_cast<int>(area.x), frame.size.height - static_cast<int>(area.bottom()),
              static_cast<int>(area.width), static_cast<int>(area.height));
    clear_to(background);
    glDisable(GL_SCISSOR_TEST);
    ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
            ImVec4& clip = command.ClipRect;
            clip = {std::max(clip.x, area.x), std::max(clip.y, area.y), std::min(clip.z, area.right()),
                    std::min(clip.w, area.bottom())};
        }
    }
    ImGui_ImplOpenGL3_RenderDrawData(&data);
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
