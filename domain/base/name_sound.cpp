// SPDX-License-Identifier: MIT
#include "domain/base/name_sound.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "domain/base/text.hpp"

namespace baodao {

namespace {

// Characters of names that are read in two ways by two people; one reading is ICU's, the other may be hers.
const std::map<char32_t, SyllableSound>& read_in_two_ways() {
    static const std::map<char32_t, SyllableSound> readings{
        {U'乐', {"le", "yue"}},      {U'长', {"chang", "zhang"}}, {U'朝', {"chao", "zhao"}},
        {U'重', {"chong", "zhong"}}, {U'种', {"zhong", "chong"}}, {U'曾', {"zeng", "ceng"}},
        {U'单', {"shan", "dan"}},    {U'仇', {"qiu", "chou"}},    {U'区', {"ou", "qu"}},
        {U'盛', {"sheng", "cheng"}}, {U'晟', {"sheng", "cheng"}}, {U'翟', {"zhai", "di"}},
        {U'解', {"xie", "jie"}},     {U'查', {"zha", "cha"}},     {U'尉', {"wei", "yu"}},
        {U'茜', {"qian", "xi"}},     {U'传', {"chuan", "zhuan"}}, {U'行', {"xing", "hang"}},
        {U'校', {"xiao", "jiao"}},   {U'奇', {"qi", "ji"}},       {U'藏', {"cang", "zang"}},
        {U'召', {"zhao", "shao"}},   {U'员', {"yuan", "yun"}},    {U'缪', {"miao", "mou"}},
        {U'万', {"wan", "mo"}},      {U'冼', {"xian", "sheng"}},  {U'贾', {"jia", "gu"}},
        {U'折', {"zhe", "she"}},     {U'车', {"che", "ju"}},      {U'覃', {"qin", "tan"}},
        {U'隗', {"wei", "kui"}},     {U'郇', {"xun", "huan"}},    {U'句', {"gou", "ju"}},
        {U'乜', {"nie", "mie"}},     {U'谌', {"chen", "shen"}},   {U'盖', {"ge", "gai"}},
        {U'黑', {"he", "hei"}},      {U'繁', {"po", "fan"}},      {U'会', {"hui", "kuai"}},
        {U'柏', {"bai", "bo"}},      {U'朴', {"piao", "pu"}},     {U'调', {"diao", "tiao"}},
        {U'都', {"du", "dou"}},      {U'石', {"shi", "dan"}},     {U'率', {"shuai", "lu"}},
        {U'莘', {"xin", "shen"}},    {U'祭', {"zhai", "ji"}},     {U'宓', {"mi", "fu"}},
        {U'褚', {"chu", "zhu"}},     {U'阚', {"kan", "han"}},     {U'郗', {"xi", "chi"}},
        {U'洗', {"xian", "xi"}},     {U'适', {"shi", "kuo"}},     {U'约', {"yue", "yao"}},
        {U'瞿', {"qu", "ju"}},       {U'佴', {"nai", "er"}},
    };
    return readings;
}

void add(SyllableSound& sounds, const std::string& spelling) {
    if (std::find(sounds.begin(), sounds.end(), spelling) == sounds.end()) sounds.push_back(spelling);
}

// Sounds that speech does not keep apart, where a syllable begins and where it ends.
struct Pair {
    std::string_view one;  // the longer one, where one holds the other
    std::string_view other;
};
constexpr std::array<Pair, 4> alike_at_the_beginning{{{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"l", "n"}}};
constexpr std::array<Pair, 2> alike_at_the_end{{{"ing", "in"}, {"eng", "en"}}};

std::string begun_otherwise(const std::string& sound, const Pair& pair) {
    const bool is_one = sound.starts_with(pair.one);
    if (!is_one && !sound.starts_with(pair.other)) return sound;
    return std::string(is_one ? pair.other : pair.one) +
           sound.substr(is_one ? pair.one.size() : pair.other.size());
}

std::string ended_otherwise(const std::string& sound, const Pair& pair) {
    const bool is_one = sound.ends_with(pair.one);
    if (!is_one && !sound.ends_with(pair.other)) return sound;
    return sound.substr(0, sound.size() - (is_one ? pair.one.size() : pair.other.size())) +
           std::string(is_one ? pair.other : pair.one);
}

// 吕 is typed lu, lv, nu or nv.
std::string with_v(const std::string& sound) {
    if (!sound.starts_with("lu") && !sound.starts_with("nu")) return sound;
    return sound.substr(0, 1) + "v" + sound.substr(2);
}

// Every spelling also as others would spell it.
SyllableSound lenient(SyllableSound sounds) {
    const auto also = [&](const auto& otherwise) {
        for (std::size_t i = 0, known = sounds.size(); i < known; ++i) add(sounds, otherwise(sounds[i]));
    };
    for (const Pair& pair : alike_at_the_beginning)
        also([&](const std::string& sound) { return begun_otherwise(sound, pair); });
    for (const Pair& pair : alike_at_the_end)
        also([&](const std::string& sound) { return ended_otherwise(sound, pair); });
    also(with_v);
    return sounds;
}

// The key on which a syllable's first letter stands; I, U and V, of Latin names, go with their neighbours.
char key_of(char letter) {
    const char upper = static_cast<char>(letter - 'a' + 'A');
    if (upper == 'I') return 'G';
    if (upper == 'U' || upper == 'V') return 'T';
    for (const std::string_view key : initial_keys) {
        if (key.find(upper) != std::string_view::npos) return key.front();
    }
    return 0;
}

bool on_key(const SyllableSound& sounds, char key) {
    return sounds.empty() || std::any_of(sounds.begin(), sounds.end(), [&](const std::string& sound) {
               return key_of(sound.front()) == key;
           });
}

bool enough(const NameSound& name, std::size_t syllables) {
    return syllables >= std::min(name.size(), whole_name_syllables);
}

// The letters from there on against the characters from there on; a character takes one letter at least.
Fit fit_from(const NameSound& name, std::size_t at, std::string_view letters) {
    if (letters.empty()) return enough(name, at) ? Fit::whole : Fit::begins;
    if (at == name.size()) return Fit::none;
    Fit best = Fit::none;
    const auto taken = [&](std::size_t count) {
        best = std::max(best, fit_from(name, at + 1, letters.substr(count)));
    };
    constexpr std::size_t letters_of_a_syllable_max = 6;  // zhuang
    if (name[at].empty()) {
        for (std::size_t count = 1; count <= std::min(letters.size(), letters_of_a_syllable_max); ++count) {
            if (taken(count); best == Fit::whole) return best;
        }
    }
    for (const std::string& sound : name[at]) {
        for (std::size_t count = 1; count <= std::min(letters.size(), sound.size()); ++count) {
            if (letters[count - 1] != sound[count - 1]) break;
            if (taken(count); best == Fit::whole) return best;
        }
    }
    return best;
}

}  // namespace

NameSound name_sound(std::string_view name, const std::vector<std::string>& syllables) {
    std::u32string characters = code_points(name);
    const auto is_mark = [](char32_t point) { return point == U'·' || point == U' ' || point == U'　'; };
    std::erase_if(characters, is_mark);
    const bool one_each = characters.size() == syllables.size();
    NameSound sound;
    for (std::size_t i = 0; i < syllables.size(); ++i) {
        SyllableSound spellings;
        if (!syllables[i].empty()) spellings.push_back(syllables[i]);
        if (one_each) {
            const auto known = read_in_two_ways().find(characters[i]);
            if (known != read_in_two_ways().end()) {
                for (const std::string& other : known->second) add(spellings, other);
            }
        }
        sound.push_back(lenient(std::move(spellings)));
    }
    return sound;
}

Fit fit_keys(const NameSound& name, std::string_view keys) {
    if (name.empty() || keys.size() > name.size()) return Fit::none;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!on_key(name[i], keys[i])) return Fit::none;
    }
    return !keys.empty() && enough(name, keys.size()) ? Fit::whole : Fit::begins;
}

Fit fit_letters(const NameSound& name, std::string_view letters) {
    return name.empty() ? Fit::none : fit_from(name, 0, letters);
}

}  // namespace baodao
