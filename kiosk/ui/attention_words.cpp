// SPDX-License-Identifier: MIT
#include "kiosk/ui/attention_words.hpp"

namespace baodao {
namespace {

std::string park_reason(const Words& words, const ScanAnswer& answer) {
    switch (answer.park_reason.value_or(ParkReason::unknown_key)) {
        case ParkReason::unknown_key:
            return std::string(words(Text::reason_unknown_key));
        case ParkReason::other_community:
            return std::string(words(Text::reason_other_community));
        case ParkReason::not_on_roster:
            return std::string(words(Text::reason_not_on_roster));
        case ParkReason::past_last_day:
            break;
    }
    if (!answer.last_day) return std::string(words(Text::reason_past_last_day_undated));
    return words(Text::reason_past_last_day, {words.day_and_month(*answer.last_day)});
}

AttentionWords parked_words(const Words& words, const ScanAnswer& answer, const ContactView& contact) {
    const std::string clock = words.clock(answer.at);
    AttentionWords said;
    said.word = words(Text::attention_word);
    said.panel_title = words(Text::attention_kept);
    said.panel_hint = words(Text::attention_kept_hint);
    said.values = {{words(Text::label_record_number), answer.registration_number},
                   {words(Text::label_slip_number), answer.slip_number},
                   {words(Text::label_reason), park_reason(words, answer)},
                   {words(Text::label_next_step), std::string(words(Text::next_step_town))}};
    said.title = words(Text::attention_title, {words(Text::contact), contact.name});
    said.hint = words(Text::attention_title_hint);
    said.rows = {
        {Icon::database, std::string(words(Text::kept_row)), words(Text::kept_row_hint, {clock})},
        {Icon::clock_question, std::string(words(Text::join_row)), std::string(words(Text::join_row_hint))},
        {Icon::person_question, std::string(words(Text::at_once_row)),
         words(Text::at_once_row_hint, {contact.name})}};
    return said;
}

AttentionWords failed_words(const Words& words, const ScanAnswer& answer, const ContactView& contact) {
    AttentionWords said;
    said.failed = true;
    said.tag = words(Text::failed_tag, {words.clock(answer.at)});
    said.word = words(Text::failed_word);
    said.panel_title = words(Text::failed_panel);
    said.panel_hint = words(Text::failed_panel_hint);
    said.title = words(Text::failed_title);
    said.hint = words(Text::failed_title_hint);
    said.rows = {{Icon::pencil, std::string(words(Text::failed_row_1)),
                  words(Text::failed_row_1_hint, {words.clock(answer.at)})},
                 {Icon::check_circle, std::string(words(Text::failed_row_2)),
                  std::string(words(Text::failed_row_2_hint))},
                 {Icon::person_question, std::string(words(Text::failed_row_3)),
                  words(Text::failed_row_3_hint, {contact.name})}};
    return said;
}

struct Sentence {
    std::string title;
    Text hint;
    std::string reason;
};

// What was recognised and not acted on.
Sentence refused_sentence(const Words& words, const ScanAnswer& answer, const ContactView& contact) {
    switch (answer.outcome) {
        case Outcome::not_yet_valid: {
            if (!answer.first_day)
                return {std::string(words(Text::not_yet_title_undated)), Text::not_yet_hint, {}};
            const std::string day = words.day_and_month(*answer.first_day);
            return {words(Text::not_yet_title, {day}), Text::not_yet_hint,
                    words(Text::not_yet_reason, {day})};
        }
        case Outcome::revoked:
            return {words(Text::revoked_title, {words(Text::contact), contact.name}), Text::revoked_hint,
                    std::string(words(Text::revoked_reason))};
        case Outcome::wrong_purpose:
            return {std::string(words(Text::wrong_purpose_title)), Text::wrong_purpose_hint,
                    std::string(words(Text::wrong_purpose_reason))};
        case Outcome::altered:
            return {std::string(words(Text::altered_title)), Text::altered_hint,
                    std::string(words(Text::altered_reason))};
        case Outcome::unreadable:
            return {std::string(words(Text::unreadable_title)), Text::unreadable_hint,
                    std::string(words(Text::unreadable_reason))};
        default:
            return {std::string(words(Text::foreign_title)), Text::foreign_hint,
                    std::string(words(Text::foreign_reason))};
    }
}

AttentionWords refused_words(const Words& words, const ScanAnswer& answer, const ContactView& contact) {
    const Sentence sentence = refused_sentence(words, answer, contact);
    AttentionWords said;
    said.word = words(Text::look_word);
    said.panel_title = words(Text::not_recorded);
    said.panel_hint = words(Text::not_recorded_hint);
    said.values = {{words(Text::label_slip_number), answer.slip_number},
                   {words(Text::label_reason), sentence.reason}};
    said.title = sentence.title;
    said.hint = words(sentence.hint);
    said.rows = {
        {Icon::qr_code, std::string(words(Text::help_row_1)), std::string(words(Text::help_row_1_hint))},
        {Icon::keyboard, std::string(words(Text::help_row_2)), std::string(words(Text::help_row_2_hint))},
        {Icon::person_question, std::string(words(Text::help_row_3)),
         words(Text::help_row_3_hint, {contact.name})}};
    return said;
}

}  // namespace

AttentionWords attention_words(const Words& words, const ScanAnswer& answer, const ContactView& contact) {
    AttentionWords said = answer.outcome == Outcome::store_failed ? failed_words(words, answer, contact)
                          : answer.outcome == Outcome::parked     ? parked_words(words, answer, contact)
                                                                  : refused_words(words, answer, contact);
    if (said.tag.empty()) said.tag = words(Text::asked_tag, {words.clock(answer.at)});
    return said;
}

}  // namespace baodao
