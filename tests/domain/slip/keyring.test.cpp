// SPDX-License-Identifier: MIT
#include "domain/slip/keyring.hpp"

#include <catch2/catch.hpp>
#include <type_traits>

#include "tests/support/slip_factory.hpp"

using namespace baodao;
using baodao::test::SlipFactory;

// Only the reader makes the one, only the keyring the other.
static_assert(!std::is_default_constructible_v<UnverifiedSlip>);
static_assert(!std::is_default_constructible_v<VerifiedSlip>);
static_assert(!std::is_constructible_v<VerifiedSlip, Slip, IssuerKey>);

namespace {

// A desk with one changed key set.
struct Desk {
    SlipFactory factory{79};
    KeySet keys = factory.plain_key_set();
    DeskKind kind = DeskKind::production;

    [[nodiscard]] Keyring keyring() const {
        Keyring ring(kind);
        ring.pin_root(factory.root().public_key);
        REQUIRE(ring.accept_key_set(*sign_key_set(keys, factory.root())).ok());
        return ring;
    }
    // nullopt: believed.
    [[nodiscard]] std::optional<SlipRefusal> refusal(const Slip& slip, const SigningKey& key) const {
        const auto read = parse_slip(SlipFactory::issue(slip, key));
        const auto verified = keyring().verify(std::get<UnverifiedSlip>(read));
        if (const auto* refused = std::get_if<SlipRefusal>(&verified)) return *refused;
        CHECK(std::get<VerifiedSlip>(verified).slip() == slip);
        return std::nullopt;
    }
    [[nodiscard]] std::optional<SlipRefusal> refusal(const Slip& slip) const {
        return refusal(slip, factory.issuer());
    }
};

}  // namespace

TEST_CASE("a slip by a key in the key set is believed") {
    Desk desk;
    CHECK_FALSE(desk.refusal(desk.factory.slip()));
}

TEST_CASE("fault_079 an unknown key id is unknown, a known one with a wrong signature altered") {
    Desk desk;
    Slip slip = desk.factory.slip();
    const SigningKey stranger = desk.factory.stranger();
    CHECK(desk.refusal(slip, stranger) == SlipRefusal::signature);
    slip.key = {0x0BAD};
    CHECK(desk.refusal(slip, stranger) == SlipRefusal::unknown_key);
    CHECK(fault_of(SlipRefusal::unknown_key) == SlipFault::unknown_key);
}

TEST_CASE("a desk without any key knows none") {
    SlipFactory factory(1);
    const auto read = parse_slip(factory.text());
    const auto verified = Keyring(DeskKind::production).verify(std::get<UnverifiedSlip>(read));
    CHECK(std::get<SlipRefusal>(verified) == SlipRefusal::unknown_key);
}

TEST_CASE("fault_079 two keys with one id are both tried, in any order") {
    for (int seed = 0; seed < 8; ++seed) {
        Desk desk;
        desk.factory = SlipFactory(static_cast<std::uint64_t>(seed));
        const SigningKey twin = desk.factory.stranger();
        desk.keys = desk.factory.plain_key_set();
        desk.keys.keys.push_back(desk.keys.keys[0]);
        desk.keys.keys[1].public_key = twin.public_key;
        CHECK_FALSE(desk.refusal(desk.factory.slip()));
        CHECK_FALSE(desk.refusal(desk.factory.slip(), twin));
        CHECK(desk.refusal(desk.factory.slip(), desk.factory.stranger()) == SlipRefusal::signature);
    }
}

TEST_CASE("fault_079 what a revoked key signed waits for headquarters") {
    Desk desk;
    desk.keys.keys[0].revoked = true;
    CHECK(desk.refusal(desk.factory.slip()) == SlipRefusal::key_revoked);
    CHECK(fault_of(SlipRefusal::key_revoked) == SlipFault::unknown_key);
}

TEST_CASE("fault_078 fault_079 a key signs for the first days of its validity, both ends included") {
    Desk desk;
    const IssuerKey& key = desk.keys.keys[0];
    const auto refusal_on = [&](std::int32_t days) {
        Slip slip = desk.factory.slip();
        slip.first_day = {days};
        slip.last_day = {days + 400};  // past the key's last day: no matter
        return desk.refusal(slip);
    };
    CHECK_FALSE(refusal_on(key.first_day.days));
    CHECK_FALSE(refusal_on(key.last_day.days));
    CHECK(refusal_on(key.first_day.days - 1) == SlipRefusal::key_not_valid);
    CHECK(refusal_on(key.last_day.days + 1) == SlipRefusal::key_not_valid);
}

TEST_CASE("fault_079 a key signs for its own communities and agencies only") {
    Desk desk;
    desk.keys.keys[0].communities = {{5}, SlipFactory::community};
    desk.keys.keys[0].agencies = {{6}, SlipFactory::agency};
    Slip slip = desk.factory.slip();
    CHECK_FALSE(desk.refusal(slip));
    slip.community = {7};
    CHECK(desk.refusal(slip) == SlipRefusal::out_of_scope);
    slip.community = {5};
    CHECK_FALSE(desk.refusal(slip));
    slip.agency = {5};
    CHECK(desk.refusal(slip) == SlipRefusal::out_of_scope);
}

TEST_CASE("fault_079 a test key is good at a test desk only") {
    Desk desk;
    desk.keys.keys[0].test = true;
    CHECK(desk.refusal(desk.factory.slip()) == SlipRefusal::test_key);
    desk.kind = DeskKind::test;
    CHECK_FALSE(desk.refusal(desk.factory.slip()));
}

TEST_CASE("a verified slip says what kind of key signed it") {
    Desk desk;
    desk.keys.keys[0].communities = {SlipFactory::community};
    desk.keys.keys[0].delegated = true;
    desk.keys.keys[0].signs_revocations = false;
    const auto read = parse_slip(desk.factory.text());
    const auto slip = std::get<VerifiedSlip>(desk.keyring().verify(std::get<UnverifiedSlip>(read)));
    CHECK(slip.by_delegated_key());
    CHECK_FALSE(slip.by_test_key());
}

TEST_CASE("fault_079 an expired key set goes on and says so") {
    Desk desk;
    desk.keys.refresh_by = date_from_civil({2026, 2, 1});
    CHECK_FALSE(desk.refusal(desk.factory.slip()));
    CHECK_FALSE(desk.keyring().stale_on(desk.keys.refresh_by));
    CHECK(desk.keyring().stale_on({desk.keys.refresh_by.days + 1}));
    CHECK_FALSE(Keyring(DeskKind::production).stale_on({0xFFFF}));
}

TEST_CASE("fault_073 an old key set, or the same again, is refused and changes nothing") {
    SlipFactory factory(73);
    Keyring ring = factory.keyring();
    KeySet next = factory.plain_key_set();
    next.version = {3};
    next.keys.clear();
    REQUIRE(ring.accept_key_set(*sign_key_set(next, factory.root())).ok());
    CHECK(ring.accept_key_set(factory.key_set()).error().kind == ErrorKind::refused);
    CHECK(ring.accept_key_set(*sign_key_set(next, factory.root())).error().kind == ErrorKind::refused);
    CHECK(ring.version() == ListVersion{3});
    CHECK(ring.keys_with(SlipFactory::key_id).empty());
}

TEST_CASE("enrolment replaces the root and keeps the slips issued under the old one") {
    SlipFactory window(1);
    SlipFactory headquarters(2);
    Keyring ring = window.keyring();
    CHECK(ring.accept_key_set(headquarters.key_set()).error().kind == ErrorKind::refused);
    ring.pin_root(headquarters.root().public_key);
    CHECK(ring.version() == ListVersion{0});
    REQUIRE(ring.accept_key_set(headquarters.key_set()).ok());

    const auto believed = [&](SlipFactory& factory) {
        const auto read = parse_slip(factory.text());
        return std::holds_alternative<VerifiedSlip>(ring.verify(std::get<UnverifiedSlip>(read)));
    };
    CHECK(believed(window));
    CHECK(believed(headquarters));

    KeySet next = window.plain_key_set();
    next.version = {2};
    CHECK_FALSE(ring.accept_key_set(*sign_key_set(next, window.root())).ok());
}

TEST_CASE("fault_073 a root that is pinned again remembers its version") {
    SlipFactory one(1);
    SlipFactory two(2);
    Keyring ring = one.keyring();
    ring.pin_root(two.root().public_key);
    REQUIRE(ring.accept_key_set(two.key_set()).ok());
    ring.pin_root(one.root().public_key);
    CHECK(ring.version() == ListVersion{1});
    CHECK_FALSE(ring.accept_key_set(one.key_set()).ok());
    CHECK(ring.keys_with(SlipFactory::key_id).size() == 2);
}
