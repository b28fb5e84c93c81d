// SPDX-License-Identifier: MIT
#include "domain/service/paper_book.hpp"

#include <algorithm>

namespace baodao {

void PaperBook::on_requested(const PaperRequested& body, const Stamp& stamp) {
    Job& job = jobs_[body.job];
    if (!job.asked || stamp < *job.asked) {
        job.asked = stamp;
        job.paper = body.paper;
        job.who = body.who;
    }
    if (body.who.serial) by_slip_[{*body.who.serial, body.paper}].insert(body.job);
    Copy& copy = job.copies[body.copy];
    copy.asked = copy.asked ? std::max(*copy.asked, stamp) : stamp;
}

void PaperBook::on_failed(const PaperFailed& body, const Stamp& stamp) {
    Copy& copy = jobs_[body.job].copies[body.copy];
    if (copy.failed && stamp < *copy.failed) return;
    copy.failed = stamp;
    copy.why = body.why;
}

void PaperBook::apply(const Entry& entry) {
    if (entry.event.drill) return;
    const Stamp stamp{entry.event.at.estimated(), entry.id};
    if (const auto requested = body_of<PaperRequested>(entry.event)) on_requested(*requested, stamp);
    if (const auto failed = body_of<PaperFailed>(entry.event)) on_failed(*failed, stamp);
    if (const auto printed = body_of<PaperPrinted>(entry.event))
        jobs_[printed->job].copies[printed->copy].printed = true;
}

std::optional<PaperJob> PaperBook::told(std::uint64_t number, const Job& job) {
    if (!job.asked) return std::nullopt;  // its request has not arrived yet
    PaperJob out{number, job.paper, job.who, job.asked->first, {}};
    for (const auto& [copy_number, copy] : job.copies) {
        PaperCopy& told = out.copies[copy_number];
        told.asked = copy.asked ? copy.asked->first : out.asked;
        const bool failed = copy.failed && (!copy.asked || *copy.asked < *copy.failed);
        if (failed) told.why = copy.why;
        told.state = failed ? CopyState::failed : CopyState::asked;
        if (copy.printed) told.state = CopyState::printed;
    }
    return out;
}

std::optional<PaperJob> PaperBook::job(std::uint64_t job) const {
    const auto found = jobs_.find(job);
    return found == jobs_.end() ? std::nullopt : told(job, found->second);
}

std::optional<PaperJob> PaperBook::first_for(SlipSerial serial, std::string_view paper) const {
    const auto numbers = by_slip_.find({serial, std::string(paper)});
    if (numbers == by_slip_.end()) return std::nullopt;
    std::optional<std::pair<Stamp, std::uint64_t>> first;
    for (const std::uint64_t number : numbers->second) {
        const std::pair found{*jobs_.at(number).asked, number};
        if (!first || found < *first) first = found;
    }
    return first ? job(first->second) : std::nullopt;
}

std::vector<PaperJob> PaperBook::waiting() const {
    std::vector<PaperJob> waiting;
    for (const auto& [number, job] : jobs_) {
        const auto known = told(number, job);
        if (known && known->waits()) waiting.push_back(*known);
    }
    std::sort(waiting.begin(), waiting.end(), [](const PaperJob& a, const PaperJob& b) {
        return std::pair(a.asked, a.job) < std::pair(b.asked, b.job);
    });
    return waiting;
}

}  // namespace baodao
