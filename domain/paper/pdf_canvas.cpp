// SPDX-License-Identifier: MIT
#include "domain/paper/pdf_canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace baodao {

namespace {

constexpr double points_per_mm = 72 / 25.4;
constexpr double points_per_dot = 72.0 / 300;
constexpr double light_grey = 0.945;  // #F1F1F1

template <auto release>
struct Release {
    template <class Thing>
    void operator()(Thing* thing) const {
        release(thing);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Release<cairo_destroy>>;
using Pattern = std::unique_ptr<cairo_pattern_t, Release<cairo_pattern_destroy>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Release<g_object_unref>>;
using TextContext = std::unique_ptr<PangoContext, Release<g_object_unref>>;
using Layout = std::unique_ptr<PangoLayout, Release<g_object_unref>>;
using FontDescription = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;

Error drawing_failed(cairo_status_t status) {
    return {ErrorKind::io, "the paper can't be drawn", cairo_status_to_string(status)};
}

int pango_units(double points) {
    return static_cast<int>(points * PANGO_SCALE);
}

}  // namespace

class PaperFonts {
  public:
    PaperFonts() : map_(pango_cairo_font_map_new()) {
        // With 72 dots an inch a unit of the drawing is a point, on every surface.
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_.get()), 72);
        context_.reset(pango_font_map_create_context(map_.get()));
        pango_context_set_round_glyph_positions(context_.get(), 0);  // a whole point is a lot on paper
        pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
        // Unhinted, so that a line breaks at the same character on paper and on the bitmap.
        const FontOptions options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(context_.get(), options.get());
    }

    // The text set as its item asks, as large as fits its box.
    [[nodiscard]] Layout set(const TextItem& item) const {
        Layout layout(pango_layout_new(context_.get()));
        pango_layout_set_text(layout.get(), item.text.data(), static_cast<int>(item.text.size()));
        pango_layout_set_alignment(layout.get(), item.align == PrintAlign::left     ? PANGO_ALIGN_LEFT
                                                 : item.align == PrintAlign::centre ? PANGO_ALIGN_CENTER
                                                                                    : PANGO_ALIGN_RIGHT);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        const double one_line = size_on_one_line(layout.get(), item);
        pango_layout_set_width(layout.get(), pango_units(item.box.width * points_per_mm));
        if (one_line == item.size.wanted) return layout;
        // A little smaller is better than two lines.
        constexpr double little = 0.8;
        const double wrapped = size_on_several_lines(layout.get(), item);
        if (one_line >= little * wrapped && one_line >= item.size.smallest) {
            use_size(layout.get(), item, one_line);
        } else if (wrapped == item.size.smallest) {
            pango_layout_set_height(layout.get(), pango_units(item.box.height * points_per_mm));
            pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        }
        return layout;
    }

    static double height_of(PangoLayout* layout) {
        int height = 0;
        pango_layout_get_size(layout, nullptr, &height);
        return static_cast<double>(height) / PANGO_SCALE;
    }

  private:
    // The largest size that needs no second line. The layout has that size then, and no width yet.
    static double size_on_one_line(PangoLayout* layout, const TextItem& item) {
        use_size(layout, item, item.size.wanted);
        int natural = 0;
        pango_layout_get_size(layout, &natural, nullptr);
        const double room = pango_units(item.box.width * points_per_mm);
        constexpr double rounding = 0.995;
        return natural <= room ? item.size.wanted : item.size.wanted * rounding * room / natural;
    }

    // The largest size, in steps, at which the lines fit the box; the smallest one when none does.
    static double size_on_several_lines(PangoLayout* layout, const TextItem& item) {
        constexpr double step = 0.5;
        const double height = item.box.height * points_per_mm;
        for (double size = item.size.wanted; size > item.size.smallest; size -= step) {
            use_size(layout, item, size);
            if (height_of(layout) <= height) return size;
        }
        use_size(layout, item, item.size.smallest);
        return item.size.smallest;
    }

    static void use_size(PangoLayout* layout, const TextItem& item, double points) {
        const FontDescription font(pango_font_description_new());
        pango_font_description_set_family_static(
            font.get(), item.family == PrintFamily::fixed
                            ? "Noto Sans Mono CJK SC"
                            : "Noto Sans CJK SC, BabelStone Han, HanaMinA, HanaMinB");
        pango_font_description_set_weight(
            font.get(), item.weight == PrintWeight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_absolute_size(font.get(), points * PANGO_SCALE);
        pango_layout_set_font_description(layout, font.get());
    }

    FontMap map_;
    TextContext context_;
};

namespace {

// Cairo's one-bit pixels begin at the low end of each word, or at the high end on big-endian machines.
constexpr unsigned char bit_of(int x) {
    return static_cast<unsigned char>(std::endian::native == std::endian::little ? 1 << x % 8 : 128 >> x % 8);
}

// On the bitmap, whose pixels hold nothing but ink, a grey is thin ink.
enum class Medium { paper, bitmap };

// The code without its quiet zone, one pixel a dot. A PDF keeps one-bit stencils as they are, a bitmap
// takes whole bytes much faster.
Surface stencil_of(const QrItem& item, Medium medium) {
    const int side = item.symbol.side * item.module_dots;
    const cairo_format_t format = medium == Medium::paper ? CAIRO_FORMAT_A1 : CAIRO_FORMAT_A8;
    Surface stencil(cairo_image_surface_create(format, side, side));
    cairo_surface_flush(stencil.get());
    const std::ptrdiff_t stride = cairo_image_surface_get_stride(stencil.get());
    unsigned char* row = cairo_image_surface_get_data(stencil.get());
    for (int y = 0; y < item.symbol.side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (!item.symbol.black(x / item.module_dots, y)) continue;
            if (medium == Medium::paper) {
                row[x / 8] |= bit_of(x);
            } else {
                row[x] = 255;
            }
        }
        for (int copy = 1; copy < item.module_dots; ++copy) std::copy_n(row, stride, row + copy * stride);
        row += item.module_dots * stride;
    }
    cairo_surface_mark_dirty(stencil.get());
    return stencil;
}

class Pen {
  public:
    Pen(cairo_t* to, const PaperFonts& fonts, Medium medium) : to_(to), fonts_(fonts), medium_(medium) {}

    void draw(const Page& page) const {
        for (const PageItem& item : page.items) {
            std::visit([this](const auto& thing) { draw(thing); }, item);
        }
    }

  private:
    void draw(const TextItem& item) const {
        const Layout layout = fonts_.set(item);
        const double above =
            std::max(0.0, item.box.height * points_per_mm - PaperFonts::height_of(layout.get())) / 2;
        use_black();
        cairo_move_to(to_, item.box.x * points_per_mm, item.box.y * points_per_mm + above);
        pango_cairo_show_layout(to_, layout.get());
    }

    void draw(const LineItem& item) const {
        use_black();
        cairo_set_line_width(to_, item.width * points_per_mm);
        const double dashes[] = {0.8 * points_per_mm, 0.6 * points_per_mm};
        cairo_set_dash(to_, dashes, item.dashed ? 2 : 0, 0);
        cairo_move_to(to_, item.from.x * points_per_mm, item.from.y * points_per_mm);
        cairo_line_to(to_, item.to.x * points_per_mm, item.to.y * points_per_mm);
        cairo_stroke(to_);
    }

    void draw(const BoxItem& item) const {
        cairo_rectangle(to_, item.box.x * points_per_mm, item.box.y * points_per_mm,
                        item.box.width * points_per_mm, item.box.height * points_per_mm);
        if (item.filled) {
            use_light_grey();
            cairo_fill_preserve(to_);
        }
        use_black();
        cairo_set_line_width(to_, item.line_width * points_per_mm);
        cairo_set_dash(to_, nullptr, 0, 0);
        cairo_stroke(to_);
    }

    // A stencil with a pixel for each printer dot: no viewer can leave a hair of white between two black
    // modules, nor blur an edge by more than a dot.
    void draw(const QrItem& item) const {
        const Surface stencil = stencil_of(item, medium_);
        cairo_save(to_);
        const int quiet = qr_quiet_modules * item.module_dots;
        cairo_scale(to_, points_per_dot, points_per_dot);
        cairo_translate(to_, item.x_dots + quiet, item.y_dots + quiet);
        const Pattern pattern(cairo_pattern_create_for_surface(stencil.get()));
        cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
        use_black();
        cairo_mask(to_, pattern.get());
        cairo_restore(to_);
    }

    void use_black() const { cairo_set_source_rgb(to_, 0, 0, 0); }
    void use_light_grey() const {
        if (medium_ == Medium::paper) {
            cairo_set_source_rgb(to_, light_grey, light_grey, light_grey);
        } else {
            cairo_set_source_rgba(to_, 0, 0, 0, 1 - light_grey);
        }
    }

    cairo_t* to_;
    const PaperFonts& fonts_;
    Medium medium_;
};

cairo_status_t append_to(void* text, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

// Cairo would ask the system for the time otherwise.
void describe(cairo_surface_t* surface, const PaperInfo& info) {
    const std::string made = to_rfc3339(info.made_at, info.offset);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, info.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
}

GreyImage grey_of(cairo_surface_t* ink) {
    cairo_surface_flush(ink);
    const int width = cairo_image_surface_get_width(ink);
    const int height = cairo_image_surface_get_height(ink);
    const unsigned char* pixels = cairo_image_surface_get_data(ink);
    GreyImage image(width, height);
    for (int y = 0; y < height; ++y) {
        const unsigned char* row =
            pixels + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(ink);
        std::transform(row, row + width, image.row(y),
                       [](unsigned char covered) { return static_cast<std::uint8_t>(255 - covered); });
    }
    return image;
}

}  // namespace

PdfCanvas::PdfCanvas() : fonts_(std::make_unique<PaperFonts>()) {}
PdfCanvas::~PdfCanvas() = default;

Result<std::string> PdfCanvas::pdf(std::span<const Page> pages, const PaperInfo& info) {
    if (pages.empty()) return Error{ErrorKind::bad_input, "there is nothing to print", {}};
    std::string bytes;
    const Surface surface(cairo_pdf_surface_create_for_stream(append_to, &bytes, a4_width * points_per_mm,
                                                              a4_height * points_per_mm));
    describe(surface.get(), info);
    const Context context(cairo_create(surface.get()));
    for (const Page& page : pages) {
        cairo_pdf_surface_set_size(surface.get(), page.width * points_per_mm, page.height * points_per_mm);
        Pen(context.get(), *fonts_, Medium::paper).draw(page);
        cairo_show_page(context.get());
    }
    const cairo_status_t drawn = cairo_status(context.get());
    cairo_surface_finish(surface.get());
    const cairo_status_t finished = cairo_surface_status(surface.get());
    if (drawn != CAIRO_STATUS_SUCCESS) return drawing_failed(drawn);
    if (finished != CAIRO_STATUS_SUCCESS) return drawing_failed(finished);
    return bytes;
}

Result<GreyImage> PdfCanvas::bitmap(const Page& page) {
    const auto dots = [](double mm) { return static_cast<int>(std::ceil(mm * printer_dots_per_mm)); };
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, dots(page.width), dots(page.height)));
    const Context context(cairo_create(surface.get()));
    cairo_set_operator(context.get(), CAIRO_OPERATOR_ADD);  // ink upon ink stays ink; Cairo's fastest way
    cairo_scale(context.get(), 1 / points_per_dot, 1 / points_per_dot);
    Pen(context.get(), *fonts_, Medium::bitmap).draw(page);
    const cairo_status_t drawn = cairo_status(context.get());
    if (drawn != CAIRO_STATUS_SUCCESS) return drawing_failed(drawn);
    return grey_of(surface.get());
}

}  // namespace baodao
