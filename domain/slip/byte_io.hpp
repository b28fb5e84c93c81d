// SPDX-License-Identifier: MIT
// Big-endian numbers in and out of bytes, as all signed formats of this folder have them.
#pragma once

#include <cstdint>

#include "domain/slip/crypto.hpp"

namespace baodao {

class ByteWriter {
  public:
    void put(std::uint64_t value, int byte_count) {
        for (int i = byte_count; i-- > 0;) bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }
    void put(ByteSpan bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
    [[nodiscard]] const ByteVector& bytes() const { return bytes_; }
    [[nodiscard]] ByteVector take() { return std::move(bytes_); }

  private:
    ByteVector bytes_;
};

// Reading past the end gives zeros and is remembered: check done() once, after the last field.
class ByteReader {
  public:
    explicit ByteReader(ByteSpan bytes) : rest_(bytes) {}

    template <class Number>
    [[nodiscard]] Number get(std::size_t byte_count = sizeof(Number)) {
        std::uint64_t value = 0;
        for (const std::uint8_t byte : get_bytes(byte_count)) value = value << 8 | byte;
        return static_cast<Number>(value);
    }
    // Empty when there are not so many.
    [[nodiscard]] ByteSpan get_bytes(std::size_t count) {
        if (rest_.size() < count) {
            short_ = true;
            rest_ = {};
            return {};
        }
        const ByteSpan taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }
    // Nothing was missing and nothing is left over.
    [[nodiscard]] bool done() const { return !short_ && rest_.empty(); }
    [[nodiscard]] bool ran_short() const { return short_; }

  private:
    ByteSpan rest_;
    bool short_ = false;
};

}  // namespace baodao
