// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "domain/base/text.hpp"
#include "kiosk/ui/canvas.hpp"
#include "kiosk/ui/imgui_values.hpp"

namespace baodao {
namespace {

Weight weight_of(Type type) {
    return type_size(type).bold ? Weight::bold : Weight::regular;
}

// What a person cannot see but a program would obey shows as a mark, never as nothing (fault 50).
char32_t visible(char32_t c) {
    const bool invisible = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
                           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
    return invisible ? U'\uFFFD' : c;
}

std::u32string drawable(std::string_view utf8) {
    std::u32string characters = code_points(utf8);
    std::transform(characters.begin(), characters.end(), characters.begin(), visible);
    return characters;
}

constexpr std::u32string_view closing_marks = U"，。、；：！？”’）》】」』";
constexpr std::u32string_view opening_marks = U"“‘（《【「『";

// Full-width marks that meet share their empty halves: ”， takes one and a half places.
float closer_by(char32_t mark, char32_t next, int em) {
    const bool closes = closing_marks.find(mark) != std::u32string_view::npos;
    const bool opens = opening_marks.find(mark) != std::u32string_view::npos;
    const bool next_closes = closing_marks.find(next) != std::u32string_view::npos;
    const bool next_opens = opening_marks.find(next) != std::u32string_view::npos;
    const bool meet = (closes && (next_closes || next_opens)) || (opens && next_opens);
    return meet ? static_cast<float>(em) / 2 : 0;
}

// The last place to break a line of at most `fitting` characters.
std::size_t break_before(std::u32string_view characters, std::size_t fitting) {
    const auto latin = [](char32_t c) { return c > U' ' && c < 0x2E80 && c != U'·'; };
    std::size_t at = fitting;
    while (at > 0 && latin(characters[at - 1]) && latin(characters[at])) --at;
    // A line does not begin with a closing mark.
    while (at > 1 && closing_marks.find(characters[at]) != std::u32string_view::npos) --at;
    return at == 0 ? fitting : at;
}

}  // namespace

int Canvas::em_pixels(Type type) const {
    return std::max(8, static_cast<int>(std::lround(real(type_size(type).size))));
}

float Canvas::run_width(Type type, std::u32string_view characters) const {
    const int em = em_pixels(type);
    float width = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        width += tools_.glyphs.glyph(weight_of(type), em, characters[i]).advance;
        if (i + 1 < characters.size()) width -= closer_by(characters[i], characters[i + 1], em);
    }
    return width;
}

float Canvas::measure(Type type, std::string_view utf8) const {
    return run_width(wanted(type), drawable(utf8)) / layout_.scale;
}

float Canvas::baseline(Type type) const {
    // The font reaches 1.16 em above and 0.288 em below its baseline; that stands in the middle of the line.
    const TypeSize size = type_size(type);
    return size.line / 2 + (1.16f - 0.288f) / 2 * size.size;
}

float Canvas::lowered(Type asked, Type drawn) {
    return (type_size(asked).line - type_size(drawn).line) / 2;
}

Canvas::Run Canvas::fitted(Type type, std::u32string characters, float width_real) const {
    Run run{std::move(characters), 0, false};
    run.width = run_width(type, run.characters);
    if (run.width <= width_real) return run;
    const float dots = run_width(type, U"…");
    while (!run.characters.empty() && run.width + dots > width_real) {
        run.characters.pop_back();
        run.width = run_width(type, run.characters);
    }
    run.characters += U'…';
    run.width += dots;
    run.cut = true;
    return run;
}

std::vector<Type> Canvas::sizes_for(Type asked) const {
    std::vector<Type> sizes{wanted(asked)};
    if (sizes.back() != asked) sizes.push_back(asked);
    while (reduced(sizes.back()) != sizes.back()) sizes.push_back(reduced(sizes.back()));
    return sizes;
}

float Canvas::text(TextBox box, Type asked, Color color, std::string_view utf8) {
    Type type = asked;
    Run run;
    for (const Type size : sizes_for(asked)) {
        type = size;
        run = fitted(type, drawable(utf8), real(box.width) + 1);
        if (!run.cut) break;
    }
    const float top = box.y + lowered(asked, type);
    const float width = run.width / layout_.scale;
    float left = box.x;
    if (box.align == Align::center) left -= width / 2;
    if (box.align == Align::right) left -= width;
    draw_run(type, run.characters, {real(left), real(top + baseline(type))}, color);
    note("text", utf8, {left, top, width, type_size(type).line}, run.cut ? "cut" : "");
    return width;
}

std::vector<Canvas::Run> Canvas::broken(Type type, std::u32string rest, float width, int lines_max) const {
    std::vector<Run> lines;
    while (!rest.empty()) {
        std::size_t fitting = 0;
        while (fitting < rest.size() &&
               run_width(type, std::u32string_view(rest).substr(0, fitting + 1)) <= width)
            ++fitting;
        const bool ends = fitting == rest.size() || static_cast<int>(lines.size()) + 1 == lines_max;
        const std::size_t length = ends ? rest.size() : break_before(rest, fitting);
        lines.push_back(fitted(type, rest.substr(0, length), width));
        rest.erase(0, length);
        if (!rest.empty() && rest.front() == U' ') rest.erase(0, 1);
    }
    return lines;
}

float Canvas::paragraph(TextBox box, Type asked, Color color, std::string_view utf8, int lines_max) {
    Type type = asked;
    std::vector<Run> lines;
    bool cut = false;
    for (const Type size : sizes_for(asked)) {
        type = size;
        lines = broken(type, drawable(utf8), real(box.width) + 1, lines_max);
        cut = !lines.empty() && lines.back().cut;
        if (!cut) break;
    }
    const float top = box.y + lowered(asked, type);
    float y = top + baseline(type);
    for (const Run& line : lines) {
        draw_run(type, line.characters, {real(box.x), real(y)}, color);
        y += type_size(type).line;
    }
    const float height = type_size(type).line * static_cast<float>(lines.size());
    note("text", utf8, {box.x, top, box.width, height}, cut ? "cut" : "");
    return height;
}

float Canvas::text_on_baseline(Point pen, Type asked, Color color, std::string_view utf8) {
    const Type type = wanted(asked);
    const std::u32string characters = drawable(utf8);
    const float width = run_width(type, characters) / layout_.scale;
    draw_run(type, characters, {real(pen.x), real(pen.y)}, color);
    note("text", utf8, {pen.x, pen.y - baseline(type), width, type_size(type).line});
    return width;
}

void Canvas::draw_glyph(const Glyph& glyph, Point pen, Color color) {
    if (glyph.width == 0 || glyph.height == 0) return;
    constexpr auto side = static_cast<float>(GlyphSheet::side);
    const ImVec2 corner{std::round(pen.x) + static_cast<float>(glyph.left),
                        std::round(pen.y) - static_cast<float>(glyph.top)};
    const ImVec2 size{static_cast<float>(glyph.width), static_cast<float>(glyph.height)};
    const ImVec2 uv{static_cast<float>(glyph.x) / side, static_cast<float>(glyph.y) / side};
    tools_.list.PrimReserve(6, 4);
    tools_.list.PrimRectUV(corner, {corner.x + size.x, corner.y + size.y}, uv,
                           {uv.x + size.x / side, uv.y + size.y / side}, imgui_color(color));
}

void Canvas::draw_run(Type type, std::u32string_view characters, Point pen, Color color) {
    const int em = em_pixels(type);
    tools_.list.PushTextureID(imgui_texture(tools_.glyph_texture.value));
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const Glyph glyph = tools_.glyphs.glyph(weight_of(type), em, characters[i]);
        if (glyph.missing)
            draw_code_point(em, characters[i], pen, color);
        else
            draw_glyph(glyph, pen, color);
        pen.x += glyph.advance;
        if (i + 1 < characters.size()) pen.x -= closer_by(characters[i], characters[i + 1], em);
    }
    tools_.list.PopTextureID();
}

// A character that no font has is a box with its code point in it, never a question mark.
void Canvas::draw_code_point(int em, char32_t character, Point pen, Color color) {
    const auto size = static_cast<float>(em);
    const Point corner{std::round(pen.x + size * 0.06f), std::round(pen.y - size * 0.82f)};
    const float edge = size * 0.88f;
    const float thick = std::max(1.0f, size / 20);
    const std::array<Rect, 4> sides{
        Rect{corner.x, corner.y, edge, thick}, Rect{corner.x, corner.y + edge - thick, edge, thick},
        Rect{corner.x, corner.y, thick, edge}, Rect{corner.x + edge - thick, corner.y, thick, edge}};
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    tools_.list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    for (const Rect& line : sides) {
        tools_.list.PrimReserve(6, 4);
        tools_.list.PrimRectUV({line.x, line.y}, {line.right(), line.bottom()}, white, white,
                               imgui_color(color));
    }
    tools_.list.PopTextureID();

    std::array<char, 8> digits{};
    const int length = std::snprintf(digits.data(), digits.size(), "%04X", static_cast<unsigned>(character));
    const int columns = length > 4 ? 3 : 2;
    const float advance = size * (columns == 3 ? 0.24f : 0.34f);
    for (int i = 0; i < length; ++i) {
        const char32_t digit = static_cast<unsigned char>(digits[static_cast<std::size_t>(i)]);
        const Glyph glyph = tools_.glyphs.glyph(Weight::regular, std::max(6, em / 3), digit);
        draw_glyph(glyph,
                   {corner.x + size * 0.1f + static_cast<float>(i % columns) * advance,
                    corner.y + size * (i / columns == 0 ? 0.4f : 0.78f)},
                   color);
    }
    note("text", "U+" + std::string(digits.data()), {}, "missing-glyph");
}

}  // namespace baodao
