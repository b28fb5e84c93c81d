// SPDX-License-Identifier: MIT
// 代班人, on the staff side: somebody stands in for the cadre from one day to another, both included. On
// these days her name stands on screen and papers (policy R41), and her own PIN opens the staff side.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>

#include "domain/base/time.hpp"
#include "kiosk/app/text_entry.hpp"

namespace baodao {

enum class DeputyField : std::size_t { name, phone, pin };
inline constexpr std::array all_deputy_fields{DeputyField::name, DeputyField::phone, DeputyField::pin};
inline constexpr std::size_t deputy_phone_digits_max = 16;
inline constexpr std::size_t deputy_pin_digits = 6;
inline constexpr std::int32_t deputy_days_max = 92;  // a season; longer is another cadre

// Who stands in, or will.
struct DeputyView {
    std::string name;
    std::string phone;
    LocalDate first;
    LocalDate last;
    bool may_enter = true;  // false: her PIN was not set at this window
};

struct DeputyBoard {
    std::optional<DeputyView> named;  // the newest whose last day is not over
    LocalDate today;
};

// How the desk took it.
enum class DeputyNotice {
    none,
    easy_pin,    // too easy to guess
    same_pin,    // the cadre's own
    cadre_only,  // a deputy names no deputies
};

struct DeputyPage {
    static constexpr std::string_view token = "staff_deputy";
    std::optional<DeputyBoard> board;  // nothing: the desk has not answered yet
    std::array<std::string, all_deputy_fields.size()> texts;
    DeputyField field = DeputyField::name;
    TextEntry entry;
    LocalDate first;
    LocalDate last;
    DeputyNotice notice = DeputyNotice::none;
    bool sending = false;  // the desk is at work

    [[nodiscard]] const std::string& text(DeputyField which) const {
        return texts[static_cast<std::size_t>(which)];
    }
    [[nodiscard]] std::string& text(DeputyField which) { return texts[static_cast<std::size_t>(which)]; }
};

// What is still wrong with what was filled in; nothing: it can be sent.
enum class DeputyFault { letters_left, no_name, no_phone, no_pin };
[[nodiscard]] std::optional<DeputyFault> deputy_fault(const DeputyPage& page);

// ---- touches
struct DeputyFieldTouched {
    DeputyField field;
};
struct DeputyFirstMoved {
    int days = 0;
};
struct DeputyLastMoved {
    int days = 0;
};
struct DeputySent {};
struct DeputyEnded {};  // 提前结束
using DeputyTouch =
    std::variant<DeputyFieldTouched, DeputyFirstMoved, DeputyLastMoved, DeputySent, DeputyEnded>;

// ---- to the desk
struct AskDeputy {};
struct NameDeputy {
    std::string name;
    std::string phone;
    std::string pin;
    LocalDate first;
    LocalDate last;
};
struct EndDeputy {};

// ---- from the desk
struct DeputyAnswered {
    DeputyBoard board;
    bool changed = false;  // by the touch that was answered
};
struct DeputyRefused {
    DeputyNotice notice = DeputyNotice::easy_pin;
};

}  // namespace baodao
