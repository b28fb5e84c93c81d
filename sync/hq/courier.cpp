// SPDX-License-Identifier: MIT
#include "sync/hq/courier.hpp"

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "sync/hq/inbox.hpp"

namespace baodao::hq {

namespace {

std::string path_of(const OriginId& origin, const char* action) {
    return "/v1/kiosks/" + to_hex(origin) + "/" + action;
}

Error unanswered(const HttpResponse& response) {
    if (response.status == 404)
        return {ErrorKind::refused, "this file is from a window that does not belong here", {}};
    if (response.status == 401 || response.status == 400)
        return {ErrorKind::refused, "this file is not signed by the window that it names", {}};
    return {ErrorKind::io, "headquarters cannot answer now", std::to_string(response.status)};
}

Result<LogPlace> place_in(const Json& json) {
    const auto tail = id_from_hex<Hash>(text_at(json, "tail").value_or(""));
    if (!tail) return Error{ErrorKind::damaged, "headquarters' answer cannot be read", {}};
    return LogPlace{{static_cast<std::uint32_t>(integer_at(json, "epoch").value_or(0))},
                    {static_cast<std::uint64_t>(integer_at(json, "seq").value_or(0))},
                    *tail};
}

struct Stands {
    std::string name;
    LogPlace place;
};

Result<Stands> hand_in_cover(const AskHq& hq, const OriginId& origin, const ByteVector& cover) {
    const auto response =
        hq({"POST", path_of(origin, "courier"), "", std::string(cover.begin(), cover.end())});
    if (!response) return response.error();
    if (response->status != 200) return unanswered(*response);
    const auto json = parse_json(response->body);
    if (!json) return json.error();
    const auto place = place_in(*json);
    if (!place) return place.error();
    return Stands{text_at(*json, "name").value_or(""), *place};
}

}  // namespace

Status note_courier(sql::Session& session, const CourierCover& cover) {
    const auto noted = session.transaction([&]() -> Status {
        const auto gone = session.run("DELETE FROM couriers WHERE origin=?", {cover.origin});
        if (!gone) return gone.error();
        const auto put =
            session.run("INSERT INTO couriers(origin,epoch,seq,tail,revision,tag) VALUES (?,?,?,?,?,?)",
                        {cover.origin, cover.place.epoch, cover.place.seq, cover.place.tail,
                         cover.cursor.revision, static_cast<std::int64_t>(cover.cursor.tag)});
        return put ? Status{} : Status{put.error()};
    });
    return noted;
}

Result<CourierCover> courier_back(sql::Session& session, const Kiosk& kiosk, UtcMillis now) {
    CourierCover cover{kiosk.origin, kiosk.community, now, {}, {}, kiosk.standing == Standing::active};
    const auto read =
        session.query("SELECT epoch,seq,tail,revision,tag FROM couriers WHERE origin=?", {kiosk.origin},
                      [&](const sql::Row& row) {
                          cover.place = {row.number<Epoch>(0), row.number<Seq>(1), row.id<Hash>(2)};
                          cover.cursor = {row.integer(3), static_cast<std::uint64_t>(row.integer(4))};
                          return Status{};
                      });
    if (!read) return read.error();
    const auto held = held_place(session, kiosk.origin, cover.place);
    if (!held) return held.error();
    cover.place = *held;
    return cover;
}

Result<CourierReceived> courier_in(const AskHq& hq, const std::filesystem::path& path) {
    const auto file = read_courier(path, CourierWay::to_headquarters);
    if (!file) return file.error();
    const auto cover = peek_cover(file->cover);
    if (!cover) return cover.error();
    const auto before = hand_in_cover(hq, cover->origin, file->cover);
    if (!before) return before.error();
    for (const ByteVector& message : file->messages) {
        const auto response =
            hq({"POST", path_of(cover->origin, "push"), "", std::string(message.begin(), message.end())});
        if (!response) return response.error();
        if (response->status == 409) {
            return Error{ErrorKind::refused,
                         "records are missing before this file's: bring a newer file of this window",
                         {}};
        }
        if (response->status != 200) return unanswered(*response);
    }
    const auto after = hand_in_cover(hq, cover->origin, file->cover);
    if (!after) return after.error();
    return CourierReceived{after->name, cover->origin, file->messages.size(), after->place,
                           after->place != before->place};
}

Result<CourierAnswered> courier_out(const AskHq& hq, const OriginId& origin, Random& random,
                                    const std::filesystem::path& stick) {
    const auto response = hq({"GET", path_of(origin, "courier"), "", ""});
    if (!response) return response.error();
    if (response->status == 404) return Error{ErrorKind::not_found, "there is no such kiosk", to_hex(origin)};
    if (response->status != 200) return unanswered(*response);
    CourierFile file{CourierWay::to_kiosk, {response->body.begin(), response->body.end()}, {}};
    const auto cover = peek_cover(file.cover);
    if (!cover) return cover.error();
    FeedCursor cursor = cover->cursor;
    for (bool more = cover->active; more;) {
        const std::string query = "?cursor=" + std::to_string(cursor.revision) +
                                  "&tag=" + to_hex64(cursor.tag) + "&nonce=" + to_hex(random.draw<Nonce>());
        const auto page = hq({"GET", path_of(origin, "pull") + query, "", ""});
        if (!page) return page.error();
        if (page->status != 200) return unanswered(*page);
        const auto head = peek_head(as_bytes(page->body), MessageType::pull_page);
        const auto json = head ? parse_json(*head) : Result<Json>(head.error());
        if (!json) return json.error();
        const FeedCursor to{integer_at(*json, "to").value_or(0),
                            from_hex64(text_at(*json, "to_tag").value_or("")).value_or(0)};
        file.messages.emplace_back(page->body.begin(), page->body.end());
        more = flag_at(*json, "more") && to != cursor;
        cursor = to;
    }
    CourierAnswered answered{stick / courier_name(CourierWay::to_kiosk, origin), file.messages.size()};
    if (auto written = write_courier(file, answered.path); !written) return written.error();
    return answered;
}

}  // namespace baodao::hq
