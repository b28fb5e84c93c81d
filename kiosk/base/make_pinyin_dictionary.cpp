// SPDX-License-Identifier: MIT
// make_pinyin_dictionary WORDS SIMPLE OUT: our dictionary's source for rime_deployer. WORDS is
// assets/pinyin/words.txt; SIMPLE Debian's pinyin_simp.dict.yaml, which the result imports and which says
// what is common in ordinary text; every other character that ICU can read comes last.
#include <cstdio>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/base/unicode.hpp"

namespace {

using namespace baodao;

constexpr std::size_t source_bytes_max = 16 * 1024 * 1024;

// How common the first word of a section is, on pinyin_simp's scale (国: 10,112), and whether it falls with
// each word after it.
struct Weight {
    long first = 0;
    bool falling = true;
};
const std::map<std::string, Weight> sections{{"surnames", {100'000'000, true}},
                                             {"given", {50'000'000, true}},
                                             {"names", {2'000'000, true}},
                                             {"rare", {5'000, false}},
                                             {"office", {1'000'000, true}}};

class Dictionary {
  public:
    explicit Dictionary(const NameReader& reader) : reader_(reader) {}

    void add(const std::string& word, long weight) {
        std::string reading;
        for (const std::string& syllable : reader_.syllables(word)) {
            if (syllable.empty()) return;
            reading += (reading.empty() ? "" : " ") + syllable;
        }
        long& known = weights_[{word, reading}];
        known = std::max(known, weight);
    }
    [[nodiscard]] std::string text() const {
        std::ostringstream out;
        out << "---\nname: baodao\nversion: \"1\"\nsort: by_weight\nimport_tables:\n  - pinyin_simp\n...\n\n";
        for (const auto& [entry, weight] : weights_)
            out << entry.first << '\t' << entry.second << '\t' << weight << '\n';
        return out.str();
    }

  private:
    const NameReader& reader_;
    std::map<std::pair<std::string, std::string>, long> weights_;
};

// False: a section that nobody knows.
bool add_words(Dictionary& dictionary, const std::string& source) {
    std::istringstream lines(source);
    Weight weight;
    long place = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (line.front() == '[') {
            const auto section = sections.find(line.substr(1, line.size() - 2));
            if (section == sections.end()) return false;
            weight = section->second;
            place = 0;
            continue;
        }
        std::istringstream words(line);
        for (std::string word; words >> word;)
            dictionary.add(word, weight.falling ? weight.first / ++place : weight.first);
    }
    return true;
}

std::set<std::string> words_of(const std::string& rime_dictionary) {
    std::set<std::string> words;
    std::istringstream lines(rime_dictionary);
    for (std::string line; std::getline(lines, line);) words.insert(line.substr(0, line.find('\t')));
    return words;
}

// Unified ideographs, and their extension A.
void add_the_rest(Dictionary& dictionary, const std::set<std::string>& known) {
    for (const auto& [first, last] :
         {std::pair<char32_t, char32_t>{0x4E00, 0x9FFF}, std::pair<char32_t, char32_t>{0x3400, 0x4DBF}}) {
        for (char32_t point = first; point <= last; ++point) {
            const std::string character = to_utf8(std::u32string(1, point));
            if (!known.contains(character)) dictionary.add(character, 0);
        }
    }
}

int make(const char* words_file, const char* simple_file, const char* out_file) {
    const auto words = read_file(words_file, source_bytes_max);
    const auto simple = read_file(simple_file, source_bytes_max);
    const auto reader = NameReader::open();
    if (!words || !simple || !reader) {
        std::fprintf(stderr, "make_pinyin_dictionary: a source or the readings of names are missing\n");
        return 1;
    }
    Dictionary dictionary(*reader);
    if (!add_words(dictionary, *words)) {
        std::fprintf(stderr, "make_pinyin_dictionary: %s has a section that nobody knows\n", words_file);
        return 1;
    }
    add_the_rest(dictionary, words_of(*simple));
    const Status written = write_file_atomic(out_file, dictionary.text());
    if (!written) std::fprintf(stderr, "make_pinyin_dictionary: %s\n", written.error().text().c_str());
    return written ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: make_pinyin_dictionary WORDS SIMPLE OUT\n");
        return 2;
    }
    return make(argv[1], argv[2], argv[3]);
}
