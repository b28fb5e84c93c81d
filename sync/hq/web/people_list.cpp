// SPDX-License-Identifier: MIT
#include "sync/hq/web/people_list.hpp"

#include <algorithm>
#include <charconv>

#include "domain/base/text.hpp"
#include "domain/slip/short_code.hpp"
#include "sync/hq/roll_up.hpp"
#include "sync/hq/web/people_count.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t hashes_step = 64;  // few texts, whatever the number of communities

// nullopt: nobody can fit.
std::optional<PeopleConditions> conditions_of(const Asking& asking, const PeopleFilter& filter,
                                              std::int32_t year) {
    PeopleConditions out;
    out.year = year;
    out.now = asking.now();
    const auto bound = bound_community(asking.user);
    if (bound && filter.community && *filter.community != *bound) return std::nullopt;
    out.community = bound ? bound : filter.community;
    out.branch = filter.branch;
    out.agency = bound_agency(asking.user);
    out.show = filter.show;
    return out;
}

// "2026-1 2026-2"
std::vector<Excuse> excused_from(std::string_view text) {
    std::vector<Excuse> out;
    for (; text.size() >= 6; text.remove_prefix(std::min<std::size_t>(7, text.size()))) {
        const auto year = community_of(std::string(text.substr(0, 4)));
        if (year) out.push_back({{static_cast<std::int32_t>(year->value), text[5] == '1' ? 1 : 2}, {}});
    }
    return out;
}

std::optional<LocalDate> day_from(std::int64_t days) {
    if (days == no_day) return std::nullopt;
    return LocalDate{static_cast<std::int32_t>(days)};
}

struct RawRow {
    PersonRow row;
    ByteVector cards;      // their names
    PersonState stand_in;  // the stored sums as one opening balance: the same rules judge them
};

RawRow raw_of(const sql::Row& row, std::int32_t year) {
    RawRow raw;
    PersonRow& out = raw.row;
    out.community = row.number<CommunityId>(0);
    out.person = static_cast<std::uint64_t>(row.integer(1));
    out.blank = row.integer(2);
    out.number = row.text(3);
    out.serial = row.number<SlipSerial>(4);
    out.agency = row.text(5);
    out.branch = row.text(6);
    out.registered_at = {row.integer(7)};
    out.registered = row.integer(8) != 0;
    out.since = day_from(row.integer(9));
    out.left = day_from(row.integer(10));
    out.items = items_of_text(row.bytes(12));
    const std::string_view cards = row.bytes(13);
    raw.cards.assign(cards.begin(), cards.end());
    out.received = {row.integer(14)};
    out.waits = row.integer(18);
    out.filed = row.integer(19) != 0;
    out.parked = !out.number.empty() && !out.registered && !out.left;

    raw.stand_in.on_roll_since = out.since;
    if (out.left) raw.stand_in.left = Leaving{*out.left, {}, std::nullopt};
    raw.stand_in.excused = excused_from(row.bytes(11));
    BalanceOpening sums;
    sums.year = year;
    sums.first_half = row.integer(15);
    sums.second_half = row.integer(16);
    sums.minutes = row.integer(17);
    raw.stand_in.openings.push_back({{}, sums});
    return raw;
}

Status read_rows(sql::Session& session, const PeopleConditions& conditions, std::vector<RawRow>& into) {
    const PeopleQuery query = people_query(conditions);
    return session.query(query.text, query.values, [&](const sql::Row& row) {
        into.push_back(raw_of(row, static_cast<std::int32_t>(conditions.year)));
        return Status{};
    });
}

// Those who wait, and those with something open, may be few among many: communities that have none of them
// are passed over by their sums.
Status read_by_community(sql::Session& session, PeopleConditions conditions, std::vector<RawRow>& into) {
    auto communities = communities_with(session, conditions);
    if (!communities) return communities.error();
    if (conditions.backwards) std::ranges::reverse(*communities);
    const auto from = conditions.from;
    const auto all = static_cast<std::size_t>(conditions.count);
    for (const CommunityId community : *communities) {
        if (into.size() >= all) return {};
        const bool passed =
            from && (conditions.backwards ? community > from->community : community < from->community);
        if (passed) continue;
        conditions.community = community;
        conditions.from = from && from->community == community ? from : std::nullopt;
        conditions.count = static_cast<std::int64_t>(all - into.size());
        if (const auto read = read_rows(session, conditions, into); !read) return read;
    }
    return {};
}

Status read_list(sql::Session& session, const PeopleConditions& conditions, std::vector<RawRow>& into) {
    const bool narrow = conditions.community || conditions.branch || !conditions.agency.empty();
    const bool sparse = conditions.show == Show::open || conditions.show == Show::waiting;
    return sparse && !narrow ? read_by_community(session, conditions, into)
                             : read_rows(session, conditions, into);
}

// Names are found under each community's own key.
Result<std::vector<NameHash>> hashes_of(sql::Session& session, const std::string& name) {
    std::vector<NameHash> out;
    const auto read = session.query("SELECT card_key FROM communities WHERE length(card_key)=32", {},
                                    [&](const sql::Row& row) {
                                        out.push_back(name_hash(name, row.id<SecretKey>(0)));
                                        return Status{};
                                    });
    if (!read) return read.error();
    // The last one stands for the rest of the step.
    if (!out.empty()) out.resize((out.size() + hashes_step - 1) / hashes_step * hashes_step, out.back());
    return out;
}

// By short code or number, and when nobody has it, by name. The conditions are then those that found them.
Status read_search(sql::Session& session, const std::string& search, PeopleConditions& conditions,
                   std::vector<RawRow>& into) {
    if (const auto typed = parse_short_code(search)) {
        conditions.serial = static_cast<std::int64_t>(typed->value);
        return read_rows(session, conditions, into);
    }
    conditions.number = search;
    if (const auto read = read_rows(session, conditions, into); !read || !into.empty()) return read;
    conditions.number.reset();
    auto hashes = hashes_of(session, search);
    if (!hashes) return hashes.error();
    conditions.name_hashes = std::move(*hashes);
    if (conditions.name_hashes.empty()) return {};
    return read_rows(session, conditions, into);
}

// Names, and what the rules ask of her.
Status complete(const Asking& asking, std::vector<RawRow>& raw, std::int32_t year, PeoplePage& page) {
    CardReader reader(asking.session);
    std::vector<ByteVector> names;
    for (const RawRow& one : raw) names.push_back(one.cards);
    if (const auto fetched = reader.fetch(names); !fetched) return fetched;
    const LocalDate today = local_date(asking.now(), town_offset);
    for (RawRow& one : raw) {
        auto book = page.books.find(one.row.community);
        if (book == page.books.end()) {
            auto loaded = load_rules_and_items(asking.session, one.row.community);
            if (!loaded) return loaded.error();
            book = page.books.emplace(one.row.community, std::move(*loaded)).first;
        }
        one.row.year = year_account(one.stand_in, year, today, book->second.state.rules());
        const auto card = reader.read(one.row.community, one.cards);
        if (!card) return card.error();
        one.row.name = card->name;
        page.rows.push_back(std::move(one.row));
    }
    return {};
}

std::vector<Hash> card_names_of(const ByteVector& names) {
    std::vector<Hash> hashes(names.size() / sizeof(Hash::bytes));
    for (std::size_t i = 0; i < hashes.size(); ++i)
        std::copy_n(names.begin() + static_cast<std::ptrdiff_t>(i * sizeof(Hash::bytes)), sizeof(Hash::bytes),
                    hashes[i].bytes.begin());
    return hashes;
}

Result<std::optional<PersonRow>> first_row(const Asking& asking, PeopleConditions conditions) {
    conditions.count = 1;
    std::vector<RawRow> raw;
    if (const auto read = read_rows(asking.session, conditions, raw); !read) return read.error();
    PeoplePage page;
    const auto done = complete(asking, raw, static_cast<std::int32_t>(conditions.year), page);
    if (!done) return done.error();
    if (page.rows.empty()) return std::optional<PersonRow>();
    return std::optional(std::move(page.rows.front()));
}

template <class Number>
bool take_number(std::string_view& text, Number& into, int base) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), into, base);
    const auto used = static_cast<std::size_t>(stop - text.data());
    if (error != std::errc() || used >= text.size() || text[used] != '.') return false;
    text.remove_prefix(used + 1);
    return true;
}

}  // namespace

std::vector<ItemId> items_of_text(std::string_view text) {
    std::vector<ItemId> out;
    for (; text.size() >= 16; text.remove_prefix(16)) {
        if (const auto item = from_hex64(text.substr(0, 16))) out.push_back({*item});
    }
    return out;
}

Status CardReader::fetch(std::span<const ByteVector> names) {
    std::vector<Hash> all;
    for (const ByteVector& one : names) {
        const auto hashes = card_names_of(one);
        all.insert(all.end(), hashes.begin(), hashes.end());
    }
    auto found = find_cards(session_, all);
    if (!found) return found.error();
    cards_ = std::move(*found);
    return {};
}

Result<PersonCard> CardReader::read(CommunityId community, const ByteVector& names) {
    auto key = keys_.find(community);
    if (key == keys_.end()) {
        const auto found = find_card_key(session_, community);
        if (!found) return found.error();
        key = keys_.emplace(community, *found).first;
    }
    if (!key->second) return PersonCard{};
    return person_card_of(cards_, card_names_of(names), *key->second);
}

Show show_from(std::string_view word) {
    if (word == "open") return Show::open;
    if (word == "waiting") return Show::waiting;
    if (word == "unfiled") return Show::unfiled;
    if (word == "filed") return Show::filed;
    return word == "blank" ? Show::blank : Show::everybody;
}

PersonPlace place_of(const PersonRow& row) {
    return {row.community, row.blank, row.number, row.person};
}

std::string to_text(const PersonPlace& place) {
    return std::to_string(place.community.value) + "." + std::to_string(place.blank) + "." +
           to_hex64(place.person) + "." + place.number;
}

std::optional<PersonPlace> person_place_from(std::string_view text) {
    PersonPlace place;
    const bool read = take_number(text, place.community.value, 10) && take_number(text, place.blank, 10) &&
                      take_number(text, place.person, 16);
    if (!read) return std::nullopt;
    place.number = text;
    return place;
}

Result<PeoplePage> list_people(const Asking& asking, const PeopleFilter& filter, std::int32_t year,
                               const Turn& turn) {
    PeoplePage page;
    auto conditions = conditions_of(asking, filter, year);
    if (!conditions) return page;
    conditions->from = turn.from;
    conditions->backwards = turn.backwards && turn.from;
    conditions->count = turn.count + 1;  // one more tells whether there is a next page
    std::vector<RawRow> raw;
    const std::string search(trim(filter.search));
    const auto read = search.empty() ? read_list(asking.session, *conditions, raw)
                                     : read_search(asking.session, search, *conditions, raw);
    if (!read) return read.error();
    const auto all = count_people(asking.session, *conditions);
    if (!all) return all.error();
    page.all = *all;
    const bool more = std::ssize(raw) > turn.count;
    if (more) raw.pop_back();
    page.more_before = conditions->backwards ? more : turn.from.has_value();
    page.more_after = conditions->backwards || more;
    if (conditions->backwards) std::ranges::reverse(raw);
    if (const auto done = complete(asking, raw, year, page); !done) return done.error();
    return page;
}

Result<std::optional<PersonRow>> find_person(const Asking& asking, CommunityId community,
                                             std::uint64_t person, std::int32_t year) {
    PeopleFilter filter;
    filter.community = community;
    auto conditions = conditions_of(asking, filter, year);
    if (!conditions) return std::optional<PersonRow>();
    conditions->person = static_cast<std::int64_t>(person);
    return first_row(asking, *conditions);
}

Result<std::optional<PersonRow>> find_receipt(const Asking& asking, SlipSerial receipt, std::int32_t year) {
    auto conditions = conditions_of(asking, {}, year);
    if (!conditions || receipt.value == 0) return std::optional<PersonRow>();
    conditions->receipt = static_cast<std::int64_t>(receipt.value);
    return first_row(asking, *conditions);
}

}  // namespace baodao::hq
