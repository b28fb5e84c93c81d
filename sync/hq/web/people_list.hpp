// SPDX-License-Identifier: MIT
// The ledger's rows: who is on a community's roll, with her year and what is asked of her. Names come out of
// sealed cards when a page is made; whoever asks for them notes it in the audit log.
#pragma once

#include <map>

#include "domain/service/quota.hpp"
#include "sync/hq/person_file.hpp"
#include "sync/hq/web/place.hpp"

namespace baodao::hq {

// Opens cards of several communities; remembers their keys.
class CardReader {
  public:
    explicit CardReader(sql::Session& session) : session_(session) {}
    // `names`: names of cards, one after the other. Empty fields: no card opens.
    [[nodiscard]] Result<PersonCard> read(CommunityId community, const ByteVector& names);
    [[nodiscard]] Result<std::optional<SecretKey>> key(CommunityId community);

  private:
    sql::Session& session_;
    std::map<CommunityId, std::optional<SecretKey>> keys_;
};

enum class Show { everybody, open, waiting, blank };
[[nodiscard]] Show show_from(std::string_view word);

struct PeopleFilter {
    std::optional<CommunityId> community;
    std::optional<std::int64_t> branch;
    Show show = Show::everybody;
    std::optional<std::uint64_t> person;
    std::string search;  // exact name, registration number, short code
};

struct PersonRow {
    CommunityId community;
    std::uint64_t person = 0;
    std::string number;
    SlipSerial serial;
    std::string agency;
    std::string branch;
    std::string name;
    bool registered = false;  // a registration that stands
    bool parked = false;      // one that waits
    UtcMillis registered_at;
    std::optional<LocalDate> since;
    std::optional<LocalDate> left;
    std::vector<ItemId> items;
    YearAccount year;
    std::int64_t waits = 0;  // things that want somebody's word now
    UtcMillis received;
};

// The items column of a row.
[[nodiscard]] std::vector<ItemId> items_of_text(std::string_view text);

struct PeoplePage {
    std::vector<PersonRow> rows;
    std::int64_t all = 0;  // that fit the filter
};

// By community and registration number. Within what the visitor may see, whatever the filter says.
[[nodiscard]] Result<PeoplePage> list_people(const Asking& asking, const PeopleFilter& filter,
                                             std::int32_t year, std::int64_t from, std::int64_t count);

}  // namespace baodao::hq
