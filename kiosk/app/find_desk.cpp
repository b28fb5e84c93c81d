// SPDX-License-Identifier: MIT
#include "kiosk/app/find_desk.hpp"

#include <algorithm>
#include <map>

#include "domain/base/text.hpp"
#include "domain/community/phone_mark.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/app/people.hpp"

namespace baodao {

namespace {

// What the log says about people, before any card is opened.
struct Collected {
    struct Person {
        std::optional<Hash> card;  // the newest one
        std::vector<SlipSerial> serials;
    };
    std::map<std::uint64_t, Person> people;      // by member number, else serial
    std::map<SlipSerial, std::uint64_t> owners;  // of slips
    std::set<SlipSerial> revoked;

    void take(const Event& event) {
        if (const auto listed = body_of<MemberListed>(event)) on_roster(*listed, event);
        if (const auto issued = body_of<SlipIssued>(event)) belongs(issued->serial, issued->member.value);
        if (const auto registered = body_of<MemberRegistered>(event)) came(*registered, event);
        if (const auto gone = body_of<SlipRevoked>(event)) revoked.insert(gone->serial);
    }

  private:
    void on_roster(const MemberListed& listed, const Event& event) {
        const std::uint64_t subject = listed.who.member   ? listed.who.member->value
                                      : listed.who.serial ? listed.who.serial->value
                                                          : 0;
        if (subject == 0) return;
        if (event.card) people[subject].card = event.card;
        if (listed.who.serial) belongs(*listed.who.serial, subject);
    }
    void came(const MemberRegistered& registered, const Event& event) {
        const auto known = owners.find(registered.serial);
        const std::uint64_t subject = known != owners.end() ? known->second
                                      : registered.member   ? registered.member->value
                                                            : registered.serial.value;
        belongs(registered.serial, subject);
        // The card of a registration holds the slip's own name only; a roster's says more.
        Person& person = people[subject];
        if (!person.card) person.card = event.card;
    }
    void belongs(SlipSerial serial, std::uint64_t subject) {
        auto& serials = people[subject].serials;
        owners[serial] = subject;
        if (std::find(serials.begin(), serials.end(), serial) == serials.end()) serials.push_back(serial);
    }
};

std::string code_tail(SlipSerial serial) {
    std::string code = short_code(serial);
    std::erase(code, ' ');
    return code.substr(code.size() - proof_length);
}

Fit fit(const NameSound& name, const AskPeople& asked) {
    return asked.by == FindTab::pinyin ? fit_letters(name, asked.name) : fit_keys(name, asked.name);
}

// The one that she registered with, if it holds; else the newest that does.
std::optional<SlipSerial> slip_of(const PersonState& person, const std::vector<SlipSerial>& serials) {
    const auto holds = [&](SlipSerial serial) {
        const SlipState* slip = person.slip(serial);
        return slip == nullptr || (!slip->revoked && slip->resolution != Resolution::refused);
    };
    if (person.registered && holds(person.registered->serial)) return person.registered->serial;
    const auto newest = std::find_if(serials.rbegin(), serials.rend(), holds);
    if (newest != serials.rend()) return *newest;
    return std::nullopt;
}

std::optional<FoundPerson> found_as(const ListedPerson& listed, const PersonState& state) {
    const auto serial = slip_of(state, listed.serials);
    if (!serial) return std::nullopt;
    return FoundPerson{*serial, listed.name, state.registered.has_value(), state.open_service() != nullptr};
}

}  // namespace

PeopleAnswered nobody_found(const AskPeople& asked) {
    PeopleAnswered answer;
    answer.ticket = asked.ticket;
    const bool complete = !asked.name.empty() && asked.typed.size() == proof_length;
    if (complete) answer.verdict = FindVerdict::no_match;
    return answer;
}

Status FindDesk::prepare() {
    if (reader_) return {};
    auto reader = NameReader::open();
    if (!reader) return reader.error();
    reader_.emplace(std::move(reader).value());
    return {};
}

void FindDesk::forget() {
    people_.clear();
    people_.shrink_to_fit();
    records_ = 0;
}

Result<const std::vector<ListedPerson>*> FindDesk::everybody() {
    if (auto looked = look_up(); !looked) return looked.error();
    return &people_;
}

NameSound FindDesk::sound(const std::string& word) const {
    return name_sound(word, reader_->syllables(word));
}

Status FindDesk::look_up() {
    Journal& journal = opened_.journal();
    if (records_ != 0 && records_ == journal.count()) return {};
    if (auto ready = prepare(); !ready) return ready;
    Collected collected;
    const auto take = [&](const Record& record) {
        if (const auto entry = entry_from(record)) collected.take(entry->event);
        return Step::go_on;
    };
    for (const std::string_view kind :
         {kinds::member_listed, kinds::slip_issued, kinds::member_registered, kinds::slip_revoked}) {
        if (auto read = journal.for_each(select::OfKind{std::string(kind)}, take); !read) return read;
    }
    forget();
    for (auto& [subject, person] : collected.people) {
        std::erase_if(person.serials, [&](SlipSerial serial) { return collected.revoked.contains(serial); });
        // A card that was purged is of somebody who left; a person whose every slip is lost sees the cadre.
        if (!person.card || person.serials.empty()) continue;
        const auto sealed = journal.card(*person.card);
        if (!sealed) continue;
        auto fields = open_card(*sealed, opened_.installation().community_key);
        if (!fields || (*fields)["name"].empty()) continue;
        const std::string& name = (*fields)["name"];
        people_.push_back({subject, name, (*fields)["agency"], (*fields)["branch"], sound(name),
                           (*fields)["phone4"], std::move(person.serials)});
    }
    records_ = journal.count();
    return {};
}

bool FindDesk::proves(const ListedPerson& person, const AskPeople& asked) const {
    if (asked.proof == FindProof::code)
        return std::any_of(person.serials.begin(), person.serials.end(),
                           [&](SlipSerial serial) { return code_tail(serial) == asked.typed; });
    return !person.phone_mark.empty() &&
           person.phone_mark == phone_mark(asked.typed, opened_.installation().community_key);
}

std::optional<FoundPerson> FindDesk::found(const ListedPerson& listed) {
    const auto person = opened_.desk().load(listed.subject);
    return person ? found_as(listed, person->state) : std::nullopt;
}

std::vector<FoundPerson> FindDesk::persons(const std::vector<const ListedPerson*>& proven) {
    std::map<std::uint64_t, FoundPerson> found;
    for (const ListedPerson* listed : proven) {
        const auto person = opened_.desk().load(listed->subject);
        if (!person) continue;
        if (auto one = found_as(*listed, person->state)) found.emplace(person->state.key, std::move(*one));
    }
    std::vector<FoundPerson> people;
    for (auto& [key, person] : found) people.push_back(std::move(person));
    return people;
}

PeopleAnswered FindDesk::answer(const AskPeople& asked) {
    PeopleAnswered answer = nobody_found(asked);
    const bool complete = answer.verdict == FindVerdict::no_match;
    if (!look_up() || asked.name.empty()) return answer;
    std::vector<const ListedPerson*> proven;
    for (const ListedPerson& person : people_) {
        const Fit fits = fit(person.sound, asked);
        if (fits == Fit::none) continue;
        answer.people += 1;
        if (answer.masked.size() < masked_names_max) answer.masked.push_back(mask_name_fully(person.name));
        if (complete && fits == Fit::whole && proves(person, asked)) proven.push_back(&person);
    }
    std::sort(answer.masked.begin(), answer.masked.end());
    if (proven.empty()) return answer;
    auto people = persons(proven);
    if (people.size() > 1) answer.verdict = FindVerdict::several;
    if (people.size() != 1) return answer;
    answer.verdict = FindVerdict::found;
    answer.found = std::move(people.front());
    return answer;
}

}  // namespace baodao
