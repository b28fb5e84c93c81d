// SPDX-License-Identifier: MIT
#include "domain/community/phone_mark.hpp"

#include "domain/base/text.hpp"

namespace baodao {

std::string phone_mark(std::string_view phone, const SecretKey& community_key) {
    if (phone.size() < phone_digits_kept) return {};
    const std::string_view digits = phone.substr(phone.size() - phone_digits_kept);
    return to_hex(sha256({as_bytes("phone4"), community_key.bytes, as_bytes(digits)})).substr(0, 16);
}

}  // namespace baodao
