// SPDX-License-Identifier: MIT
#include "kiosk/app/slip_reading.hpp"

#include "domain/base/check.hpp"

namespace baodao {

namespace {

ReadSlip as_seen(const Slip& slip, bool key_known) {
    return {
        {slip.serial, slip.community, slip.agency, slip.first_day, slip.last_day, slip.purpose, key_known},
        slip.name};
}

Outcome outcome_of(SlipFault fault) {
    switch (fault) {
        case SlipFault::foreign:
            return Outcome::foreign;
        case SlipFault::unreadable:
            return Outcome::unreadable;
        case SlipFault::altered:
            return Outcome::altered;
        case SlipFault::unknown_key:
            break;  // a slip that is read, see read_slip
    }
    BAODAO_CHECK(!"an unknown key is no refusal");
    return Outcome::unreadable;
}

}  // namespace

std::variant<ReadSlip, RefusedText> read_slip(std::string_view text, const Keyring& keyring) {
    const auto parsed = parse_slip(text);
    if (const auto* refusal = std::get_if<SlipRefusal>(&parsed)) {
        return RefusedText{outcome_of(fault_of(*refusal)), std::string(token(*refusal))};
    }
    const auto& unverified = std::get<UnverifiedSlip>(parsed);
    const auto verified = keyring.verify(unverified);
    if (const auto* slip = std::get_if<VerifiedSlip>(&verified)) return as_seen(slip->slip(), true);

    const SlipRefusal refusal = std::get<SlipRefusal>(verified);
    if (fault_of(refusal) == SlipFault::unknown_key) return as_seen(unverified.claimed(), false);
    return RefusedText{outcome_of(fault_of(refusal)), std::string(token(refusal))};
}

}  // namespace baodao
