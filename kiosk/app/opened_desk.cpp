// SPDX-License-Identifier: MIT
#include "kiosk/app/opened_desk.hpp"

#include "kiosk/app/drafts.hpp"
#include "sync/host/system_clock.hpp"

namespace baodao {

namespace {

constexpr UtcMillis told_boot_began{1'577'836'800'000};  // 2020-01-01T00:00:00Z, before any test slip

std::string in_words(const RecoveryReport& report) {
    std::string words;
    for (const std::string& reason : report.reasons) words += (words.empty() ? "" : "; ") + reason;
    return words;
}

Status note_recovery(Desk& desk, const RecoveryReport& report) {
    if (!report.noteworthy()) return {};
    const KioskRecovered body{in_words(report), static_cast<std::int64_t>(report.lost),
                              static_cast<std::int64_t>(report.restored_to_database)};
    return desk.note({draft_of(body)});
}

}  // namespace

ClockReading told_reading(UtcMillis at) {
    BootId boot;
    boot.bytes.fill(0x70);
    return {at, {at - told_boot_began}, boot};
}

JournalOptions journal_options(const std::filesystem::path& folder, Disk& disk, const Clock& clock,
                               Random& random) {
    JournalOptions options;
    options.data_folder = folder.string();
    options.indexer = index_keys;
    options.disk = &disk;
    options.clock = &clock;
    options.random = &random;
    return options;
}

Result<std::unique_ptr<OpenedDesk>> OpenedDesk::open(const OpenDeskOptions& options) {
    auto installation = load_installation(options.folder);
    if (!installation) return installation.error();
    if (options.at && !installation->test) {
        return Error{ErrorKind::refused, "a time can be told only to data made by `baodaoctl init --test`",
                     options.folder.string()};
    }
    std::unique_ptr<OpenedDesk> opened(new OpenedDesk);
    opened->installation_ = std::move(installation).value();
    if (options.at) {
        opened->clock_ = std::make_unique<ManualClock>(told_reading(*options.at));
    } else {
        opened->clock_ = std::make_unique<SystemClock>();
    }
    auto journal =
        Journal::open(journal_options(options.folder, opened->disk_, *opened->clock_, opened->random_));
    if (!journal) return journal.error();
    opened->report_ = std::move(journal->report);
    opened->journal_.emplace(std::move(journal->journal));

    auto desk = Desk::open({*opened->journal_, opened->installation_, *opened->clock_, opened->random_,
                            options.at ? ClockTrust::as_told : ClockTrust::judged});
    if (!desk) return desk.error();
    opened->desk_.emplace(std::move(desk).value());
    if (auto noted = note_recovery(*opened->desk_, opened->report_); !noted) return noted.error();
    return opened;
}

OpenedDesk::~OpenedDesk() {
    // A store that cannot be closed properly is recovered at the next start; there is nobody to tell here.
    if (journal_) (void)journal_->close();
}

}  // namespace baodao
