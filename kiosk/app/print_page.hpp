// SPDX-License-Identifier: MIT
// 打印单据: papers that did not come out, and slips batch by batch (policy R5). Plain data; made by the desk
// for staff only, so names are in full.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"

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
struct PrintBatch {
    AgencyId agency;
    std::int32_t year = 0;
    BatchNumber batch;
    bool cards = true;  // 签到卡, else 报到单
    int start_cell = 1;
    bool to_stick = false;
};
struct AskPapers {};
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
using PrintTouch =
    std::variant<PrintAgain, PrintBatch, AskPapers, PickBatch, PickKind, StepCell, TurnWaiting, TurnBatches>;

// ---- what the page keeps
struct PrintPage {
    static constexpr std::string_view token = "staff_print";
    std::optional<PrintBoard> board;  // nothing: the desk has not answered yet
    std::size_t waiting_page = 0;
    std::size_t batch_page = 0;
    std::size_t picked = 0;  // of the batches
    bool cards = true;
    int start_cell = 1;

    // What 打印 asks for; nothing without a batch.
    [[nodiscard]] std::optional<PrintBatch> wanted(bool to_stick) const {
        if (!board || picked >= board->batches.size()) return std::nullopt;
        const BatchLine& line = board->batches[picked];
        return PrintBatch{line.agency, line.year, line.batch, cards, start_cell, to_stick};
    }
};

inline constexpr std::size_t waiting_on_page = 5;
inline constexpr std::size_t batches_on_page = 4;

}  // namespace baodao
