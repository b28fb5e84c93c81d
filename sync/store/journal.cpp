// SPDX-License-Identifier: MIT
#include "sync/store/journal.hpp"

#include "sync/store/journal_impl.hpp"
#include "sync/store/small_files.hpp"

namespace baodao {

Journal::Journal(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Result<OpenedJournal> Journal::open(JournalOptions options) {
    BAODAO_CHECK(options.disk != nullptr && options.clock != nullptr && options.random != nullptr);
    BAODAO_CHECK(options.indexer != nullptr);
    if (options.mirror_folder.empty()) options.mirror_folder = options.data_folder + "/mirror";
    Disk& disk = *options.disk;
    if (options.mode != OpenMode::existing) {
        if (const auto made = disk.make_folder(options.data_folder); !made) return made.error();
    }
    auto lock = disk.lock(options.data_folder + "/lock");
    if (!lock) return lock.error();
    const bool crash_loop = note_start(disk, options.data_folder, options.clock->now());
    auto impl = std::make_unique<Impl>(std::move(options), std::move(*lock));
    auto report = impl->open_store();
    if (!report) return report.error();
    report->crash_loop = crash_loop;
    return OpenedJournal{Journal(std::move(impl)), std::move(*report)};
}

Status Journal::close() {
    return impl_->close();
}

Result<Record> Journal::append(Event event, std::vector<SealedCard> cards) {
    const Draft draft{std::move(event), std::move(cards)};
    auto records = impl_->append({&draft, 1});
    if (!records) return records.error();
    return std::move(records->front());
}

Result<std::vector<Record>> Journal::append(std::span<const Draft> drafts) {
    return impl_->append(drafts);
}

Result<ForeignOutcome> Journal::put_foreign(std::span<const Record> records,
                                            std::span<const SealedCard> cards) {
    return impl_->put_foreign(records, cards);
}

Result<RecoveryReport> Journal::reopen() {
    return impl_->open_store();
}

OriginId Journal::origin() const {
    return impl_->known().origin;
}

Epoch Journal::epoch() const {
    return impl_->known().epoch;
}

std::optional<EventId> Journal::last_own() const {
    const auto tail = impl_->known().tail;
    return tail ? std::optional(tail->id) : std::nullopt;
}

std::uint64_t Journal::count() const {
    return static_cast<std::uint64_t>(impl_->known().last.value);
}

Health Journal::health() const {
    return impl_->health();
}

Acknowledged Journal::acknowledged() const {
    return impl_->known().acknowledged;
}

Status Journal::begin_epoch(const std::string& reason) {
    return impl_->begin_epoch(reason);
}

Status Journal::purge_cards(std::span<const Hash> names) {
    return impl_->purge_cards(names);
}

Status Journal::tend() {
    return impl_->tend();
}

Result<Scrubbed> Journal::scrub(std::size_t records_max) {
    return impl_->scrub(records_max);
}

Status Journal::verify_all() {
    return impl_->verify_all();
}

Status Journal::rebuild_projections() {
    return impl_->rebuild_projections();
}

Result<Hash> Journal::projections_digest() {
    return impl_->projections_digest();
}

}  // namespace baodao
