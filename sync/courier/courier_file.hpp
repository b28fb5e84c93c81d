// SPDX-License-Identifier: MIT
// What is carried to headquarters and back on a USB stick, where there is no line for weeks: the line's own
// messages, one behind the other in a file, between a cover that says whose they are and an end that says
// that nothing is missing. Each is signed and packed as on the line. FORMAT: sync/hq/SYNC_PROTOCOL.md.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/wire/messages.hpp"

namespace baodao {

// First message of a file, signed by whoever made it.
struct CourierCover {
    OriginId origin;  // the kiosk that it comes from, or is for
    CommunityId community;
    UtcMillis made;
    LogPlace place;      // of that kiosk's log: as acknowledged, or as headquarters has it
    FeedCursor cursor;   // how far the kiosk has taken in news when it made its file
    bool active = true;  // headquarters' word: news are handed out
};
[[nodiscard]] Result<ByteVector> to_bytes(const CourierCover& cover, const SigningKey& by);
// refused: signed by somebody else.
[[nodiscard]] Result<CourierCover> read_cover(ByteSpan bytes, const PublicKey& by);
// As it says itself, signed by whom it may be: to look up whose key it takes.
[[nodiscard]] Result<CourierCover> peek_cover(ByteSpan bytes);

enum class CourierWay : std::uint8_t { to_headquarters = 1, to_kiosk = 2 };

struct CourierFile {
    CourierWay way = CourierWay::to_headquarters;
    ByteVector cover;
    std::vector<ByteVector> messages;  // pushes, or pages
};

// Written beside, flushed, read back, renamed, the folder flushed: when this returns well the stick may be
// pulled out. full, or io with what to do about it; nothing is left over then and an older file stands.
[[nodiscard]] Status write_courier(const CourierFile& file, const std::filesystem::path& path);
// damaged: pulled out too early, or a bad stick. bad_input: another kind of file, or of the other way.
[[nodiscard]] Result<CourierFile> read_courier(const std::filesystem::path& path, CourierWay way);

// baodao-to-hq-0a1b2c3d.bdc: the next one replaces it, and the newest is always the whole of what waits.
[[nodiscard]] std::string courier_name(CourierWay way, const OriginId& origin);

}  // namespace baodao
