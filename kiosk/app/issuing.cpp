// SPDX-License-Identifier: MIT
#include "kiosk/app/issuing.hpp"

#include <algorithm>

#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_subjects.hpp"
#include "kiosk/app/drafts.hpp"

namespace baodao {

namespace {

constexpr BatchNumber first_batch{1};

Draft as_draft(UndatedEvent made) {
    return {std::move(made.event), std::move(made.cards)};
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
    const Signer signer = signer_on(installation, validity.first);
    const SlipIssuer issuer{signer.id, signer.key, installation.community, installation.community_key};
    for (const RosterRow& row : rows) {
        const AgencyId agency = book.agency(row.agency, issue.events);
        const BatchNumber batch = row.batch.value_or(first_batch);
        ListedMember member = list_member(row, agency, today, installation.community_key, random);
        const SlipIssued issued{*member.who.serial,
                                *member.who.member,
                                agency,
                                batch,
                                book.next_running(agency, year_of(today), batch),
                                year_of(today)};
        auto made = sign_slip(row, issued, issuer, {validity.first, validity.last}, random);
        if (!made) return made.error();
        for (UndatedEvent& event : member.events) issue.events.push_back(as_draft(std::move(event)));
        issue.events.push_back(as_draft(std::move(made->event)));
        issue.slips.push_back(std::move(made->slip));
    }
    return issue;
}

}  // namespace baodao
