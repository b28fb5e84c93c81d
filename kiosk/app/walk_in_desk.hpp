// SPDX-License-Identifier: MIT
// The desk's part of 代为登记 and of typing on the glass: which words may stand for the letters typed, the
// roster's own first, and the registration of who came without a slip. Belongs to the desk's thread.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/find_desk.hpp"
#include "kiosk/app/issuing.hpp"
#include "kiosk/app/paper_desk.hpp"
#include "kiosk/app/staff.hpp"

namespace baodao {

inline constexpr std::size_t roster_words_max = 12;  // offered before the dictionary's

class WalkInDesk {
  public:
    // `opened` and `find` outlive it. `dictionary` is the folder of the pinyin dictionary, opened when the
    // first letter is typed.
    WalkInDesk(OpenedDesk& opened, FindDesk& find, std::filesystem::path dictionary)
        : opened_(&opened), find_(&find), folder_(std::move(dictionary)) {}

    // Error: the roster cannot be read.
    [[nodiscard]] Result<WalkInForm> form();
    // Words for a name, unit or branch. Without the roster or the dictionary, those of the other.
    [[nodiscard]] WordsAnswered words(const AskWords& asked);
    // Two steps in the log: she is on the roster with a slip of this window, then registered with it; after a
    // power cut between them she is found by her name like anybody, or asked for here again. Error: nothing,
    // or the first step only, could be recorded; bad_input: what was filled in cannot stand on a slip.
    using Entered = std::variant<SameNamesFound, WalkInDone>;
    [[nodiscard]] Result<Entered> enter(const RegisterWalkIn& wanted, PaperDesk& papers, Actor by);
    // Somebody who is on the roster after all.
    [[nodiscard]] Result<WalkInDone> enter(const RegisterListed& wanted, PaperDesk& papers, Actor by);
    // Nobody is in any more.
    void forget() { places_.clear(); }

  private:
    // A unit or branch with the sound of its name.
    struct Place {
        std::string name;
        NameSound sound;
    };

    [[nodiscard]] std::vector<std::string> known_words(const AskWords& asked);
    [[nodiscard]] Result<std::vector<SameName>> same_names(const std::string& name);
    [[nodiscard]] Result<IssuedSlip> issue(const RegisterWalkIn& wanted, Actor by);
    [[nodiscard]] Result<WalkInDone> register_with(SlipSerial serial, const std::string& name,
                                                   PaperDesk& papers, Actor by);

    OpenedDesk* opened_;
    FindDesk* find_;
    std::filesystem::path folder_;
    std::optional<PinyinDictionary> dictionary_;
    std::vector<Place> places_;  // of both kinds, once the form was asked for
};

}  // namespace baodao
