// SPDX-License-Identifier: MIT
#include "sync/wire/invitation.hpp"

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao {

namespace {

constexpr std::string_view upward = "BDW1 application";
constexpr std::string_view downward = "BDW1 standing";

Error malformed(const char* what) {
    return {ErrorKind::bad_input, "this cannot be read", what};
}

std::string sealed_text(const Json& content, const SecretKey& secret, std::string_view bound_to,
                        Random& random) {
    return to_hex(seal(secret, as_bytes(to_compact(content)), as_bytes(bound_to), random));
}

Result<Json> unsealed(ByteSpan sealed, const SecretKey& secret, std::string_view bound_to) {
    const auto plain = unseal(secret, sealed, as_bytes(bound_to));
    if (!plain) return Error{ErrorKind::refused, "this was sealed with another secret", ""};
    auto json = parse_json({reinterpret_cast<const char*>(plain->data()), plain->size()});
    if (!json || !json->is_object()) return malformed("sealed part");
    return json;
}

template <class BytesId>
bool read(const Json& json, const char* key, BytesId& out) {
    const auto value = id_from_hex<BytesId>(text_at(json, key).value_or(""));
    if (value) out = *value;
    return value.has_value();
}

}  // namespace

std::string to_text(const InvitationText& invitation) {
    return to_compact(Json{{"baodao", "invitation"},
                           {"url", invitation.url},
                           {"certificate", invitation.certificate},
                           {"answers", to_hex(invitation.answers)},
                           {"invitation", to_hex(invitation.id)},
                           {"secret", to_hex(invitation.secret)}});
}

Result<InvitationText> read_invitation(std::string_view text) {
    const auto json = parse_json(text);
    InvitationText out;
    if (!json || !json->is_object() || text_at(*json, "baodao") != "invitation" ||
        !read(*json, "answers", out.answers) || !read(*json, "invitation", out.id) ||
        !read(*json, "secret", out.secret)) {
        return Error{ErrorKind::bad_input, "this is not an invitation from headquarters", ""};
    }
    out.url = text_at(*json, "url").value_or("");
    out.certificate = text_at(*json, "certificate").value_or("");
    return out;
}

std::string to_text(const Application& application, const InvitationId& id, const SecretKey& secret,
                    Random& random) {
    const Json content{{"origin", to_hex(application.origin)},
                       {"public_key", to_hex(application.public_key)},
                       {"community", application.community.value},
                       {"card_key", to_hex(application.card_key)}};
    return to_compact(
        Json{{"invitation", to_hex(id)}, {"sealed", sealed_text(content, secret, upward, random)}});
}

Result<ApplicationText> read_application(std::string_view text) {
    const auto json = parse_json(text);
    ApplicationText out;
    if (!json || !json->is_object() || !read(*json, "invitation", out.invitation))
        return malformed("application");
    auto sealed = from_hex(text_at(*json, "sealed").value_or(""));
    if (!sealed) return malformed("application");
    out.sealed = std::move(*sealed);
    return out;
}

Result<Application> open_application(const ApplicationText& text, const SecretKey& secret) {
    const auto json = unsealed(text.sealed, secret, upward);
    if (!json) return json.error();
    Application out;
    const auto community = integer_at(*json, "community").value_or(-1);
    if (community < 0 || community > 0xFFFFFF || !read(*json, "origin", out.origin) ||
        !read(*json, "public_key", out.public_key) || !read(*json, "card_key", out.card_key)) {
        return malformed("application");
    }
    out.community = {static_cast<std::uint32_t>(community)};
    return out;
}

std::string standing_text(Standing standing, const SecretKey& secret, Random& random) {
    const Json content{{"standing", static_cast<int>(standing)}};
    return to_compact(Json{{"sealed", sealed_text(content, secret, downward, random)}});
}

Result<Standing> read_standing(std::string_view text, const SecretKey& secret) {
    const auto outer = parse_json(text);
    if (!outer || !outer->is_object()) return malformed("answer");
    const auto sealed = from_hex(text_at(*outer, "sealed").value_or(""));
    if (!sealed) return malformed("answer");
    const auto json = unsealed(*sealed, secret, downward);
    if (!json) return json.error();
    const auto standing = integer_at(*json, "standing").value_or(-1);
    if (standing < 0 || standing > static_cast<std::int64_t>(Standing::revoked)) return malformed("answer");
    return static_cast<Standing>(standing);
}

std::string six_digits(const SecretKey& secret, const PublicKey& kiosk, const PublicKey& answers) {
    const Hash digest =
        sha256({as_bytes(std::string_view("BDW1 digits")), secret.bytes, kiosk.bytes, answers.bytes});
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest.bytes[i];
    std::string digits = std::to_string(number % 1'000'000);
    return std::string(6 - digits.size(), '0') + digits;
}

}  // namespace baodao
