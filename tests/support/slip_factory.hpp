// SPDX-License-Identifier: MIT
// A made-up community with its keys, and as many signed slips as a test wants. The
// same seed gives the same keys, serials and texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/slip/keyring.hpp"

namespace baodao::test {

// The key of the test vectors in SLIP_FORMAT.md: seed 00 01 … 1F.
inline SigningKey vector_key() {
    KeySeed seed;
    for (std::size_t i = 0; i < seed.bytes.size(); ++i) seed.bytes[i] = static_cast<std::uint8_t>(i);
    return signing_key_from(seed);
}

class SlipFactory {
  public:
    explicit SlipFactory(std::uint64_t seed)
        : random_(seed),
          root_(signing_key_from(random_.draw<KeySeed>())),
          issuer_(signing_key_from(random_.draw<KeySeed>())),
          key_set_(*sign_key_set(plain_key_set(), root_)) {}

    // Where the slips of slip() report in, who sends them, and when.
    static constexpr CommunityId community{0xF00001};
    static constexpr AgencyId agency{0xF00101};
    static constexpr KeyId key_id{0x4B01};
    static constexpr LocalDate first_day{2436};  // 2026-09-02
    static constexpr LocalDate last_day{2556};   // 2026-12-31

    // A registration slip of its own serial; change what the test is about, then issue().
    [[nodiscard]] Slip slip(std::string name = "陈建国") {
        return {.key = key_id,
                .serial = {random_.next_u64()},
                .first_day = first_day,
                .last_day = last_day,
                .community = community,
                .agency = agency,
                .purpose = SlipPurpose::registration,
                .batch = {1},
                .name = std::move(name)};
    }
    // The text of its QR code, signed by the issuer or by `key`.
    [[nodiscard]] std::string issue(const Slip& slip) const { return issue(slip, issuer_); }
    [[nodiscard]] static std::string issue(const Slip& slip, const SigningKey& key) {
        return *issue_slip(slip, key);
    }
    [[nodiscard]] std::string text(std::string name = "陈建国") { return issue(slip(std::move(name))); }

    // As the desk gets it after scanning; aborts when the slip isn't one that keyring() believes.
    [[nodiscard]] VerifiedSlip verified(const Slip& slip) const {
        const auto read = parse_slip(issue(slip));
        return std::get<VerifiedSlip>(keyring().verify(std::get<UnverifiedSlip>(read)));
    }

    // A key that nobody knows.
    [[nodiscard]] SigningKey stranger() { return signing_key_from(random_.draw<KeySeed>()); }

    [[nodiscard]] const SigningKey& root() const { return root_; }
    [[nodiscard]] const SigningKey& issuer() const { return issuer_; }
    // Version 1: the issuer key for 2026, for every community, also for revocation lists.
    [[nodiscard]] KeySet plain_key_set() const {
        IssuerKey key;
        key.id = key_id;
        key.public_key = issuer_.public_key;
        key.first_day = date_from_civil({2026, 1, 1});
        key.last_day = date_from_civil({2026, 12, 31});
        key.signs_revocations = true;
        return {.version = {1}, .issued = key.first_day, .refresh_by = key.last_day, .keys = {key}};
    }
    [[nodiscard]] const ByteVector& key_set() const { return key_set_; }
    // A production desk's keyring with that key set.
    [[nodiscard]] Keyring keyring() const {
        Keyring ring(DeskKind::production);
        ring.pin_root(root_.public_key);
        const Status taken = ring.accept_key_set(key_set_);
        BAODAO_CHECK(taken.ok());
        return ring;
    }

  private:
    SeededRandom random_;
    SigningKey root_;
    SigningKey issuer_;
    ByteVector key_set_;
};

}  // namespace baodao::test
