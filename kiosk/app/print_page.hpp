// SPDX-License-Identifier: MIT
// 打印单据: papers that did not come out, and slips batch by batch (policy R5), with the sheet as it will
// come out. Plain data; made by the desk for staff only, so names are in full.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

enum class PaperKind { receipt, record, card, form };

struct WaitingPaper {
    std::uint64_t job = 0;
    PaperKind kind = PaperKind::receipt;
    std::string name;    // empty: her card is not here any more
    std::string number;  // 报到编号 or 报到单号
    UtcMillis asked;
    bool on_its_way = false;  // given to the printer by this run, and no word since
    std::string why;          // token of the trouble; empty: the kiosk was stopped before it heard
};

struct BatchLine {
    AgencyId agency;
    std::int32_t year = 0;
    BatchNumber batch;
    std::string agency_name;
    std::int64_t people = 0;
    std::int64_t cards_printed = 0;
    std::int64_t forms_printed = 0;
};

struct PrintBoard {
    std::vector<WaitingPaper> waiting;  // oldest first
    std::vector<BatchLine> batches;     // newest first
};

// How the desk took a touch.
enum class PaperAsked { sent, waits };

// ---- touches; those that carry facts go to the desk as they are
struct PrintAgain {
    std::uint64_t job = 0;
    bool to_stick = false;
};
// Which of a batch's slips.
enum class SlipScope {
    all,
    unprinted,  // 只印其余: those whose paper never came out
    chosen,     // the code they have, once more: 没印清、卡纸
    lost,       // the one chosen: a new code, and the old one does not hold any more: 丢失
};
struct PrintBatch {
    AgencyId agency;
    std::int32_t year = 0;
    BatchNumber batch;
    bool cards = true;  // 签到卡, else 报到单
    int start_cell = 1;
    bool to_stick = false;
    SlipScope scope = SlipScope::all;
    std::vector<SlipSerial> chosen;  // of the last two scopes
};
struct AskPapers {};
// 看样张: one sheet of the whole batch, answered by SheetLooked.
struct LookAtSheet {
    AgencyId agency;
    std::int32_t year = 0;
    BatchNumber batch;
    bool cards = true;
    int start_cell = 1;
    std::size_t sheet = 0;
    friend bool operator==(const LookAtSheet&, const LookAtSheet&) = default;
};
struct PickBatch {
    std::size_t index = 0;
};
struct PickKind {
    bool cards = true;
};
struct StepCell {
    int by = 0;
};
struct TurnWaiting {
    int by = 0;
};
struct TurnBatches {
    int by = 0;
};
struct ShowWaiting {};
struct TurnSheet {
    int by = 0;
};
// A slip on the sheet, chosen or not any more.
struct TickSlip {
    SlipSerial serial;
};
struct PickRemedy {
    bool lost = false;
};
using PrintTouch = std::variant<PrintAgain, PrintBatch, AskPapers, PickBatch, PickKind, StepCell, TurnWaiting,
                                TurnBatches, ShowWaiting, TurnSheet, TickSlip, PickRemedy>;

// ---- the sheet that is looked at
struct SlipOnSheet {
    SlipSerial serial;
    std::string name;
    std::string number;  // 报到单号
};
struct SheetView {
    std::shared_ptr<const GreyImage> picture;  // of the page that will be printed
    std::size_t sheets = 1;
    int first_cell = 1;              // of the first slip on this sheet
    std::vector<SlipOnSheet> slips;  // in the order of their cells
    bool codes_read = false;         // every code was read again from the page
};

// ---- what the page keeps
struct PrintPage {
    static constexpr std::string_view token = "staff_print";
    std::optional<PrintBoard> board;  // nothing: the desk has not answered yet
    std::size_t waiting_page = 0;
    std::size_t batch_page = 0;
    std::size_t picked = 0;  // of the batches
    bool cards = true;
    int start_cell = 1;
    bool waiting_shown = false;      // instead of a batch
    std::size_t sheet_at = 0;        // of the batch's sheets
    std::optional<SheetView> sheet;  // nothing: the desk has not drawn it yet
    std::vector<SlipOnSheet> chosen;
    bool lost = false;  // what was chosen is lost

    [[nodiscard]] bool is_chosen(SlipSerial serial) const {
        return std::any_of(chosen.begin(), chosen.end(),
                           [&](const SlipOnSheet& slip) { return slip.serial == serial; });
    }
    // What 打印 asks for; nothing without a batch.
    [[nodiscard]] std::optional<PrintBatch> wanted(bool to_stick) const {
        if (!board || picked >= board->batches.size()) return std::nullopt;
        const BatchLine& line = board->batches[picked];
        PrintBatch batch{line.agency, line.year, line.batch, cards, start_cell, to_stick, SlipScope::all, {}};
        if (!chosen.empty()) batch.scope = lost ? SlipScope::lost : SlipScope::chosen;
        for (const SlipOnSheet& slip : chosen) batch.chosen.push_back(slip.serial);
        return batch;
    }
    // The sheet that is to be seen; nothing without a batch.
    [[nodiscard]] std::optional<LookAtSheet> looked_at() const {
        if (!board || waiting_shown || picked >= board->batches.size()) return std::nullopt;
        const BatchLine& line = board->batches[picked];
        return LookAtSheet{line.agency, line.year, line.batch, cards, start_cell, sheet_at};
    }
};

// How many of the batch's slips have come out as the kind that is chosen.
[[nodiscard]] inline std::int64_t printed_before(const PrintPage& page, const BatchLine& line) {
    return page.cards ? line.cards_printed : line.forms_printed;
}

inline constexpr std::size_t waiting_on_page = 5;
inline constexpr std::size_t batches_on_page = 4;

}  // namespace baodao
