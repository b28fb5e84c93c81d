// SPDX-License-Identifier: MIT
#include "sync/hq/inbox.hpp"

#include <algorithm>

#include "domain/slip/byte_io.hpp"

namespace baodao::hq {

namespace {

// The name under which a fork's records are kept: the same however often it is sent.
OriginId fork_name(const Record& first_different) {
    ByteWriter name;
    name.put(as_bytes(std::string_view("BDFORK1\0", 8)));
    name.put(first_different.hash.bytes);
    const Hash digest = sha256({name.bytes()});
    OriginId out;
    std::copy_n(digest.bytes.begin(), out.bytes.size(), out.bytes.begin());
    return out;
}

// A log as it is held, and the records that are to be compared with it or added to it.
class Branch {
  public:
    Branch(sql::Session& session, HeldLog held) : session_(&session), held_(std::move(held)) {}

    [[nodiscard]] const HeldLog& held() const { return held_; }
    [[nodiscard]] bool continued_by(const Record& record) const {
        return record.id.seq.value == held_.seq.value + 1 && record.prev == held_.tail;
    }
    [[nodiscard]] bool covers(Seq seq) const { return held_.first <= seq && seq <= held_.seq; }

    // How many of the records, from the first on, stand here already. `run.front()` must be covered.
    [[nodiscard]] Result<std::size_t> common(std::span<const Record> run) const {
        const Seq kept_before{run.front().id.seq.value - held_.first.value};
        auto here = kept_records(*session_, held_.branch, held_.epoch, kept_before, run.size());
        if (!here) return here.error();
        std::size_t same = 0;
        while (same < here->size() && same < run.size() && (*here)[same].bytes == run[same].bytes &&
               (held_.is_fork() || (*here)[same].hash == run[same].hash)) {
            ++same;
        }
        return same;
    }

    // All of them follow the last record.
    [[nodiscard]] Status append(std::span<const Record> run, Kept state, UtcMillis now) {
        const std::vector<Record> renamed = held_.is_fork() ? under_kept_name(run) : std::vector<Record>();
        const std::span<const Record> kept = held_.is_fork() ? std::span(renamed) : run;
        held_.kept_tail = kept.back().hash;
        held_.seq = run.back().id.seq;
        held_.tail = run.back().hash;
        std::vector<sql::Value> rows;
        rows.reserve(kept.size() * 8);
        const auto state_number = static_cast<std::int64_t>(state);
        for (const Record& record : kept) {
            rows.insert(rows.end(), {record.id.origin, record.id.epoch, record.id.seq, record.prev,
                                     record.hash, as_bytes(record.bytes), state_number, now});
        }
        const auto added =
            session_->append("inbox(origin,epoch,seq,prev,hash,bytes,state,received_ms)", 8, rows);
        if (!added && added.error().kind == ErrorKind::refused) {
            return Error{ErrorKind::damaged, "records stand where there should be none",
                         to_string(kept.front().id)};
        }
        return added ? save() : added;
    }

  private:
    // A fork has a chain of its own.
    [[nodiscard]] std::vector<Record> under_kept_name(std::span<const Record> run) const {
        std::vector<Record> out;
        Hash before = held_.kept_tail;
        for (const Record& record : run) {
            const EventId id{held_.branch, held_.epoch, {record.id.seq.value - held_.first.value + 1}};
            out.push_back(make_record(id, before, record.bytes));
            before = out.back().hash;
        }
        return out;
    }
    [[nodiscard]] Status save() const {
        const auto changed = session_->run(
            "UPDATE logs SET seq=?, tail=?, kept_tail=? WHERE origin=? AND epoch=? AND branch=?",
            {held_.seq, held_.tail, held_.kept_tail, held_.origin, held_.epoch, held_.branch});
        if (!changed) return changed.error();
        if (*changed == 1) return {};
        const auto made = session_->run(
            "INSERT INTO logs(origin,epoch,branch,first,seq,tail,kept_tail,projected) VALUES "
            "(?,?,?,?,?,?,?,0)",
            {held_.origin, held_.epoch, held_.branch, held_.first, held_.seq, held_.tail, held_.kept_tail});
        return made ? Status{} : Status{made.error()};
    }

    sql::Session* session_;
    HeldLog held_;
};

Status keep_cards(sql::Session& session, const std::vector<SealedCard>& cards) {
    std::vector<sql::Value> rows;
    for (const SealedCard& card : cards) rows.insert(rows.end(), {card.name, card.bytes});
    if (rows.empty()) return {};
    const auto done = session.insert("cards(name,bytes)", 2, rows, "ON CONFLICT (name) DO NOTHING");
    return done ? Status{} : Status{done.error()};
}

LogPlace end_of(std::span<const Record> run) {
    return {run.back().id.epoch, run.back().id.seq, run.back().hash};
}

// One run on its way into the logs of one (origin, epoch).
class Taking {
  public:
    Taking(sql::Session& session, const Run& run, Kept state, UtcMillis now)
        : session_(session), run_(run.records), state_(state), now_(now) {}

    [[nodiscard]] Result<Taken> take() {
        auto held = held_logs(session_, run_.front().id.origin);
        if (!held) return held.error();
        std::optional<LogPlace> newest;
        std::vector<Branch> branches;
        for (HeldLog& log : *held) {
            if (!log.is_fork()) newest = log.place();
            if (log.epoch == run_.front().id.epoch) branches.emplace_back(session_, std::move(log));
        }
        for (Branch& branch : branches) {
            if (branch.continued_by(run_.front())) return added(branch, run_);
        }
        const bool has_own =
            std::ranges::any_of(branches, [](const Branch& branch) { return !branch.held().is_fork(); });
        if (!has_own) {
            if (run_.front().id.seq.value != 1)
                return Taken{PushOutcome::gap, newest.value_or(LogPlace{}), {}, 0};
            Branch fresh = begin(run_.front().id.origin, run_.front().id.seq);
            return added(fresh, run_);
        }
        return overlap(branches);
    }

  private:
    [[nodiscard]] Branch begin(const OriginId& name, Seq first) const {
        HeldLog log;
        log.origin = run_.front().id.origin;
        log.epoch = run_.front().id.epoch;
        log.branch = name;
        log.first = first;
        log.seq = {first.value - 1};
        return {session_, log};
    }

    [[nodiscard]] Result<Taken> added(Branch& branch, std::span<const Record> rest) const {
        if (const auto done = branch.append(rest, state_, now_); !done) return done.error();
        const bool fork = branch.held().is_fork();
        return Taken{fork ? PushOutcome::forked : PushOutcome::stored,
                     end_of(run_),
                     {branch.held().branch},
                     rest.size()};
    }

    // The first record's number is taken, or lies beyond the end, or follows another record than the last
    // one.
    [[nodiscard]] Result<Taken> overlap(std::vector<Branch>& branches) {
        const Seq first = run_.front().id.seq;
        Branch* best = nullptr;
        std::size_t best_common = 0;
        LogPlace own_end;
        for (Branch& branch : branches) {
            if (!branch.held().is_fork()) own_end = branch.held().place();
            if (!branch.covers(first)) continue;
            const auto common = branch.common(run_);
            if (!common) return common.error();
            if (best == nullptr || *common > best_common) {
                best = &branch;
                best_common = *common;
            }
        }
        if (best == nullptr) {
            const bool beyond = first.value > own_end.seq.value + 1;
            return Taken{beyond ? PushOutcome::gap : PushOutcome::diverged, own_end, {}, 0};
        }
        if (best_common == 0 && first.value != 1) return Taken{PushOutcome::diverged, own_end, {}, 0};
        return go_on(*best, run_.subspan(best_common), branches);
    }

    // `rest` is what `branch` has not; it follows the branch's end, or is a fork of it, known or new.
    [[nodiscard]] Result<Taken> go_on(Branch& branch, std::span<const Record> rest,
                                      std::vector<Branch>& branches) {
        if (rest.empty()) return known(branch);
        if (rest.front().id.seq.value == branch.held().seq.value + 1) return added(branch, rest);
        const OriginId name = fork_name(rest.front());
        const auto old =
            std::ranges::find_if(branches, [&](const Branch& other) { return other.held().branch == name; });
        if (old != branches.end()) {
            const auto common = old->common(rest);
            if (!common) return common.error();
            BAODAO_CHECK(*common > 0);
            return go_on(*old, rest.subspan(*common), branches);
        }
        Branch fresh = begin(name, rest.front().id.seq);
        if (const auto noted = note_attention(session_, rest.front().id, "fork", now_); !noted)
            return noted.error();
        return added(fresh, rest);
    }

    [[nodiscard]] Taken known(const Branch& branch) const {
        const bool fork = branch.held().is_fork();
        return {fork ? PushOutcome::forked : PushOutcome::stored, end_of(run_), {}, 0};
    }

    sql::Session& session_;
    std::span<const Record> run_;
    Kept state_;
    UtcMillis now_;
};

}  // namespace

Record record_of(const sql::Row& row) {
    Record record;
    record.id = {row.id<OriginId>(0), row.number<Epoch>(1), row.number<Seq>(2)};
    record.prev = row.id<Hash>(3);
    record.hash = row.id<Hash>(4);
    record.bytes = row.text(5);
    return record;
}

Result<Taken> take_run(sql::Session& session, const Run& run, Kept state, UtcMillis now) {
    auto taken = Taking(session, run, state, now).take();
    if (!taken || taken->stored == 0) return taken;
    if (const auto kept = keep_cards(session, run.cards); !kept) return kept.error();
    return taken;
}

Result<std::vector<HeldLog>> held_logs(sql::Session& session, const OriginId& origin) {
    std::vector<HeldLog> out;
    const auto read = session.query(
        "SELECT origin,epoch,branch,first,seq,tail,kept_tail,projected FROM logs WHERE origin=? ORDER BY "
        "epoch",
        {origin}, [&](const sql::Row& row) {
            out.push_back({row.id<OriginId>(0), row.number<Epoch>(1), row.id<OriginId>(2), row.number<Seq>(3),
                           row.number<Seq>(4), row.id<Hash>(5), row.id<Hash>(6), row.number<Seq>(7)});
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

Result<LogPlace> held_place(sql::Session& session, const OriginId& origin, const LogPlace& acked) {
    const auto held = held_logs(session, origin);
    if (!held) return held.error();
    LogPlace newest;
    for (const HeldLog& log : *held) {
        // Between a fork and the first record of its new epoch.
        if (log.is_fork() && log.place() == acked) return acked;
        if (!log.is_fork()) newest = log.place();
    }
    return newest;
}

Result<std::vector<Record>> kept_records(sql::Session& session, const OriginId& branch, Epoch epoch,
                                         Seq after, std::size_t records_max) {
    std::vector<Record> out;
    const auto read = session.query(
        "SELECT origin,epoch,seq,prev,hash,bytes FROM inbox WHERE origin=? AND epoch=? AND seq>? "
        "ORDER BY seq LIMIT ?",
        {branch, epoch, after, static_cast<std::int64_t>(records_max)}, [&](const sql::Row& row) {
            out.push_back(record_of(row));
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

Status note_attention(sql::Session& session, const EventId& event, std::string_view word, UtcMillis now) {
    const auto done = session.run(
        "INSERT INTO attention(origin,epoch,seq,word,noted_ms) VALUES (?,?,?,?,?) "
        "ON CONFLICT (origin,epoch,seq,word) DO NOTHING",
        {event.origin, event.epoch, event.seq, word, now});
    return done ? Status{} : Status{done.error()};
}

}  // namespace baodao::hq
