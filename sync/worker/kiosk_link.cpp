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

}  // namespace

Result<KioskLink> load_link(const std::filesystem::path& folder) {
    const auto text = read_file(link_path(folder), link_bytes_max);
    if (!text && text.error().kind == ErrorKind::not_found)
        return Error{ErrorKind::not_found, "this kiosk belongs to no headquarters yet", folder.string()};
    if (!text) return text.error();
    const Error broken{ErrorKind::damaged, "what this kiosk keeps about headquarters cannot be read",
                       link_path(folder).string()};
    const auto json = parse_json(*text);
    if (!json || !json->is_object()) return broken;
    auto invitation = read_invitation(text_at(*json, "headquarters").value_or(""));
    const auto seed = id_from_hex<KeySeed>(text_at(*json, "kiosk_seed").value_or(""));
    if (!invitation || !seed) return broken;
    return KioskLink{std::move(*invitation), signing_key_from(*seed), text_at(*json, "proxy").value_or("")};
}

Status save_link(const KioskLink& link, const std::filesystem::path& folder) {
    const Json json{{"headquarters", to_text(link.invitation)},
                    {"kiosk_seed", to_hex(link.key.seed)},
                    {"proxy", link.proxy}};
    return write_file_atomic(link_path(folder), to_compact(json) + "\n", Readers::owner_only);
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
                     ""};
    if (response->status != 200)
        return Error{ErrorKind::io, "headquarters cannot answer now", std::to_string(response->status)};
    return read_standing(response->body, invitation.secret);
}

}  // namespace baodao
