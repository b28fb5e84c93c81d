// SPDX-License-Identifier: MIT
#include "sync/worker/kiosk_link.hpp"

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao {

namespace {

constexpr std::size_t link_bytes_max = 64 * 1024;

std::filesystem::path link_path(const std::filesystem::path& folder) {
    return folder / "headquarters.json";
}

// The whole file, or not_found.
Result<Json> read_kept(const std::filesystem::path& folder) {
    const auto text = read_file(link_path(folder), link_bytes_max);
    if (!text) return text.error();
    auto json = parse_json(*text);
    if (!json || !json->is_object())
        return Error{ErrorKind::damaged, "what this kiosk keeps about headquarters cannot be read",
                     link_path(folder).string()};
    return json;
}

Status keep(const Json& json, const std::filesystem::path& folder) {
    return write_file_atomic(link_path(folder), to_compact(json) + "\n", Readers::owner_only);
}

std::optional<KeySeed> seed_of(const Json& json) {
    return id_from_hex<KeySeed>(text_at(json, "kiosk_seed").value_or(""));
}

// Headquarters' word for why it refuses.
std::string refusal_word(const std::string& body) {
    const auto json = parse_json(body);
    return json && json->is_object() ? text_at(*json, "error").value_or("") : "";
}

}  // namespace

Result<KioskLink> load_link(const std::filesystem::path& folder) {
    const Error alone{ErrorKind::not_found, "this kiosk belongs to no headquarters yet", folder.string()};
    const auto json = read_kept(folder);
    if (!json) return json.error().kind == ErrorKind::not_found ? alone : json.error();
    const std::string headquarters = text_at(*json, "headquarters").value_or("");
    if (headquarters.empty()) return alone;
    auto invitation = read_invitation(headquarters);
    const auto seed = seed_of(*json);
    if (!invitation || !seed)
        return Error{ErrorKind::damaged, "what this kiosk keeps about headquarters cannot be read",
                     link_path(folder).string()};
    return KioskLink{std::move(*invitation), signing_key_from(*seed), text_at(*json, "proxy").value_or("")};
}

Status save_link(const KioskLink& link, const std::filesystem::path& folder) {
    return keep(Json{{"headquarters", to_text(link.invitation)},
                     {"kiosk_seed", to_hex(link.key.seed)},
                     {"proxy", link.proxy}},
                folder);
}

Result<SigningKey> kiosk_key(const std::filesystem::path& folder, Random& random) {
    const auto json = read_kept(folder);
    if (json) {
        if (const auto seed = seed_of(*json)) return signing_key_from(*seed);
    } else if (json.error().kind != ErrorKind::not_found) {
        return json.error();
    }
    const SigningKey key = signing_key_from(random.draw<KeySeed>());
    if (const auto kept = keep(Json{{"kiosk_seed", to_hex(key.seed)}}, folder); !kept) return kept.error();
    return key;
}

Status leave_link(const std::filesystem::path& folder) {
    auto json = read_kept(folder);
    if (!json) return json.error().kind == ErrorKind::not_found ? Status{} : Status{json.error()};
    json->erase("headquarters");
    return keep(*json, folder);
}

Result<Standing> apply_for(const KioskLink& link, const Application& application, Random& random) {
    auto client = HttpsClient::make(link.https());
    if (!client) return client.error();
    const InvitationText& invitation = link.invitation;
    const auto response = client->send(
        {"POST", "/v1/enrol", "", to_text(application, invitation.id, invitation.secret, random)});
    if (!response) return response.error();
    if (response->status == 403)
        return Error{ErrorKind::refused, "headquarters refuses: the invitation is used up or out of date",
                     refusal_word(response->body)};
    if (response->status != 200)
        return Error{ErrorKind::io, "headquarters cannot answer now", std::to_string(response->status)};
    return read_standing(response->body, invitation.secret);
}

}  // namespace baodao
