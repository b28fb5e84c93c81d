// SPDX-License-Identifier: MIT
// Typing on the glass, for staff: letters become characters by choosing from what the pinyin dictionary
// offers; digits and Latin letters stand as they are. Pure; the dictionary is asked on the desk's thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/pinyin.hpp"

namespace baodao {

inline constexpr std::size_t entry_letters_max = 24;     // of pinyin, not chosen yet
inline constexpr std::size_t entry_characters_max = 24;  // of one text
inline constexpr std::size_t entry_slots = 8;            // of the row of offers
inline constexpr std::size_t entry_slot_characters = 3;  // in one slot; longer words take two

// What is going on in the one text that is being typed.
struct TextEntry {
    std::string letters;            // lower case
    std::vector<PinyinWord> words;  // for `letters`, likeliest first; empty while the desk is asked
    std::size_t page = 0;           // of the words
    bool latin = false;             // 英: letters stand as they are
    bool no_dictionary = false;     // only what the roster knows can be offered
};

// ---- touches
struct EntryKey {
    char key = 0;  // a–z, 0–9
};
struct EntryMiddleDot {};  // of names like 买买提·艾力
struct EntryErased {};     // one letter, else one character
struct EntryCleared {};
struct EntrySpace {};  // the first word; a space between Latin words
struct EntryChosen {
    std::size_t word = 0;
};
struct EntryTurned {
    int by = 0;
};
struct EntryScript {};  // 中 / 英
using TextTouch = std::variant<EntryKey, EntryMiddleDot, EntryErased, EntryCleared, EntrySpace, EntryChosen,
                               EntryTurned, EntryScript>;

// A text of digits only takes nothing else.
enum class EntryTakes { words, digits };
struct EntryLimits {
    EntryTakes takes = EntryTakes::words;
    std::size_t characters = entry_characters_max;
};
// Carries out a touch on `text`. True: the letters changed and are not empty, so words are to be asked for.
[[nodiscard]] bool type_on(TextEntry& entry, std::string& text, EntryLimits limits, const TextTouch& touch);

// Where each page of the words begins; never empty. A word of more than entry_slot_characters takes two
// slots.
[[nodiscard]] std::vector<std::size_t> word_pages(const std::vector<PinyinWord>& words);
[[nodiscard]] std::size_t slots_of(const PinyinWord& word);

// ---- to the desk and back
struct AskWords {
    std::string letters;
    std::string before;     // what stands in the text already
    std::size_t field = 0;  // of the page, by its own count: whose words come first
};
struct WordsAnswered {
    std::string letters;  // that they are for: a late answer is nobody's
    std::vector<PinyinWord> words;
    bool dictionary = true;  // false: only what the roster knows; the dictionary is not there
};

}  // namespace baodao
