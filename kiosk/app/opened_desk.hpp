// SPDX-License-Identifier: MIT
// A kiosk's data folder, opened for work: everything that a desk stands on, owned together.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "kiosk/app/desk.hpp"
#include "sync/host/system_disk.hpp"
#include "sync/host/system_random.hpp"

namespace baodao {

// A clock that says what it is told, for test data: wall and monotonic time go together on one trusted boot.
[[nodiscard]] ClockReading told_reading(UtcMillis at);

struct OpenDeskOptions {
    std::filesystem::path folder;
    std::optional<UtcMillis> at;  // test data only: the time to be believed instead of the machine's
};

class OpenedDesk {
  public:
    // not_found: no kiosk's data there. busy: another program has it. refused: a time was told and the
    // data is real. What recovery found is recorded as kiosk.recovered before this returns.
    [[nodiscard]] static Result<std::unique_ptr<OpenedDesk>> open(const OpenDeskOptions& options);
    ~OpenedDesk();
    OpenedDesk(const OpenedDesk&) = delete;
    OpenedDesk& operator=(const OpenedDesk&) = delete;

    [[nodiscard]] Desk& desk() { return *desk_; }
    [[nodiscard]] const Desk& desk() const { return *desk_; }
    [[nodiscard]] Journal& journal() { return *journal_; }
    [[nodiscard]] const Installation& installation() const { return installation_; }
    [[nodiscard]] Status refresh_keyring(const std::filesystem::path& folder) {
        return baodao::refresh_keyring(installation_, folder);
    }
    [[nodiscard]] const RecoveryReport& report() const { return report_; }
    [[nodiscard]] Random& random() { return random_; }
    [[nodiscard]] Disk& disk() { return disk_; }
    [[nodiscard]] const Clock& clock() const { return *clock_; }

  private:
    OpenedDesk() = default;

    SystemDisk disk_;
    SystemRandom random_;
    std::unique_ptr<Clock> clock_;
    Installation installation_;
    std::optional<Journal> journal_;
    std::optional<Desk> desk_;
    RecoveryReport report_;
};

// Options for the journal in a kiosk's data folder.
[[nodiscard]] JournalOptions journal_options(const std::filesystem::path& folder, Disk& disk,
                                             const Clock& clock, Random& random);

}  // namespace baodao
