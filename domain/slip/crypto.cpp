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
static_assert(sizeof(Salt::bytes) == crypto_pwhash_SALTBYTES);
static_assert(sizeof(Hash::bytes) == crypto_auth_hmacsha256_BYTES);
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

Hash keyed_hash(const SecretKey& key, std::initializer_list<ByteSpan> pieces) {
    initialise();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.bytes.data(), key.bytes.size());
    for (const ByteSpan piece : pieces) crypto_auth_hmacsha256_update(&state, piece.data(), piece.size());
    Hash hash;
    crypto_auth_hmacsha256_final(&state, hash.bytes.data());
    return hash;
}

bool same_secret(const Hash& a, const Hash& b) {
    initialise();
    return sodium_memcmp(a.bytes.data(), b.bytes.data(), a.bytes.size()) == 0;
}

Result<Hash> stretch(ByteSpan secret, const Salt& salt, StretchCost cost) {
    initialise();
    constexpr std::uint32_t memory_kib_max = 1024 * 1024;
    if (cost.passes < crypto_pwhash_OPSLIMIT_MIN || cost.passes > 1000 || cost.memory_kib < 8 ||
        cost.memory_kib > memory_kib_max) {
        return Error{ErrorKind::bad_input, "the cost of a check of the PIN is out of range", {}};
    }
    Hash hash;
    const std::string_view text(reinterpret_cast<const char*>(secret.data()), secret.size());
    if (crypto_pwhash(hash.bytes.data(), hash.bytes.size(), text.data(), text.size(), salt.bytes.data(),
                      cost.passes, std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return Error{ErrorKind::full, "there is not enough memory to check the PIN", {}};
    }
    return hash;
}

}  // namespace baodao
