// SPDX-License-Identifier: MIT
#include "kiosk/app/machine_check.hpp"

namespace baodao {

namespace {

// Between two steps a scan is answered: short enough that nobody waits for it.
constexpr std::size_t records_per_step = 400;
constexpr std::size_t one_record = 1;
constexpr std::size_t record_bytes_max = 1 << 20;

JournalState as_it_is(const Health& health) {
    if (health.failed) return JournalState::failed;
    if (health.distrusted) return JournalState::damaged;
    return health.mirror_behind ? JournalState::mirror_behind : JournalState::whole;
}

std::optional<UtcMillis> time_of(const Result<std::vector<Record>>& records) {
    if (!records || records->empty()) return std::nullopt;
    const auto entry = entry_from(records->front());
    return entry ? std::optional(entry->event.at.estimated()) : std::nullopt;
}

}  // namespace

MachineCheck::MachineCheck(OpenedDesk& opened, std::string folder)
    : opened_(&opened), folder_(std::move(folder)) {}

void MachineCheck::step() {
    Journal& journal = opened_->journal();
    if (const JournalState now = as_it_is(journal.health());
        now == JournalState::failed || now == JournalState::damaged) {
        journal_ = now;
        return;
    }
    const auto scrubbed = journal.scrub(records_per_step);
    if (!scrubbed) {
        const JournalState after = as_it_is(journal.health());
        journal_ = after == JournalState::failed ? after : JournalState::damaged;
    } else if (scrubbed->complete) {
        journal_ = as_it_is(journal.health());
    }
}

MachineReport MachineCheck::report() const {
    Journal& journal = opened_->journal();
    MachineReport report;
    if (const auto free = opened_->disk().free_bytes(folder_))
        report.free_mb = static_cast<std::int64_t>(*free >> 20);
    report.ballast = !journal.health().ballast_spent;
    report.clock = opened_->desk().clock_doubt();
    report.last_event = time_of(journal.last_records(one_record));
    if (const auto waiting = journal.outbox_count()) report.unreported = static_cast<std::int64_t>(*waiting);
    report.waits_since = time_of(journal.outbox(one_record, record_bytes_max));
    report.records = static_cast<std::int64_t>(journal.count());
    report.journal = journal_;
    return report;
}

MachineReport unopened_report() {
    MachineReport report;
    report.journal = JournalState::failed;
    return report;
}

}  // namespace baodao
