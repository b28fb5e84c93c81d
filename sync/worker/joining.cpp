// SPDX-License-Identifier: MIT
#include "sync/worker/joining.hpp"

#include <system_error>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"

namespace baodao {

namespace {

constexpr std::size_t code_bytes_max = 4096;
constexpr std::int64_t connect_ms_max = 8'000;  // somebody stands there and waits
constexpr std::int64_t whole_ms_max = 20'000;

std::filesystem::path invitation_path(const std::filesystem::path& folder) {
    return folder / "invitation.txt";
}

Joining joining_of(const Error& error) {
    if (error.kind != ErrorKind::refused) return Joining::no_line;
    if (error.context == "used") return Joining::used;
    return error.context == "expired" ? Joining::expired : Joining::refused;
}

}  // namespace

Status keep_invitation(const std::filesystem::path& folder, const std::string& code) {
    return write_file_atomic(invitation_path(folder), code, Readers::owner_only);
}

std::optional<InvitationCode> kept_invitation(const std::filesystem::path& folder) {
    const auto text = read_file(invitation_path(folder), code_bytes_max);
    if (!text) return std::nullopt;
    auto code = read_invitation_code(*text);
    if (!code) return std::nullopt;
    return std::move(*code);
}

void drop_invitation(const std::filesystem::path& folder) {
    std::error_code ignored;  // one that stays is refused as used up
    std::filesystem::remove(invitation_path(folder), ignored);
}

JoinTry try_to_join(const std::filesystem::path& folder, const InvitationCode& code,
                    const Applicant& applicant, Random& random, const std::function<bool()>& given_up) {
    const auto key = kiosk_key(folder, random);
    if (!key) return {Joining::not_kept};
    HttpsOptions options{code.url, "", ""};
    options.connect_ms_max = connect_ms_max;
    options.whole_ms_max = whole_ms_max;
    options.given_up = given_up;
    auto certificate = shown_certificate(options);
    if (!certificate) return {Joining::no_line};
    if (certificate_print(*certificate) != code.certificate) return {Joining::other_machine};
    const KioskLink link{with_certificate(code, std::move(*certificate)), *key, ""};
    const auto standing = apply_for(
        link, {applicant.origin, link.key.public_key, applicant.community, applicant.card_key}, random);
    if (!standing) return {joining_of(standing.error())};
    const auto kept = kept_invitation(folder);
    if (!kept || kept->id != code.id) return {Joining::none, *standing};
    if (!save_link(link, folder)) return {Joining::not_kept};
    return {Joining::none, *standing};
}

}  // namespace baodao
