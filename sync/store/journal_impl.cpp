// SPDX-License-Identifier: MIT
#include "sync/store/journal_impl.hpp"

#include <unistd.h>

#include "sync/store/mirror_repair.hpp"
#include "sync/store/recovery.hpp"
#include "sync/store/small_files.hpp"

namespace baodao {

Journal::Impl::Impl(JournalOptions options, std::unique_ptr<DiskLock> lock)
    : options_(std::move(options)),
      lock_(std::move(lock)),
      ballast_(*options_.disk, options_.data_folder, options_.ballast_bytes),
      process_(::getpid()) {}

Result<RecoveryReport> Journal::Impl::open_store() {
    BAODAO_CHECK(::getpid() == process_ && !visiting_);
    // The old connection must be gone before the files are looked at, or it would write into them.
    drop_store();
    scrubbed_ = {};
    scrubbed_segment_ = 0;
    Recovery recovery(options_);
    auto outcome = recovery.run();
    RecoveryReport report = recovery.report();
    const bool full = outcome ? outcome->unwritable.has_value() : outcome.error().kind == ErrorKind::full;
    if (full && ballast_.release()) {
        if (outcome) outcome->store.mirror.reset();
        outcome = Error{ErrorKind::full, "the disk is full", options_.data_folder};
        Recovery again(options_);
        outcome = again.run();
        report = again.report();
    }
    if (!outcome) {
        failed_ = outcome.error();
        return outcome.error();
    }
    store_.emplace(std::move(outcome->store));
    failed_ = outcome->unwritable;
    if (failed_) report.reasons.push_back(failed_->text());
    distrusted_ = false;
    ballast_.restore();
    return report;
}

Status Journal::Impl::usable() const {
    BAODAO_CHECK(::getpid() == process_);
    BAODAO_CHECK(!visiting_);
    if (store_) return {};
    return failed_.value_or(Error{ErrorKind::io, "the records are not open", ""});
}

void Journal::Impl::fail(const Error& error) {
    failed_ = error;
}

void Journal::Impl::drop_store() {
    last_known_ = known();
    store_.reset();
}

Journal::Impl::Known Journal::Impl::known() const {
    if (!store_) return last_known_;
    const Progress& progress = store_->progress;
    return {progress.origin,
            progress.epoch,
            store_->tail,
            store_->last,
            {progress.acked_epoch, progress.acked_seq, progress.acked_tail}};
}

Health Journal::Impl::health() const {
    Health health;
    health.failed = failed_;
    if (store_) health.mirror_behind = store_->mirror_behind;
    health.distrusted = distrusted_;
    health.ballast_spent = ballast_.spent();
    health.last_trouble = last_trouble_;
    return health;
}

Status Journal::Impl::close() {
    if (const auto ready = usable(); !ready) return ready;
    const auto marked = change([](Progress& progress) {
        progress.clean = true;
        return Status{};
    });
    if (!marked) return marked;
    const auto folded = store_->database.checkpoint();
    fail({ErrorKind::io, "the records were closed", ""});
    drop_store();
    return folded;
}

Status Journal::Impl::change(const std::function<Status(Progress&)>& body) {
    if (const auto ready = usable(); !ready) return ready;
    if (failed_) return *failed_;
    Progress progress = store_->progress;
    progress.confirmed = store_->last;
    const auto done = store_->database.transaction([&]() -> Status {
        if (const auto changed = body(progress); !changed) return changed;
        return store_->database.save(progress);
    });
    if (done) store_->progress = progress;
    return done;
}

Status Journal::Impl::begin_epoch(const std::string& reason) {
    if (const auto ready = usable(); !ready) return ready;
    BAODAO_CHECK(!reason.empty());
    const Epoch next{store_->progress.epoch.value + 1};
    const auto written =
        write_origin_file(*options_.disk, options_.data_folder, {store_->progress.origin, next});
    if (!written) return written;
    const auto changed = change([&](Progress& progress) {
        progress.epoch = next;
        return Status{};
    });
    if (changed) store_->tail.reset();
    return changed;
}

Status Journal::Impl::tend() {
    if (const auto ready = usable(); !ready) return ready;
    if (failed_) return *failed_;
    ballast_.restore();
    if (store_->mirror_behind) {
        RecoveryReport report;
        const auto stands = mark_stands(options_, store_->progress.mirror);
        const Status mended = !stands   ? Status{stands.error()}
                              : *stands ? catch_mirror_up(*store_, options_)
                                        : repair_mirror(*store_, options_, report);
        if (!mended) store_->mirror_behind = mended.error();
    }
    if (store_->progress.confirmed == store_->last) return {};
    return change([](Progress&) { return Status{}; });
}

}  // namespace baodao
