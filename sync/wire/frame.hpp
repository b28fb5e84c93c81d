// SPDX-License-Identifier: MIT
// The bytes of the mirror, of the wire and of courier files: frames that each hold one batch, whole or not
// at all. FORMAT: sync/store/JOURNAL_FORMAT.md, sync/hq/SYNC_PROTOCOL.md.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "domain/event/card.hpp"
#include "domain/event/event.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

inline constexpr std::size_t frame_head_bytes = 16;
inline constexpr std::size_t frame_payload_max = 32 << 20;
inline constexpr std::uint16_t mirror_format = 1;

enum class FrameType : std::uint8_t {
    segment = 1,  // first frame of a file: whose it is
    batch = 2,    // records and cards that were written together
    run = 3,      // records of one log that follow each other, without their hashes
};

// First frame of each file.
struct SegmentHead {
    OriginId origin;
    std::uint32_t number;  // of the file, from 1
    friend bool operator==(const SegmentHead&, const SegmentHead&) = default;
};

// What one frame holds. `purged`: names of cards whose bytes were wiped in place.
struct Batch {
    std::vector<Record> records;
    std::vector<SealedCard> cards;
    std::vector<Hash> purged;
};

// Records of one log in the order of their numbers, without gaps, and the cards that they name.
struct Run {
    std::vector<Record> records;  // at least one
    std::vector<SealedCard> cards;
    friend bool operator==(const Run&, const Run&) = default;
};

struct FrameView {
    FrameType type;  // may be one that this version doesn't know: pass over it
    std::uint64_t offset;
    ByteSpan payload;
    [[nodiscard]] std::uint64_t end() const { return offset + frame_head_bytes + payload.size(); }
};

[[nodiscard]] ByteVector encode_segment_head(const SegmentHead& head);
// The payload must stay within frame_payload_max: see batch_payload_bytes.
[[nodiscard]] ByteVector encode_batch(std::span<const Record> records, std::span<const SealedCard> cards);
[[nodiscard]] std::size_t batch_payload_bytes(std::span<const Record> records,
                                              std::span<const SealedCard> cards);
// Of hashes only the one before the first record and that of the last one travel: they cannot be compressed.
[[nodiscard]] ByteVector encode_run(const Run& run);
// Wipes a card inside a whole frame's bytes and mends the checksum; the length stays. False: not in it.
[[nodiscard]] bool wipe_card(std::span<std::uint8_t> frame, const Hash& name);

// nullopt: not what the type says. Record hashes are not looked at.
[[nodiscard]] std::optional<SegmentHead> decode_segment_head(const FrameView& frame);
[[nodiscard]] std::optional<Batch> decode_batch(const FrameView& frame);
// Hashes are computed anew; nullopt as well when the last one is not the one that was sent.
[[nodiscard]] std::optional<Run> decode_run(const FrameView& frame);

// The whole frame at `offset` of `bytes`, checksum right; nullopt otherwise.
[[nodiscard]] std::optional<FrameView> frame_at(ByteSpan bytes, std::uint64_t offset);

// Bytes that are no frame.
struct Gap {
    std::uint64_t from;
    std::uint64_t to;
};

struct FrameWalk {
    std::uint64_t good_end = 0;  // end of the last whole frame
    std::vector<Gap> gaps;       // the last one may reach to the end: an unfinished write, or damage
};

// Every whole frame of `bytes` from `from` on, wherever it begins; what is between them is a gap.
[[nodiscard]] FrameWalk walk_frames(ByteSpan bytes, std::uint64_t from,
                                    const std::function<void(const FrameView&)>& visit);

}  // namespace baodao
