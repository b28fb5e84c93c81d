// SPDX-License-Identifier: MIT
#include "sync/wire/invitation.hpp"

#include <algorithm>

#include "domain/base/crc32c.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/slip/base32.hpp"
#include "domain/slip/byte_io.hpp"

namespace baodao {

namespace {

constexpr std::string_view upward = "BDW1 application";
constexpr std::string_view downward = "BDW1 standing";
constexpr std::string_view code_family = "BDE";  // the character after it is the version
constexpr std::string_view code_prefix = "BDE1";
constexpr std::string_view secure = "https://";
constexpr std::size_t host_bytes_max = 255;

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

Result<std::string> to_code(const InvitationText& invitation) {
    std::string_view host = invitation.url;
    if (!host.starts_with(secure) || host.size() > secure.size() + host_bytes_max)
        return Error{ErrorKind::bad_input, "headquarters' address must begin with https:// and be short",
                     invitation.url};
    host.remove_prefix(secure.size());
    ByteWriter writer;
    writer.put(invitation.id.bytes);
    writer.put(invitation.secret.bytes);
    writer.put(invitation.answers.bytes);
    writer.put(certificate_print(invitation.certificate).bytes);
    writer.put(host.size(), 1);
    writer.put(as_bytes(host));
    writer.put(crc32c(writer.bytes()), 4);
    return std::string(code_prefix) + encode_base32(writer.bytes());
}

bool looks_like_invitation(std::string_view text) {
    return text.starts_with(code_family);
}

Result<InvitationCode> read_invitation_code(std::string_view text) {
    const Error damaged{ErrorKind::damaged, "this invitation was not read whole", ""};
    if (!looks_like_invitation(text)) return damaged;
    if (text.size() > code_family.size() && !text.starts_with(code_prefix))
        return Error{ErrorKind::unsupported, "this invitation is of a newer version", ""};
    text.remove_prefix(std::min(text.size(), code_prefix.size()));
    const auto bytes = decode_base32(text);
    // One spelling only, as for slips.
    if (!bytes || bytes->size() < 4 || encode_base32(*bytes) != text) return damaged;
    const ByteSpan content = ByteSpan(*bytes).first(bytes->size() - 4);
    ByteReader check(ByteSpan(*bytes).last(4));
    if (check.get<std::uint32_t>() != crc32c(content)) return damaged;
    ByteReader reader(content);
    InvitationCode code;
    const auto take = [&](auto& id) {
        const ByteSpan part = reader.get_bytes(id.bytes.size());
        std::copy(part.begin(), part.end(), id.bytes.begin());
    };
    take(code.id);
    take(code.secret);
    take(code.answers);
    take(code.certificate);
    const ByteSpan host = reader.get_bytes(reader.get<std::size_t>(1));
    if (!reader.done() || host.empty()) return damaged;
    code.url = std::string(secure) + std::string(host.begin(), host.end());
    return code;
}

InvitationText with_certificate(const InvitationCode& code, std::string certificate) {
    return {code.url, std::move(certificate), code.answers, code.id, code.secret};
}

Hash certificate_print(std::string_view pem) {
    constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----";
    constexpr std::string_view end = "-----END CERTIFICATE-----";
    const auto from = pem.find(begin);
    const auto to = from == std::string_view::npos ? from : pem.find(end, from);
    if (to == std::string_view::npos) return sha256({});
    const std::string_view lines = pem.substr(from + begin.size(), to - from - begin.size());
    std::string characters;
    for (const char c : lines) {
        if (c != '\n' && c != '\r' && c != ' ') characters += c;
    }
    return sha256({as_bytes(characters)});
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
