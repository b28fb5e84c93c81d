// SPDX-License-Identifier: MIT
#include "domain/slip/refusal.hpp"

#include "domain/base/check.hpp"

namespace baodao {

SlipFault fault_of(SlipRefusal refusal) {
    switch (refusal) {
        case SlipRefusal::prefix:
            return SlipFault::foreign;
        case SlipRefusal::length:
        case SlipRefusal::alphabet:
        case SlipRefusal::spelling:
        case SlipRefusal::checksum:
        case SlipRefusal::version:
        case SlipRefusal::algorithm:
        case SlipRefusal::reserved:
        case SlipRefusal::name:
            return SlipFault::unreadable;
        case SlipRefusal::signature:
            return SlipFault::altered;
        case SlipRefusal::unknown_key:
        case SlipRefusal::key_revoked:
        case SlipRefusal::key_not_valid:
        case SlipRefusal::out_of_scope:
        case SlipRefusal::test_key:
            return SlipFault::unknown_key;
    }
    BAODAO_CHECK(false && "a refusal outside the list");
}

std::string_view token(SlipRefusal refusal) {
    switch (refusal) {
        case SlipRefusal::prefix:
            return "prefix";
        case SlipRefusal::length:
            return "length";
        case SlipRefusal::alphabet:
            return "alphabet";
        case SlipRefusal::spelling:
            return "spelling";
        case SlipRefusal::checksum:
            return "checksum";
        case SlipRefusal::version:
            return "version";
        case SlipRefusal::algorithm:
            return "algorithm";
        case SlipRefusal::reserved:
            return "reserved";
        case SlipRefusal::name:
            return "name";
        case SlipRefusal::signature:
            return "signature";
        case SlipRefusal::unknown_key:
            return "unknown_key";
        case SlipRefusal::key_revoked:
            return "key_revoked";
        case SlipRefusal::key_not_valid:
            return "key_not_valid";
        case SlipRefusal::out_of_scope:
            return "out_of_scope";
        case SlipRefusal::test_key:
            return "test_key";
    }
    BAODAO_CHECK(false && "a refusal outside the list");
}

}  // namespace baodao
