// SPDX-License-Identifier: MIT
// Spellings of bytes, numbers and names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/ids.hpp"

namespace baodao {

// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::optional<std::vector<std::uint8_t>> from_hex(std::string_view text);

template <class Tag, std::size_t N>
[[nodiscard]] std::string to_hex(const Bytes<Tag, N>& id) {
    return to_hex(std::span<const std::uint8_t>(id.bytes));
}
// A whole identifier of exactly its length, lower case only; nullopt otherwise.
template <class BytesId>
[[nodiscard]] std::optional<BytesId> id_from_hex(std::string_view text) {
    BytesId id;
    const auto bytes = from_hex(text);
    if (!bytes || bytes->size() != id.bytes.size() || to_hex(*bytes) != text) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), id.bytes.begin());
    return id;
}
// 16 lower-case hexadecimal digits, the spelling of 64-bit numbers everywhere in events and reports.
[[nodiscard]] std::string to_hex64(std::uint64_t value);
[[nodiscard]] std::optional<std::uint64_t> from_hex64(std::string_view text);

// Strict UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);
// The code points of valid UTF-8; U+FFFD for each byte that is not.
[[nodiscard]] std::u32string code_points(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

// 陈＊国, 陈＊, 欧＊＊娜: the first and, from three characters on, the last stay (requirements §4).
[[nodiscard]] std::string mask_name(std::string_view name);
// 陈＊＊ whatever the length: all that a search shows before the digits are right.
[[nodiscard]] std::string mask_name_fully(std::string_view name);

[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace baodao
