// SPDX-License-Identifier: MIT
#include "domain/base/crc32c.hpp"

#include <array>

namespace baodao {

namespace {

constexpr std::uint32_t polynomial_reflected = 0x82F63B78;

constexpr std::size_t step = 8;  // bytes taken at once

using Table = std::array<std::uint32_t, 256>;

// [n][byte]: what a byte adds that stands n bytes before the end of a step.
constexpr std::array<Table, step> make_tables() {
    std::array<Table, step> tables{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? polynomial_reflected : 0);
        tables[0][i] = crc;
    }
    for (std::size_t n = 1; n < step; ++n) {
        for (std::size_t i = 0; i < 256; ++i)
            tables[n][i] = tables[n - 1][i] >> 8 ^ tables[0][tables[n - 1][i] & 0xFF];
    }
    return tables;
}

constexpr auto tables = make_tables();

std::uint32_t after_step(std::uint32_t crc, std::span<const std::uint8_t, step> bytes) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < step; ++i) {
        const std::uint32_t before = i < 4 ? crc >> (8 * i) & 0xFF : 0;
        out ^= tables[step - 1 - i][bytes[i] ^ before];
    }
    return out;
}

}  // namespace

std::uint32_t crc32c(std::span<const std::uint8_t> bytes, std::uint32_t before) {
    std::uint32_t crc = ~before;
    for (; bytes.size() >= step; bytes = bytes.subspan(step)) crc = after_step(crc, bytes.first<step>());
    for (const std::uint8_t byte : bytes) crc = crc >> 8 ^ tables[0][(crc ^ byte) & 0xFF];
    return ~crc;
}

}  // namespace baodao
