// SPDX-License-Identifier: MIT
// What a scan can end in: a closed list. Each has its own words, icon, colour and sound.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace baodao {

enum class Outcome {
    registered,          // first scan of a good slip (policy R1)
    signed_in,           //
    signed_out,          //
    already_in,          // same serial within seconds of its last sighting; no new event
    already_out,         //
    confirm_short,       // would sign out less than five minutes after the sign-in: asks first
    choose_activity,     // two activities are on at once
    forgotten_sign_out,  // did sign in; an older service waits for its end to be confirmed
    parked,              // recorded, waits for HQ (待核实); usable for signing in and out
    not_yet_valid,       // before the slip's first day
    revoked,             //
    wrong_purpose,       // a receipt, a staff card … held up at the desk
    altered,             // well-formed, signature wrong
    foreign,             // not one of ours
    unreadable,          // one of ours, damaged
    store_failed,        // could not be made durable: nothing is claimed
};

inline constexpr std::array all_outcomes{
    Outcome::registered,  Outcome::signed_in,     Outcome::signed_out,      Outcome::already_in,
    Outcome::already_out, Outcome::confirm_short, Outcome::choose_activity, Outcome::forgotten_sign_out,
    Outcome::parked,      Outcome::not_yet_valid, Outcome::revoked,         Outcome::wrong_purpose,
    Outcome::altered,     Outcome::foreign,       Outcome::unreadable,      Outcome::store_failed,
};

// Why a slip is parked instead of accepted (decision 6).
enum class ParkReason {
    unknown_key,      // signed by a key that this kiosk doesn't know
    other_community,  // issued for another community
    past_last_day,    // first registration after the slip's last day
    not_on_roster,    // the roster is newer than the slip and does not name it
};

// The exact word of the formats: "signed_in", "unknown_key".
[[nodiscard]] std::string_view token(Outcome outcome);
[[nodiscard]] std::string_view token(ParkReason reason);
[[nodiscard]] std::optional<ParkReason> park_reason_from(std::string_view token);

}  // namespace baodao
