// SPDX-License-Identifier: MIT
#include "domain/slip/keys.hpp"

#include <catch2/catch.hpp>

#include "tests/support/slip_factory.hpp"

using namespace baodao;
using baodao::test::SlipFactory;

namespace {

KeySet rich_key_set(SlipFactory& factory) {
    KeySet set = factory.plain_key_set();
    set.version = {7};
    IssuerKey window = set.keys[0];
    window.id = {0x0102};
    window.public_key = factory.stranger().public_key;
    window.last_day = {window.first_day.days + 399};
    window.communities = {{0xF00001}};
    window.delegated = true;
    window.signs_revocations = false;
    IssuerKey region = set.keys[0];
    region.public_key = factory.stranger().public_key;
    region.communities = {{1}, {2}, {0xFFFFFF}};
    region.agencies = {{9}};
    region.test = true;
    region.revoked = true;
    set.keys.push_back(window);
    set.keys.push_back(region);
    return set;
}

}  // namespace

TEST_CASE("a key set comes back as it was signed, in the one order of the format") {
    SlipFactory factory(11);
    KeySet set = rich_key_set(factory);
    std::reverse(set.keys[2].communities.begin(), set.keys[2].communities.end());
    const ByteVector bytes = *sign_key_set(set, factory.root());
    const auto read = read_key_set(bytes, factory.root().public_key);
    REQUIRE(read.ok());
    CHECK(read->version == set.version);
    CHECK(read->keys.size() == 3);
    CHECK(read->keys[0].delegated);
    CHECK(*sign_key_set(*read, factory.root()) == bytes);
    std::reverse(set.keys.begin(), set.keys.end());
    CHECK(*sign_key_set(set, factory.root()) == bytes);
}

TEST_CASE("no single flipped bit of a key set is accepted, nor a shorter or longer one") {
    SlipFactory factory(12);
    const ByteVector bytes = *sign_key_set(rich_key_set(factory), factory.root());
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        ByteVector changed = bytes;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1 << bit % 8);
        CHECK_FALSE(read_key_set(changed, factory.root().public_key).ok());
    }
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CHECK_FALSE(read_key_set(ByteSpan(bytes).first(length), factory.root().public_key).ok());
    }
}

TEST_CASE("a key set by another root is refused") {
    SlipFactory factory(13);
    const auto read = read_key_set(factory.key_set(), factory.stranger().public_key);
    CHECK(read.error().kind == ErrorKind::refused);
}

TEST_CASE("signed bytes that break a rule of the format are refused, whoever signed them") {
    SlipFactory factory(14);
    const ByteVector good = *sign_key_set(rich_key_set(factory), factory.root());
    // Signs the bytes again after a change, as a careless root would.
    const auto kind_after = [&](auto change) {
        ByteVector covered(good.begin(), good.end() - sizeof(Signature::bytes));
        change(covered);
        const Signature signature = sign(factory.root(), covered);
        covered.insert(covered.end(), signature.bytes.begin(), signature.bytes.end());
        return read_key_set(covered, factory.root().public_key).error().kind;
    };
    constexpr std::size_t version_at = 5;
    constexpr std::size_t count_at = 13;
    constexpr std::size_t first_key_at = 15;
    constexpr std::size_t flags_at = first_key_at + 2 + 32 + 2 + 2;
    CHECK(kind_after([](ByteVector& b) { b.push_back(0); }) == ErrorKind::damaged);
    CHECK(kind_after([](ByteVector& b) { b.pop_back(); }) == ErrorKind::damaged);
    CHECK(kind_after([](ByteVector& b) { std::fill_n(b.begin() + version_at, 4, 0); }) == ErrorKind::damaged);
    CHECK(kind_after([](ByteVector& b) { b[count_at] = 0xFF; }) == ErrorKind::damaged);
    CHECK(kind_after([](ByteVector& b) { b[first_key_at] = 0xFF; }) == ErrorKind::damaged);
    CHECK(kind_after([](ByteVector& b) { b[flags_at] |= 0x80; }) == ErrorKind::damaged);
}

TEST_CASE("a delegated key is limited to one community and 400 days") {
    SlipFactory factory(15);
    const auto signs = [&](auto change) {
        KeySet set = rich_key_set(factory);
        change(set.keys[1]);
        return sign_key_set(set, factory.root()).ok();
    };
    CHECK(signs([](IssuerKey&) {}));
    CHECK_FALSE(signs([](IssuerKey& key) { key.last_day.days += 1; }));
    CHECK_FALSE(signs([](IssuerKey& key) { key.communities.clear(); }));
    CHECK_FALSE(signs([](IssuerKey& key) { key.communities.push_back({2}); }));
    CHECK_FALSE(signs([](IssuerKey& key) { key.signs_revocations = true; }));
}

TEST_CASE("a key set that can't be written as asked is not signed") {
    SlipFactory factory(16);
    const auto signs = [&](auto change) {
        KeySet set = rich_key_set(factory);
        change(set);
        return sign_key_set(set, factory.root()).ok();
    };
    CHECK_FALSE(signs([](KeySet& set) { set.version = {0}; }));
    CHECK_FALSE(signs([](KeySet& set) { set.issued = {-1}; }));
    CHECK_FALSE(signs([](KeySet& set) { set.keys.push_back(set.keys[0]); }));
    CHECK_FALSE(signs([](KeySet& set) { set.keys[0].first_day = {set.keys[0].last_day.days + 1}; }));
    CHECK_FALSE(signs([](KeySet& set) { set.keys[0].communities = {{0x1000000}}; }));
    CHECK_FALSE(signs([](KeySet& set) { set.keys[0].communities = {{1}, {1}}; }));
}
