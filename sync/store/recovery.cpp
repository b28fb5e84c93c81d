// SPDX-License-Identifier: MIT
#include "sync/store/recovery.hpp"

#include <algorithm>

#include "sync/store/mirror_repair.hpp"
#include "sync/store/tail_check.hpp"

namespace baodao {

Result<Recovery::Outcome> Recovery::run() {
    if (const auto looked = look(); !looked) return looked.error();
    if (const auto permitted = permit(); !permitted) return permitted.error();
    auto database = open_database();
    if (!database) return database.error();
    auto progress = begin_progress(*database);
    if (!progress) return progress.error();
    const auto last = database->last_position();
    if (!last) return last.error();
    const auto identity = options_.disk->identity(database_path(options_));
    if (!identity) return identity.error();

    Store store{std::move(*database), *identity, *progress, *last, std::nullopt, std::nullopt, std::nullopt};
    report_.unclean_stop = !report_.created && !store.progress.clean;
    Status done = join_mirror(store);
    if (done) done = check_cursor(store);
    if (done) done = settle_epoch(store);
    if (done) done = finish(store);
    if (!done && done.error().kind != ErrorKind::full) return done.error();
    report_.mirror_behind = store.mirror_behind.has_value();
    std::optional<Error> unwritable;
    if (!done) unwritable = done.error();
    return Outcome{std::move(store), std::move(unwritable)};
}

Status Recovery::look() {
    Disk& disk = *options_.disk;
    origin_file_ = read_origin_file(disk, options_.data_folder);
    distrusted_ = is_distrusted(disk, options_.data_folder);
    const auto database = disk.identity(database_path(options_));
    if (!database && database.error().kind != ErrorKind::not_found) return database.error();
    has_database_ = database.ok();
    const auto segments = list_segments(disk, options_.mirror_folder);
    if (!segments) {
        mirror_error_ = segments.error();
        return {};
    }
    segments_ = *segments;
    for (const std::uint32_t number : segments_) {
        if (const auto head = read_segment_head(disk, options_.mirror_folder, number)) {
            mirror_origin_ = head->origin;
        }
        if (mirror_origin_) break;
    }
    return {};
}

Status Recovery::permit() const {
    const bool has_records = has_database_ || !segments_.empty();
    if (options_.mode == OpenMode::restart_empty) return {};
    if (!has_records && !origin_file_ && options_.mode == OpenMode::existing) {
        return Error{ErrorKind::not_found, "there are no records here", options_.data_folder};
    }
    if (!has_records && origin_file_) {
        return Error{ErrorKind::damaged, "the records that belong here are gone, database and mirror both",
                     options_.data_folder};
    }
    return {};
}

std::optional<OriginId> Recovery::known_origin() const {
    if (origin_file_) return origin_file_->origin;
    return mirror_origin_;
}

Result<Database> Recovery::open_database() {
    const bool had_records = origin_file_ || !segments_.empty();
    auto database = Database::open(database_path(options_), options_.vfs);
    Status sound;
    if (database) {
        sound = examine(*database);
        if (sound) {
            if (const auto progress = database->progress(); progress && !*progress && had_records) {
                rebuilt_ = true;
                lose_continuity(has_database_ ? "the database was empty" : "the database was gone");
            }
            return database;
        }
    } else {
        sound = database.error();
    }
    if (sound.error().kind != ErrorKind::damaged) return sound.error();
    std::optional<Database> damaged;
    if (database) damaged = std::move(*database);
    if (const auto cleared = clear_damaged(std::move(damaged), sound.error()); !cleared) {
        return cleared.error();
    }
    rebuilt_ = true;
    if (known_origin()) lose_continuity("the database was damaged: " + sound.error().text());
    return Database::open(database_path(options_), options_.vfs);
}

Status Recovery::examine(Database& database) {
    const auto progress = database.progress();
    if (!progress) return progress.error();
    if (!*progress) return {};
    // Two of three say whose it is.
    const OriginId origin = (*progress)->origin;
    if (origin_file_ && origin_file_->origin != origin && mirror_origin_ != origin) {
        return Error{ErrorKind::damaged, "the database belongs to another kiosk", ""};
    }
    return check_database(database, **progress, distrusted_ ? Depth::everything : Depth::tail);
}

Status Recovery::clear_damaged(std::optional<Database> damaged, const Error& why) {
    auto origin = known_origin();
    if (!origin && damaged) {
        if (const auto progress = damaged->progress(); progress && *progress) origin = (*progress)->origin;
    }
    // Without an origin file no opening ever ended, so nothing was ever confirmed.
    const bool never_finished = !origin && options_.mode == OpenMode::create;
    if (!origin && !never_finished) return why;
    if (damaged && origin && mirror_origin_.value_or(*origin) == *origin) {
        if (const auto saved = salvage(*damaged, *origin, options_, report_); !saved) return saved;
    }
    damaged.reset();
    for (const std::string& name : {database_name(), database_name() + "-wal"}) {
        if (!options_.disk->identity(options_.data_folder + "/" + name).ok()) continue;
        const auto aside = put_aside(*options_.disk, options_.data_folder, name, options_.clock->now().wall);
        if (!aside) return aside.error();
        report_.put_aside.push_back(*aside);
    }
    // Whoever comes after a kill finds the origin even when it stood in the database alone.
    if (origin_file_ || !origin) return {};
    origin_file_ = OriginFile{*origin, {1}};
    return write_origin_file(*options_.disk, options_.data_folder, *origin_file_);
}

Result<Progress> Recovery::begin_progress(Database& database) {
    const auto found = database.progress();
    if (!found) return found.error();
    if (*found) return **found;
    Progress progress;
    const auto origin = known_origin();
    report_.created = !origin;
    progress.origin = origin ? *origin : options_.random->draw<OriginId>();
    // Beyond whatever was in use: the choice must outlive a kill during the rebuilding.
    progress.epoch = {origin_file_ ? origin_file_->epoch.value + 1 : 1};
    if (report_.created && options_.mode == OpenMode::existing) {
        return Error{ErrorKind::not_found, "there are no records here", options_.data_folder};
    }
    if (options_.mode == OpenMode::restart_empty && origin)
        lose_continuity("staff began again without records");
    const auto saved = database.transaction([&] { return database.save(progress); });
    if (!saved) return saved.error();
    return progress;
}

Status Recovery::join_mirror(Store& store) {
    if (!mirror_error_ && mirror_origin_ && *mirror_origin_ != store.progress.origin) {
        mirror_error_ =
            Error{ErrorKind::refused, "the mirror belongs to another kiosk", options_.mirror_folder};
    }
    const auto join = [&]() -> Status {
        if (mirror_error_) return *mirror_error_;
        const MirrorMark mark = store.progress.mirror;
        const auto stands = mark_stands(options_, mark);
        if (!stands) return stands.error();
        const auto adopted = adopt_from_mirror(store, options_, *stands ? mark : MirrorMark{});
        if (!adopted) return adopted.error();
        report_.restored_to_database += adopted->records;
        if (adopted->frames > 1 && !rebuilt_) lose_continuity("the database had lost its newest records");
        if (adopted->records > 0 && !report_.new_epoch &&
            !check_own_chain(store.database, store.progress, tail_records)) {
            lose_continuity("records between the database's last and the mirror's last are gone");
        }
        const bool sound = *stands && !adopted->damage && !distrusted_ &&
                           check_mirror_tail(store.database, options_, mark).ok();
        if (!sound) return repair_mirror(store, options_, report_);
        if (const auto opened = open_writer(store, options_, adopted->end); !opened) return opened;
        return store.progress.mirrored == store.last ? Status{} : catch_mirror_up(store, options_);
    };
    const Status joined = join();
    if (joined) return {};
    // The database carries on alone; the mirror is made equal later.
    store.mirror.reset();
    store.mirror_behind = joined.error();
    report_.reasons.push_back("the mirror cannot be used: " + joined.error().text());
    return {};
}

void Recovery::lose_continuity(std::string reason) {
    report_.new_epoch = true;
    report_.reasons.push_back(std::move(reason));
}

// A cursor that points at nothing of ours would skip records: sending again is harmless, skipping is not.
Status Recovery::check_cursor(Store& store) {
    Progress& progress = store.progress;
    if (progress.acked_epoch.value == 0) return {};
    const auto acked = store.database.find({progress.origin, progress.acked_epoch, progress.acked_seq});
    if (!acked) return acked.error();
    if (*acked && (*acked)->record.hash == progress.acked_tail) return {};
    progress.acked_epoch = {};
    progress.acked_seq = {};
    progress.acked_tail = {};
    report_.reasons.push_back("what headquarters had acknowledged is not known any more; all is sent again");
    return {};
}

Status Recovery::settle_epoch(Store& store) {
    const auto in_log = store.database.last_epoch_of(store.progress.origin);
    if (!in_log) return in_log.error();
    const Epoch in_file = origin_file_ ? origin_file_->epoch : Epoch{0};
    Epoch top = std::max({*in_log, in_file, store.progress.epoch});
    if (report_.new_epoch) {
        const auto missing = store.database.count_missing(store.progress.origin);
        if (!missing) return missing.error();
        report_.lost = *missing;
        if (*missing > 0) {
            report_.reasons.push_back(std::to_string(*missing) + " records are in neither copy");
        }
        top = std::max({Epoch{in_log->value + 1}, Epoch{in_file.value + 1}, store.progress.epoch});
    }
    store.progress.epoch = top;
    const OriginFile wanted{store.progress.origin, top};
    if (origin_file_ == wanted) return {};
    // Before the database learns of it: an epoch is never begun twice.
    return write_origin_file(*options_.disk, options_.data_folder, wanted);
}

Status Recovery::finish(Store& store) {
    auto tail = store.database.last_of(store.progress.origin, store.progress.epoch);
    if (!tail) return tail.error();
    if (*tail) store.tail = Tail{(*tail)->record.id, (*tail)->record.hash};
    Progress progress = store.progress;
    const Position first_in_doubt{progress.confirmed.value + 1};
    progress.confirmed = store.last;
    progress.clean = false;
    std::vector<Position> in_doubt;
    const auto read = store.database.each_from(first_in_doubt, [&](const Row& row) {
        if (row.record.id.origin == progress.origin) in_doubt.push_back(row.pos);
        return Step::go_on;
    });
    if (!read) return read;
    const auto saved = store.database.transaction([&]() -> Status {
        for (const Position pos : in_doubt) {
            if (const auto marked = store.database.mark_unconfirmed(pos); !marked) return marked;
        }
        return store.database.save(progress);
    });
    if (!saved) return saved;
    store.progress = progress;
    return distrusted_ ? trust_again(*options_.disk, options_.data_folder) : Status{};
}

}  // namespace baodao
