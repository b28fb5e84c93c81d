// SPDX-License-Identifier: MIT
// The desk's part of 没带卡: who is meant by the sound of a name and four characters. Names are opened when
// somebody begins to search and forgotten when she is done.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/base/name_sound.hpp"
#include "domain/base/unicode.hpp"
#include "kiosk/app/find.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao {

// What is said when nothing can be looked up: the same as to everybody.
[[nodiscard]] PeopleAnswered nobody_found(const AskPeople& asked);

// Somebody on the roster, registered or not, or registered without having been on it.
struct ListedPerson {
    std::uint64_t subject = 0;  // member number, else slip serial
    std::string name;
    std::string agency;
    std::string branch;
    NameSound sound;
    std::string phone_mark;           // empty: no phone is known
    std::vector<SlipSerial> serials;  // oldest first; revoked ones left out
};

// Belongs to the desk's thread.
class FindDesk {
  public:
    // `opened` is borrowed.
    explicit FindDesk(OpenedDesk& opened) : opened_(opened) {}

    // Loads the readings of names, once; 0.2 s, so when nobody waits.
    [[nodiscard]] Status prepare();
    // A store or readings that cannot be read find nobody; the answer is the one that everybody gets.
    [[nodiscard]] PeopleAnswered answer(const AskPeople& asked);
    void forget();

    // For who is in on the staff side: everybody, in no order. Good until the log grows or it is forgotten.
    [[nodiscard]] Result<const std::vector<ListedPerson>*> everybody();
    // The spellings of a word, as of a name. Once everybody() was asked for.
    [[nodiscard]] NameSound sound(const std::string& word) const;
    // Nothing: every slip of hers was revoked or refused.
    [[nodiscard]] std::optional<FoundPerson> found(const ListedPerson& listed);

  private:
    [[nodiscard]] Status look_up();
    [[nodiscard]] bool proves(const ListedPerson& person, const AskPeople& asked) const;
    // Who the proven ones are; records that were joined are one person.
    [[nodiscard]] std::vector<FoundPerson> persons(const std::vector<const ListedPerson*>& proven);

    OpenedDesk& opened_;
    std::optional<NameReader> reader_;
    std::vector<ListedPerson> people_;
    std::uint64_t records_ = 0;  // in the log when people_ was made; 0: it was not
};

}  // namespace baodao
