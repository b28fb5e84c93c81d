// SPDX-License-Identifier: MIT
#include "domain/slip/slip.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "domain/slip/short_code.hpp"
#include "tests/support/slip_factory.hpp"

using namespace baodao;
using baodao::test::SlipFactory;
using baodao::test::vector_key;

namespace {

// The slip of SLIP_FORMAT.md's test vector.
Slip vector_slip() {
    return {.key = {0x4B01},
            .serial = {0x0123456789ABCDEF},
            .first_day = date_from_civil({2026, 11, 22}),
            .last_day = date_from_civil({2026, 12, 31}),
            .community = {0x00A1B2},
            .agency = {0x00C3D4},
            .purpose = SlipPurpose::registration,
            .batch = {7},
            .name = "林晓燕"};
}

Slip round_trip(const Slip& slip) {
    return std::get<UnverifiedSlip>(parse_slip(*issue_slip(slip, vector_key()))).claimed();
}

}  // namespace

TEST_CASE("the test vectors of the format hold") {
    const std::string named =
        "BD1255G20938NKRKAYDXW4XA2FW02GV4063TG0G01R9WTF9FSMSJFKRF5CEBN8XR90J4SAYS9Z0DT5PDD7ZX"
        "RFX7Y66REF018ZH1CRBM9RMJ524XR1QF3Y9YR73WDT0Z1V5T2Z7BE9G197QP0ZYR8D9ZY0DXW3GB31JNK00";
    Slip slip = vector_slip();
    CHECK(*issue_slip(slip, vector_key()) == named);
    slip.name.clear();
    const std::string nameless =
        "BD1255G20938NKRKAYDXW4XA2FW02GV4063TG0G01R0GMGXGB34KJ1ZNDRVQSG1GBSTNW0FV3BHBYM8FKR0T"
        "JYN3GF6DA8ZA4EZG8N6QJN74HJSFQ019YKXY1V374KRMHB0PPXAC93RCPKQE3PZBS1FP";
    CHECK(*issue_slip(slip, vector_key()) == nameless);
    CHECK(short_code(slip.serial) == "028T 5CY4 TQKF F4");
}

TEST_CASE("a slip says what was issued") {
    CHECK(round_trip(vector_slip()) == vector_slip());
    CHECK(rc::check([](std::uint64_t serial, std::uint16_t key, std::uint16_t batch) {
        Slip slip = vector_slip();
        slip.serial = {serial};
        slip.key = {key};
        slip.batch = {batch};
        slip.community = {*rc::gen::inRange(0u, 0x1000000u)};
        slip.agency = {*rc::gen::inRange(0u, 0x1000000u)};
        slip.first_day = {*rc::gen::inRange(0, 0x10000)};
        slip.last_day = {*rc::gen::inRange(slip.first_day.days, 0x10000)};
        slip.purpose = static_cast<SlipPurpose>(*rc::gen::inRange(1, 7));
        slip.name = std::string(*rc::gen::inRange<std::size_t>(0, 49), 'x');
        RC_ASSERT(round_trip(slip) == slip);
    }));
}

TEST_CASE("a text is as long as its name asks, and of letters and digits only") {
    SlipFactory factory(1);
    for (std::size_t bytes = 0; bytes <= slip_name_bytes_max; ++bytes) {
        const std::string text = factory.text(std::string(bytes, 'x'));
        CHECK(text.size() == 3 + ((93 + bytes) * 8 + 4) / 5);
        CHECK(text.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos);
    }
}

TEST_CASE("a name up to 48 bytes stands on the slip, a longer one is left out") {
    SlipFactory factory(2);
    const auto name_on = [&](const std::string& name) {
        return std::get<UnverifiedSlip>(parse_slip(factory.text(name))).claimed().name;
    };
    const std::string sixteen = "阿依古丽买买提艾力吐尔逊江买买提";
    REQUIRE(sixteen.size() == slip_name_bytes_max);
    CHECK(name_on(sixteen) == sixteen);
    CHECK(name_on(sixteen + "·") == "");
    CHECK(name_on("𠮷野𱁬") == "𠮷野𱁬");
}

TEST_CASE("fault_049 the issuer puts a name into NFC") {
    SlipFactory factory(3);
    const auto text = factory.text("Jose\u0301");
    CHECK(std::get<UnverifiedSlip>(parse_slip(text)).claimed().name == "José");
}

TEST_CASE("fault_050 the issuer refuses names with invisible characters") {
    SlipFactory factory(4);
    for (const char* name : {"陈\u202E国", "陈\u200B国", "陈\n国", "\xFF"}) {
        CHECK(issue_slip(factory.slip(name), factory.issuer()).error().kind == ErrorKind::bad_input);
    }
}

TEST_CASE("what does not fit the slip is not issued") {
    SlipFactory factory(5);
    const auto refused = [&](auto change) {
        Slip slip = factory.slip();
        change(slip);
        return !issue_slip(slip, factory.issuer()).ok();
    };
    CHECK(refused([](Slip& s) { s.first_day = {-1}; }));
    CHECK(refused([](Slip& s) { s.last_day = {0x10000}; }));
    CHECK(refused([](Slip& s) { s.last_day = {s.first_day.days - 1}; }));
    CHECK(refused([](Slip& s) { s.community = {0x1000000}; }));
    CHECK(refused([](Slip& s) { s.agency = {0x1000000}; }));
    CHECK_FALSE(refused([](Slip& s) { s.last_day = s.first_day; }));
}

TEST_CASE("fault_078 the days are local dates, and both ends of the format's range can be written") {
    Slip slip = vector_slip();
    slip.first_day = date_from_civil({2020, 1, 1});
    slip.last_day = {0xFFFF};
    CHECK(to_string(round_trip(slip).first_day) == "2020-01-01");
    CHECK(to_string(round_trip(slip).last_day) == "2199-06-06");
}
