// SPDX-License-Identifier: MIT
#include "kiosk/app/slip_papers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/community/issuing.hpp"
#include "domain/community/posts.hpp"
#include "domain/community/roster_field.hpp"
#include "domain/paper/slip_sheet.hpp"
#include "domain/slip/slip.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/issuing.hpp"
#include "kiosk/app/people.hpp"

namespace baodao {

namespace {

// Agencies by number, slips by batch, and which slips no longer hold.
struct Collected {
    std::map<AgencyId, std::string> agencies;
    std::map<std::tuple<std::int32_t, AgencyId, BatchNumber>, SlipBatch> batches;
    std::set<SlipSerial> revoked;

    void take(const Entry& entry) {
        if (const auto agency = body_of<AgencyRegistered>(entry.event))
            agencies[agency->agency] = agency->name;
        if (const auto gone = body_of<SlipRevoked>(entry.event)) revoked.insert(gone->serial);
        const auto slip = body_of<SlipIssued>(entry.event);
        if (!slip) return;
        SlipBatch& batch = batches[{slip->year, slip->agency, slip->batch}];
        const UtcMillis at = entry.event.at.estimated();
        if (batch.slips.empty() || at < batch.issued) batch.issued = at;
        batch.slips.push_back({*slip, at, entry.event.card});
    }
};

// Signed by this community, with the days that slips of that day have.
Result<std::string> signed_text(const OpenedDesk& opened, const IssuedEntry& entry, const std::string& name) {
    const Installation& installation = opened.installation();
    const LocalDate day = local_date(entry.issued, opened.desk().community().offset());
    const Validity days = default_validity(installation.test, day);
    const Signer signer = signer_on(installation, days.first);
    Slip slip;
    slip.key = signer.id;
    slip.serial = entry.slip.serial;
    slip.first_day = days.first;
    slip.last_day = days.last;
    slip.community = installation.community;
    slip.agency = entry.slip.agency;
    slip.batch = entry.slip.batch;
    slip.name = name;
    return issue_slip(slip, signer.key);
}

// The code as it was issued; the same signature comes out again when its text was not kept.
Result<std::string> slip_text(OpenedDesk& opened, const IssuedEntry& entry, const std::string& name) {
    if (entry.card) {
        const auto sealed = opened.journal().card(*entry.card);
        const auto fields = sealed ? open_card(*sealed, opened.installation().community_key)
                                   : Result<CardFields>(sealed.error());
        if (fields && fields->contains("slip_text")) return fields->at("slip_text");
    }
    return signed_text(opened, entry, name);
}

Result<PersonCard> person_card(OpenedDesk& opened, SlipSerial serial, UtcMillis now) {
    const auto person = load_person(opened.journal(), serial.value, opened.desk().community(), now);
    if (!person) return person.error();
    PersonCard card = read_card(opened.journal(), person->entries, opened.installation().community_key);
    if (card.name.empty()) return Error{ErrorKind::not_found, "the person's card is not here any more", {}};
    return card;
}

Result<SignInCard> card_with(OpenedDesk& opened, const IssuedEntry& entry, const PersonCard& person,
                             UtcMillis now) {
    const CommunityState& community = opened.desk().community();
    auto text = slip_text(opened, entry, person.name);
    if (!text) return text.error();
    RosterRow row;
    row.name = person.name;
    row.branch = person.branch;
    return sign_in_card(
        {entry.slip.serial, std::move(text).value(), slip_number(entry.slip, person.agency), row}, community,
        local_date(now, community.offset()));
}

}  // namespace

Result<std::vector<SlipBatch>> slip_batches(OpenedDesk& opened) {
    Collected collected;
    const auto take = [&](const Record& record) {
        if (const auto entry = entry_from(record)) collected.take(*entry);
        return Step::go_on;
    };
    for (const std::string_view kind : {kinds::agency_registered, kinds::slip_issued, kinds::slip_revoked}) {
        if (auto read = opened.journal().for_each(select::OfKind{std::string(kind)}, take); !read)
            return read.error();
    }
    std::vector<SlipBatch> batches;
    for (auto& [key, batch] : collected.batches) {
        std::tie(batch.year, batch.agency, batch.batch) = key;
        batch.agency_name = collected.agencies[batch.agency];
        std::erase_if(batch.slips, [&](const IssuedEntry& entry) {
            return collected.revoked.contains(entry.slip.serial);
        });
        std::sort(batch.slips.begin(), batch.slips.end(),
                  [](const IssuedEntry& a, const IssuedEntry& b) { return a.slip.running < b.slip.running; });
        if (!batch.slips.empty()) batches.push_back(std::move(batch));
    }
    std::sort(batches.begin(), batches.end(), [](const SlipBatch& a, const SlipBatch& b) {
        return std::tuple(b.issued, a.agency, a.batch) < std::tuple(a.issued, b.agency, b.batch);
    });
    return batches;
}

Result<IssuedEntry> issued_entry(OpenedDesk& opened, SlipSerial serial) {
    const auto batches = slip_batches(opened);
    if (!batches) return batches.error();
    for (const SlipBatch& batch : *batches) {
        for (const IssuedEntry& entry : batch.slips) {
            if (entry.slip.serial == serial) return entry;
        }
    }
    return Error{ErrorKind::not_found, "no slip that holds has this number", {}};
}

Result<IssuedEntry> reissue(OpenedDesk& opened, const IssuedEntry& lost, UtcMillis now) {
    const auto person = person_card(opened, lost.slip.serial, now);
    if (!person) return person.error();
    auto book = IssueBook::read(opened.journal());
    if (!book) return book.error();
    IssuedEntry made{lost.slip, now, std::nullopt};
    made.slip.serial = SlipSerial{opened.random().next_u64()};
    made.slip.running = book->next_running(lost.slip.agency, lost.slip.year, lost.slip.batch);
    const auto text = signed_text(opened, made, person->name);
    if (!text) return text.error();
    Draft issued = draft_of(made.slip);
    SealedCard code = seal_card({{"slip_text", *text}}, opened.installation().community_key, opened.random());
    made.card = code.name;
    issued.event.card = code.name;
    issued.cards.push_back(std::move(code));
    if (auto noted = opened.desk().note({draft_of(SlipRevoked{lost.slip.serial, "丢失"}), std::move(issued)});
        !noted)
        return noted.error();
    return made;
}

Result<SignInCard> card_of_slip(OpenedDesk& opened, const IssuedEntry& entry, UtcMillis now) {
    const auto person = person_card(opened, entry.slip.serial, now);
    if (!person) return person.error();
    return card_with(opened, entry, *person, now);
}

Result<RegistrationForm> form_of_slip(OpenedDesk& opened, const IssuedEntry& entry, std::int64_t copy,
                                      UtcMillis now) {
    const auto person = person_card(opened, entry.slip.serial, now);
    if (!person) return person.error();
    auto card = card_with(opened, entry, *person, now);
    if (!card) return card.error();
    RegistrationForm form;
    const auto read = parse_slip(card->qr_text);
    if (const auto* slip = std::get_if<UnverifiedSlip>(&read)) form.report_by = slip->claimed().last_day;
    form.card = std::move(card).value();
    form.batch = person->agency + " " + std::to_string(entry.slip.year) + " 年第 " +
                 std::to_string(entry.slip.batch.value) + " 批";
    form.unit = person->agency;
    form.skills = person->skills;
    for (const std::string_view post : given_posts) form.posts.emplace_back(post);
    form.wishes = split_list(person->wishes);
    form.copy = static_cast<int>(copy);
    return form;
}

}  // namespace baodao
