// SPDX-License-Identifier: MIT
// Lists that are turned page by page show everybody once, and are answered from an index.
#include <catch2/catch.hpp>

#include "domain/base/text.hpp"
#include "sync/hq/web/people_list.hpp"
#include "tests/support/county.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr CountySize small{5, 40, 12, 0};

std::string store_of(const std::string& engine) {
    if (engine == "SQLite") return "";
    REQUIRE(shared_postgres() != nullptr);
    return shared_postgres()->fresh_database();
}

// Lists as a visitor of that role sees them, without a browser.
class Reader {
  public:
    Reader(WebScene& web, hq::User user) : web_(web), user_(std::move(user)) {}

    template <class T>
    T ask(const std::function<Result<T>(const hq::Asking&)>& work) {
        return web_.hq.with<T>([&](sql::Session& session) {
            const ClockReading clock = web_.hq.clock.now();
            const std::string none;
            const hq::Asking asking{session, user_, say_,  {},           {},   {},   nullptr,       none,
                                    false,   none,  clock, web_.hq.keys, none, none, web_.hq.random};
            return work(asking);
        });
    }

    hq::PeoplePage list(const hq::PeopleFilter& filter, const hq::Turn& turn) {
        return ask<hq::PeoplePage>(
            [&](const hq::Asking& asking) { return hq::list_people(asking, filter, 2026, turn); });
    }

  private:
    WebScene& web_;
    hq::User user_;
    hq::Speech say_{hq::Tongue::zh};
};

std::string who(const hq::PersonRow& row) {
    return std::to_string(row.community.value) + " " + to_hex64(row.person);
}

// All rows, by pages of that many.
std::vector<std::string> turned_through(Reader& reader, const hq::PeopleFilter& filter, std::int64_t count,
                                        bool backwards) {
    std::vector<std::string> out;
    hq::Turn turn{.count = count};
    if (backwards) turn = {hq::PersonPlace{{0xFFFFFF}, 2, "", 0}, true, count};
    for (;;) {
        const hq::PeoplePage page = reader.list(filter, turn);
        if (page.rows.empty()) return out;
        std::vector<std::string> rows;
        for (const hq::PersonRow& row : page.rows) rows.push_back(who(row));
        out.insert(backwards ? out.begin() : out.end(), rows.begin(), rows.end());
        if (!(backwards ? page.more_before : page.more_after)) return out;
        turn.from = hq::place_of(backwards ? page.rows.front() : page.rows.back());
    }
}

// Everybody's rows and what is said about them, judged one by one.
std::vector<std::string> judged(Reader& reader, const hq::PeopleFilter& filter,
                                const std::function<bool(const hq::PersonRow&)>& fits) {
    std::vector<std::string> out;
    hq::PeopleFilter all = filter;
    all.show = hq::Show::everybody;
    for (const hq::PersonRow& row : reader.list(all, {.count = 1000}).rows) {
        if (fits(row)) out.push_back(who(row));
    }
    return out;
}

bool something_open(const hq::PersonRow& row) {
    const YearAccount& year = row.year;
    return row.registered && !(year.halves[0].count > 0 && year.halves[1].count > 0 && year.minutes >= 600);
}

}  // namespace

TEST_CASE("turning the ledger shows everybody once, either way, and counts them, on both engines") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        WebScene web(store_of(engine));
        make_county(web, small);
        const hq::User town{"王书记", 1, hq::Role::town, "", true};
        const hq::User agency{"李会计", 2, hq::Role::agency, "县直单位 1", true};
        const hq::User window{"周敏", 3, hq::Role::community, "15728643", true};
        for (const hq::User& user : {town, agency, window}) {
            Reader reader(web, user);
            std::vector<hq::PeopleFilter> filters(3);
            filters[1].community = county_community(2);
            filters[2].branch = county_branch(6);
            for (hq::PeopleFilter filter : filters) {
                const std::pair<hq::Show, std::function<bool(const hq::PersonRow&)>> shows[] = {
                    {hq::Show::everybody, [](const hq::PersonRow&) { return true; }},
                    {hq::Show::open, something_open},
                    {hq::Show::waiting, [](const hq::PersonRow& row) { return row.waits > 0; }},
                    {hq::Show::blank, [](const hq::PersonRow& row) { return !row.registered; }}};
                for (const auto& [show, fits] : shows) {
                    filter.show = show;
                    INFO(engine << ", " << user.name << ", show " << static_cast<int>(show) << ", branch "
                                << filter.branch.has_value());
                    const auto wanted = judged(reader, filter, fits);
                    CHECK(turned_through(reader, filter, 7, false) == wanted);
                    CHECK(turned_through(reader, filter, 7, true) == wanted);
                    CHECK(reader.list(filter, {.count = 1}).all == std::ssize(wanted));
                }
            }
        }
        Reader reader(web, town);
        hq::PeopleFilter named;
        named.search = "陈建7";
        CHECK(reader.list(named, {.count = 2}).rows.size() == 2);
        CHECK(reader.list(named, {.count = 2}).all == small.communities);
        CHECK(turned_through(reader, named, 2, false).size() == static_cast<std::size_t>(small.communities));
    }
}

TEST_CASE("every list of people is answered from an index, in its order") {
    WebScene web;
    make_county(web, small);
    const std::string agency = "县直单位 1";
    hq::PeopleConditions base;
    base.year = 2026;
    base.now = web.hq.clock.now().wall;
    base.count = 15;
    std::vector<hq::PeopleConditions> all;
    for (const hq::Show show : {hq::Show::everybody, hq::Show::blank, hq::Show::open, hq::Show::waiting}) {
        const bool sparse = show == hq::Show::open || show == hq::Show::waiting;
        for (const bool backwards : {false, true}) {
            hq::PeopleConditions one = base;
            one.show = show;
            one.backwards = backwards;
            if (!sparse) all.push_back(one);
            one.from = hq::PersonPlace{county_community(1), 0, "枫林A-0003", 5};
            if (!sparse) all.push_back(one);
            one.community = county_community(1);
            all.push_back(one);
            one.branch = county_branch(3);
            all.push_back(one);
        }
    }
    hq::PeopleConditions found = base;
    found.number = "枫林A-0003";
    all.push_back(found);
    found.number.reset();
    found.serial = 7;
    all.push_back(found);
    found.serial.reset();
    found.name_hashes.resize(64);
    all.push_back(found);
    for (const hq::PeopleConditions& conditions : all) {
        const hq::PeopleQuery query = hq::people_query(conditions);
        const auto plan = web.hq.with<std::string>([&](sql::Session& session) -> Result<std::string> {
            std::string out;
            const Status read =
                session.query("EXPLAIN QUERY PLAN " + query.text, query.values, [&](const sql::Row& row) {
                    out += row.text(3) + "\n";
                    return Status{};
                });
            if (!read) return read.error();
            return out;
        });
        INFO(query.text << "\n" << plan);
        // "SCAN p" alone is the handful of rows that were chosen.
        CHECK(plan.find("SCAN people") == std::string::npos);
        CHECK(plan.find(" p USING ") != std::string::npos);
        CHECK(plan.find("SCAN p USING COVERING INDEX sqlite_autoindex") == std::string::npos);
        CHECK(plan.find("SCAN y") == std::string::npos);
        CHECK(plan.find("SCAN d") == std::string::npos);
        CHECK(plan.find("SCAN f") == std::string::npos);
        CHECK(plan.find("SCAN b") == std::string::npos);
    }
}
