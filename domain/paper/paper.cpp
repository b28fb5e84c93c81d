// SPDX-License-Identifier: MIT
#include "domain/paper/paper.hpp"

#include <cmath>

#include "domain/base/file.hpp"
#include "domain/qr/zxing_reader.hpp"

namespace baodao {

namespace {

// A reader that makes no effort: what it reads off a clean bitmap any camera reads off paper.
bool reads_as(GreyView part, const std::string& text) {
    const FoundCodes found = zxing_read(part, ZxingEffort::plain);
    return found.size() == 1 && found[0].text == text;
}

}  // namespace

Status prove_codes(const Page& page, GreyView bitmap) {
    for (const PageItem& item : page.items) {
        const auto* code = std::get_if<QrItem>(&item);
        if (code == nullptr) continue;
        const int side = (code->symbol.side + 2 * qr_quiet_modules) * code->module_dots;
        if (!reads_as(bitmap.crop({code->x_dots, code->y_dots, side, side}), code->text)) {
            return Error{ErrorKind::damaged, "a QR code can't be read on the finished page", {}};
        }
    }
    return {};
}

Result<std::string> make_paper(PdfCanvas& canvas, std::span<const Page> pages, const PaperInfo& info) {
    for (const Page& page : pages) {
        const auto bitmap = canvas.bitmap(page);
        if (!bitmap) return bitmap.error();
        if (const Status proved = prove_codes(page, *bitmap); !proved) return proved.error();
    }
    return canvas.pdf(pages, info);
}

Status write_paper(PdfCanvas& canvas, std::span<const Page> pages, const PaperInfo& info,
                   const std::filesystem::path& path) {
    const auto bytes = make_paper(canvas, pages, info);
    if (!bytes) return bytes.error();
    return write_file_atomic(path, *bytes);
}

}  // namespace baodao
