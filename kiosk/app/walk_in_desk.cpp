// SPDX-License-Identifier: MIT
#include "kiosk/app/walk_in_desk.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "domain/base/unicode.hpp"
#include "domain/slip/pin.hpp"
#include "domain/slip/short_code.hpp"

namespace baodao {

namespace {

// The rest of a name of which `before` stands already; nothing: it is another name. Names with marks between
// their parts have fewer sounds than characters, so they are offered whole or not at all.
std::optional<NameSound> rest_of(const std::string& name, const NameSound& sound, const std::string& before) {
    if (before.empty()) return sound;
    const std::size_t skipped = code_points(before).size();
    const bool one_each = sound.size() == code_points(name).size();
    if (!one_each || !name.starts_with(before) || skipped >= sound.size()) return std::nullopt;
    return NameSound(sound.begin() + static_cast<std::ptrdiff_t>(skipped), sound.end());
}

// What is typed on the glass has no invisible characters; a space at an end is a slip of the finger.
Result<std::string> tidy(const std::string& typed) {
    return to_nfc(trim(typed));
}

Result<RosterRow> row_of(const RegisterWalkIn& wanted) {
    const auto name = tidy(wanted.name);
    const auto agency = tidy(wanted.agency);
    const auto branch = tidy(wanted.branch);
    const Error cannot{ErrorKind::bad_input, "this name or unit cannot stand on a slip", {}};
    if (!name || !agency || !branch || name->empty() || agency->empty()) return cannot;
    const bool digits = wanted.phone.empty() || is_digits(wanted.phone, walk_in_phone_digits);
    if (!digits || name->size() > walk_in_name_bytes_max) return cannot;
    RosterRow row;
    row.row = 1;
    row.name = *name;
    row.agency = *agency;
    row.branch = *branch;
    row.phone = wanted.phone;
    return row;
}

}  // namespace

Result<WalkInForm> WalkInDesk::form() {
    const auto everybody = find_->everybody();
    if (!everybody) return everybody.error();
    std::map<std::string, std::set<std::string>> branches;
    for (const ListedPerson& person : **everybody) {
        if (person.agency.empty()) continue;
        auto& of_agency = branches[person.agency];
        if (!person.branch.empty()) of_agency.insert(person.branch);
    }
    WalkInForm form;
    places_.clear();
    for (const auto& [agency, names] : branches) {
        form.agencies.push_back(agency);
        places_.push_back({agency, find_->sound(agency)});
        form.branches[agency] = {names.begin(), names.end()};
        for (const std::string& name : names) places_.push_back({name, find_->sound(name)});
    }
    return form;
}

std::vector<std::string> WalkInDesk::known_words(const AskWords& asked) {
    std::vector<std::string> whole;
    std::vector<std::string> begun;
    const auto consider = [&](const std::string& name, const NameSound& sound) {
        const auto rest = rest_of(name, sound, asked.before);
        const Fit fit = rest ? fit_letters(*rest, asked.letters) : Fit::none;
        if (fit != Fit::none) (fit == Fit::whole ? whole : begun).push_back(name.substr(asked.before.size()));
    };
    if (asked.field == static_cast<std::size_t>(WalkInField::name)) {
        if (const auto everybody = find_->everybody()) {
            for (const ListedPerson& person : **everybody) consider(person.name, person.sound);
        }
    } else {
        for (const Place& place : places_) consider(place.name, place.sound);
    }
    std::sort(whole.begin(), whole.end());
    std::sort(begun.begin(), begun.end());
    whole.insert(whole.end(), begun.begin(), begun.end());
    return whole;
}

WordsAnswered WalkInDesk::words(const AskWords& asked) {
    WordsAnswered answer;
    answer.letters = asked.letters;
    std::set<std::string> offered;
    for (const std::string& word : known_words(asked)) {
        if (answer.words.size() == roster_words_max) break;
        if (offered.insert(word).second) answer.words.push_back({word, asked.letters.size()});
    }
    if (!dictionary_) {
        if (auto opened = PinyinDictionary::open(folder_)) dictionary_.emplace(std::move(opened).value());
    }
    answer.dictionary = dictionary_.has_value();
    if (!dictionary_) return answer;
    for (PinyinWord& word : dictionary_->words(asked.letters)) {
        if (offered.insert(word.text).second) answer.words.push_back(std::move(word));
    }
    return answer;
}

Result<std::vector<SameName>> WalkInDesk::same_names(const std::string& name) {
    const auto everybody = find_->everybody();
    if (!everybody) return everybody.error();
    std::vector<SameName> same;
    for (const ListedPerson& person : **everybody) {
        if (person.name != name) continue;
        if (const auto found = find_->found(person))
            same.push_back({found->serial, person.name, person.agency, person.branch, found->registered});
    }
    return same;
}

Result<IssuedSlip> WalkInDesk::issue(const RegisterWalkIn& wanted, Actor by) {
    auto row = row_of(wanted);
    if (!row) return row.error();
    auto book = IssueBook::read(opened_->journal());
    if (!book) return book.error();
    const Installation& installation = opened_->installation();
    const LocalDate today = local_date(opened_->desk().now(), opened_->desk().community().offset());
    auto issue = prepare_issue({*row}, installation, std::move(book).value(), today,
                               default_validity(installation.test, today), opened_->random());
    if (!issue) return issue.error();
    for (Draft& draft : issue->events) draft.event.actor = by;
    if (auto noted = opened_->desk().note(std::move(issue->events)); !noted) return noted.error();
    return std::move(issue->slips.front());
}

// By the serial of a slip that was issued here: its own text is judged, dates and all.
Result<WalkInDone> WalkInDesk::register_with(SlipSerial serial, const std::string& name, PaperDesk& papers,
                                             Actor by) {
    SubmitScan scan;
    scan.text = short_code(serial);
    scan.source = ScanSource::found;
    scan.entered_by = by;
    const ScanAnswer answer = opened_->desk().scan(scan);
    if (answer.outcome == Outcome::store_failed) return Error{ErrorKind::io, answer.problem, {}};
    if (answer.outcome != Outcome::registered) return WalkInDone{WalkInDone::State::refused, name, {}, false};
    const auto entry = issued_entry(*opened_, *answer.serial);
    // She is registered, whatever becomes of the papers; what does not come out is on the list.
    const auto form = entry
                          ? papers.slips(std::span(&*entry, 1), papers::form, StartCell{1}, PaperWay::printer)
                          : Result<PaperState>(entry.error());
    const auto receipt = papers.receipt(*answer.serial);
    const bool sent = form && *form == PaperState::sent && receipt && *receipt == PaperState::sent;
    return WalkInDone{WalkInDone::State::registered, name, answer.registration_number, sent};
}

Result<WalkInDesk::Entered> WalkInDesk::enter(const RegisterWalkIn& wanted, PaperDesk& papers, Actor by) {
    if (!wanted.another) {
        auto same = same_names(wanted.name);
        if (!same) return same.error();
        if (!same->empty()) return Entered(SameNamesFound{std::move(same).value()});
    }
    const auto slip = issue(wanted, by);
    if (!slip) return slip.error();
    auto done = register_with(slip->serial, slip->row.name, papers, by);
    if (!done) return done.error();
    return Entered(std::move(done).value());
}

Result<WalkInDone> WalkInDesk::enter(const RegisterListed& wanted, PaperDesk& papers, Actor by) {
    const auto person = opened_->desk().load(wanted.serial.value);
    if (!person) return person.error();
    const PersonCard card =
        read_card(opened_->journal(), person->entries, opened_->installation().community_key);
    if (person->state.registered)
        return WalkInDone{WalkInDone::State::before, card.name, person->state.registered->number, false};
    return register_with(wanted.serial, card.name, papers, by);
}

}  // namespace baodao
