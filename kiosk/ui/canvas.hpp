// SPDX-License-Identifier: MIT
// Where a screen draws: shapes, texts and signs in design pixels, with what they say
// and where they can be touched noted in the frame. One canvas for one frame.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/frame.hpp"
#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/glyph_sheet.hpp"
#include "kiosk/ui/theme.hpp"

struct ImDrawList;
struct ImVec2;

namespace baodao {

enum class Align { left, center, right };
enum class Corners { all, top, bottom, right };

// A picture on the graphics side, by the name it has there.
struct TextureName {
    unsigned value = 0;
    PixelSize size;
};

class Canvas {
  public:
    struct Tools {
        ImDrawList& list;
        GlyphSheet& glyphs;
        TextureName glyph_texture;
        const Palette& palette;
        std::string pressed;  // id of the target under the finger
        bool large_text = false;
    };
    // All parts outlive the canvas.
    Canvas(Tools tools, const Layout& layout, Frame& frame);

    [[nodiscard]] const Layout& layout() const { return layout_; }
    [[nodiscard]] const Palette& palette() const { return tools_.palette; }
    [[nodiscard]] Rect whole() const { return {0, 0, layout_.width, layout_.height}; }

    // ---- shapes
    void fill(Rect rect, Color color, float radius = 0, Corners corners = Corners::all);
    // The same over whatever was drawn there: what lies below can neither be read nor touched any more.
    void cover(Rect rect, Color color, float radius = 0);
    // A frame that lies inside the rectangle.
    void outline(Rect rect, Color color, float width, float radius = 0);
    void line(Point from, Point to, Color color, float width);
    void disc(Point center, float radius, Color color);
    // From twelve o'clock, in turns, clockwise, with round ends.
    void arc(Point center, float radius, float from, float to, Color color, float width);
    // Round joins and ends.
    void stroke(std::span<const Point> points, bool closed, Color color, float width);
    // The picture is cut to fill the rectangle.
    void picture(Rect rect, TextureName texture, float radius, Corners corners);

    // ---- text; y is the top of the line, and what is too wide is set smaller, and then ends in …. With
    // large text small sizes become the next one, on the same middle line, wherever the width allows it.
    struct TextBox {
        float x = 0;  // left edge, middle or right edge
        float y = 0;
        float width = 10'000;
        Align align = Align::left;
    };
    // Returns the drawn width.
    float text(TextBox box, Type type, Color color, std::string_view utf8);
    // Up to so many lines, broken between Han characters or at spaces; what is too much for them ends in ….
    // Returns the drawn height.
    float paragraph(TextBox box, Type type, Color color, std::string_view utf8, int lines_max = 2);
    // The baseline is given instead of the top: for texts of different sizes on one line.
    float text_on_baseline(Point pen, Type type, Color color, std::string_view utf8);
    [[nodiscard]] float measure(Type type, std::string_view utf8) const;
    [[nodiscard]] float baseline(Type type) const;  // below the top of the line

    // ---- what it means
    void note(std::string_view role, std::string_view label, Rect area, std::string_view state = {});
    // Makes the area touchable; true while it is pressed.
    bool touchable(std::string_view id, std::string_view label, Rect area, Intent intent,
                   std::string_view state = {});

  private:
    struct Run {
        std::u32string characters;
        float width = 0;  // real pixels
        bool cut = false;
    };
    [[nodiscard]] float real(float length) const { return length * layout_.scale; }
    [[nodiscard]] Rect real(Rect rect) const;
    [[nodiscard]] int em_pixels(Type type) const;
    [[nodiscard]] Type wanted(Type type) const { return tools_.large_text ? enlarged(type) : type; }
    // How far the top of a line of `drawn` stands below that of `asked`, so that their middles agree.
    [[nodiscard]] static float lowered(Type asked, Type drawn);
    // The sizes to try, largest first.
    [[nodiscard]] std::vector<Type> sizes_for(Type asked) const;
    // Lines of at most that many real pixels; what is too much for the last one is cut.
    [[nodiscard]] std::vector<Run> broken(Type type, std::u32string rest, float width, int lines_max) const;
    [[nodiscard]] Run fitted(Type type, std::u32string characters, float width_real) const;
    [[nodiscard]] float run_width(Type type, std::u32string_view characters) const;
    // Pens are in real pixels, on the baseline.
    void draw_run(Type type, std::u32string_view characters, Point pen, Color color);
    void draw_glyph(const Glyph& glyph, Point pen, Color color);
    void draw_code_point(int em, char32_t character, Point pen, Color color);

    Tools tools_;
    const Layout& layout_;
    Frame& frame_;
};

}  // namespace baodao
