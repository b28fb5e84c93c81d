// SPDX-License-Identifier: MIT
#include "kiosk/app/print_desk.hpp"

#include <algorithm>

#include "domain/community/issuing.hpp"
#include "domain/paper/paper.hpp"
#include "domain/qr/picture_ops.hpp"
#include "kiosk/app/paper_content.hpp"
#include "kiosk/app/people.hpp"

namespace baodao {

namespace {

PaperKind kind_of(std::string_view paper) {
    if (paper == papers::record) return PaperKind::record;
    if (paper == papers::card) return PaperKind::card;
    return paper == papers::form ? PaperKind::form : PaperKind::receipt;
}

WaitingPaper told(OpenedDesk& opened, const PaperDesk& desk, const PaperJob& job, UtcMillis now) {
    WaitingPaper waiting;
    waiting.job = job.job;
    waiting.kind = kind_of(job.paper);
    waiting.asked = job.last().asked;
    waiting.on_its_way = desk.on_its_way(job.job);
    waiting.why = job.last().why;
    if (!job.who.serial) return waiting;
    const auto person = load_person(opened.journal(), job.who.serial->value, opened.desk().community(), now);
    if (!person) return waiting;
    const PersonCard card = read_card(opened.journal(), person->entries, opened.installation().community_key);
    waiting.name = card.name;
    const SlipState* slip = person->state.slip(*job.who.serial);
    if (person->state.registered) {
        waiting.number = person->state.registered->number;
    } else if (slip != nullptr && slip->issued) {
        waiting.number = slip_number(*slip->issued, card.agency);
    }
    return waiting;
}

std::int64_t printed_of(const SlipBatch& batch, const PaperBook& book, std::string_view kind) {
    std::int64_t printed = 0;
    for (const IssuedEntry& entry : batch.slips) {
        const auto job = book.first_for(entry.slip.serial, kind);
        printed += job && job->ever_printed() ? 1 : 0;
    }
    return printed;
}

std::string_view kind_word(bool cards) {
    return cards ? papers::card : papers::form;
}

Result<SlipBatch> batch_of(OpenedDesk& opened, AgencyId agency, std::int32_t year, BatchNumber number) {
    auto batches = slip_batches(opened);
    if (!batches) return batches.error();
    for (SlipBatch& batch : *batches) {
        if (batch.agency == agency && batch.year == year && batch.batch == number) return std::move(batch);
    }
    return Error{ErrorKind::not_found, "this batch is not in the log", {}};
}

bool is_wanted(SlipSerial serial, const PrintBatch& wanted, const PaperBook& book, std::string_view kind) {
    switch (wanted.scope) {
        case SlipScope::all:
            return true;
        case SlipScope::unprinted: {
            const auto job = book.first_for(serial, kind);
            return !job || !job->ever_printed();
        }
        case SlipScope::chosen:
        case SlipScope::lost:
            return std::find(wanted.chosen.begin(), wanted.chosen.end(), serial) != wanted.chosen.end();
    }
    return false;
}

}  // namespace

std::vector<WaitingPaper> waiting_papers(OpenedDesk& opened, const PaperDesk& desk) {
    const UtcMillis now = opened.clock().now().wall;
    std::vector<WaitingPaper> waiting;
    for (const PaperJob& job : desk.book().waiting()) waiting.push_back(told(opened, desk, job, now));
    return waiting;
}

Result<PrintBoard> print_board(OpenedDesk& opened, const PaperDesk& desk) {
    PrintBoard board;
    board.waiting = waiting_papers(opened, desk);
    const auto batches = slip_batches(opened);
    if (!batches) return batches.error();
    for (const SlipBatch& batch : *batches) {
        board.batches.push_back({batch.agency, batch.year, batch.batch, batch.agency_name,
                                 static_cast<std::int64_t>(batch.slips.size()),
                                 printed_of(batch, desk.book(), papers::card),
                                 printed_of(batch, desk.book(), papers::form)});
    }
    return board;
}

Result<SheetView> look_at_sheet(OpenedDesk& opened, const PaperDesk& desk, PdfCanvas& canvas,
                                const LookAtSheet& asked) {
    const auto batch = batch_of(opened, asked.agency, asked.year, asked.batch);
    if (!batch) return batch.error();
    const std::string_view kind = kind_word(asked.cards);
    const std::size_t cells = asked.cards ? cards_on_sheet : 1;
    const std::size_t skipped = asked.cards ? static_cast<std::size_t>(asked.start_cell - 1) : 0;
    const std::size_t all = batch->slips.size();
    SheetView view;
    view.sheets = (all + skipped + cells - 1) / cells;
    const std::size_t sheet = std::min(asked.sheet, view.sheets - 1);
    const std::size_t first = sheet == 0 ? 0 : sheet * cells - skipped;
    const std::size_t last = std::min(all, (sheet + 1) * cells - skipped);
    view.first_cell = sheet == 0 && asked.cards ? asked.start_cell : 1;

    const std::span<const IssuedEntry> entries(batch->slips.data() + first, last - first);
    const UtcMillis now = opened.clock().now().wall;
    std::vector<PaperPart> parts;
    for (const IssuedEntry& entry : entries) {
        parts.push_back({0, {entry.slip.serial, {}}, desk.copy_to_come(entry.slip.serial, kind)});
        const auto card = card_of_slip(opened, entry, now);
        if (!card) return card.error();
        view.slips.push_back({entry.slip.serial, card->name, card->slip_number});
    }
    const auto order = make_slip_order(opened, entries, parts, kind, StartCell{view.first_cell}, now);
    if (!order) return order.error();
    const auto pages = lay_out(order->content);
    if (!pages) return pages.error();
    const auto bitmap = canvas.bitmap(pages->front());
    if (!bitmap) return bitmap.error();
    view.codes_read = prove_codes(pages->front(), *bitmap).ok();
    view.picture = std::make_shared<const GreyImage>(half_size(half_size(*bitmap)));
    return view;
}

Result<PaperState> print_batch(OpenedDesk& opened, PaperDesk& desk, const PrintBatch& wanted) {
    const auto batch = batch_of(opened, wanted.agency, wanted.year, wanted.batch);
    if (!batch) return batch.error();
    const std::string_view kind = kind_word(wanted.cards);
    std::vector<IssuedEntry> entries;
    for (const IssuedEntry& entry : batch->slips) {
        if (is_wanted(entry.slip.serial, wanted, desk.book(), kind)) entries.push_back(entry);
    }
    if (entries.empty()) return Error{ErrorKind::not_found, "none of these slips is in the log", {}};
    if (wanted.scope == SlipScope::lost) {
        if (entries.size() != 1)
            return Error{ErrorKind::bad_input, "one slip at a time can be reported lost", {}};
        auto made = reissue(opened, entries.front(), opened.clock().now().wall);
        if (!made) return made.error();
        entries.front() = std::move(made).value();
    }
    return desk.slips(entries, kind, StartCell{wanted.start_cell},
                      wanted.to_stick ? PaperWay::stick : PaperWay::printer);
}

}  // namespace baodao
