// SPDX-License-Identifier: MIT
#include "domain/slip/crypto.hpp"

#include <sodium.h>

#include "domain/base/check.hpp"

namespace baodao {

namespace {

static_assert(sizeof(Hash::bytes) == crypto_hash_sha256_BYTES);
static_assert(sizeof(PublicKey::bytes) == crypto_sign_PUBLICKEYBYTES);
static_assert(sizeof(Signature::bytes) == crypto_sign_BYTES);
static_assert(sizeof(KeySeed::bytes) == crypto_sign_SEEDBYTES);
static_assert(sizeof(SecretKey::bytes) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

// libsodium chooses its fastest code here; it may be called from any thread and again.
void initialise() {
    static const int ready = sodium_init();
    BAODAO_CHECK(ready >= 0);
}

}  // namespace

Hash sha256(std::initializer_list<ByteSpan> pieces) {
    initialise();
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const ByteSpan piece : pieces) crypto_hash_sha256_update(&state, piece.data(), piece.size());
    Hash hash;
    crypto_hash_sha256_final(&state, hash.bytes.data());
    return hash;
}

SigningKey signing_key_from(const KeySeed& seed) {
    initialise();
    SigningKey key{seed, {}};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> expanded;
    crypto_sign_seed_keypair(key.public_key.bytes.data(), expanded.data(), seed.bytes.data());
    sodium_memzero(expanded.data(), expanded.size());
    return key;
}

Signature sign(const SigningKey& key, ByteSpan message) {
    initialise();
    // libsodium's secret key is the seed followed by the public key.
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> expanded;
    std::copy(key.seed.bytes.begin(), key.seed.bytes.end(), expanded.begin());
    std::copy(key.public_key.bytes.begin(), key.public_key.bytes.end(),
              expanded.begin() + sizeof key.seed.bytes);
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(), expanded.data());
    sodium_memzero(expanded.data(), expanded.size());
    return signature;
}

bool signature_holds(const PublicKey& key, ByteSpan message, const Signature& signature) {
    initialise();
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                       key.bytes.data()) == 0;
}

ByteVector seal(const SecretKey& key, ByteSpan plain, ByteSpan bound_to, Random& random) {
    initialise();
    ByteVector sealed(nonce_bytes + plain.size() + tag_bytes);
    random.fill(std::span(sealed).first(nonce_bytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_bytes, nullptr, plain.data(),
                                               plain.size(), bound_to.data(), bound_to.size(), nullptr,
                                               sealed.data(), key.bytes.data());
    return sealed;
}

std::optional<ByteVector> unseal(const SecretKey& key, ByteSpan sealed, ByteSpan bound_to) {
    initialise();
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    ByteVector plain(sealed.size() - nonce_bytes - tag_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain.data(), nullptr, nullptr, sealed.data() + nonce_bytes, sealed.size() - nonce_bytes,
            bound_to.data(), bound_to.size(), sealed.data(), key.bytes.data()) != 0) {
        return std::nullopt;
    }
    return plain;
}

}  // namespace baodao
