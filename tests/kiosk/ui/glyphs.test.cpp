// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "domain/base/text.hpp"
#include "kiosk/base/text_table.hpp"
#include "kiosk/ui/glyph_sheet.hpp"

using namespace baodao;

namespace {

std::unique_ptr<GlyphFaces> open_faces() {
    auto faces = GlyphFaces::open(FontFiles{});
    REQUIRE(faces.ok());
    return std::move(faces).value();
}

}  // namespace

TEST_CASE("every string renders in both weights without a missing character") {
    const auto faces = open_faces();
    GlyphSheet sheet(*faces);
    for (std::size_t key = 0; key < text_count; ++key)
        for (const Language language : {Language::chinese, Language::english})
            for (const char32_t c : code_points(text_of(language, static_cast<Text>(key)))) {
                CAPTURE(text_of(language, static_cast<Text>(key)));
                CHECK_FALSE(sheet.glyph(Weight::regular, 28, c).missing);
                CHECK_FALSE(sheet.glyph(Weight::bold, 36, c).missing);
            }
}

TEST_CASE("rare characters of names are drawn, those beyond sixteen bits too") {
    const auto faces = open_faces();
    GlyphSheet sheet(*faces);
    for (const char32_t c : U"咨䶮堃𬸪𠅤㛃") {
        if (c == 0) continue;
        CAPTURE(static_cast<std::uint32_t>(c));
        CHECK_FALSE(sheet.glyph(Weight::bold, 48, c).missing);
    }
}

TEST_CASE("a character that no font has is said to be missing, never drawn as another") {
    const auto faces = open_faces();
    GlyphSheet sheet(*faces);
    CHECK(sheet.glyph(Weight::regular, 28, U'\U0010FFFD').missing);
    CHECK(sheet.glyph(Weight::regular, 28, U'\U0010FFFD').advance == Approx(28));
}

TEST_CASE("glyphs never overlap on the sheet") {
    const auto faces = open_faces();
    GlyphSheet sheet(*faces);
    std::vector<Glyph> glyphs;
    for (char32_t c = U'一'; c < U'一' + 300; ++c) glyphs.push_back(sheet.glyph(Weight::regular, 36, c));
    const auto apart = [](const Glyph& a, const Glyph& b) {
        return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
    };
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        for (std::size_t j = i + 1; j < glyphs.size(); ++j)
            if (!apart(glyphs[i], glyphs[j])) FAIL("glyphs " << i << " and " << j << " overlap");
}

TEST_CASE("a full sheet starts again and says so") {
    const auto faces = open_faces();
    GlyphSheet sheet(*faces);
    char32_t c = U'一';
    while (sheet.generation() == 0 && c < U'一' + 5'000) sheet.glyph(Weight::bold, 128, c++);
    CHECK(sheet.generation() == 1);
    CHECK_FALSE(sheet.glyph(Weight::bold, 128, U'国').missing);
}

TEST_CASE("what is forgotten leaves no trace on the sheet") {
    const auto faces = open_faces();
    GlyphSheet sheet(*faces);
    static_cast<void>(sheet.glyph(Weight::bold, 48, U'陈'));
    CHECK(std::any_of(sheet.coverage().begin(), sheet.coverage().end(), [](auto c) { return c != 0; }));
    sheet.forget_all();
    CHECK(std::all_of(sheet.coverage().begin(), sheet.coverage().end(), [](auto c) { return c == 0; }));
    CHECK(sheet.take_changed_rows().count == GlyphSheet::side);
}

TEST_CASE("a missing font file is an error with its name") {
    FontFiles files;
    files.bold = "/nowhere/bold.ttc";
    const auto faces = GlyphFaces::open(files);
    REQUIRE_FALSE(faces.ok());
    CHECK(faces.error().kind == ErrorKind::not_found);
    CHECK(faces.error().context == "/nowhere/bold.ttc");
}
