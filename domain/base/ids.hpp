// SPDX-License-Identifier: MIT
// Strong types for every number that names something. Two bare integers never
// stand side by side in a signature.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>

namespace baodao {

template <class Tag, class Number>
struct Id {
    Number value{};
    friend auto operator<=>(const Id&, const Id&) = default;
};

using SlipSerial = Id<struct SlipSerialTag, std::uint64_t>;      // names a piece of paper
using MemberNumber = Id<struct MemberNumberTag, std::uint64_t>;  // names a person
using CommunityId = Id<struct CommunityTag, std::uint32_t>;      // 24 bits; 0xF00000 and up: self-made
using AgencyId = Id<struct AgencyTag, std::uint32_t>;            // 24 bits, likewise
using KeyId = Id<struct KeyIdTag, std::uint16_t>;                // not unique: try every key with it
using BatchNumber = Id<struct BatchTag, std::uint16_t>;    // batch of one agency (分批组织, policy R5)
using ActivityId = Id<struct ActivityTag, std::uint64_t>;  // 64 random bits
using ItemId = Id<struct ItemTag, std::uint64_t>;          // 64 random bits
using Epoch = Id<struct EpochTag, std::uint32_t>;          // of one origin's log, from 1
using Seq = Id<struct SeqTag, std::uint64_t>;              // of one epoch's log, from 1, no gaps

inline constexpr std::uint32_t self_made_first = 0xF00000;  // first community or agency id not given by HQ

template <class Tag, std::size_t N>
struct Bytes {
    std::array<std::uint8_t, N> bytes{};
    friend auto operator<=>(const Bytes&, const Bytes&) = default;
};

using OriginId = Bytes<struct OriginTag, 16>;  // who wrote a log: 128 random bits drawn once
using BootId = Bytes<struct BootTag, 16>;      // the machine's boot, on which monotonic time depends
using Hash = Bytes<struct HashTag, 32>;        // SHA-256

}  // namespace baodao

template <class Tag, class Number>
struct std::hash<baodao::Id<Tag, Number>> {
    std::size_t operator()(const baodao::Id<Tag, Number>& id) const noexcept {
        return std::hash<Number>{}(id.value);
    }
};

template <class Tag, std::size_t N>
struct std::hash<baodao::Bytes<Tag, N>> {
    // The bytes are random or a digest already, so their head is a good hash.
    std::size_t operator()(const baodao::Bytes<Tag, N>& id) const noexcept {
        std::size_t head = 0;
        std::memcpy(&head, id.bytes.data(), sizeof head);
        return head;
    }
};
