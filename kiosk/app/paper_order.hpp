// SPDX-License-Identifier: MIT
// A paper on its way from the desk to the printer, and the word that comes back. The log knows it as a job:
// paper.requested, then paper.printed or paper.failed.
#pragma once

#include <string>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/event/kinds_body.hpp"
#include "domain/paper/content.hpp"
#include "domain/paper/pdf_canvas.hpp"
#include "kiosk/app/printer_view.hpp"

namespace baodao {

// The copy of a job that is to come out (第 n 份). A sheet of cards carries several jobs.
struct PaperPart {
    std::uint64_t job = 0;
    PersonRef who;
    std::int64_t copy = 1;
};

enum class PaperWay { printer, stick };

struct PaperOrder {
    std::vector<PaperPart> parts;
    std::string title;  // 回执单 枫林A-0195: for the printer's list and file names; no person's name
    PaperInfo info;
    PaperContent content;
    PaperWay way = PaperWay::printer;
};

struct PaperReport {
    std::vector<PaperPart> parts;
    PaperStage stage = PaperStage::failed;
    PrintTrouble trouble = PrintTrouble::aborted;  // of failed
    std::string where;                             // of printed: the printer's name
};

}  // namespace baodao
