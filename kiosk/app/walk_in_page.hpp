// SPDX-License-Identifier: MIT
// 代为登记, on the staff side: somebody stands at the window without a slip and is on no roster. The cadre
// types who she is (07a); she gets a slip of this window, is registered with it by the same decision as
// everybody, and takes her papers along.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "kiosk/app/text_entry.hpp"

namespace baodao {

enum class WalkInField : std::size_t { name, agency, branch, phone };
inline constexpr std::array all_walk_in_fields{WalkInField::name, WalkInField::agency, WalkInField::branch,
                                               WalkInField::phone};
inline constexpr std::size_t walk_in_phone_digits = 4;
inline constexpr std::size_t walk_in_name_bytes_max = 48;  // what a slip holds

// Units and branches that the roster knows, each by name.
struct WalkInForm {
    std::vector<std::string> agencies;
    std::map<std::string, std::vector<std::string>> branches;  // by agency
};

// Somebody of that name who is on the roster already.
struct SameName {
    SlipSerial serial;
    std::string name;
    std::string agency;
    std::string branch;
    bool registered = false;
};

struct WalkInDone {
    enum class State {
        registered,  // now
        before,      // already: nothing was recorded or printed
        refused,     // her slip does not register here as it is; nothing was recorded
    };
    State state = State::registered;
    std::string name;
    std::string number;        // 报到编号; empty when refused
    bool papers_sent = false;  // false: they are on the list of what did not come out
};

struct WalkInPage {
    static constexpr std::string_view token = "staff_walk_in";
    std::optional<WalkInForm> form;  // nothing: the desk has not answered yet
    std::array<std::string, all_walk_in_fields.size()> texts;
    WalkInField field = WalkInField::name;
    TextEntry entry;
    bool list_shown = false;  // of units or branches, instead of the keys
    std::size_t list_page = 0;
    std::vector<SameName> same;  // the question whether she is one of them
    bool sending = false;        // the desk is at work
    std::optional<WalkInDone> done;

    [[nodiscard]] const std::string& text(WalkInField which) const {
        return texts[static_cast<std::size_t>(which)];
    }
    [[nodiscard]] std::string& text(WalkInField which) { return texts[static_cast<std::size_t>(which)]; }
    // What the list of the field that is being filled in offers.
    [[nodiscard]] std::vector<std::string> choices() const;
};
inline constexpr std::size_t walk_in_choices_on_page = 12;

// What is still wrong with what was filled in; nothing: it can be sent.
enum class WalkInFault { no_name, name_too_long, no_agency, phone_short, letters_left };
[[nodiscard]] std::optional<WalkInFault> walk_in_fault(const WalkInPage& page);

// ---- touches
struct FieldTouched {
    WalkInField field;
};
struct PlaceChosen {
    std::size_t index = 0;  // of choices()
};
struct PlaceTyped {};  // none of the list
struct PlacesTurned {
    int by = 0;
};
struct WalkInSent {};
struct WalkInOther {};  // somebody else of the same name: registered all the same
struct WalkInListed {   // one of those: registered with the slip that she has
    std::size_t index = 0;
};
struct WalkInNext {};  // 再登记一位
using WalkInTouch = std::variant<FieldTouched, PlaceChosen, PlaceTyped, PlacesTurned, WalkInSent, WalkInOther,
                                 WalkInListed, WalkInNext>;

// ---- to the desk
struct AskWalkIn {};
struct RegisterWalkIn {
    std::string name;
    std::string agency;
    std::string branch;    // may be empty
    std::string phone;     // its last four digits, or empty
    bool another = false;  // somebody else than those of the same name
};
struct RegisterListed {
    SlipSerial serial;
};

// ---- from the desk
struct WalkInAnswered {
    WalkInForm form;
};
struct SameNamesFound {
    std::vector<SameName> people;  // nothing was recorded
};
struct WalkInRegistered {
    WalkInDone done;
};

}  // namespace baodao
