// SPDX-License-Identifier: MIT
#include "kiosk/app/issuing.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/event/kinds_subjects.hpp"
#include "domain/slip/slip.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/people.hpp"
#include "kiosk/app/phone_mark.hpp"

namespace baodao {

namespace {

constexpr BatchNumber first_batch{1};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : "、") + word;
    return out;
}

SealedCard card_of(const RosterRow& row, const SecretKey& key, Random& random) {
    CardFields fields{{"name", row.name}, {"agency", row.agency}};
    const auto add = [&](const char* field, const std::string& value) {
        if (!value.empty()) fields[field] = value;
    };
    add("branch", row.branch);
    add("skills", joined(row.skills));
    add("wishes", joined(row.wishes));
    add("phone4", phone_mark(row.phone, key));
    return seal_card(fields, key, random);
}

// The file gives one number for the year; it counts in the half-year in which it was handed in.
BalanceOpening opening_of(const RosterRow& row, const PersonRef& who, LocalDate today) {
    BalanceOpening opening;
    opening.who = who;
    opening.year = year_of(today);
    (half_of(today).half == 1 ? opening.first_half : opening.second_half) = row.opening_count;
    opening.minutes = row.opening_minutes;
    opening.source = "名册";
    return opening;
}

}  // namespace

Result<IssueBook> IssueBook::read(Journal& journal) {
    IssueBook book;
    const auto agency = [&](const Record& record) {
        const auto entry = entry_from(record);
        if (const auto body = entry ? body_of<AgencyRegistered>(entry->event) : std::nullopt) {
            book.agencies_[body->name] = body->agency;
            book.last_agency_ = std::max(book.last_agency_, body->agency.value);
        }
        return Step::go_on;
    };
    const auto slip = [&](const Record& record) {
        const auto entry = entry_from(record);
        if (const auto body = entry ? body_of<SlipIssued>(entry->event) : std::nullopt) {
            auto& last = book.running_[{body->agency, body->year, body->batch}];
            last = std::max(last, body->running);
        }
        return Step::go_on;
    };
    if (auto read = journal.for_each(select::OfKind{std::string(kinds::agency_registered)}, agency); !read) {
        return read.error();
    }
    if (auto read = journal.for_each(select::OfKind{std::string(kinds::slip_issued)}, slip); !read) {
        return read.error();
    }
    return book;
}

AgencyId IssueBook::agency(const std::string& name, std::vector<Draft>& events) {
    if (const auto known = agencies_.find(name); known != agencies_.end()) return known->second;
    last_agency_ = std::max(last_agency_, self_made_first) + 1;
    const AgencyId made{last_agency_};
    agencies_[name] = made;
    events.push_back(draft_of(AgencyRegistered{made, name}));
    return made;
}

std::int64_t IssueBook::next_running(AgencyId agency, std::int32_t year, BatchNumber batch) {
    return ++running_[{agency, year, batch}];
}

Result<Issue> prepare_issue(const std::vector<RosterRow>& rows, const Installation& installation,
                            IssueBook book, LocalDate today, Validity validity, Random& random) {
    Issue issue;
    for (const RosterRow& row : rows) {
        const AgencyId agency = book.agency(row.agency, issue.events);
        const BatchNumber batch = row.batch.value_or(first_batch);
        const PersonRef who{SlipSerial{random.next_u64()}, MemberNumber{random.next_u64()}};
        const SlipIssued issued{
            *who.serial,   *who.member, agency, batch, book.next_running(agency, year_of(today), batch),
            year_of(today)};

        Slip slip;
        slip.key = installation.issuer_id;
        slip.serial = *who.serial;
        slip.first_day = validity.first;
        slip.last_day = validity.last;
        slip.community = installation.community;
        slip.agency = agency;
        slip.batch = batch;
        slip.name = row.name;
        const auto text = issue_slip(slip, installation.issuer);
        if (!text)
            return Error{text.error().kind, text.error().message, "第 " + std::to_string(row.row) + " 行"};

        Draft listed = draft_of(MemberListed{who, agency, std::nullopt});
        SealedCard card = card_of(row, installation.community_key, random);
        listed.event.card = card.name;
        listed.cards.push_back(std::move(card));
        issue.events.push_back(std::move(listed));
        // The code as it is printed, for every later copy; it holds the name, so it lies in a card.
        Draft slip_issued = draft_of(issued);
        SealedCard code = seal_card({{"slip_text", *text}}, installation.community_key, random);
        slip_issued.event.card = code.name;
        slip_issued.cards.push_back(std::move(code));
        issue.events.push_back(std::move(slip_issued));
        if (row.opening_count != 0 || row.opening_minutes != 0) {
            issue.events.push_back(draft_of(opening_of(row, who, today)));
        }
        issue.slips.push_back({*who.serial, *text, slip_number(issued, row.agency), row});
    }
    return issue;
}

}  // namespace baodao
