// SPDX-License-Identifier: MIT
#include "sync/worker/courier_side.hpp"

#include <algorithm>

namespace baodao {

namespace {

LogPlace place_of(const Acknowledged& acknowledged) {
    return {acknowledged.epoch, acknowledged.seq, acknowledged.tail};
}

bool before(const LogPlace& a, const LogPlace& b) {
    return std::pair(a.epoch, a.seq) < std::pair(b.epoch, b.seq);
}

Result<LogView> look(const CourierWindow& window) {
    const Tell told = do_on_log(ask::LookAtLog{window.link.invitation.answers}, window.journal, window.folder,
                                window.clock);
    if (const auto* log = std::get_if<tell::Log>(&told)) return log->view;
    return Error{ErrorKind::io, "this window's records cannot be read", {}};
}

// One run of the log after `after`, cards included, as on the line.
Result<Run> next_run(const CourierWindow& window, const EventId& after) {
    Run run;
    std::size_t bytes = 0;
    const select::LogFrom from{{after.origin, after.epoch, {after.seq.value + 1}}};
    const auto read = window.journal.for_each(from, [&](const Record& record) {
        if (run.records.size() == push_events_max || bytes > push_plain_bytes_max / 4) return Step::stop;
        bytes += record.bytes.size();
        run.records.push_back(record);
        return Step::go_on;
    });
    if (!read) return read.error();
    for (const Record& record : run.records) {
        const auto event = event_from_bytes(record.bytes);
        if (!event || !event->card) continue;
        if (auto card = window.journal.card(*event->card)) run.cards.push_back(std::move(*card));
    }
    return run;
}

// Headquarters' word on our log. Only ever forward: an older file knows less.
Result<bool> acknowledge(const CourierWindow& window, const LogPlace& place) {
    if (!before(place_of(window.journal.acknowledged()), place)) return false;
    const auto done = window.journal.acknowledge({place.epoch, place.seq, place.tail});
    if (done) return true;
    if (done.error().kind == ErrorKind::not_found) {
        return Error{
            ErrorKind::refused,
            "headquarters has more of this window's records than the window itself: it needs a line once",
            std::string(needs_a_line)};
    }
    if (done.error().kind == ErrorKind::damaged) {
        return Error{ErrorKind::refused,
                     "another machine writes under this window's name: it needs a line once",
                     std::string(needs_a_line)};
    }
    return done.error();
}

}  // namespace

Result<CourierSent> courier_out(const CourierWindow& window, const std::filesystem::path& stick) {
    const auto view = look(window);
    if (!view) return view.error();
    const OriginId origin = window.journal.origin();
    CourierFile file{CourierWay::to_headquarters, {}, {}};
    auto cover = to_bytes(CourierCover{origin, window.community, view->wall, view->acked, view->cursor, true},
                          window.link.key);
    if (!cover) return cover.error();
    file.cover = std::move(*cover);
    CourierSent sent{stick / courier_name(CourierWay::to_headquarters, origin), 0};
    const std::uint32_t first = std::max<std::uint32_t>(1, view->acked.epoch.value);
    for (std::uint32_t epoch = first; epoch <= view->epoch.value; ++epoch) {
        EventId after{origin, {epoch}, {epoch == view->acked.epoch.value ? view->acked.seq.value : 0}};
        for (;;) {
            const auto run = next_run(window, after);
            if (!run) return run.error();
            if (run->records.empty()) break;
            auto message = to_bytes(Push{window.random.draw<Nonce>(), *run}, window.link.key);
            if (!message) return message.error();
            file.messages.push_back(std::move(*message));
            sent.events += run->records.size();
            after = run->records.back().id;
        }
    }
    if (auto written = write_courier(file, sent.path); !written) return written.error();
    return sent;
}

Result<CourierTaken> courier_in(const CourierWindow& window, const std::filesystem::path& path,
                                const Taken& taken) {
    const auto file = read_courier(path, CourierWay::to_kiosk);
    if (!file) return file.error();
    const PublicKey& answers = window.link.invitation.answers;
    const auto cover = read_cover(file->cover, answers);
    if (!cover) return Error{ErrorKind::refused, "this file was not made by this window's headquarters", {}};
    if (cover->origin != window.journal.origin())
        return Error{ErrorKind::refused, "this file is for another window", {}};
    // Everything is looked at before anything is taken in.
    std::vector<PullPage> pages;
    for (const ByteVector& message : file->messages) {
        auto page = read_pull_page(message, answers);
        if (!page || page->community != window.community)
            return Error{
                ErrorKind::refused, "a part of this file was not made by this window's headquarters", {}};
        pages.push_back(std::move(*page));
    }
    CourierTaken done;
    done.active = cover->active;
    const auto waits_before = window.journal.outbox_count();
    const auto forward = acknowledge(window, cover->place);
    if (!forward) return forward.error();
    const auto waits_now = window.journal.outbox_count();
    if (waits_before && waits_now && *waits_now < *waits_before) done.confirmed = *waits_before - *waits_now;
    auto view = look(window);
    if (!view) return view.error();
    bool moved = false;
    for (PullPage& page : pages) {
        const bool next = page.from == view->cursor;
        // Begins before what is known and ends behind it: known records are known.
        const bool across =
            page.from.revision < view->cursor.revision && page.to.revision > view->cursor.revision;
        if (!next && !across) continue;
        done.news += page.news.records.size();
        const Tell told = do_on_log(ask::TakeNews{std::move(page.news), page.to}, window.journal,
                                    window.folder, window.clock, taken);
        if (!std::holds_alternative<tell::NewsTaken>(told))
            return Error{ErrorKind::io, "this window's records cannot be written", {}};
        moved = moved || page.to != view->cursor;
        view->cursor = page.to;
    }
    done.older = !*forward && !moved;
    return done;
}

}  // namespace baodao
