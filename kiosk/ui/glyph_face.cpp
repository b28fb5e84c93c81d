// SPDX-License-Identifier: MIT
#include "kiosk/ui/glyph_face.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cstring>
#include <utility>

namespace baodao {
namespace {

struct LibraryClose {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceClose {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, LibraryClose>;
using Face = std::unique_ptr<FT_FaceRec_, FaceClose>;

Face open_face(FT_Library library, const std::string& path, int index) {
    FT_Face face = nullptr;
    if (FT_New_Face(library, path.c_str(), index, &face) != 0) return nullptr;
    return Face(face);
}

GlyphPicture copy_picture(const FT_GlyphSlotRec_& slot) {
    GlyphPicture picture;
    picture.width = static_cast<int>(slot.bitmap.width);
    picture.height = static_cast<int>(slot.bitmap.rows);
    picture.left = slot.bitmap_left;
    picture.top = slot.bitmap_top;
    picture.advance = static_cast<float>(slot.linearHoriAdvance) / 65536.0f;
    picture.coverage.resize(static_cast<std::size_t>(picture.width) *
                            static_cast<std::size_t>(picture.height));
    for (int row = 0; row < picture.height; ++row) {
        std::memcpy(picture.coverage.data() + static_cast<std::ptrdiff_t>(row) * picture.width,
                    slot.bitmap.buffer + static_cast<std::ptrdiff_t>(row) * slot.bitmap.pitch,
                    static_cast<std::size_t>(picture.width));
    }
    return picture;
}

}  // namespace

struct GlyphFaces::Parts {
    FontFiles files;
    Library library;
    Face regular;
    Face bold;
    std::vector<Face> rare;
    std::size_t rare_tried = 0;

    // The first font that has it, with the main one of that weight first.
    FT_Face face_with(Weight weight, char32_t character) {
        FT_Face main = weight == Weight::bold ? bold.get() : regular.get();
        if (FT_Get_Char_Index(main, character) != 0) return main;
        const auto has = [&](const Face& face) { return FT_Get_Char_Index(face.get(), character) != 0; };
        const auto found = std::find_if(rare.begin(), rare.end(), has);
        if (found != rare.end()) return found->get();
        while (rare_tried < files.rare.size()) {
            Face next = open_face(library.get(), files.rare[rare_tried++], 0);
            if (!next) continue;
            rare.push_back(std::move(next));
            if (has(rare.back())) return rare.back().get();
        }
        return nullptr;
    }
};

GlyphFaces::GlyphFaces(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
GlyphFaces::~GlyphFaces() = default;

Result<std::unique_ptr<GlyphFaces>> GlyphFaces::open(const FontFiles& files) {
    FT_Library raw = nullptr;
    if (FT_Init_FreeType(&raw) != 0) return Error{ErrorKind::io, "the font library did not start", {}};
    auto parts = std::make_unique<Parts>();
    parts->files = files;
    parts->library.reset(raw);
    parts->regular = open_face(raw, files.regular, files.simplified_chinese);
    if (!parts->regular) return Error{ErrorKind::not_found, "a font is missing", files.regular};
    parts->bold = open_face(raw, files.bold, files.simplified_chinese);
    if (!parts->bold) return Error{ErrorKind::not_found, "a font is missing", files.bold};
    return std::unique_ptr<GlyphFaces>(new GlyphFaces(std::move(parts)));
}

std::optional<GlyphPicture> GlyphFaces::draw(Weight weight, int pixels, char32_t character) {
    FT_Face face = parts_->face_with(weight, character);
    if (face == nullptr || FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(pixels)) != 0)
        return std::nullopt;
    const FT_UInt index = FT_Get_Char_Index(face, character);
    if (FT_Load_Glyph(face, index, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0)
        return std::nullopt;
    return copy_picture(*face->glyph);
}

}  // namespace baodao
