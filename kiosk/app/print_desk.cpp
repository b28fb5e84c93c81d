// SPDX-License-Identifier: MIT
#include "kiosk/app/print_desk.hpp"

#include <map>

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

}  // namespace

Result<PrintBoard> print_board(OpenedDesk& opened, const PaperDesk& desk) {
    const UtcMillis now = opened.clock().now().wall;
    PrintBoard board;
    for (const PaperJob& job : desk.book().waiting()) board.waiting.push_back(told(opened, desk, job, now));
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

Result<PaperState> print_batch(OpenedDesk& opened, PaperDesk& desk, const PrintBatch& wanted) {
    const auto batches = slip_batches(opened);
    if (!batches) return batches.error();
    for (const SlipBatch& batch : *batches) {
        if (batch.agency != wanted.agency || batch.year != wanted.year || batch.batch != wanted.batch)
            continue;
        return desk.slips(batch.slips, wanted.cards ? papers::card : papers::form,
                          StartCell{wanted.start_cell},
                          wanted.to_stick ? PaperWay::stick : PaperWay::printer);
    }
    return Error{ErrorKind::not_found, "this batch is not in the log", {}};
}

}  // namespace baodao
