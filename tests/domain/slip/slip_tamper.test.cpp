// SPDX-License-Identifier: MIT
// Texts that are no slip, or no more the one that was issued.
#include <catch2/catch.hpp>
#include <set>

#include "domain/base/crc32c.hpp"
#include "domain/slip/base32.hpp"
#include "tests/support/slip_factory.hpp"

using namespace baodao;
using baodao::test::SlipFactory;

namespace {

constexpr std::size_t head_bytes = 25;  // version to length of name

struct Sample {
    SlipFactory factory{37};
    Keyring keyring = factory.keyring();
    std::string text = factory.text("林晓燕");
    ByteVector bytes = *decode_base32(std::string_view(text).substr(3));

    // The text of other bytes, its checksum made right.
    [[nodiscard]] std::string resealed(ByteVector changed) const {
        const std::uint32_t sum = crc32c(ByteSpan(changed).first(changed.size() - 4));
        for (std::size_t i = 0; i < 4; ++i) {
            changed[changed.size() - 4 + i] = static_cast<std::uint8_t>(sum >> (24 - 8 * i));
        }
        return "BD1" + encode_base32(changed);
    }
    [[nodiscard]] std::string resealed(std::size_t at, std::uint8_t value) const {
        ByteVector changed = bytes;
        changed[at] = value;
        return resealed(changed);
    }
    // The whole way to belief; nullopt: believed.
    [[nodiscard]] std::optional<SlipRefusal> refusal(std::string_view scanned) const {
        const auto read = parse_slip(scanned);
        if (const auto* refused = std::get_if<SlipRefusal>(&read)) return *refused;
        const auto verified = keyring.verify(std::get<UnverifiedSlip>(read));
        if (const auto* refused = std::get_if<SlipRefusal>(&verified)) return *refused;
        return std::nullopt;
    }
};

std::string flip_bit(std::string text, std::size_t bit) {
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
    return text;
}

}  // namespace

TEST_CASE("the untouched slip is believed") {
    CHECK_FALSE(Sample().refusal(Sample().text));
}

TEST_CASE("fault_037 no single flipped bit of the text is accepted") {
    const Sample sample;
    for (std::size_t bit = 0; bit < sample.text.size() * 8; ++bit) {
        const auto refusal = sample.refusal(flip_bit(sample.text, bit));
        REQUIRE(refusal);
        CHECK(fault_of(*refusal) ==
              (*refusal == SlipRefusal::prefix ? SlipFault::foreign : SlipFault::unreadable));
    }
}

TEST_CASE("fault_037 no single flipped bit of the bytes is accepted, with the checksum made right or not") {
    const Sample sample;
    std::set<SlipRefusal> seen;
    for (std::size_t bit = 0; bit < sample.bytes.size() * 8; ++bit) {
        ByteVector changed = sample.bytes;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1 << bit % 8);
        CHECK(sample.refusal("BD1" + encode_base32(changed)) == SlipRefusal::checksum);
        if (bit / 8 >= changed.size() - 4) continue;
        const auto refusal = sample.refusal(sample.resealed(changed));
        REQUIRE(refusal);
        seen.insert(*refusal);
    }
    CHECK(seen == std::set{SlipRefusal::length, SlipRefusal::version, SlipRefusal::algorithm,
                           SlipRefusal::reserved, SlipRefusal::name, SlipRefusal::signature,
                           SlipRefusal::unknown_key});
}

TEST_CASE("a slip whose fields were changed under its signature is altered") {
    const Sample sample;
    for (std::size_t at = 3; at < head_bytes - 1; ++at) {
        if (at == 21) continue;  // the purpose: its flips are reserved codes or other purposes
        const auto refusal = sample.refusal(sample.resealed(at, sample.bytes[at] ^ 0x55));
        CHECK(refusal == SlipRefusal::signature);
    }
    const auto staff = sample.resealed(21, static_cast<std::uint8_t>(SlipPurpose::staff_card));
    CHECK(sample.refusal(staff) == SlipRefusal::signature);
    CHECK(fault_of(SlipRefusal::signature) == SlipFault::altered);
}

TEST_CASE("fault_036 every length from 0 to 500 is refused but the slip's own") {
    const Sample sample;
    std::string longer = sample.text;
    while (longer.size() < 500) longer += sample.text.substr(3);
    for (std::size_t length = 0; length <= 500; ++length) {
        const auto refusal = sample.refusal(std::string_view(longer).substr(0, length));
        CHECK(refusal.has_value() == (length != sample.text.size()));
        if (refusal) CHECK((*refusal == SlipRefusal::prefix) == (length < 3));
    }
}

TEST_CASE("fault_036 lengths that no slip has are refused before anything is read") {
    std::size_t possible = 0;
    for (std::size_t length = 3; length <= 500; ++length) {
        const auto read = parse_slip("BD1" + std::string(length - 3, '0'));
        const auto refusal = std::get<SlipRefusal>(read);
        possible += refusal != SlipRefusal::length ? 1 : 0;
    }
    CHECK(possible == slip_name_bytes_max + 1);
}

TEST_CASE("fault_036 versions, algorithms and purposes from elsewhere are refused as such") {
    const Sample sample;
    for (int version = 0; version < 16; ++version) {
        if (version == 1) continue;
        const auto text = sample.resealed(0, static_cast<std::uint8_t>(version << 4 | 1));
        CHECK(sample.refusal(text) == SlipRefusal::version);
    }
    for (int algorithm = 0; algorithm < 16; ++algorithm) {
        if (algorithm == 1) continue;
        const auto text = sample.resealed(0, static_cast<std::uint8_t>(0x10 | algorithm));
        CHECK(sample.refusal(text) == SlipRefusal::algorithm);
    }
    for (int purpose = 0; purpose < 256; ++purpose) {
        if (purpose >= 1 && purpose <= 6) continue;
        CHECK(sample.refusal(sample.resealed(21, static_cast<std::uint8_t>(purpose))) ==
              SlipRefusal::reserved);
    }
}

TEST_CASE("fault_036 a slip signed with a reserved algorithm is refused though the signature holds") {
    const Sample sample;
    ByteVector changed = sample.bytes;
    changed[0] = 0x12;  // SM2 with SM3
    const ByteSpan covered = ByteSpan(changed).first(changed.size() - 68);
    ByteVector message{'B', 'D', '1', 0};
    message.insert(message.end(), covered.begin(), covered.end());
    const Signature signature = sign(sample.factory.issuer(), message);
    std::copy(signature.bytes.begin(), signature.bytes.end(), changed.end() - 68);
    CHECK(sample.refusal(sample.resealed(changed)) == SlipRefusal::algorithm);
    CHECK(fault_of(SlipRefusal::algorithm) == SlipFault::unreadable);
}

TEST_CASE("fault_036 fault_050 a name that is not clean NFC text is refused") {
    const Sample sample;
    CHECK(sample.refusal(sample.resealed(head_bytes, 0xFF)) == SlipRefusal::name);
    CHECK(sample.refusal(sample.resealed(head_bytes, 0)) == SlipRefusal::name);
    ByteVector decomposed = sample.bytes;
    const std::string_view spelled = "Jose\u0301abc";
    REQUIRE(spelled.size() == 9);
    std::copy(spelled.begin(), spelled.end(), decomposed.begin() + head_bytes);
    CHECK(sample.refusal(sample.resealed(decomposed)) == SlipRefusal::name);
}

TEST_CASE("fault_038 no other spelling of a valid slip is accepted") {
    const Sample sample;
    std::string lower = sample.text;
    for (char& c : lower) c = static_cast<char>(std::tolower(c));
    CHECK(sample.refusal(lower) == SlipRefusal::alphabet);
    for (std::size_t at = 3; at < sample.text.size(); ++at) {
        std::string mixed = sample.text;
        mixed[at] = lower[at];
        if (mixed != sample.text) CHECK(sample.refusal(mixed) == SlipRefusal::alphabet);
        for (const auto& [digit, letters] : {std::pair{'0', "Oo"}, std::pair{'1', "IiLl"}}) {
            if (sample.text[at] != digit) continue;
            for (const char* letter = letters; *letter != 0; ++letter) {
                mixed = sample.text;
                mixed[at] = *letter;
                CHECK(sample.refusal(mixed) == SlipRefusal::alphabet);
            }
        }
    }
    for (const char* around : {" ", "\n", "\r\n", "\t", "=", "0", "\xEF\xBB\xBF"}) {
        CHECK(sample.refusal(around + sample.text).has_value());
        CHECK(sample.refusal(sample.text + around).has_value());
        CHECK(sample.refusal(std::string(sample.text).insert(40, around)).has_value());
    }
    CHECK(sample.refusal(sample.text + std::string(1, '\0')).has_value());
}

TEST_CASE("fault_038 leftover bits of the last character must be zero") {
    SlipFactory factory(38);
    int tried = 0;
    for (std::size_t name = 0; name <= slip_name_bytes_max; ++name) {
        const std::string text = factory.text(std::string(name, 'x'));
        const std::size_t leftover = (text.size() - 3) * 5 - (93 + name) * 8;
        for (int bits = 1; bits < 1 << leftover; ++bits) {
            std::string other = text;
            other.back() = base32_alphabet[static_cast<std::size_t>(base32_value(text.back()) | bits)];
            CHECK(std::get<SlipRefusal>(parse_slip(other)) == SlipRefusal::spelling);
            ++tried;
        }
    }
    CHECK(tried > 200);
}

TEST_CASE("fault_040 what is not one of ours is foreign, and only that") {
    const std::string everyday[] = {
        "",
        "B",
        "BD",
        "https://example.org/q?BD1",
        "weixin://wxpay/bizpayurl?pr=BD1",
        "http://weixin.qq.com/r/abc",
        "file:///etc/passwd",
        "{\"type\":\"health\",\"code\":1}",
        "SP-9876543210",
        "6901234567892",
        "WIFI:S:home;T:WPA;P:12345678;;",
        "BEGIN:VCARD\nN:陈;建国\nEND:VCARD",
        "BD2" + std::string(160, '0'),
        " BD1" + std::string(160, '0'),
        std::string(4296, 'A'),
        std::string(3, '\0'),
        "陈建国",
    };
    for (const std::string& text : everyday) {
        CHECK(std::get<SlipRefusal>(parse_slip(text)) == SlipRefusal::prefix);
    }
    CHECK(fault_of(SlipRefusal::prefix) == SlipFault::foreign);
    CHECK(std::get<SlipRefusal>(parse_slip("BD1" + std::string(4293, 'A'))) == SlipRefusal::length);
}

TEST_CASE("every refusal has a word of its own") {
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(SlipRefusal::test_key); ++i) {
        words.insert(token(static_cast<SlipRefusal>(i)));
        static_cast<void>(fault_of(static_cast<SlipRefusal>(i)));
    }
    CHECK(words.size() == static_cast<std::size_t>(SlipRefusal::test_key) + 1);
}
