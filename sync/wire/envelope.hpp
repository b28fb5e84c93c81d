// SPDX-License-Identifier: MIT
// How a message stands on the wire: a readable head, a packed body, one signature over both, so that
// whoever ends the TLS connection in between can read, and alter nothing. FORMAT: sync/hq/SYNC_PROTOCOL.md.
#pragma once

#include <cstdint>
#include <string>

#include "domain/base/result.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

enum class MessageType : std::uint8_t {
    session_grant = 1,
    push = 2,
    push_answer = 3,
    pull_page = 4,
    quarantine = 5,
    courier_cover = 6,  // first in a courier file
};

// Of one message's body. What headquarters hands out may be larger than what it takes in.
struct MessageBounds {
    std::size_t packed;
    std::size_t plain;
};
inline constexpr MessageBounds upward_bounds{256 * 1024, 4 * 1024 * 1024};
inline constexpr MessageBounds page_bounds{8 * 1024 * 1024, 33 * 1024 * 1024};
inline constexpr std::size_t head_bytes_max = 64 * 1024;
[[nodiscard]] constexpr MessageBounds bounds_of(MessageType type) {
    return type == MessageType::pull_page ? page_bounds : upward_bounds;
}
// A whole message, signature included.
[[nodiscard]] constexpr std::size_t message_bytes_max(MessageType type) {
    return bounds_of(type).packed + head_bytes_max + 128;
}

struct Message {
    MessageType type = MessageType::push;
    std::string head;  // compact JSON
    ByteVector body;   // frames, not packed
};

// bad_input when head or packed body exceed their bounds.
[[nodiscard]] Result<ByteVector> sign_message(const Message& message, const SigningKey& by);
// refused: not signed by `by` or of another type. bad_input: no such message, too large.
// Its head as it stands there, whoever signed: only for looking up whose key it takes.
[[nodiscard]] Result<std::string> peek_head(ByteSpan bytes, MessageType type);
[[nodiscard]] Result<Message> open_message(ByteSpan bytes, MessageType type, const PublicKey& by);

}  // namespace baodao
