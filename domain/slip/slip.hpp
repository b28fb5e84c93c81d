// SPDX-License-Identifier: MIT
// The text in a slip's QR code: what it says, how it is read, how it is issued.
// FORMAT: SLIP_FORMAT.md beside this file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"
#include "domain/base/time.hpp"
#include "domain/slip/crypto.hpp"
#include "domain/slip/refusal.hpp"

namespace baodao {

// What a piece of paper is for. The numbers are those of the format.
enum class SlipPurpose : std::uint8_t {
    registration = 1,  // 报到单 and 签到卡
    staff_card = 2,    // opens the staff side
    receipt = 3,       // 回执单, filed by the agency (policy R7)
    team_leader = 4,   // signs a team in (policy R17)
    enrolment = 5,     // a new kiosk's invitation
    test = 6,          // self-test and practice
};

inline constexpr std::size_t slip_name_bytes_max = 48;

// What a slip says.
struct Slip {
    KeyId key;              // which issuer key signed it; not unique
    SlipSerial serial;      // names this piece of paper
    LocalDate first_day;    // 2020-01-01 to 2199-06-06
    LocalDate last_day;     // the last one for a first registration, inclusive
    CommunityId community;  // where to report in
    AgencyId agency;        // who issued it
    SlipPurpose purpose = SlipPurpose::registration;
    BatchNumber batch;  // 分批组织 (policy R5)
    std::string name;   // UTF-8, NFC, clean, at most slip_name_bytes_max; empty when left out
    friend bool operator==(const Slip&, const Slip&) = default;
};

// A slip that was read, not yet one to be believed: anybody can print such a code.
class UnverifiedSlip {
  public:
    // What the paper claims. Good for parking it and for showing it to staff, for nothing else.
    [[nodiscard]] const Slip& claimed() const { return slip_; }
    [[nodiscard]] const Signature& signature() const { return signature_; }
    // The bytes that the signature is over.
    [[nodiscard]] ByteSpan signed_bytes() const { return signed_bytes_; }

  private:
    friend std::variant<UnverifiedSlip, SlipRefusal> parse_slip(std::string_view text);
    UnverifiedSlip() = default;

    Slip slip_;
    ByteVector signed_bytes_;
    Signature signature_;
};

// Reads a scanned text. Each slip has one spelling; everything else is refused, never repaired.
[[nodiscard]] std::variant<UnverifiedSlip, SlipRefusal> parse_slip(std::string_view text);

// Signs a slip and spells it. The name is put into NFC; one longer than slip_name_bytes_max is left out.
// bad_input when a field does not fit its place or the name holds invisible characters.
[[nodiscard]] Result<std::string> issue_slip(const Slip& slip, const SigningKey& key);

}  // namespace baodao
