// SPDX-License-Identifier: MIT
// Finding a name by its sound: by the initials of its characters on eight keys, or by pinyin in letters.
// Lenient where speech is: n and l, z and zh, s and sh, c and ch, in and ing are one, and a character may be
// read in more ways than one.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace baodao {

// The eight keys. I, U and V begin no syllable; each key is named by its first letter.
inline constexpr std::array<std::string_view, 8> initial_keys{"ABC", "DEF", "GHJ", "KLM",
                                                              "NOP", "QRS", "TWX", "YZ"};

// The spellings of one character, lower case; none: nobody can read it, and whatever is typed fits.
using SyllableSound = std::vector<std::string>;
using NameSound = std::vector<SyllableSound>;

// `syllables` as NameReader gives them for `name`.
[[nodiscard]] NameSound name_sound(std::string_view name, const std::vector<std::string>& syllables);

// Who has typed the sound of three characters has typed a whole name: longer ones need no more.
inline constexpr std::size_t whole_name_syllables = 3;

enum class Fit {
    none,
    begins,  // the name may go on like that
    whole,   // all of the name, or enough of it
};
// `keys`: the first letters of the keys touched, "AGG" for 陈建国. Nothing typed begins every name.
[[nodiscard]] Fit fit_keys(const NameSound& name, std::string_view keys);
// `letters`: lower case, of each character as much as one likes: chenjianguo, chenjg, cjg.
[[nodiscard]] Fit fit_letters(const NameSound& name, std::string_view letters);

}  // namespace baodao
