// SPDX-License-Identifier: MIT
// Names and whatever else identifies a person lie in cards beside the events,
// sealed with the community's key: log, mirror and courier files hold no name in the clear,
// and a card can be purged without breaking a chain.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/random.hpp"
#include "domain/base/result.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

// Fields of a card by name ("name", "branch", "slip_text" …); UTF-8.
using CardFields = std::map<std::string, std::string>;

struct SealedCard {
    Hash name;                        // SHA-256 over salt and fields: what the event carries
    std::vector<std::uint8_t> bytes;  // nonce ‖ ciphertext; opens only under `name`
    friend bool operator==(const SealedCard&, const SealedCard&) = default;
};

inline constexpr std::size_t card_bytes_max = 16 * 1024;

[[nodiscard]] SealedCard seal_card(const CardFields& fields, const SecretKey& community_key, Random& random);
// Error damaged: other key, other name, or bytes altered.
[[nodiscard]] Result<CardFields> open_card(const SealedCard& card, const SecretKey& community_key);

}  // namespace baodao
