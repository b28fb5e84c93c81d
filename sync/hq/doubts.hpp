// SPDX-License-Identifier: MIT
// What about a person waits for somebody's word: slips to verify, objections, late corrections, forgotten
// sign-outs. Follows from the fold; nothing is decided here.
#pragma once

#include <string_view>
#include <vector>

#include "domain/service/person.hpp"
#include "sync/hq/person_file.hpp"

namespace baodao::hq {

namespace doubts {
inline constexpr std::string_view parked = "parked";
inline constexpr std::string_view disputed = "disputed";
inline constexpr std::string_view pending_review = "pending_review";
inline constexpr std::string_view forgotten = "forgotten";
inline constexpr std::string_view without_sign_in = "without_sign_in";
inline constexpr std::string_view after_revoking = "after_revoking";
}  // namespace doubts

struct Doubt {
    std::string_view kind;
    EventId event;  // that asks for a word
    SlipSerial serial;
    UtcMillis at;        // when it happened
    UtcMillis from;      // before that it is nobody's business yet
    UtcMillis received;  //
    std::string reason;  // token
};

// `person` is folded as seen from far in the future, so that nothing here depends on today.
[[nodiscard]] std::vector<Doubt> doubts_of(const PersonState& person, const PersonFile& file,
                                           const CommunityState& community);

}  // namespace baodao::hq
