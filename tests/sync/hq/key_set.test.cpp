// SPDX-License-Identifier: MIT
// Headquarters' key set on its way to a kiosk: the next one is taken and kept, an older or a stranger's is
// not.
#include <catch2/catch.hpp>

#include "domain/base/file.hpp"
#include "sync/worker/hq_keys.hpp"
#include "tests/support/hq_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

struct KeyScene {
    HqScene hq;
    KioskScene kiosk{hq, 1};

    std::uint32_t held() {
        for (const HqKeysHeld& keys : hq_keys_held(kiosk.store.data_folder()))
            if (keys.by.answers == hq.keys.answers.public_key) return keys.version.value;
        return 0;
    }
    void round() { REQUIRE(kiosk.run_until_rest()); }
    LocalDate today() { return local_date(hq.clock.now().wall, {}); }
    KeyId rotate() {
        const KeyId before = hq.keys.issuer_id;
        REQUIRE(hq::rotate_issuer(hq.keys, today(), hq.random).ok());
        return before;
    }
    // Whether the kiosk would take a slip by that key, as after a restart.
    bool trusts(KeyId id) {
        Keyring keyring(DeskKind::production);
        trust_hq_keys(keyring, kiosk.store.data_folder());
        const auto keys = keyring.keys_with(id);
        return keys.size() == 1 && keyring.trusts(*keys.front());
    }
};

}  // namespace

TEST_CASE("a kiosk takes headquarters' key set in, and each that follows: rotated keys, revoked ones") {
    KeyScene at;
    CHECK(at.held() == 0);
    at.round();
    CHECK(at.held() == 1);
    const KeyId first = at.rotate();
    CHECK_FALSE(at.trusts(at.hq.keys.issuer_id));
    at.round();
    CHECK(at.held() == 2);
    CHECK(at.trusts(first));
    CHECK(at.trusts(at.hq.keys.issuer_id));
    CHECK(hq::revoke_issuer(at.hq.keys, at.hq.keys.issuer_id, at.today()).error().kind == ErrorKind::refused);
    REQUIRE(hq::revoke_issuer(at.hq.keys, first, at.today()).ok());
    at.round();
    CHECK(at.held() == 3);
    CHECK_FALSE(at.trusts(first));
    CHECK(at.trusts(at.hq.keys.issuer_id));
}

TEST_CASE("fault_073 an older key set, a stranger's and a damaged one change nothing, and syncing goes on") {
    KeyScene at;
    const ByteVector first = at.hq.keys.key_set;
    at.rotate();
    at.round();
    REQUIRE(at.held() == 2);
    const auto kept = [&] {
        return *read_file(at.kiosk.store.data_folder() + "/keyset-headquarters.bin", 1 << 20);
    };
    const std::string before = kept();
    at.rotate();
    int asked = 0;
    std::string handed_out;
    const auto line = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
        HttpResponse response = at.hq.answer(request);
        if (request.target == "/v1/key-set") {
            ++asked;
            response.body = handed_out;
        }
        return response;
    };
    handed_out.assign(first.begin(), first.end());
    SECTION("an older one") {}
    SECTION("a stranger's") {
        SeededRandom random(3);
        auto other = hq::make_keys(at.today(), random);
        REQUIRE(other.ok());
        other->keys.version = {9};
        REQUIRE(hq::rotate_issuer(*other, at.today(), random).ok());
        handed_out.assign(other->key_set.begin(), other->key_set.end());
    }
    SECTION("a page of a network that wants a password") {
        handed_out = "<html>welcome</html>";
    }
    SECTION("nothing") {
        handed_out.clear();
    }
    for (int round = 0; round < 3; ++round) {
        at.kiosk.add_numbered(1);
        REQUIRE(at.kiosk.run_until_rest(line));
        CHECK(at.kiosk.waits() == 0);
    }
    CHECK(asked == 1);  // what was not believed is not asked for again and again
    CHECK(kept() == before);
    CHECK(at.held() == 2);
}

TEST_CASE("a headquarters that names another root than before is not believed") {
    KeyScene at;
    at.round();
    SeededRandom random(5);
    const SigningKey other = signing_key_from(random.draw<KeySeed>());
    KeySet keys = at.hq.keys.keys;
    keys.version = {7};
    const auto bytes = sign_key_set(keys, other);
    REQUIRE(bytes.ok());
    const auto taken =
        take_hq_keys(at.kiosk.store.data_folder(), {at.hq.keys.answers.public_key, other.public_key}, *bytes);
    REQUIRE_FALSE(taken.ok());
    CHECK(taken.error().kind == ErrorKind::refused);
    CHECK(at.held() == 1);
    // Of another headquarters, to which the kiosk goes over, it is the root; slips of the first stay good.
    const PublicKey answers = signing_key_from(random.draw<KeySeed>()).public_key;
    REQUIRE(take_hq_keys(at.kiosk.store.data_folder(), {answers, other.public_key}, *bytes).ok());
    CHECK(hq_keys_held(at.kiosk.store.data_folder()).size() == 2);
    CHECK(at.held() == 1);
}

TEST_CASE("a file of keys that is damaged is as good as none and is fetched again") {
    KeyScene at;
    at.round();
    const auto path = at.kiosk.store.data_folder() + "/keyset-headquarters.bin";
    const std::string whole = *read_file(path, 1 << 20);
    for (const std::string& bytes : {whole.substr(0, whole.size() - 1), whole + "x", std::string("BDKS"),
                                     whole.substr(0, 40), std::string()}) {
        REQUIRE(write_file_atomic(path, bytes).ok());
        CHECK(at.held() == 0);
        at.round();
        CHECK(at.held() == 1);
        CHECK(*read_file(path, 1 << 20) == whole);
    }
}
