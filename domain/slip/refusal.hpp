// SPDX-License-Identifier: MIT
// Why a scanned text is no verified slip: a closed list, in the order in which it is tried.
#pragma once

#include <string_view>

namespace baodao {

enum class SlipRefusal {
    // reading (parse_slip)
    prefix,     // does not begin with BD1 in any case: not one of ours
    length,     // no slip has so many characters, or the name is not as long as the slip says
    alphabet,   // a character that no slip holds, lower case included
    spelling,   // leftover bits set: another spelling of the same bytes
    checksum,   // damaged
    version,    // from a newer format
    algorithm,  // signed in a way that is unknown here (SM2 included)
    reserved,   // bits set or a purpose used that this version does not know
    name,       // not clean NFC text
    // believing (verify_slip)
    signature,      // wrong under every key with the slip's key id
    unknown_key,    // no key with that id is known here
    key_revoked,    // signed by a key that was revoked since
    key_not_valid,  // the key was not valid on the slip's first day
    out_of_scope,   // the key may not sign for that community or agency
    test_key,       // a key for tests, at a desk that is not one
};

// What the desk makes of it.
enum class SlipFault {
    foreign,      // not one of ours
    unreadable,   // ours, but damaged or from a newer version
    altered,      // well-formed, signature wrong
    unknown_key,  // signed by somebody whom this desk doesn't trust for that: parked for HQ (decision 6)
};

[[nodiscard]] SlipFault fault_of(SlipRefusal refusal);

// The exact word of logs and events: "checksum", "key_not_valid".
[[nodiscard]] std::string_view token(SlipRefusal refusal);

}  // namespace baodao
