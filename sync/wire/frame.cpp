// SPDX-License-Identifier: MIT
#include "sync/wire/frame.hpp"

#include <algorithm>
#include <array>

#include "domain/base/check.hpp"
#include "domain/base/crc32c.hpp"

namespace baodao {

namespace {

constexpr std::array<std::uint8_t, 4> magic{'B', 'D', 'M', '1'};
constexpr std::size_t type_at = 4;
constexpr std::size_t length_at = 8;
constexpr std::size_t checksum_at = 12;

enum class ItemType : std::uint8_t { record = 1, card = 2, purged_card = 3, event = 4 };
constexpr std::size_t item_head_bytes = 5;
constexpr std::size_t record_head_bytes = 16 + 4 + 8 + 32 + 32;
constexpr std::size_t name_bytes = 32;

template <class Number>
void put(ByteVector& out, Number value) {
    for (std::size_t i = sizeof value; i-- > 0;) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void put(ByteVector& out, ByteSpan bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

// Takes fields off the front of bytes; every read is checked.
class Reader {
  public:
    explicit Reader(ByteSpan bytes) : rest_(bytes) {}
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] std::size_t left() const { return rest_.size(); }

    ByteSpan take(std::size_t size) {
        if (size > rest_.size()) {
            good_ = false;
            return {};
        }
        const ByteSpan taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    template <class Number>
    Number number() {
        std::uint64_t value = 0;
        for (const std::uint8_t byte : take(sizeof(Number))) value = value << 8 | byte;
        return static_cast<Number>(value);
    }
    template <class BytesId>
    BytesId bytes_id() {
        BytesId id;
        const ByteSpan taken = take(id.bytes.size());
        std::copy(taken.begin(), taken.end(), id.bytes.begin());
        return id;
    }

  private:
    ByteSpan rest_;
    bool good_ = true;
};

std::uint32_t checksum(ByteSpan frame) {
    return crc32c(frame.subspan(frame_head_bytes), crc32c(frame.subspan(type_at, checksum_at - type_at)));
}

void set_number(std::span<std::uint8_t> at, std::uint32_t value) {
    for (std::size_t i = 4; i-- > 0; value >>= 8) at[i] = static_cast<std::uint8_t>(value);
}

ByteVector begin_frame(FrameType type, std::size_t payload_size) {
    ByteVector frame;
    frame.reserve(frame_head_bytes + payload_size);
    put(frame, ByteSpan(magic));
    frame.push_back(static_cast<std::uint8_t>(type));
    frame.resize(frame_head_bytes);
    return frame;
}

ByteVector end_frame(ByteVector frame) {
    const std::size_t payload = frame.size() - frame_head_bytes;
    BAODAO_CHECK(payload <= frame_payload_max);
    set_number(std::span(frame).subspan(length_at, 4), static_cast<std::uint32_t>(payload));
    set_number(std::span(frame).subspan(checksum_at, 4), checksum(frame));
    return frame;
}

void put_item_head(ByteVector& out, ItemType type, std::size_t size) {
    out.push_back(static_cast<std::uint8_t>(type));
    put(out, static_cast<std::uint32_t>(size));
}

void put_card(ByteVector& out, const SealedCard& card) {
    put_item_head(out, ItemType::card, name_bytes + card.bytes.size());
    put(out, ByteSpan(card.name.bytes));
    put(out, ByteSpan(card.bytes));
}

SealedCard read_card(Reader& item) {
    SealedCard card{item.bytes_id<Hash>(), {}};
    const ByteSpan bytes = item.take(item.left());
    card.bytes.assign(bytes.begin(), bytes.end());
    return card;
}

Record read_record(Reader& item) {
    Record record;
    record.id.origin = item.bytes_id<OriginId>();
    record.id.epoch = {item.number<std::uint32_t>()};
    record.id.seq = {item.number<std::uint64_t>()};
    record.prev = item.bytes_id<Hash>();
    record.hash = item.bytes_id<Hash>();
    const ByteSpan bytes = item.take(item.left());
    record.bytes.assign(bytes.begin(), bytes.end());
    return record;
}

bool read_item(Reader& payload, Batch& batch) {
    const auto type = static_cast<ItemType>(payload.number<std::uint8_t>());
    const auto size = payload.number<std::uint32_t>();
    Reader item(payload.take(size));
    if (!payload.good()) return false;
    switch (type) {
        case ItemType::record:
            batch.records.push_back(read_record(item));
            break;
        case ItemType::card:
            batch.cards.push_back(read_card(item));
            break;
        case ItemType::purged_card:
            batch.purged.push_back(item.bytes_id<Hash>());
            break;
        default:  // of a newer version
            break;
    }
    return item.good();
}

}  // namespace

ByteVector encode_segment_head(const SegmentHead& head) {
    ByteVector frame = begin_frame(FrameType::segment, 2 + 16 + 4);
    put(frame, mirror_format);
    put(frame, ByteSpan(head.origin.bytes));
    put(frame, head.number);
    return end_frame(std::move(frame));
}

std::size_t batch_payload_bytes(std::span<const Record> records, std::span<const SealedCard> cards) {
    std::size_t size = 0;
    for (const Record& record : records) size += item_head_bytes + record_head_bytes + record.bytes.size();
    for (const SealedCard& card : cards) size += item_head_bytes + name_bytes + card.bytes.size();
    return size;
}

ByteVector encode_batch(std::span<const Record> records, std::span<const SealedCard> cards) {
    ByteVector frame = begin_frame(FrameType::batch, batch_payload_bytes(records, cards));
    for (const SealedCard& card : cards) put_card(frame, card);
    for (const Record& record : records) {
        put_item_head(frame, ItemType::record, record_head_bytes + record.bytes.size());
        put(frame, ByteSpan(record.id.origin.bytes));
        put(frame, record.id.epoch.value);
        put(frame, record.id.seq.value);
        put(frame, ByteSpan(record.prev.bytes));
        put(frame, ByteSpan(record.hash.bytes));
        put(frame, as_bytes(record.bytes));
    }
    return end_frame(std::move(frame));
}

ByteVector encode_run(const Run& run) {
    BAODAO_CHECK(!run.records.empty());
    const Record& first = run.records.front();
    ByteVector frame = begin_frame(FrameType::run, batch_payload_bytes(run.records, run.cards));
    put(frame, ByteSpan(first.id.origin.bytes));
    put(frame, first.id.epoch.value);
    put(frame, first.id.seq.value);
    put(frame, ByteSpan(first.prev.bytes));
    put(frame, ByteSpan(run.records.back().hash.bytes));
    for (const SealedCard& card : run.cards) put_card(frame, card);
    for (const Record& record : run.records) {
        put_item_head(frame, ItemType::event, record.bytes.size());
        put(frame, as_bytes(record.bytes));
    }
    return end_frame(std::move(frame));
}

bool wipe_card(std::span<std::uint8_t> frame, const Hash& name) {
    bool wiped = false;
    for (std::size_t at = frame_head_bytes; at + item_head_bytes <= frame.size();) {
        const std::size_t size = Reader(frame.subspan(at + 1)).number<std::uint32_t>();
        const auto item = frame.subspan(at + item_head_bytes, size);
        if (frame[at] == static_cast<std::uint8_t>(ItemType::card) &&
            std::equal(name.bytes.begin(), name.bytes.end(), item.begin())) {
            frame[at] = static_cast<std::uint8_t>(ItemType::purged_card);
            std::fill(item.begin() + name_bytes, item.end(), std::uint8_t{0});
            wiped = true;
        }
        at += item_head_bytes + size;
    }
    if (wiped) set_number(frame.subspan(checksum_at, 4), checksum(frame));
    return wiped;
}

std::optional<SegmentHead> decode_segment_head(const FrameView& frame) {
    if (frame.type != FrameType::segment) return std::nullopt;
    Reader payload(frame.payload);
    const auto format = payload.number<std::uint16_t>();
    const auto origin = payload.bytes_id<OriginId>();
    const auto number = payload.number<std::uint32_t>();
    if (!payload.good() || format != mirror_format) return std::nullopt;
    return SegmentHead{origin, number};
}

std::optional<Batch> decode_batch(const FrameView& frame) {
    if (frame.type != FrameType::batch) return std::nullopt;
    Reader payload(frame.payload);
    Batch batch;
    while (payload.left() > 0) {
        if (!read_item(payload, batch)) return std::nullopt;
    }
    return batch;
}

std::optional<Run> decode_run(const FrameView& frame) {
    if (frame.type != FrameType::run) return std::nullopt;
    Reader payload(frame.payload);
    EventId id;
    id.origin = payload.bytes_id<OriginId>();
    id.epoch = {payload.number<std::uint32_t>()};
    id.seq = {payload.number<std::uint64_t>()};
    Hash prev = payload.bytes_id<Hash>();
    const Hash tail = payload.bytes_id<Hash>();
    Run run;
    while (payload.good() && payload.left() > 0) {
        const auto type = static_cast<ItemType>(payload.number<std::uint8_t>());
        Reader item(payload.take(payload.number<std::uint32_t>()));
        if (type == ItemType::card) run.cards.push_back(read_card(item));
        if (type == ItemType::event) {
            const ByteSpan bytes = item.take(item.left());
            run.records.push_back(make_record(id, prev, std::string(bytes.begin(), bytes.end())));
            prev = run.records.back().hash;
            ++id.seq.value;
        }
        if (!item.good()) return std::nullopt;
    }
    if (!payload.good() || run.records.empty() || prev != tail) return std::nullopt;
    return run;
}

std::optional<FrameView> frame_at(ByteSpan bytes, std::uint64_t offset) {
    if (offset > bytes.size() || bytes.size() - offset < frame_head_bytes) return std::nullopt;
    const ByteSpan rest = bytes.subspan(offset);
    if (!std::equal(magic.begin(), magic.end(), rest.begin())) return std::nullopt;
    const auto length = Reader(rest.subspan(length_at)).number<std::uint32_t>();
    if (length > frame_payload_max || rest.size() - frame_head_bytes < length) return std::nullopt;
    const ByteSpan frame = rest.first(frame_head_bytes + length);
    if (Reader(rest.subspan(checksum_at)).number<std::uint32_t>() != checksum(frame)) return std::nullopt;
    return FrameView{static_cast<FrameType>(rest[type_at]), offset, frame.subspan(frame_head_bytes)};
}

FrameWalk walk_frames(ByteSpan bytes, std::uint64_t from,
                      const std::function<void(const FrameView&)>& visit) {
    FrameWalk walk;
    walk.good_end = from;
    std::uint64_t at = from;
    while (at < bytes.size()) {
        if (const auto frame = frame_at(bytes, at)) {
            if (at != walk.good_end) walk.gaps.push_back({walk.good_end, at});
            visit(*frame);
            at = walk.good_end = frame->end();
            continue;
        }
        const auto next = std::search(bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes.end(),
                                      magic.begin(), magic.end());
        at = static_cast<std::uint64_t>(next - bytes.begin());
    }
    if (walk.good_end < bytes.size()) walk.gaps.push_back({walk.good_end, bytes.size()});
    return walk;
}

}  // namespace baodao
