// SPDX-License-Identifier: MIT
// The ledger's list as SQL. Only the conditions that are asked for stand in a text, so that each is answered
// from an index, in the order of the list, and reads no more rows than it shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/hq/person_file.hpp"

namespace baodao::hq {

enum class Show { everybody, open, waiting, blank, unfiled, filed };  // unfiled: her receipt is not back

// Where a row stands in the list: by community, then those with a registration number, by number.
struct PersonPlace {
    CommunityId community;
    std::int64_t blank = 0;  // 1: without a number
    std::string number;
    std::uint64_t person = 0;
};

// Whom to list. Strings stay where they are until the query was run.
struct PeopleConditions {
    std::optional<CommunityId> community;
    std::optional<std::int64_t> branch;
    std::string agency;  // empty: any
    Show show = Show::everybody;
    std::optional<std::int64_t> person;
    std::optional<std::int64_t> serial;
    std::optional<std::int64_t> receipt;
    std::optional<std::string> number;
    std::vector<NameHash> name_hashes;  // any of these
    std::optional<PersonPlace> from;    // the rows after it, or before it when going backwards
    bool backwards = false;             // the answer then has the nearest row first
    std::int64_t year = 0;
    UtcMillis now;
    std::int64_t count = 0;
};

struct PeopleQuery {
    std::string text;
    std::vector<sql::Value> values;  // borrowed from the conditions
};
// Rows: community, person, blank, number, serial, agency, branch's name, registered_ms, registered,
// since_day, left_day, excused, items, cards, received_ms, first_half, second_half, minutes, things that
// wait, filed.
[[nodiscard]] PeopleQuery people_query(const PeopleConditions& conditions);
// One row, one number: how many there are, wherever they stand. For conditions that few fit.
[[nodiscard]] PeopleQuery count_query(const PeopleConditions& conditions);

}  // namespace baodao::hq
