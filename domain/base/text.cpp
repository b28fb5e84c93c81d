// SPDX-License-Identifier: MIT
#include "domain/base/text.hpp"

namespace baodao {

namespace {

constexpr char hex_digits[] = "0123456789abcdef";
constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view mask = "＊";

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// One code point at text[at]; moves `at` past it. False, and past one byte, when the bytes are not UTF-8.
bool next_code_point(std::string_view text, std::size_t& at, char32_t& out) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || at + length > text.size()) {
        ++at;
        return false;
    }
    char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) {
            ++at;
            return false;
        }
        point = point << 6 | (byte(at + i) & 0x3F);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        ++at;
        return false;
    }
    at += length;
    out = point;
    return true;
}

}  // namespace

std::string to_hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += hex_digits[byte >> 4];
        text += hex_digits[byte & 15];
    }
    return text;
}

std::optional<std::vector<std::uint8_t>> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high << 4 | low));
    }
    return bytes;
}

std::string to_hex64(std::uint64_t value) {
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4) text[i] = hex_digits[value & 15];
    return text;
}

std::optional<std::uint64_t> from_hex64(std::string_view text) {
    if (text.size() != 16) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        const int digit = hex_value(c);
        if (digit < 0 || (c >= 'A' && c <= 'F')) return std::nullopt;
        value = value << 4 | static_cast<std::uint64_t>(digit);
    }
    return value;
}

bool is_utf8(std::string_view text) {
    char32_t point = 0;
    for (std::size_t at = 0; at < text.size();) {
        // Most of what is read is ASCII.
        if (static_cast<unsigned char>(text[at]) < 0x80)
            ++at;
        else if (!next_code_point(text, at, point))
            return false;
    }
    return true;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        char32_t point = 0;
        points += next_code_point(text, at, point) ? point : replacement;
    }
    return points;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    const auto put = [&out](char32_t value) { out += static_cast<char>(value); };
    for (const char32_t point : text) {
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xC0 | point >> 6);
            put(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            put(0xE0 | point >> 12);
            put(0x80 | (point >> 6 & 0x3F));
            put(0x80 | (point & 0x3F));
        } else {
            put(0xF0 | point >> 18);
            put(0x80 | (point >> 12 & 0x3F));
            put(0x80 | (point >> 6 & 0x3F));
            put(0x80 | (point & 0x3F));
        }
    }
    return out;
}

std::string mask_name(std::string_view name) {
    const std::u32string points = code_points(name);
    if (points.size() < 2) return std::string(name);
    std::string out = to_utf8(std::u32string_view(points).substr(0, 1));
    const std::size_t hidden = points.size() == 2 ? 1 : points.size() - 2;
    for (std::size_t i = 0; i < hidden; ++i) out += mask;
    if (points.size() > 2) out += to_utf8(std::u32string_view(points).substr(points.size() - 1));
    return out;
}

std::string mask_name_fully(std::string_view name) {
    const std::u32string points = code_points(name);
    return to_utf8(std::u32string_view(points).substr(0, 1)) + std::string(mask) + std::string(mask);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

}  // namespace baodao
