// SPDX-License-Identifier: MIT
// Opening: finds out what is there, mends it, and says what it did.
#pragma once

#include "sync/store/recovery_report.hpp"
#include "sync/store/small_files.hpp"
#include "sync/store/store.hpp"

namespace baodao {

// One opening; the folder's lock is held by the caller. Every step may be cut short and begun again.
class Recovery {
  public:
    explicit Recovery(const JournalOptions& options) : options_(options) {}
    // full: the store can be read and cannot be written; it is in `store` all the same.
    struct Outcome {
        Store store;
        std::optional<Error> unwritable;
    };
    [[nodiscard]] Result<Outcome> run();
    [[nodiscard]] const RecoveryReport& report() const { return report_; }

  private:
    [[nodiscard]] Status look();
    [[nodiscard]] Status permit() const;
    [[nodiscard]] Result<Database> open_database();
    [[nodiscard]] Status examine(Database& database);
    [[nodiscard]] Status clear_damaged(std::optional<Database> damaged, const Error& why);
    [[nodiscard]] Result<Progress> begin_progress(Database& database);
    [[nodiscard]] Status join_mirror(Store& store);
    [[nodiscard]] Status check_cursor(Store& store);
    [[nodiscard]] Status settle_epoch(Store& store);
    [[nodiscard]] Status finish(Store& store);
    [[nodiscard]] std::optional<OriginId> known_origin() const;
    void lose_continuity(std::string reason);

    const JournalOptions& options_;
    RecoveryReport report_;
    std::optional<OriginFile> origin_file_;
    std::optional<OriginId> mirror_origin_;
    std::vector<std::uint32_t> segments_;
    std::optional<Error> mirror_error_;
    bool has_database_ = false;
    bool distrusted_ = false;
    bool rebuilt_ = false;  // the database began anew although there were records
};

}  // namespace baodao
