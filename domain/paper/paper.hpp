// SPDX-License-Identifier: MIT
// Finished papers: a PDF in which every QR code was read again from the page as it
// will be printed. A paper whose codes can't be read is never given out.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "domain/paper/pdf_canvas.hpp"

namespace baodao {

// Every code on the page reads, in its own place on `bitmap` (from PdfCanvas::bitmap), as what it should
// say; damaged otherwise.
[[nodiscard]] Status prove_codes(const Page& page, GreyView bitmap);

// The PDF of pages that were proved one by one.
[[nodiscard]] Result<std::string> make_paper(PdfCanvas& canvas, std::span<const Page> pages,
                                             const PaperInfo& info);

// Likewise, into a file: whole and on the disk, or not at all.
[[nodiscard]] Status write_paper(PdfCanvas& canvas, std::span<const Page> pages, const PaperInfo& info,
                                 const std::filesystem::path& path);

}  // namespace baodao
