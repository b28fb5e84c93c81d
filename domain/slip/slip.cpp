// SPDX-License-Identifier: MIT
#include "domain/slip/slip.hpp"

#include <limits>

#include "domain/base/crc32c.hpp"
#include "domain/base/unicode.hpp"
#include "domain/slip/base32.hpp"
#include "domain/slip/byte_io.hpp"

namespace baodao {

namespace {

constexpr std::string_view prefix = "BD1";
constexpr std::string_view signature_domain("BD1\0", 4);
constexpr std::uint8_t version_and_ed25519 = 0x11;
constexpr std::size_t head_bytes = 25;  // up to and with the length of the name
constexpr std::size_t checksum_bytes = 4;
constexpr std::size_t fixed_bytes = head_bytes + sizeof(Signature::bytes) + checksum_bytes;
constexpr std::size_t id_bytes = 3;  // of a community and of an agency
constexpr std::uint32_t id_max = 0xFFFFFF;

bool has_prefix(std::string_view text) {
    if (text.size() < prefix.size()) return false;
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    return std::equal(prefix.begin(), prefix.end(), text.begin(),
                      [&](char ours, char theirs) { return ours == upper(theirs); });
}

bool length_is_possible(std::size_t characters) {
    for (std::size_t name = 0; name <= slip_name_bytes_max; ++name) {
        if (characters == prefix.size() + base32_length(fixed_bytes + name)) return true;
    }
    return false;
}

bool is_purpose(std::uint8_t code) {
    return code >= static_cast<std::uint8_t>(SlipPurpose::registration) &&
           code <= static_cast<std::uint8_t>(SlipPurpose::test);
}

ByteVector unsigned_bytes(const Slip& slip) {
    ByteWriter out;
    out.put(version_and_ed25519, 1);
    out.put(slip.key.value, 2);
    out.put(slip.serial.value, 8);
    out.put(static_cast<std::uint64_t>(slip.first_day.days), 2);
    out.put(static_cast<std::uint64_t>(slip.last_day.days), 2);
    out.put(slip.community.value, id_bytes);
    out.put(slip.agency.value, id_bytes);
    out.put(static_cast<std::uint8_t>(slip.purpose), 1);
    out.put(slip.batch.value, 2);
    out.put(slip.name.size(), 1);
    out.put(as_bytes(slip.name));
    return out.take();
}

ByteVector with_domain(ByteSpan bytes) {
    ByteWriter out;
    out.put(as_bytes(signature_domain));
    out.put(bytes);
    return out.take();
}

// The fields of a slip whose checksum holds; `reader` stands behind version and algorithm.
std::variant<Slip, SlipRefusal> read_fields(ByteReader& reader, std::size_t name_bytes) {
    Slip slip;
    slip.key = {reader.get<std::uint16_t>()};
    slip.serial = {reader.get<std::uint64_t>()};
    slip.first_day = {reader.get<std::uint16_t>()};
    slip.last_day = {reader.get<std::uint16_t>()};
    slip.community = {reader.get<std::uint32_t>(id_bytes)};
    slip.agency = {reader.get<std::uint32_t>(id_bytes)};
    const auto purpose = reader.get<std::uint8_t>();
    slip.batch = {reader.get<std::uint16_t>()};
    if (!is_purpose(purpose)) return SlipRefusal::reserved;
    slip.purpose = static_cast<SlipPurpose>(purpose);
    if (reader.get<std::uint8_t>() != name_bytes) return SlipRefusal::length;
    const ByteSpan name = reader.get_bytes(name_bytes);
    slip.name.assign(name.begin(), name.end());
    if (!is_clean_text(slip.name) || !is_nfc(slip.name)) return SlipRefusal::name;
    return slip;
}

bool day_fits(LocalDate date) {
    return date.days >= 0 && date.days <= std::numeric_limits<std::uint16_t>::max();
}

Error cannot_issue(std::string_view why) {
    return {ErrorKind::bad_input, "the slip can't be issued", std::string(why)};
}

}  // namespace

std::variant<UnverifiedSlip, SlipRefusal> parse_slip(std::string_view text) {
    if (!has_prefix(text)) return SlipRefusal::prefix;
    if (!length_is_possible(text.size())) return SlipRefusal::length;
    if (!text.starts_with(prefix)) return SlipRefusal::alphabet;
    const std::string_view spelled = text.substr(prefix.size());
    const auto bytes = decode_base32(spelled);
    if (!bytes) return SlipRefusal::alphabet;
    if (encode_base32(*bytes) != spelled) return SlipRefusal::spelling;

    const ByteSpan covered = ByteSpan(*bytes).first(bytes->size() - checksum_bytes);
    ByteReader checksum(ByteSpan(*bytes).last(checksum_bytes));
    if (checksum.get<std::uint32_t>() != crc32c(covered)) return SlipRefusal::checksum;

    ByteReader reader(covered);
    const auto version_and_algorithm = reader.get<std::uint8_t>();
    if (version_and_algorithm >> 4 != version_and_ed25519 >> 4) return SlipRefusal::version;
    if (version_and_algorithm != version_and_ed25519) return SlipRefusal::algorithm;
    auto fields = read_fields(reader, bytes->size() - fixed_bytes);
    if (const auto* refusal = std::get_if<SlipRefusal>(&fields)) return *refusal;

    UnverifiedSlip slip;
    slip.slip_ = std::get<Slip>(std::move(fields));
    const ByteSpan signature = reader.get_bytes(sizeof(Signature::bytes));
    BAODAO_CHECK(reader.done());
    std::copy(signature.begin(), signature.end(), slip.signature_.bytes.begin());
    slip.signed_bytes_ = with_domain(covered.first(covered.size() - signature.size()));
    return slip;
}

Result<std::string> issue_slip(const Slip& slip, const SigningKey& key) {
    if (!day_fits(slip.first_day) || !day_fits(slip.last_day) || slip.last_day < slip.first_day) {
        return cannot_issue("its days");
    }
    if (slip.community.value > id_max || slip.agency.value > id_max) return cannot_issue("its numbers");
    if (!is_clean_text(slip.name)) return cannot_issue("its name");
    auto name = to_nfc(slip.name);
    if (!name) return name.error();

    Slip spelled = slip;
    spelled.name = name->size() <= slip_name_bytes_max ? *std::move(name) : std::string();
    ByteWriter out;
    out.put(unsigned_bytes(spelled));
    const Signature signature = sign(key, with_domain(out.bytes()));
    out.put(ByteSpan(signature.bytes));
    out.put(crc32c(out.bytes()), checksum_bytes);
    return std::string(prefix) + encode_base32(out.bytes());
}

}  // namespace baodao
