// SPDX-License-Identifier: MIT
// The ledger's rows: who is on a community's roll, with her year and what is asked of her. Names come out of
// sealed cards when a page is made; whoever asks for them notes it in the audit log.
#pragma once

#include <map>

#include "domain/service/quota.hpp"
#include "sync/hq/web/people_query.hpp"
#include "sync/hq/web/place.hpp"

namespace baodao::hq {

// Opens cards of several communities; remembers their keys.
class CardReader {
  public:
    explicit CardReader(sql::Session& session) : session_(session) {}
    // Reads the cards of a whole page at once. Each text holds names of cards, one after the other.
    [[nodiscard]] Status fetch(std::span<const ByteVector> names);
    // Of the fetched ones. Empty fields: no card opens.
    [[nodiscard]] Result<PersonCard> read(CommunityId community, const ByteVector& names);

  private:
    sql::Session& session_;
    SealedCards cards_;
    std::map<CommunityId, std::optional<SecretKey>> keys_;
};

[[nodiscard]] Show show_from(std::string_view word);

struct PeopleFilter {
    std::optional<CommunityId> community;
    std::optional<std::int64_t> branch;
    Show show = Show::everybody;
    std::string search;  // exact name, registration number, short code
};

struct PersonRow {
    CommunityId community;
    std::uint64_t person = 0;
    std::int64_t blank = 0;  // 1: without a registration number, at the end of her community
    std::string number;
    SlipSerial serial;
    std::string agency;
    std::string branch;
    std::string name;
    bool registered = false;  // a registration that stands
    bool parked = false;      // one that waits
    bool filed = false;       // her receipt is back at the agency
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

[[nodiscard]] PersonPlace place_of(const PersonRow& row);
// A place as it stands in addresses; nullopt: it does not read so.
[[nodiscard]] std::string to_text(const PersonPlace& place);
[[nodiscard]] std::optional<PersonPlace> person_place_from(std::string_view text);

// Which rows of the list: the first ones, those after a row, or those before it.
struct Turn {
    std::optional<PersonPlace> from = std::nullopt;
    bool backwards = false;
    std::int64_t count = 0;
};

struct PeoplePage {
    std::vector<PersonRow> rows;
    std::int64_t all = 0;  // that fit the filter
    bool more_before = false;
    bool more_after = false;
    std::map<CommunityId, CommunityBook> books;  // rules and items of the rows' communities
};

// By community and registration number. Within what the visitor may see, whatever the filter says.
[[nodiscard]] Result<PeoplePage> list_people(const Asking& asking, const PeopleFilter& filter,
                                             std::int32_t year, const Turn& turn);
// Her row; nullopt: there is none that the visitor may see.
[[nodiscard]] Result<std::optional<PersonRow>> find_person(const Asking& asking, CommunityId community,
                                                           std::uint64_t person, std::int32_t year);

// Whose receipt has that serial; nullopt: nobody's that the visitor may see.
[[nodiscard]] Result<std::optional<PersonRow>> find_receipt(const Asking& asking, SlipSerial receipt,
                                                            std::int32_t year);

}  // namespace baodao::hq
