// SPDX-License-Identifier: MIT
// How a kiosk comes to know its headquarters, and headquarters a kiosk. Everything personal travels sealed
// under the invitation's secret, which came another way.
#pragma once

#include <string>

#include "domain/base/random.hpp"
#include "sync/wire/messages.hpp"

namespace baodao {

using InvitationId = Bytes<struct InvitationIdTag, 8>;

// What headquarters hands to whoever sets up the kiosk.
struct InvitationText {
    std::string url;          // https://host:port
    std::string certificate;  // PEM: the only one that is believed
    PublicKey answers;        // signs what headquarters says
    InvitationId id;
    SecretKey secret;
};
[[nodiscard]] std::string to_text(const InvitationText& invitation);
[[nodiscard]] Result<InvitationText> read_invitation(std::string_view text);

// The invitation as a QR code: short enough for every camera and hand scanner, because the certificate is
// named only. Whoever reads it asks the machine at `url` for its certificate, and believes the one that is
// named here.
struct InvitationCode {
    std::string url;   // https://host:port
    Hash certificate;  // certificate_print
    PublicKey answers;
    InvitationId id;
    SecretKey secret;
};
// bad_input: no https:// address, or one of more than 255 bytes.
[[nodiscard]] Result<std::string> to_code(const InvitationText& invitation);
// Whether the text means to be one: whole or damaged.
[[nodiscard]] bool looks_like_invitation(std::string_view text);
// damaged: not read whole, or altered on the way. unsupported: of a newer headquarters.
[[nodiscard]] Result<InvitationCode> read_invitation_code(std::string_view text);
// What it is once the certificate was found.
[[nodiscard]] InvitationText with_certificate(const InvitationCode& code, std::string certificate);
// SHA-256 over the Base64 characters of the first certificate in a PEM text, without line ends.
[[nodiscard]] Hash certificate_print(std::string_view pem);

// What a kiosk says of itself.
struct Application {
    OriginId origin;
    PublicKey public_key;
    CommunityId community;
    SecretKey card_key;  // of the community: so that names can be read at headquarters
};
struct ApplicationText {
    InvitationId invitation;
    ByteVector sealed;
};
[[nodiscard]] std::string to_text(const Application& application, const InvitationId& id,
                                  const SecretKey& secret, Random& random);
[[nodiscard]] Result<ApplicationText> read_application(std::string_view text);
[[nodiscard]] Result<Application> open_application(const ApplicationText& text, const SecretKey& secret);

// headquarters' answer: how it stands.
[[nodiscard]] std::string standing_text(Standing standing, const SecretKey& secret, Random& random);
[[nodiscard]] Result<Standing> read_standing(std::string_view text, const SecretKey& secret);

// Shown on both sides and compared by people before approval.
[[nodiscard]] std::string six_digits(const SecretKey& secret, const PublicKey& kiosk,
                                     const PublicKey& answers);

}  // namespace baodao
