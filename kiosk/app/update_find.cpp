// SPDX-License-Identifier: MIT
// 没带卡: keys, the answers to them, and how often somebody may be wrong.
#include <algorithm>
#include <cctype>

#include "domain/base/name_sound.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/app/update_parts.hpp"

namespace baodao::update_parts {
namespace {

std::string& text_of_field(FindState& find, FindField field) {
    switch (field) {
        case FindField::name:
            return find.name;
        case FindField::proof:
            return find.typed;
        case FindField::code:
            break;
    }
    return find.code;
}

std::size_t longest(const FindState& find, FindField field) {
    switch (field) {
        case FindField::name:
            return find.tab == FindTab::pinyin ? name_letters_max : name_keys_max;
        case FindField::proof:
            return proof_length;
        case FindField::code:
            break;
    }
    return short_code_length;
}

bool usable(const FindState& find, const FindKey& touch) {
    const auto letter = static_cast<unsigned char>(touch.key);
    if (touch.field == FindField::name)
        return find.tab == FindTab::pinyin ? std::islower(letter) != 0 : std::isupper(letter) != 0;
    const bool digits_only = touch.field == FindField::proof && find.proof == FindProof::phone;
    return std::isdigit(letter) != 0 || (!digits_only && std::isupper(letter) != 0);
}

void count_miss(Model& model) {
    FindState& find = *model.find;
    FindGuard& guard = model.find_guard;
    if (find.counted) return;
    find.counted = true;
    std::erase_if(guard.misses, [&](MonoMillis at) { return model.now - at > find_misses_within_ms; });
    guard.misses.push_back(model.now);
    if (guard.misses.size() < find_misses_max) return;
    guard.misses.clear();
    guard.paused_until = MonoMillis{model.now.value + find_pause_ms};
    find.name.clear();
    find.typed.clear();
}

// What was typed is taken back: the try is over, told or not.
void end_try(Model& model) {
    FindState& find = *model.find;
    if (find.silent_no) count_miss(model);
    find.counted = false;
    find.silent_no = false;
    find.told_no = false;
}

void ask(Model& model, bool tells, Effects& effects) {
    FindState& find = *model.find;
    model.find_ticket.value += 1;
    find.asked = model.find_ticket;
    find.tells = tells;
    effects.emplace_back(AskPeople{find.asked, find.tab, find.name, find.proof, find.typed});
}

void submit_found(Model& model, ScanPurpose purpose, Effects& effects) {
    if (!model.pending.empty()) return;  // a second tap changes nothing
    SubmitScan details;
    details.purpose = purpose;
    submit(model, ScanRead{short_code(model.find->found->serial), ScanSource::found}, std::move(details),
           effects);
}

// Nothing to choose: who is not registered registers, and a tile has said it already.
bool goes_straight_on(const Model& model) {
    const bool led_by_tile = model.guided_by && *model.guided_by != HomeTile::no_card;
    return led_by_tile || !model.find->found->registered;
}

struct OnTouch {
    Model& model;
    Effects& effects;
    FindState& find = *model.find;

    void operator()(const FindKey& touch) const {
        if (find.found || find_paused(model) || !usable(find, touch)) return;
        std::string& text = text_of_field(find, touch.field);
        const bool again = touch.field == FindField::proof && find.told_no && text.size() == proof_length;
        if (again) {  // the next four digits
            end_try(model);
            text.clear();
            if (find_paused(model)) return;
        }
        if (text.size() >= longest(find, touch.field)) return;
        find.told_no = false;
        text += touch.key;
        effects.emplace_back(PlaySound{Sound::key});
        if (touch.field == FindField::code) {
            if (text.size() == short_code_length)
                submit(model, ScanRead{text, ScanSource::typed_code}, SubmitScan{}, effects);
            return;
        }
        const bool both = find.typed.size() == proof_length && !find.name.empty();
        const bool told = touch.field == FindField::proof ||
                          (find.tab == FindTab::initials && find.name.size() >= whole_name_syllables);
        ask(model, both && told, effects);
    }
    void operator()(const FindErased& touch) const {
        std::string& text = text_of_field(find, touch.field);
        if (find.found || text.empty()) return;
        end_try(model);
        if (!text.empty()) text.pop_back();
        if (touch.field != FindField::code) ask(model, false, effects);
    }
    void operator()(const FindCleared& touch) const {
        if (find.found) return;
        end_try(model);
        text_of_field(find, touch.field).clear();
        if (touch.field != FindField::code) ask(model, false, effects);
    }
    void operator()(const FindTabTouched& touch) const {
        if (find.found || find.tab == touch.tab) return;
        end_try(model);
        find.tab = touch.tab;
        find.name.clear();
        find.code.clear();
        if (touch.tab != FindTab::initials && find.proof != FindProof::phone) {
            find.proof = FindProof::phone;  // the keyboard has no second row of letters
            find.typed.clear();
        }
        if (touch.tab != FindTab::code) ask(model, false, effects);
    }
    void operator()(const FindProofTouched& touch) const {
        if (find.found || find.proof == touch.proof) return;
        end_try(model);
        find.proof = touch.proof;
        find.typed.clear();
        ask(model, false, effects);
    }
    void operator()(const FindAsked&) const {
        if (find.found || find.name.empty() || find.typed.size() < proof_length || find_paused(model)) return;
        ask(model, true, effects);
    }
    void operator()(const FoundTouched& touch) const {
        if (!find.found) return;
        submit_found(model,
                     touch.wish == FoundWish::record  ? ScanPurpose::show_record
                     : touch.wish == FoundWish::claim ? ScanPurpose::claim
                                                      : ScanPurpose::attend,
                     effects);
    }
};

}  // namespace

void begin_find(Model& model, Effects& effects) {
    model.find = FindState{};
    show(model, Screen::find);
    ask(model, false, effects);  // so that the desk has the names ready
}

void end_find(Model& model) {
    if (!model.find) return;
    end_try(model);
    model.find.reset();
}

void on_find_touch(Model& model, const FindTouch& touch, Effects& effects) {
    on_touch(model);
    if (model.find) std::visit(OnTouch{model, effects}, touch);
}

void on_people(Model& model, const PeopleAnswered& answered, Effects& effects) {
    if (!model.find || model.find->found || answered.ticket != model.find->asked) return;
    FindState& find = *model.find;
    find.answer = answered;
    find.silent_no = answered.verdict == FindVerdict::no_match && !find.tells;
    if (answered.verdict == FindVerdict::no_match && find.tells) {
        find.told_no = true;
        effects.emplace_back(PlaySound{Sound::attention});
        count_miss(model);
    }
    if (answered.verdict != FindVerdict::found || !answered.found) return;
    find.found = answered.found;
    find.found_since = model.now;
    find.counted = true;  // what did not match on the way to it was no miss
    if (goes_straight_on(model)) return submit_found(model, model.purpose, effects);
    effects.emplace_back(PlaySound{Sound::repeat});
    show(model, Screen::found);
}

}  // namespace baodao::update_parts
