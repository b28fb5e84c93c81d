// SPDX-License-Identifier: MIT
// The invitation as a code: whole or not at all.
#include <catch2/catch.hpp>

#include <algorithm>

#include "domain/slip/slip.hpp"
#include "sync/wire/invitation.hpp"

using namespace baodao;

namespace {

constexpr const char* pem =
    "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ3\nx0r9U+/A==\n-----END CERTIFICATE-----\n";

InvitationText invitation() {
    SeededRandom random(11);
    return {"https://hq.fenglin.example:8443", pem, random.draw<PublicKey>(), random.draw<InvitationId>(),
            random.draw<SecretKey>()};
}

std::string code() {
    const auto text = to_code(invitation());
    REQUIRE(text.ok());
    return *text;
}

}  // namespace

TEST_CASE("an invitation's code comes out as it went in, short and typed by any hand scanner") {
    const InvitationText made = invitation();
    const std::string text = code();
    CHECK(text.size() < 262);  // what a QR code of 53 modules holds at level M
    CHECK(std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }));
    const auto read = read_invitation_code(text);
    REQUIRE(read.ok());
    CHECK(read->url == made.url);
    CHECK(read->answers == made.answers);
    CHECK(read->id == made.id);
    CHECK(read->secret == made.secret);
    CHECK(read->certificate == certificate_print(pem));
    CHECK(to_text(with_certificate(*read, pem)) == to_text(made));
}

TEST_CASE("every other character and every shorter length of an invitation's code is damaged") {
    const std::string text = code();
    for (std::size_t i = 4; i < text.size(); ++i) {
        std::string other = text;
        other[i] = other[i] == '7' ? '8' : '7';
        INFO(i);
        CHECK(looks_like_invitation(other));
        REQUIRE_FALSE(read_invitation_code(other).ok());
        CHECK(read_invitation_code(other).error().kind == ErrorKind::damaged);
        REQUIRE_FALSE(read_invitation_code(text.substr(0, i)).ok());
    }
    CHECK_FALSE(read_invitation_code(text + "0").ok());
    CHECK(read_invitation_code("BDE").error().kind == ErrorKind::damaged);
    CHECK(read_invitation_code("BDE2" + text.substr(4)).error().kind == ErrorKind::unsupported);
}

TEST_CASE("an invitation is no slip, and a slip is no invitation") {
    const auto parsed = parse_slip(code());
    REQUIRE(std::holds_alternative<SlipRefusal>(parsed));
    CHECK_FALSE(looks_like_invitation("BD1" + std::string(160, '0')));
    CHECK_FALSE(looks_like_invitation("6901028001915"));
}

TEST_CASE("a certificate's print is of the certificate, however its lines end") {
    std::string windows = pem;
    for (std::size_t at = windows.find('\n'); at != std::string::npos; at = windows.find('\n', at + 2))
        windows.insert(at, "\r");
    CHECK(certificate_print(windows) == certificate_print(pem));
    CHECK(certificate_print("Bag Attributes: none\n" + std::string(pem) + pem) == certificate_print(pem));
    std::string other = pem;
    other[40] = other[40] == 'A' ? 'B' : 'A';
    CHECK(certificate_print(other) != certificate_print(pem));
}

TEST_CASE("no code is made for an address that no kiosk could use") {
    InvitationText made = invitation();
    made.url = "http://hq.example";
    CHECK(to_code(made).error().kind == ErrorKind::bad_input);
    made.url = "https://" + std::string(256, 'x');
    CHECK(to_code(made).error().kind == ErrorKind::bad_input);
}
