// SPDX-License-Identifier: MIT
// The names of the kinds of events. The list is open: folds pass over a kind, or a
// schema version, that they don't know. Typed bodies: kinds_member.hpp, kinds_attendance.hpp,
// kinds_activity.hpp, kinds_machine.hpp, kinds_staff.hpp.
#pragma once

#include <string_view>

namespace baodao::kinds {

inline constexpr std::string_view member_listed = "member.listed";
inline constexpr std::string_view member_registered = "member.registered";
inline constexpr std::string_view member_transferred = "member.transferred";
inline constexpr std::string_view member_excused = "member.excused";
inline constexpr std::string_view member_closed = "member.closed";
inline constexpr std::string_view member_same = "member.same";
inline constexpr std::string_view member_parted = "member.parted";
inline constexpr std::string_view balance_opening = "balance.opening";

inline constexpr std::string_view slip_issued = "slip.issued";
inline constexpr std::string_view slip_revoked = "slip.revoked";
inline constexpr std::string_view slip_resolved = "slip.resolved";
inline constexpr std::string_view batch_received = "batch.received";
inline constexpr std::string_view receipt_printed = "receipt.printed";
inline constexpr std::string_view receipt_filed = "receipt.filed";

inline constexpr std::string_view attendance_in = "attendance.in";
inline constexpr std::string_view attendance_out = "attendance.out";
inline constexpr std::string_view attendance_recorded = "attendance.recorded";
inline constexpr std::string_view attendance_confirmed = "attendance.confirmed";
inline constexpr std::string_view attendance_amended = "attendance.amended";
inline constexpr std::string_view attendance_voided = "attendance.voided";
inline constexpr std::string_view attendance_disputed = "attendance.disputed";
inline constexpr std::string_view conflict_resolved = "conflict.resolved";

inline constexpr std::string_view item_published = "item.published";
inline constexpr std::string_view item_adjusted = "item.adjusted";
inline constexpr std::string_view item_claimed = "item.claimed";
inline constexpr std::string_view item_released = "item.released";
inline constexpr std::string_view activity_planned = "activity.planned";
inline constexpr std::string_view activity_opened = "activity.opened";
inline constexpr std::string_view activity_closed = "activity.closed";
inline constexpr std::string_view activity_joined = "activity.joined";
inline constexpr std::string_view plan_theme = "plan.theme";

inline constexpr std::string_view community_set = "community.set";
inline constexpr std::string_view roster_received = "roster.received";
inline constexpr std::string_view agency_registered = "agency.registered";
inline constexpr std::string_view deputy_named = "deputy.named";
inline constexpr std::string_view rule_set = "rule.set";
inline constexpr std::string_view day_closed = "day.closed";

inline constexpr std::string_view clock_observed = "clock.observed";
inline constexpr std::string_view clock_corrected = "clock.corrected";
inline constexpr std::string_view key_added = "key.added";
inline constexpr std::string_view key_revoked = "key.revoked";
inline constexpr std::string_view scan_refused = "scan.refused";
inline constexpr std::string_view kiosk_started = "kiosk.started";
inline constexpr std::string_view kiosk_tested = "kiosk.tested";
inline constexpr std::string_view kiosk_recovered = "kiosk.recovered";
inline constexpr std::string_view kiosk_enrolled = "kiosk.enrolled";
inline constexpr std::string_view kiosk_revoked = "kiosk.revoked";
inline constexpr std::string_view staff_entered = "staff.entered";
inline constexpr std::string_view staff_left = "staff.left";
inline constexpr std::string_view staff_denied = "staff.denied";
inline constexpr std::string_view staff_pin_set = "staff.pin_set";
inline constexpr std::string_view staff_called = "staff.called";
inline constexpr std::string_view staff_call_answered = "staff.call_answered";

inline constexpr std::string_view paper_requested = "paper.requested";
inline constexpr std::string_view paper_printed = "paper.printed";
inline constexpr std::string_view paper_failed = "paper.failed";

}  // namespace baodao::kinds
