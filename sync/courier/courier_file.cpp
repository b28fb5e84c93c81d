// SPDX-License-Identifier: MIT
#include "sync/courier/courier_file.hpp"

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/slip/byte_io.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

namespace {

constexpr std::string_view magic = "BDC1";
constexpr std::size_t file_bytes_max = 512U << 20;
constexpr std::size_t item_bytes_max = message_bytes_max(MessageType::pull_page);
constexpr std::size_t head_bytes = 8;
constexpr std::size_t digest_bytes = 32;

Error malformed(const char* detail) {
    return {ErrorKind::bad_input, "this is no courier file of Baodao", detail};
}

Error incomplete(const std::filesystem::path& path) {
    return {ErrorKind::damaged,
            "this file is not whole: the stick was pulled out too early, or is worn out. Write it again",
            path.filename().string()};
}

Json in_json(const CourierCover& cover) {
    return {{"origin", to_hex(cover.origin)},  {"community", cover.community.value},
            {"made", cover.made.value},        {"epoch", cover.place.epoch.value},
            {"seq", cover.place.seq.value},    {"tail", to_hex(cover.place.tail)},
            {"cursor", cover.cursor.revision}, {"tag", to_hex64(cover.cursor.tag)},
            {"active", cover.active}};
}

Result<CourierCover> cover_of(std::string_view head) {
    const auto json = parse_json(head);
    if (!json || !json->is_object()) return malformed("cover");
    const auto origin = id_from_hex<OriginId>(text_at(*json, "origin").value_or(""));
    const auto tail = id_from_hex<Hash>(text_at(*json, "tail").value_or(""));
    const auto tag = from_hex64(text_at(*json, "tag").value_or(""));
    const auto number = [&](const char* key) { return integer_at(*json, key).value_or(-1); };
    const std::int64_t community = number("community");
    const std::int64_t epoch = number("epoch");
    const std::int64_t seq = number("seq");
    const std::int64_t cursor = number("cursor");
    if (!origin || !tail || !tag || community < 0 || community > UINT32_MAX || epoch < 0 ||
        epoch > UINT32_MAX || seq < 0 || cursor < 0)
        return malformed("cover");
    CourierCover cover;
    cover.origin = *origin;
    cover.community = {static_cast<std::uint32_t>(community)};
    cover.made = {number("made")};
    cover.place = {{static_cast<std::uint32_t>(epoch)}, {static_cast<std::uint64_t>(seq)}, *tail};
    cover.cursor = {cursor, *tag};
    cover.active = flag_at(*json, "active");
    return cover;
}

ByteVector file_bytes(const CourierFile& file) {
    ByteWriter out;
    out.put(as_bytes(magic));
    out.put(static_cast<std::uint64_t>(file.way), 1);
    out.put(0, 3);
    const auto item = [&](const ByteVector& bytes) {
        out.put(bytes.size(), 4);
        out.put(bytes);
    };
    item(file.cover);
    for (const ByteVector& message : file.messages) item(message);
    out.put(0, 4);
    out.put(sha256({out.bytes()}).bytes);
    return out.take();
}

}  // namespace

Result<ByteVector> to_bytes(const CourierCover& cover, const SigningKey& by) {
    return sign_message({MessageType::courier_cover, to_compact(in_json(cover)), {}}, by);
}

Result<CourierCover> read_cover(ByteSpan bytes, const PublicKey& by) {
    const auto message = open_message(bytes, MessageType::courier_cover, by);
    if (!message) return message.error();
    return cover_of(message->head);
}

Result<CourierCover> peek_cover(ByteSpan bytes) {
    const auto head = peek_head(bytes, MessageType::courier_cover);
    if (!head) return head.error();
    return cover_of(*head);
}

Status write_courier(const CourierFile& file, const std::filesystem::path& path) {
    const ByteVector bytes = file_bytes(file);
    const std::string text(bytes.begin(), bytes.end());
    if (const auto written = write_file_atomic(path, text); !written) {
        if (written.error().kind == ErrorKind::full)
            return Error{ErrorKind::full, "the stick is full: make room, or take another one",
                         written.error().context};
        return Error{
            ErrorKind::io,
            "the stick takes no files: it may be locked, pulled out, or formatted for another system",
            written.error().context};
    }
    const auto read = read_file(path, file_bytes_max);
    if (!read || *read != text) return incomplete(path);
    return {};
}

Result<CourierFile> read_courier(const std::filesystem::path& path, CourierWay way) {
    const auto read = read_file(path, file_bytes_max);
    if (!read) return read.error();
    const ByteSpan bytes = as_bytes(*read);
    // Shorter than any: cut, if it begins as ours does.
    const std::size_t looked = std::min(read->size(), magic.size());
    if (read->substr(0, looked) != magic.substr(0, looked) || read->empty()) return malformed("head");
    if (bytes.size() < head_bytes) return incomplete(path);
    CourierFile file;
    const std::uint8_t direction = bytes[magic.size()];
    if (direction != 1 && direction != 2) return malformed("way");
    file.way = static_cast<CourierWay>(direction);
    if (file.way != way) {
        return Error{ErrorKind::bad_input,
                     way == CourierWay::to_kiosk ? "this file is on its way to headquarters, not back"
                                                 : "this file is on its way to a window, not to headquarters",
                     path.filename().string()};
    }
    std::size_t at = head_bytes;
    bool first = true;
    for (;;) {
        if (bytes.size() - at < 4) return incomplete(path);
        const std::size_t size = std::size_t{bytes[at]} << 24 | std::size_t{bytes[at + 1]} << 16 |
                                 std::size_t{bytes[at + 2]} << 8 | std::size_t{bytes[at + 3]};
        at += 4;
        if (size == 0) break;
        if (size > item_bytes_max || bytes.size() - at < size) return incomplete(path);
        const ByteSpan item = bytes.subspan(at, size);
        (first ? file.cover : file.messages.emplace_back()).assign(item.begin(), item.end());
        first = false;
        at += size;
    }
    if (bytes.size() - at != digest_bytes) return incomplete(path);
    const auto digest = sha256({bytes.first(at)});
    if (!std::equal(digest.bytes.begin(), digest.bytes.end(),
                    bytes.begin() + static_cast<std::ptrdiff_t>(at)))
        return incomplete(path);
    if (file.cover.empty()) return malformed("cover");
    return file;
}

std::string courier_name(CourierWay way, const OriginId& origin) {
    // Letters that every file system knows; the first digits are enough to tell windows apart by eye.
    const char* head = way == CourierWay::to_headquarters ? "baodao-to-hq-" : "baodao-to-window-";
    return head + to_hex(origin).substr(0, 8) + ".bdc";
}

}  // namespace baodao
