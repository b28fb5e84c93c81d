// SPDX-License-Identifier: MIT
#include "domain/slip/revocations.hpp"

#include <catch2/catch.hpp>

#include "tests/support/slip_factory.hpp"

using namespace baodao;
using baodao::test::SlipFactory;

namespace {

struct Desk {
    SlipFactory factory{81};
    Keyring keyring = factory.keyring();
    Revocations held;

    [[nodiscard]] ByteVector list(std::uint32_t since, std::uint32_t version,
                                  std::vector<SlipSerial> serials) const {
        return *sign_revocations({SlipFactory::key_id, {since}, {version}, std::move(serials)},
                                 factory.issuer());
    }
    [[nodiscard]] bool takes(const ByteVector& bytes) { return held.accept(bytes, keyring).ok(); }
};

}  // namespace

TEST_CASE("a revocation list is taken whole and then by what came to it") {
    Desk desk;
    REQUIRE(desk.takes(desk.list(0, 4, {{9}, {3}, {9}})));
    CHECK(desk.held.contains({3}));
    CHECK(desk.held.contains({9}));
    CHECK_FALSE(desk.held.contains({4}));
    CHECK(desk.held.size() == 2);

    REQUIRE(desk.takes(desk.list(4, 6, {{4}, {9}})));
    CHECK(desk.held.contains({3}));
    CHECK(desk.held.contains({4}));
    CHECK(desk.held.size() == 3);
    CHECK(desk.held.version() == ListVersion{6});
}

TEST_CASE("a later whole list replaces the one held") {
    Desk desk;
    REQUIRE(desk.takes(desk.list(0, 1, {{3}})));
    REQUIRE(desk.takes(desk.list(0, 2, {{4}})));
    CHECK_FALSE(desk.held.contains({3}));
    CHECK(desk.held.contains({4}));
}

TEST_CASE("fault_073 an old list is refused, and so is a delta onto another version") {
    Desk desk;
    REQUIRE(desk.takes(desk.list(0, 5, {{3}})));
    CHECK_FALSE(desk.takes(desk.list(0, 4, {})));
    CHECK_FALSE(desk.takes(desk.list(0, 5, {})));
    CHECK_FALSE(desk.takes(desk.list(4, 6, {})));
    CHECK_FALSE(desk.takes(desk.list(6, 7, {})));
    CHECK(desk.held.contains({3}));
    CHECK(desk.held.version() == ListVersion{5});
}

TEST_CASE("only a trusted key that may revoke does") {
    Desk desk;
    const ByteVector bytes = desk.list(0, 1, {{3}});
    const auto kind_with = [&](auto change) {
        KeySet keys = desk.factory.plain_key_set();
        keys.version = {2};
        change(keys.keys[0]);
        Keyring ring = desk.factory.keyring();
        REQUIRE(ring.accept_key_set(*sign_key_set(keys, desk.factory.root())).ok());
        return Revocations().accept(bytes, ring).error().kind;
    };
    CHECK(kind_with([](IssuerKey& key) { key.signs_revocations = false; }) == ErrorKind::refused);
    CHECK(kind_with([](IssuerKey& key) { key.revoked = true; }) == ErrorKind::refused);
    CHECK(kind_with([](IssuerKey& key) { key.test = true; }) == ErrorKind::refused);
    CHECK(kind_with([](IssuerKey& key) { key.id = {1}; }) == ErrorKind::refused);
    CHECK(desk.takes(bytes));
}

TEST_CASE("no single flipped bit of a revocation list is accepted, nor a shorter one") {
    Desk desk;
    const ByteVector bytes = desk.list(0, 1, {{3}, {7}});
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        ByteVector changed = bytes;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1 << bit % 8);
        CHECK_FALSE(desk.takes(changed));
    }
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CHECK_FALSE(
            desk.takes(ByteVector(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length))));
    }
    CHECK(desk.held.size() == 0);
}

TEST_CASE("versions that don't ascend are not signed") {
    SlipFactory factory(1);
    CHECK_FALSE(sign_revocations({SlipFactory::key_id, {3}, {3}, {}}, factory.issuer()).ok());
    CHECK_FALSE(sign_revocations({SlipFactory::key_id, {0}, {0}, {}}, factory.issuer()).ok());
}
