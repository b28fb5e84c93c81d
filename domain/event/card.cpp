// SPDX-License-Identifier: MIT
#include "domain/event/card.hpp"

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view name_tag = "BDC1\0"sv;
constexpr std::size_t salt_bytes = 16;  // so that equal names have unequal cards

Error not_ours(const char* why) {
    return {ErrorKind::damaged, "this card cannot be opened", why};
}

}  // namespace

// Plain form: salt ‖ compact JSON of the fields.
SealedCard seal_card(const CardFields& fields, const SecretKey& community_key, Random& random) {
    ByteVector plain(salt_bytes);
    random.fill(plain);
    const std::string json = to_compact(Json(fields));
    plain.insert(plain.end(), json.begin(), json.end());
    const Hash name = sha256({as_bytes(name_tag), plain});
    return {name, seal(community_key, plain, name.bytes, random)};
}

Result<CardFields> open_card(const SealedCard& card, const SecretKey& community_key) {
    const auto plain = unseal(community_key, card.bytes, card.name.bytes);
    if (!plain) return not_ours("other key, or altered");
    if (plain->size() < salt_bytes || sha256({as_bytes(name_tag), *plain}) != card.name) {
        return not_ours("not what its name says");
    }
    const auto json =
        parse_json({reinterpret_cast<const char*>(plain->data()) + salt_bytes, plain->size() - salt_bytes});
    if (!json || !json->is_object()) return not_ours("not a list of fields");
    CardFields fields;
    for (const auto& [key, value] : json->items()) {
        if (value.is_string()) fields.emplace(key, value.get<std::string>());
    }
    return fields;
}

}  // namespace baodao
