// SPDX-License-Identifier: MIT
#include "kiosk/app/text_entry.hpp"

#include <algorithm>
#include <cctype>

#include "domain/base/text.hpp"

namespace baodao {

namespace {

bool is_digit(char key) {
    return std::isdigit(static_cast<unsigned char>(key)) != 0;
}

void append(std::string& text, std::string_view more, std::size_t most) {
    if (code_points(text).size() + code_points(more).size() <= most) text += more;
}

void erase_last(std::string& text) {
    std::u32string points = code_points(text);
    if (!points.empty()) points.pop_back();
    text = to_utf8(points);
}

void set_letters(TextEntry& entry, std::string letters) {
    entry.letters = std::move(letters);
    entry.words.clear();
    entry.page = 0;
}

struct Typing {
    TextEntry& entry;
    std::string& text;
    EntryLimits limits;

    bool operator()(const EntryKey& touch) const {
        if (is_digit(touch.key)) {
            append(text, {&touch.key, 1}, limits.characters);
            return false;
        }
        if (limits.takes == EntryTakes::digits) return false;
        if (entry.latin) {
            append(text, std::string(1, as_written(touch.key)), limits.characters);
            return false;
        }
        if (entry.letters.size() == entry_letters_max) return false;
        set_letters(entry, entry.letters + touch.key);
        return true;
    }
    bool operator()(const EntryMiddleDot&) const {
        if (limits.takes == EntryTakes::words) append(text, "·", limits.characters);
        return false;
    }
    bool operator()(const EntryErased&) const {
        if (entry.letters.empty()) {
            erase_last(text);
            return false;
        }
        set_letters(entry, entry.letters.substr(0, entry.letters.size() - 1));
        return !entry.letters.empty();
    }
    bool operator()(const EntryCleared&) const {
        set_letters(entry, {});
        text.clear();
        return false;
    }
    bool operator()(const EntrySpace&) const {
        if (!entry.letters.empty()) return (*this)(EntryChosen{0});
        if (entry.latin && !text.empty() && text.back() != ' ') append(text, " ", limits.characters);
        return false;
    }
    bool operator()(const EntryChosen& touch) const {
        if (touch.word >= entry.words.size()) return false;
        const PinyinWord word = entry.words[touch.word];
        append(text, word.text, limits.characters);
        set_letters(entry, entry.letters.substr(std::min(word.letters, entry.letters.size())));
        return !entry.letters.empty();
    }
    bool operator()(const EntryTurned& touch) const {
        const auto last = static_cast<std::ptrdiff_t>(word_pages(entry.words).size()) - 1;
        const auto wanted = static_cast<std::ptrdiff_t>(entry.page) + touch.by;
        entry.page = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last));
        return false;
    }
    bool operator()(const EntryScript&) const {
        entry.latin = !entry.latin;
        set_letters(entry, {});
        return false;
    }

  private:
    // Words begin with a capital letter.
    [[nodiscard]] char as_written(char key) const {
        const bool begins = text.empty() || !std::isalpha(static_cast<unsigned char>(text.back()));
        return begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(key))) : key;
    }
};

}  // namespace

bool type_on(TextEntry& entry, std::string& text, EntryLimits limits, const TextTouch& touch) {
    return std::visit(Typing{entry, text, limits}, touch);
}

std::size_t slots_of(const PinyinWord& word) {
    return code_points(word.text).size() > entry_slot_characters ? 2 : 1;
}

std::vector<std::size_t> word_pages(const std::vector<PinyinWord>& words) {
    std::vector<std::size_t> pages{0};
    std::size_t used = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t slots = slots_of(words[i]);
        if (used + slots > entry_slots) {
            pages.push_back(i);
            used = 0;
        }
        used += slots;
    }
    return pages;
}

}  // namespace baodao
