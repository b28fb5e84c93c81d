// SPDX-License-Identifier: MIT
#include "domain/slip/pin.hpp"

#include <algorithm>
#include <cctype>

namespace baodao {

namespace {

constexpr std::string_view pin_tag = "BDP1";
constexpr std::string_view reset_tag = "BDR1";

Result<Hash> hash_of(std::string_view pin, const Salt& salt, StretchCost cost, const SecretKey& device) {
    const Hash mixed = keyed_hash(device, {as_bytes(pin_tag), as_bytes(pin)});
    return stretch(mixed.bytes, salt, cost);
}

// Decimal digits of a number, with leading zeros.
std::string digits_of(std::uint64_t number, std::size_t count) {
    std::string digits(count, '0');
    for (std::size_t i = count; i-- > 0; number /= 10) digits[i] = static_cast<char>('0' + number % 10);
    return digits;
}

}  // namespace

bool is_digits(std::string_view text, std::size_t count) {
    const auto digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    return text.size() == count && std::all_of(text.begin(), text.end(), digit);
}

bool is_easy_pin(std::string_view pin) {
    const auto all_steps = [&](std::size_t distance, int by) {
        for (std::size_t i = distance; i < pin.size(); ++i) {
            if ((pin[i] - pin[i - distance] - by) % 10 != 0) return false;
        }
        return true;
    };
    return all_steps(1, 0) || all_steps(1, 1) || all_steps(1, -1) || all_steps(2, 0) || all_steps(3, 0);
}

Result<PinMaterial> make_pin(std::string_view pin, const SecretKey& device, StretchCost cost,
                             Random& random) {
    if (!is_digits(pin, pin_digits)) return Error{ErrorKind::bad_input, "a PIN is six digits", {}};
    PinMaterial material{random.draw<Salt>(), cost, {}};
    const auto hash = hash_of(pin, material.salt, cost, device);
    if (!hash) return hash.error();
    material.hash = *hash;
    return material;
}

Result<bool> pin_holds(std::string_view pin, const PinMaterial& material, const SecretKey& device) {
    const auto hash = hash_of(pin, material.salt, material.cost, device);
    if (!hash) return hash.error();
    return same_secret(*hash, material.hash);
}

std::string draw_challenge(Random& random) {
    return digits_of(random.below(100'000'000), challenge_digits);
}

std::string reset_code(const SecretKey& town, CommunityId community, std::string_view challenge) {
    const std::string place = digits_of(community.value, challenge_digits);
    const Hash hash = keyed_hash(town, {as_bytes(reset_tag), as_bytes(place), as_bytes(challenge)});
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | hash.bytes[i];
    return digits_of(number % 100'000'000, reset_code_digits);
}

}  // namespace baodao
