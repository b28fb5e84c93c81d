// SPDX-License-Identifier: MIT
#include "kiosk/devices/ipp_printer.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace baodao {

namespace {

constexpr int search_ms = 2'000;  // for queues and printers on the wire

bool has_stem(const IppPrinterFacts& facts, std::string_view stem) {
    return std::any_of(facts.reasons.begin(), facts.reasons.end(),
                       [&](const std::string& reason) { return reason.starts_with(stem); });
}

bool waits_for_hand(const IppPrinterFacts& facts) {
    constexpr std::array<std::string_view, 5> stems{"media-jam", "cover-open", "door-open",
                                                    "input-tray-missing", "interlock-open"};
    return std::any_of(stems.begin(), stems.end(),
                       [&](std::string_view stem) { return has_stem(facts, stem); });
}

bool takes_pdf(const IppPrinterFacts& facts) {
    return std::find(facts.formats.begin(), facts.formats.end(), "application/pdf") != facts.formats.end();
}

}  // namespace

PaperSupply paper_supply(const IppPrinterFacts& facts) {
    if (has_stem(facts, "media-empty") || has_stem(facts, "media-needed")) return PaperSupply::out;
    // A tray that reports A4; or "soon empty", which is not empty.
    const bool tray = std::any_of(facts.ready.begin(), facts.ready.end(),
                                  [](const std::string& size) { return size.starts_with("iso_a4"); });
    return tray || has_stem(facts, "media-low") ? PaperSupply::present : PaperSupply::unclear;
}

IppPrinter::IppPrinter(IppAddress address) : address_(std::move(address)) {}
IppPrinter::IppPrinter(std::string queue_name) : queue_name_(std::move(queue_name)) {}

std::optional<IppPrinter::Reached> IppPrinter::reach_queue() {
    const auto found = find_print_queue(*queue_name_, search_ms);
    if (!found) return std::nullopt;
    if (found->device) {
        const auto facts = ipp_printer_facts(*found->device, printer_answer_ms);
        if (facts && takes_pdf(*facts)) return Reached{*found->device, *facts};
    }
    const auto facts = ipp_printer_facts(found->queue, printer_answer_ms);
    if (!facts) return std::nullopt;
    return Reached{found->queue, *facts};
}

std::optional<IppPrinter::Reached> IppPrinter::reach() {
    if (address_) {
        auto facts = ipp_printer_facts(*address_, printer_answer_ms);
        if (facts) return Reached{*address_, std::move(facts).value()};
        if (!queue_name_) return std::nullopt;
    }
    auto reached = reach_queue();
    address_ = reached ? std::optional(reached->address) : std::nullopt;
    return reached;
}

PrinterView IppPrinter::look() {
    const bool searched = queue_name_ && queue_name_->empty();
    const auto reached = reach();
    if (!reached && searched) return {PrinterPresence::none, PaperSupply::unclear, {}};
    if (!reached) {
        return {PrinterPresence::away, PaperSupply::unclear, queue_name_ ? *queue_name_ : address_->uri()};
    }
    return {PrinterPresence::answers, paper_supply(reached->facts), reached->facts.name};
}

std::variant<PrintTicket, PrintTrouble> IppPrinter::send(const PrintOrder& order) {
    const bool searched = queue_name_ && queue_name_->empty();
    const auto reached = reach();
    if (!reached) return searched ? PrintTrouble::no_printer : PrintTrouble::away;
    if (!takes_pdf(reached->facts)) return PrintTrouble::refuses_pdf;
    if (!reached->facts.accepting) return PrintTrouble::refused;
    const auto job = ipp_print_pdf(reached->address, order.title, order.pdf, printer_answer_ms);
    if (job) return PrintTicket{*job};
    // When the answer is lost the printer may have the whole document.
    return job.error().kind == ErrorKind::refused ? PrintTrouble::refused : PrintTrouble::lost;
}

JobStage IppPrinter::stage(PrintTicket ticket) {
    if (!address_) return JobStage::unheard;
    const auto end = ipp_job_end(*address_, ticket.value, printer_answer_ms);
    if (!end) return end.error().kind == ErrorKind::refused ? JobStage::failed : JobStage::unheard;
    if (*end == IppJobEnd::completed) return JobStage::printed;
    if (*end != IppJobEnd::none) return JobStage::failed;
    // A printer without paper calls its job "processing" for ever; only the printer's own state tells.
    const auto facts = ipp_printer_facts(*address_, printer_answer_ms);
    if (!facts) return JobStage::unheard;
    if (paper_supply(*facts) == PaperSupply::out) return JobStage::needs_paper;
    // A queue says successful-ok while its printer is gone.
    if (has_stem(*facts, "offline") || has_stem(*facts, "connecting-to-device") ||
        has_stem(*facts, "timed-out"))
        return JobStage::unheard;
    return waits_for_hand(*facts) ? JobStage::needs_hand : JobStage::working;
}

void IppPrinter::cancel(PrintTicket ticket) {
    if (address_) (void)ipp_cancel(*address_, ticket.value, printer_answer_ms);
}

}  // namespace baodao
