// SPDX-License-Identifier: MIT
#include "sync/hq/web/people_list.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "domain/slip/short_code.hpp"
#include "sync/hq/roll_up.hpp"

namespace baodao::hq {

namespace {

// A filter as the SQL texts take it: each condition has a value that leaves everybody in.
struct Conditions {
    std::int64_t community = -1;
    std::int64_t branch = -1;
    std::string agency;
    std::string number;
    std::int64_t serial = 0;
    std::int64_t one_person = 0;  // 1: only `person`
    std::int64_t person = 0;
    std::int64_t show = 0;
    std::int64_t year = 0;
    UtcMillis now;
    bool nobody = false;
};

#define PEOPLE_FROM                                                                                      \
    " FROM people p JOIN branches b ON b.branch=p.branch LEFT JOIN person_years y ON "                   \
    "y.community=p.community "                                                                           \
    "AND y.person=p.person AND y.year=? WHERE (p.community=? OR ?=-1) AND (p.branch=? OR ?=-1) AND "     \
    "(b.agency=? OR ?='') AND (p.number=? OR ?='') AND (p.serial=? OR ?=0) AND (?=0 OR p.person=?) AND " \
    "(?=0 OR (?=1 AND p.registered=1 AND "                                                               \
    "COALESCE(y.first_done,0)+COALESCE(y.second_done,0)+COALESCE(y.hours_done,0)<3) OR (?=2 AND EXISTS " \
    "(SELECT 1 FROM doubts d WHERE d.community=p.community AND d.person=p.person AND d.from_ms<=?)) OR " \
    "(?=3 AND p.expected=1 AND p.registered=0))"

std::vector<sql::Value> values_of(const Conditions& c) {
    return {c.year,   c.community, c.community,  c.branch, c.branch, c.agency, c.agency, c.number, c.number,
            c.serial, c.serial,    c.one_person, c.person, c.show,   c.show,   c.show,   c.now,    c.show};
}

Conditions conditions_of(const Asking& asking, const PeopleFilter& filter, std::int32_t year) {
    Conditions out;
    out.year = year;
    out.now = asking.now();
    const auto bound = bound_community(asking.user);
    if (filter.community) out.community = filter.community->value;
    if (bound && filter.community && *filter.community != *bound) out.nobody = true;
    if (bound) out.community = bound->value;
    if (filter.branch) out.branch = *filter.branch;
    out.one_person = filter.person ? 1 : 0;
    out.person = static_cast<std::int64_t>(filter.person.value_or(0));
    out.agency = bound_agency(asking.user);
    out.show = static_cast<std::int64_t>(filter.show);
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
    ByteVector cards;
    PersonState stand_in;  // the stored sums as one opening balance: the same rules judge them
};

RawRow raw_of(const sql::Row& row, std::int32_t year) {
    RawRow raw;
    PersonRow& out = raw.row;
    out.community = row.number<CommunityId>(0);
    out.person = static_cast<std::uint64_t>(row.integer(1));
    out.number = row.text(2);
    out.serial = row.number<SlipSerial>(3);
    out.agency = row.text(4);
    out.branch = row.text(5);
    out.registered_at = {row.integer(6)};
    out.registered = row.integer(7) != 0;
    out.since = day_from(row.integer(8));
    out.left = day_from(row.integer(9));
    out.items = items_of_text(row.bytes(11));
    const std::string_view cards = row.bytes(12);
    raw.cards.assign(cards.begin(), cards.end());
    out.received = {row.integer(13)};
    out.waits = row.integer(17);
    out.parked = !out.number.empty() && !out.registered && !out.left;

    raw.stand_in.on_roll_since = out.since;
    if (out.left) raw.stand_in.left = Leaving{*out.left, {}, std::nullopt};
    raw.stand_in.excused = excused_from(row.bytes(10));
    BalanceOpening sums;
    sums.year = year;
    sums.first_half = row.integer(14);
    sums.second_half = row.integer(15);
    sums.minutes = row.integer(16);
    raw.stand_in.openings.push_back({{}, sums});
    return raw;
}

// Names are found under each community's own key.
Result<std::vector<RawRow>> by_name(const Asking& asking, const Conditions& conditions,
                                    const std::string& name, std::int64_t count) {
    std::vector<RawRow> out;
    const auto visible = visible_communities(asking);
    if (!visible) return visible.error();
    CardReader reader(asking.session);
    for (const CommunityId community : *visible) {
        const bool wanted =
            conditions.community == -1 || conditions.community == std::int64_t{community.value};
        const auto key = reader.key(community);
        if (!key) return key.error();
        if (!wanted || !*key) continue;
        const NameHash hash = name_hash(name, **key);
        const auto read = asking.session.query(
            "SELECT "
            "p.community,p.person,p.number,p.serial,b.agency,b.name,p.registered_ms,p.registered,p.since_day,"
            "p.left_day,p.excused,p.items,p.cards,p.received_ms,COALESCE(y.first_half,0),COALESCE(y.second_"
            "half,0),"
            "COALESCE(y.minutes,0),(SELECT count(*) FROM doubts d WHERE d.community=p.community AND "
            "d.person=p.person AND d.from_ms<=?) FROM people p JOIN branches b ON b.branch=p.branch LEFT "
            "JOIN "
            "person_years y ON y.community=p.community AND y.person=p.person AND y.year=? WHERE "
            "p.community=? AND "
            "p.name_hash=? AND (b.agency=? OR ?='') ORDER BY p.number,p.person",
            {asking.now(), conditions.year, community, hash, conditions.agency, conditions.agency},
            [&](const sql::Row& row) {
                if (std::ssize(out) < count)
                    out.push_back(raw_of(row, static_cast<std::int32_t>(conditions.year)));
                return Status{};
            });
        if (!read) return read.error();
    }
    return out;
}

}  // namespace

std::vector<ItemId> items_of_text(std::string_view text) {
    std::vector<ItemId> out;
    for (; text.size() >= 16; text.remove_prefix(16)) {
        if (const auto item = from_hex64(text.substr(0, 16))) out.push_back({*item});
    }
    return out;
}

Result<std::optional<SecretKey>> CardReader::key(CommunityId community) {
    if (const auto known = keys_.find(community); known != keys_.end()) return known->second;
    auto key = find_card_key(session_, community);
    if (key) keys_[community] = *key;
    return key;
}

Result<PersonCard> CardReader::read(CommunityId community, const ByteVector& names) {
    const auto found = key(community);
    if (!found) return found.error();
    if (!*found) return PersonCard{};
    std::vector<Hash> hashes(names.size() / sizeof(Hash::bytes));
    for (std::size_t i = 0; i < hashes.size(); ++i)
        std::copy_n(names.begin() + static_cast<std::ptrdiff_t>(i * sizeof(Hash::bytes)), sizeof(Hash::bytes),
                    hashes[i].bytes.begin());
    return read_person_card(session_, hashes, **found);
}

Show show_from(std::string_view word) {
    if (word == "open") return Show::open;
    if (word == "waiting") return Show::waiting;
    return word == "blank" ? Show::blank : Show::everybody;
}

Result<PeoplePage> list_people(const Asking& asking, const PeopleFilter& filter, std::int32_t year,
                               std::int64_t from, std::int64_t count) {
    PeoplePage page;
    Conditions conditions = conditions_of(asking, filter, year);
    if (conditions.nobody) return page;
    std::vector<RawRow> raw;
    const std::string search(trim(filter.search));
    const auto typed = search.empty() ? std::nullopt : parse_short_code(search);
    if (typed) conditions.serial = static_cast<std::int64_t>(typed->value);
    if (!typed) conditions.number = search;
    const std::vector<sql::Value> values = values_of(conditions);
    const auto read_list = [&]() -> Status {
        std::int64_t all = 0;
        const auto counted =
            asking.session.query("SELECT count(*)" PEOPLE_FROM, values, [&](const sql::Row& row) {
                all = row.integer(0);
                return Status{};
            });
        if (!counted) return counted;
        page.all = all;
        std::vector<sql::Value> more{conditions.now};
        more.insert(more.end(), values.begin(), values.end());
        more.emplace_back(count);
        more.emplace_back(from);
        return asking.session.query(
            "SELECT "
            "p.community,p.person,p.number,p.serial,b.agency,b.name,p.registered_ms,p.registered,p.since_day,"
            "p.left_day,p.excused,p.items,p.cards,p.received_ms,COALESCE(y.first_half,0),COALESCE(y.second_"
            "half,0),"
            "COALESCE(y.minutes,0),(SELECT count(*) FROM doubts d WHERE d.community=p.community AND "
            "d.person=p.person AND d.from_ms<=?)" PEOPLE_FROM
            " ORDER BY p.community,p.blank,p.number,p.person LIMIT ? OFFSET ?",
            more, [&](const sql::Row& row) {
                raw.push_back(raw_of(row, year));
                return Status{};
            });
    };
    if (const auto read = read_list(); !read) return read.error();
    if (raw.empty() && !search.empty() && !typed && from == 0) {
        auto named = by_name(asking, conditions, search, count);
        if (!named) return named.error();
        raw = std::move(*named);
        page.all = std::ssize(raw);
    }

    CardReader reader(asking.session);
    std::map<CommunityId, CommunityBook> books;
    const LocalDate today = local_date(asking.now(), town_offset);
    for (RawRow& one : raw) {
        auto book = books.find(one.row.community);
        if (book == books.end()) {
            auto loaded = load_community(asking.session, one.row.community);
            if (!loaded) return loaded.error();
            book = books.emplace(one.row.community, std::move(*loaded)).first;
        }
        one.row.year = year_account(one.stand_in, year, today, book->second.state.rules());
        const auto card = reader.read(one.row.community, one.cards);
        if (!card) return card.error();
        one.row.name = card->name;
        page.rows.push_back(std::move(one.row));
    }
    return page;
}

}  // namespace baodao::hq
