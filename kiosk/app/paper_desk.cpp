// SPDX-License-Identifier: MIT
#include "kiosk/app/paper_desk.hpp"

#include "domain/event/kinds_member.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/paper_content.hpp"

namespace baodao {

namespace {

// Whether not a line of that copy can have come out.
bool surely_unprinted(const PaperCopy& copy) {
    if (copy.state != CopyState::failed) return false;
    switch (print_trouble(copy.why)) {
        case PrintTrouble::no_printer:
        case PrintTrouble::away:
        case PrintTrouble::refuses_pdf:
        case PrintTrouble::refused:
        case PrintTrouble::not_drawn:
        case PrintTrouble::too_many:
        case PrintTrouble::stick_absent:
        case PrintTrouble::stick_full:
        case PrintTrouble::stick_read_only:
        case PrintTrouble::stick_gone:
            return true;
        default:
            return false;
    }
}

// The number that a paper printed once more carries.
std::int64_t next_copy(const PaperJob& job) {
    return job.last_number() + (surely_unprinted(job.last()) ? 0 : 1);
}

}  // namespace

Result<PaperDesk> PaperDesk::open(OpenedDesk& opened, SendPaper send) {
    PaperDesk desk(opened, std::move(send));
    const auto to_book = [&](const Record& record) {
        if (const auto entry = entry_from(record)) desk.book_.apply(*entry);
        return Step::go_on;
    };
    if (auto read = opened.journal().for_each(select::OfKind{"paper."}, to_book); !read) return read.error();
    return desk;
}

Status PaperDesk::list_owed_receipts() {
    std::vector<Draft> owed;
    const auto check = [&](const Record& record) {
        const auto entry = entry_from(record);
        if (!entry || entry->id.origin != opened_->journal().origin() || entry->event.drill)
            return Step::go_on;
        const auto registered = body_of<MemberRegistered>(entry->event);
        if (registered && !book_.first_for(registered->serial, papers::receipt))
            owed.push_back(draft_of(PaperRequested{
                opened_->random().next_u64(), std::string(papers::receipt), {registered->serial, {}}, 1}));
        return Step::go_on;
    };
    const select::OfKind registrations{std::string(MemberRegistered::kind)};
    if (auto read = opened_->journal().for_each(registrations, check); !read) return read.error();
    return owed.empty() ? Status{} : note(std::move(owed));
}

Result<PaperState> PaperDesk::receipt(SlipSerial serial) {
    if (const auto known = book_.first_for(serial, papers::receipt)) {
        return known->last().state == CopyState::failed ? PaperState::queued : PaperState::sent;
    }
    const PaperJob job{opened_->random().next_u64(), std::string(papers::receipt), {serial, {}}, {}, {}};
    return ask(job, 1, PaperWay::printer);
}

Result<PaperState> PaperDesk::record(SlipSerial serial) {
    for (const PaperJob& job : book_.waiting()) {
        if (job.paper != papers::record || job.who.serial != serial) continue;
        return on_its_way(job.job) ? PaperState::sent : again(job.job);
    }
    const PaperJob job{opened_->random().next_u64(), std::string(papers::record), {serial, {}}, {}, {}};
    return ask(job, 1, PaperWay::printer);
}

Result<PaperState> PaperDesk::again(std::uint64_t number, PaperWay way) {
    const auto job = book_.job(number);
    if (!job) return Error{ErrorKind::not_found, "no such paper was asked for", {}};
    if (on_its_way(number)) return PaperState::sent;
    return ask(*job, next_copy(*job), way);
}

std::int64_t PaperDesk::copy_to_come(SlipSerial serial, std::string_view kind) const {
    const auto known = book_.first_for(serial, kind);
    return known ? next_copy(*known) : 1;
}

PaperPart PaperDesk::next_part(SlipSerial serial, std::string_view kind) {
    const std::int64_t copy = copy_to_come(serial, kind);
    if (const auto known = book_.first_for(serial, kind)) return {known->job, known->who, copy};
    return {opened_->random().next_u64(), {serial, {}}, copy};
}

Result<PaperState> PaperDesk::slips(std::span<const IssuedEntry> entries, std::string_view kind,
                                    StartCell start, PaperWay way) {
    std::vector<PaperPart> parts;
    std::vector<Draft> drafts;
    for (const IssuedEntry& entry : entries) {
        parts.push_back(next_part(entry.slip.serial, kind));
        const PaperPart& part = parts.back();
        drafts.push_back(draft_of(PaperRequested{part.job, std::string(kind), part.who, part.copy}));
    }
    if (auto noted = note(std::move(drafts)); !noted) return noted.error();
    auto order = make_slip_order(*opened_, entries, parts, kind, start, opened_->clock().now().wall);
    return hand_over(std::move(parts), std::move(order), way);
}

Result<PaperState> PaperDesk::ask(const PaperJob& job, std::int64_t copy, PaperWay way) {
    if (auto noted = note({draft_of(PaperRequested{job.job, job.paper, job.who, copy})}); !noted)
        return noted.error();
    return hand_over({{job.job, job.who, copy}}, make_order(*opened_, job, copy, opened_->clock().now().wall),
                     way);
}

Result<PaperState> PaperDesk::hand_over(std::vector<PaperPart> parts, Result<PaperOrder> order,
                                        PaperWay way) {
    for (const PaperPart& part : parts) on_its_way_.insert(part.job);
    PaperReport failed{std::move(parts), PaperStage::failed, PrintTrouble::not_drawn, {}};
    if (order) {
        order->way = way;
        if (send_(std::move(order).value())) return PaperState::sent;
        failed.trouble = PrintTrouble::too_many;
    }
    if (auto noted = heard(failed); !noted) return noted.error();
    return PaperState::queued;
}

Status PaperDesk::heard(const PaperReport& report) {
    if (report.stage == PaperStage::accepted) return {};
    std::vector<Draft> drafts;
    for (const PaperPart& part : report.parts) {
        on_its_way_.erase(part.job);
        drafts.push_back(
            report.stage == PaperStage::printed
                ? draft_of(PaperPrinted{part.job, part.who, report.where, part.copy})
                : draft_of(PaperFailed{part.job, part.who, std::string(token(report.trouble)), part.copy}));
    }
    return note(std::move(drafts));
}

Status PaperDesk::note(std::vector<Draft> drafts) {
    const std::size_t count = drafts.size();
    if (auto noted = opened_->desk().note(std::move(drafts)); !noted) return noted;
    const auto written = opened_->journal().last_records(count);
    if (!written) return written.error();
    for (const Record& record : *written) {
        if (const auto entry = entry_from(record)) book_.apply(*entry);
    }
    return {};
}

}  // namespace baodao
