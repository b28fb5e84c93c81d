// SPDX-License-Identifier: MIT
// Typing on whichever staff page takes text.
#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

TextEntry* entry_of(Model& model) {
    if (auto* page = shown_page<WalkInPage>(model)) return &page->entry;
    if (auto* page = shown_page<DeputyPage>(model)) return &page->entry;
    return nullptr;
}

}  // namespace

void on_text_touch(Model& model, const TextTouch& touch, Effects& effects) {
    if (auto* page = shown_page<WalkInPage>(model)) type_walk_in(*page, touch, effects);
    if (auto* page = shown_page<DeputyPage>(model)) type_deputy(*page, touch, effects);
}

void on_words(Model& model, const WordsAnswered& answer) {
    TextEntry* entry = entry_of(model);
    if (entry == nullptr || entry->letters != answer.letters) return;
    entry->words = answer.words;
    entry->no_dictionary = !answer.dictionary;
}

}  // namespace baodao::update_parts
