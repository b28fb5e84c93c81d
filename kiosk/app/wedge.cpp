// SPDX-License-Identifier: MIT
#include "kiosk/app/wedge.hpp"

#include <string_view>
#include <utility>

namespace baodao {
namespace {

constexpr std::string_view slip_prefix = "BD1";
constexpr std::string_view base32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// The length of a slip's text, known from the length of the name in it: byte 24 lies in the
// characters 38 and 39 after the prefix (SLIP_FORMAT.md). Nothing while that has not been typed,
// or when it says what no slip may say.
std::optional<std::size_t> slip_length(std::string_view text) {
    constexpr std::size_t high_at = 3 + 38;
    constexpr std::size_t bytes_without_name = 93;
    constexpr std::size_t name_bytes_max = 48;
    if (!text.starts_with(slip_prefix) || text.size() <= high_at + 1) return std::nullopt;
    const std::size_t high = base32.find(text[high_at]);
    const std::size_t low = base32.find(text[high_at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    const std::size_t name_bytes = (high & 7) << 5 | low;
    if (name_bytes > name_bytes_max) return std::nullopt;
    return slip_prefix.size() + ((bytes_without_name + name_bytes) * 8 + 4) / 5;
}

}  // namespace

std::optional<std::string> Wedge::key(WedgeKey key, MonoMillis now) {
    if (last_key_ && now - *last_key_ > pause_ms_max) {
        typed_.clear();
        noise_ = false;
    }
    last_key_ = now;
    switch (key.kind) {
        case WedgeKey::Kind::other:
            return std::nullopt;
        case WedgeKey::Kind::end:
            return take();
        case WedgeKey::Kind::character:
            break;
    }
    if (noise_) return std::nullopt;
    typed_ += key.character;
    if (typed_.size() == slip_length(typed_)) return take();
    if (typed_.size() >= text_bytes_max) {
        typed_.clear();
        noise_ = true;
    }
    return std::nullopt;
}

std::optional<std::string> Wedge::take() {
    const bool usable = !noise_ && typed_.size() >= text_bytes_min;
    noise_ = false;
    std::string text = std::exchange(typed_, {});
    if (!usable) return std::nullopt;
    return text;
}

}  // namespace baodao
