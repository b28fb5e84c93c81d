// SPDX-License-Identifier: MIT
#include "sync/wire/envelope.hpp"

#include <algorithm>

#include "domain/slip/byte_io.hpp"
#include "sync/wire/pack.hpp"

namespace baodao {

namespace {

constexpr std::string_view magic = "BDW1";
constexpr std::string_view domain_tag{"BDW1 signed\0", 12};

ByteVector to_sign(ByteSpan message) {
    ByteWriter out;
    out.put(as_bytes(domain_tag));
    out.put(message);
    return out.take();
}

}  // namespace

Result<ByteVector> sign_message(const Message& message, const SigningKey& by) {
    const ByteVector packed = message.body.empty() ? ByteVector{} : pack(message.body);
    const MessageBounds bounds = bounds_of(message.type);
    if (message.head.size() > head_bytes_max || packed.size() > bounds.packed ||
        message.body.size() > bounds.plain) {
        return Error{ErrorKind::bad_input, "a message is too large", std::to_string(packed.size())};
    }
    ByteWriter out;
    out.put(as_bytes(magic));
    out.put(static_cast<std::uint64_t>(message.type), 1);
    out.put(0, 3);
    out.put(message.head.size(), 4);
    out.put(packed.size(), 4);
    out.put(as_bytes(message.head));
    out.put(packed);
    const Signature signature = sign(by, to_sign(out.bytes()));
    out.put(signature.bytes);
    return out.take();
}

Result<std::string> peek_head(ByteSpan bytes, MessageType type) {
    ByteReader in(bytes);
    const ByteSpan begin = in.get_bytes(magic.size());
    const auto found_type = in.get<std::uint8_t>();
    (void)in.get<std::uint32_t>(3);
    const auto head_size = in.get<std::uint32_t>();
    (void)in.get<std::uint32_t>();
    const ByteSpan head = in.get_bytes(head_size);
    if (in.ran_short() || !std::ranges::equal(begin, as_bytes(magic)) ||
        found_type != static_cast<std::uint8_t>(type))
        return Error{ErrorKind::bad_input, "this is not a message of ours", ""};
    return std::string(head.begin(), head.end());
}

Result<Message> open_message(ByteSpan bytes, MessageType type, const PublicKey& by) {
    const Error bad{ErrorKind::bad_input, "this is not a message of ours", ""};
    Signature signature;
    const MessageBounds bounds = bounds_of(type);
    if (bytes.size() > message_bytes_max(type) || bytes.size() < signature.bytes.size()) return bad;
    const ByteSpan signed_part = bytes.first(bytes.size() - signature.bytes.size());
    const ByteSpan tail = bytes.last(signature.bytes.size());
    std::copy(tail.begin(), tail.end(), signature.bytes.begin());

    ByteReader in(signed_part);
    const ByteSpan begin = in.get_bytes(magic.size());
    const auto found_type = in.get<std::uint8_t>();
    const auto zero = in.get<std::uint32_t>(3);
    const auto head_size = in.get<std::uint32_t>();
    const auto packed_size = in.get<std::uint32_t>();
    const ByteSpan head = in.get_bytes(head_size);
    const ByteSpan packed = in.get_bytes(packed_size);
    if (!in.done() || zero != 0 || !std::ranges::equal(begin, as_bytes(magic))) return bad;
    if (head_size > head_bytes_max || packed_size > bounds.packed) return bad;
    if (!signature_holds(by, to_sign(signed_part), signature)) {
        return Error{ErrorKind::refused, "the signature of a message does not hold", ""};
    }
    if (found_type != static_cast<std::uint8_t>(type)) {
        return Error{ErrorKind::refused, "a message of another type was expected", ""};
    }
    Message message{type, std::string(head.begin(), head.end()), {}};
    if (!packed.empty()) {
        auto body = unpack(packed, bounds.plain);
        if (!body) return body.error();
        message.body = std::move(body).value();
    }
    return message;
}

}  // namespace baodao
