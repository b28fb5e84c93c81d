// SPDX-License-Identifier: MIT
// Slips for the people of a roster: members listed, slips signed and numbered, opening balances.
// Two people of one name are two people; each row is a new person.
#pragma once

#include <map>
#include <set>
#include <tuple>

#include "domain/community/issuing.hpp"
#include "kiosk/app/installation.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

struct Issue {
    std::vector<IssuedSlip> slips;  // in the roster's order
    std::vector<Draft> events;  // to be appended before any slip is handed out; times are the desk's to set
};

// What was issued before, so that numbers go on.
class IssueBook {
  public:
    [[nodiscard]] static Result<IssueBook> read(Journal& journal);

    // Known agencies keep their number; a new one gets the next free one of the self-made space.
    [[nodiscard]] AgencyId agency(const std::string& name, std::vector<Draft>& events);
    [[nodiscard]] std::int64_t next_running(AgencyId agency, std::int32_t year, BatchNumber batch);

  private:
    std::map<std::string, AgencyId> agencies_;
    std::uint32_t last_agency_ = 0;
    std::map<std::tuple<AgencyId, std::int32_t, BatchNumber>, std::int64_t> running_;
};

// `today` dates the numbers and the opening balances, `validity` the slips. Nothing is written.
[[nodiscard]] Result<Issue> prepare_issue(const std::vector<RosterRow>& rows,
                                          const Installation& installation, IssueBook book, LocalDate today,
                                          Validity validity, Random& random);

}  // namespace baodao
