// SPDX-License-Identifier: MIT
#include "kiosk/ui/trouble_words.hpp"

namespace baodao {

Text paper_kind_words(PaperKind kind) {
    switch (kind) {
        case PaperKind::receipt:
            return Text::paper_receipt;
        case PaperKind::record:
            return Text::paper_record;
        case PaperKind::card:
            return Text::paper_card;
        case PaperKind::form:
            return Text::paper_form;
    }
    return Text::paper_receipt;
}

Text trouble_words(PrintTrouble trouble) {
    switch (trouble) {
        case PrintTrouble::no_printer:
            return Text::trouble_no_printer;
        case PrintTrouble::away:
            return Text::trouble_away;
        case PrintTrouble::refuses_pdf:
            return Text::trouble_refuses_pdf;
        case PrintTrouble::refused:
            return Text::trouble_refused;
        case PrintTrouble::no_paper:
            return Text::trouble_no_paper;
        case PrintTrouble::jam:
            return Text::trouble_jam;
        case PrintTrouble::aborted:
            return Text::trouble_aborted;
        case PrintTrouble::lost:
            return Text::trouble_lost;
        case PrintTrouble::too_slow:
            return Text::trouble_too_slow;
        case PrintTrouble::not_drawn:
            return Text::trouble_not_drawn;
        case PrintTrouble::too_many:
            return Text::trouble_too_many;
        case PrintTrouble::stick_absent:
            return Text::trouble_stick_absent;
        case PrintTrouble::stick_full:
            return Text::trouble_stick_full;
        case PrintTrouble::stick_read_only:
            return Text::trouble_stick_read_only;
        case PrintTrouble::stick_gone:
            return Text::trouble_stick_gone;
    }
    return Text::trouble_aborted;
}

}  // namespace baodao
