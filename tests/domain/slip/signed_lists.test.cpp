// SPDX-License-Identifier: MIT
// The test vectors of SLIP_FORMAT.md for key sets and revocation lists.
#include <catch2/catch.hpp>

#include "domain/base/text.hpp"
#include "domain/slip/revocations.hpp"
#include "tests/support/slip_factory.hpp"

using namespace baodao;
using baodao::test::vector_key;

TEST_CASE("the test vector of a key set holds") {
    IssuerKey key;
    key.id = {0x4B01};
    key.public_key = vector_key().public_key;
    key.first_day = date_from_civil({2026, 1, 1});
    key.last_day = date_from_civil({2026, 6, 30});
    key.communities = {{0x00A1B3}, {0x00A1B2}};
    key.signs_revocations = true;
    const KeySet set{{2}, key.first_day, date_from_civil({2026, 12, 31}), {key}};
    const std::string expected =
        "42444b310000000002089009fc00014b0103a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1d"
        "dc8664125531b80890094408000200a1b200a1b30000305b38c4dab9c5569f32ab2dd928c844d3dc0e8d"
        "c635de5ffe3b68a810590f01e853d6ee099344ae6b7ae1076e138f2ee180d42effa6d1b065fa2abafc6e"
        "3c07";
    CHECK(to_hex(*sign_key_set(set, vector_key())) == expected);
}

TEST_CASE("the test vector of a revocation list holds") {
    const std::string expected =
        "42445231004b010000000000000003000000010123456789abcdefca8786a5755e6e2992054ad693f01a"
        "3576628e882c8f246e884f2a4c16f37238e38f19dca1db7159c9883339f97747f683dc8b92f9645156bd"
        "5715f7f300bc03";
    const RevocationList list{{0x4B01}, {0}, {3}, {{0x0123456789ABCDEF}}};
    CHECK(to_hex(*sign_revocations(list, vector_key())) == expected);
}
