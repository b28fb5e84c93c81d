// SPDX-License-Identifier: MIT
#include <algorithm>

#include "sync/store/journal_impl.hpp"
#include "sync/store/small_files.hpp"

namespace baodao {

namespace {

Status collect(std::vector<Record>& out, const std::function<Status(const Visit&)>& each) {
    return each([&](const Record& record) {
        out.push_back(record);
        return Step::go_on;
    });
}

}  // namespace

Status Journal::Impl::found_damage(Error error) {
    if (error.kind == ErrorKind::damaged) {
        distrusted_ = true;
        // If even this cannot be written, health() still says it.
        (void)distrust(*options_.disk, options_.data_folder);
    }
    return error;
}

Status Journal::Impl::visit(const std::function<Status(const VisitRow&)>& rows, const Visit& visit) {
    if (const auto ready = usable(); !ready) return ready;
    Status status;
    visiting_ = true;
    const auto read = rows([&](const Row& row) {
        const Record& record = row.record;
        if (chain_hash(record.id, record.prev, record.bytes) != record.hash) {
            status = Error{ErrorKind::damaged, "a stored record is damaged", to_string(record.id)};
            return Step::stop;
        }
        return visit(record);
    });
    visiting_ = false;
    if (!read) return found_damage(read.error());
    return status ? status : found_damage(status.error());
}

Status Journal::Impl::each(const Selection& selection, const Visit& visit) {
    return this->visit([&](const VisitRow& row) { return store_->database.each(selection, row); }, visit);
}

Status Journal::for_each(const Selection& selection, const Visit& visit) {
    return impl_->each(selection, visit);
}

Result<std::vector<Record>> Journal::records_about(std::span<const SubjectKey> subjects) {
    std::vector<Record> out;
    const select::About about{{subjects.begin(), subjects.end()}};
    const auto read = collect(out, [&](const Visit& visit) { return impl_->each(about, visit); });
    if (!read) return read.error();
    return out;
}

Result<Record> Journal::record(const EventId& id) {
    std::optional<Record> out;
    const auto rows = [&](const VisitRow& visit) -> Status {
        const auto found = impl_->store().database.find(id);
        if (!found) return found.error();
        if (*found) (void)visit(**found);
        return {};
    };
    const auto read = impl_->visit(rows, [&](const Record& record) {
        out = record;
        return Step::stop;
    });
    if (!read) return read.error();
    if (!out) return Error{ErrorKind::not_found, "there is no such record", to_string(id)};
    return std::move(*out);
}

Result<std::vector<Record>> Journal::last_records(std::size_t n) {
    std::vector<Record> out;
    if (n == 0) return out;
    const auto rows = [&](const VisitRow& visit) {
        Store& store = impl_->store();
        return store.database.each_own_newest(store.progress.origin, visit);
    };
    const auto read = impl_->visit(rows, [&](const Record& record) {
        out.push_back(record);
        return out.size() < n ? Step::go_on : Step::stop;
    });
    if (!read) return read.error();
    return out;
}

Result<SealedCard> Journal::card(const Hash& name) {
    if (const auto ready = impl_->usable(); !ready) return ready.error();
    auto found = impl_->store().database.card(name);
    if (!found) return impl_->found_damage(found.error()).error();
    if (!*found) return Error{ErrorKind::not_found, "there is no such card", ""};
    return std::move(**found);
}

Result<std::vector<Record>> Journal::unconfirmed() {
    std::vector<Record> out;
    const auto rows = [&](const VisitRow& visit) { return impl_->store().database.each_unconfirmed(visit); };
    const auto read = collect(out, [&](const Visit& visit) { return impl_->visit(rows, visit); });
    if (!read) return read.error();
    return out;
}

Status Journal::settle(const EventId& id) {
    if (const auto ready = impl_->usable(); !ready) return ready;
    const auto found = impl_->store().database.find(id);
    if (!found) return found.error();
    if (!*found) return Error{ErrorKind::not_found, "there is no such record", to_string(id)};
    return impl_->change([&](Progress&) { return impl_->store().database.settle((*found)->pos); });
}

Result<std::vector<Record>> Journal::outbox(std::size_t records_max, std::size_t bytes_max) {
    std::vector<Record> out;
    std::size_t bytes = 0;
    const Acknowledged from = acknowledged();
    const auto rows = [&](const VisitRow& visit) {
        return impl_->store().database.each_own_after(origin(), from.epoch, from.seq, visit);
    };
    const auto read = impl_->visit(rows, [&](const Record& record) {
        bytes += record.bytes.size();
        // The first one always goes, or a large one would never.
        if (!out.empty() && (out.size() >= records_max || bytes > bytes_max)) return Step::stop;
        out.push_back(record);
        return Step::go_on;
    });
    if (!read) return read.error();
    return out;
}

Result<std::uint64_t> Journal::outbox_count() {
    if (const auto ready = impl_->usable(); !ready) return ready.error();
    const Acknowledged from = acknowledged();
    const auto count = impl_->store().database.count_own_after(origin(), from.epoch, from.seq);
    if (!count) return count.error();
    return static_cast<std::uint64_t>(*count);
}

Status Journal::acknowledge(const Acknowledged& by_hq) {
    if (const auto ready = impl_->usable(); !ready) return ready;
    if (by_hq.epoch.value != 0) {
        const auto ours = record({origin(), by_hq.epoch, by_hq.seq});
        if (!ours) return ours.error();
        if (ours->hash != by_hq.tail) {
            return Error{ErrorKind::damaged, "headquarters holds another record under the same number",
                         to_string(ours->id)};
        }
    }
    return impl_->change([&](Progress& progress) {
        progress.acked_epoch = by_hq.epoch;
        progress.acked_seq = by_hq.seq;
        progress.acked_tail = by_hq.tail;
        return Status{};
    });
}

}  // namespace baodao
