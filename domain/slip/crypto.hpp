// SPDX-License-Identifier: MIT
// The only owner of libsodium: SHA-256, Ed25519, sealed boxes under a shared key, keyed hashes, slow hashes.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/random.hpp"
#include "domain/base/result.hpp"

namespace baodao {

using ByteSpan = std::span<const std::uint8_t>;
using ByteVector = std::vector<std::uint8_t>;

[[nodiscard]] inline ByteSpan as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// Of the pieces one after the other.
[[nodiscard]] Hash sha256(std::initializer_list<ByteSpan> pieces);

using PublicKey = Bytes<struct PublicKeyTag, 32>;  // Ed25519
using Signature = Bytes<struct SignatureTag, 64>;  // Ed25519
using KeySeed = Bytes<struct KeySeedTag, 32>;      // Ed25519 secret, as RFC 8032 has it

struct SigningKey {
    KeySeed seed;
    PublicKey public_key;
};

[[nodiscard]] SigningKey signing_key_from(const KeySeed& seed);
[[nodiscard]] Signature sign(const SigningKey& key, ByteSpan message);
// Strict: small-order keys and non-canonical signatures fail.
[[nodiscard]] bool signature_holds(const PublicKey& key, ByteSpan message, const Signature& signature);

// XChaCha20-Poly1305 under a key shared by a community's kiosks and HQ.
using SecretKey = Bytes<struct SecretKeyTag, 32>;
// nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes); opens only with the same `bound_to`.
[[nodiscard]] ByteVector seal(const SecretKey& key, ByteSpan plain, ByteSpan bound_to, Random& random);
[[nodiscard]] std::optional<ByteVector> unseal(const SecretKey& key, ByteSpan sealed, ByteSpan bound_to);

// HMAC-SHA-256 (RFC 2104) of the pieces one after the other.
[[nodiscard]] Hash keyed_hash(const SecretKey& key, std::initializer_list<ByteSpan> pieces);
// Takes as long whether they differ early, late or not at all.
[[nodiscard]] bool same_secret(const Hash& a, const Hash& b);

using Salt = Bytes<struct SaltTag, 16>;
struct StretchCost {
    std::uint32_t passes = 3;
    std::uint32_t memory_kib = 64 * 1024;
    friend bool operator==(const StretchCost&, const StretchCost&) = default;
};
// Argon2id (RFC 9106, one lane): makes each guess at a short secret cost time and memory.
// full: not enough memory; bad_input: a cost that the library does not take.
[[nodiscard]] Result<Hash> stretch(ByteSpan secret, const Salt& salt, StretchCost cost);

}  // namespace baodao
