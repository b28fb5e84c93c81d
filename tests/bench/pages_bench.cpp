// SPDX-License-Identifier: MIT
// bench_pages [--quick]: what each of headquarters' pages takes in a county of 200,000 members, on SQLite and
// on PostgreSQL, beside one plain fixed query of the same run: counting all who registered, row by row. A
// page is asked for as a browser does, without its socket: session, rights, audit entry, records, names,
// HTML. The door is left out: its password is made slow on purpose.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string_view>

#include "tests/support/county.hpp"

namespace {

using namespace baodao;
using namespace baodao::test;

constexpr CountySize county{237, 844, 1500, 200'000};
constexpr CountySize village{12, 200, 60, 5'000};
constexpr int rounds = 7;
constexpr double page_ms_max = 100;

double median_ms(const std::function<void()>& work) {
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        took.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(took);
    return took[took.size() / 2];
}

std::string link_to(const std::string& page, const std::string& begin, bool last = false) {
    const std::string wanted = "href=\"" + begin;
    const auto at = last ? page.rfind(wanted) : page.find(wanted);
    BAODAO_CHECK(at != std::string::npos);
    std::string address = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    for (auto amp = address.find("&amp;"); amp != std::string::npos; amp = address.find("&amp;"))
        address.replace(amp, 5, "&");
    return address;
}

struct PageRow {
    std::string name;
    std::string address;
};

// Every page that a visitor of that role can ask for; the middle of the list is as near as its beginning.
std::vector<PageRow> town_pages(WebBrowser& browser, const CountySize& size) {
    const std::string ledger = browser.get("/ledger").body;
    const std::string middle = std::to_string(county_community(size.communities / 2).value);
    const std::string number = hq::url_encoded("枫林A-0007");
    const std::string name = hq::url_encoded("陈建7");
    return {
        {"overview", "/overview"},
        {"communities", "/communities"},
        {"one community", "/communities/" + middle},
        {"agencies", "/agencies"},
        {"a branch's missing, by name", "/agencies/" + std::to_string(county_branch(7))},
        {"ledger of everybody", "/ledger"},
        {"ledger, next page", link_to(ledger, "/ledger?after=")},
        {"ledger, in the middle", "/ledger?after=" + middle + ".0.0000000000000001.&page=7000"},
        {"ledger, back from the end", "/ledger?before=99999999.0.0000000000000001.&page=14000"},
        {"ledger of a community", "/ledger?community=" + middle},
        {"ledger of a branch", "/ledger?branch=" + std::to_string(county_branch(7))},
        {"ledger, with something open", "/ledger?show=open"},
        {"ledger, waiting", "/ledger?show=waiting"},
        {"ledger, not registered", "/ledger?show=blank"},
        {"ledger, by number", "/ledger?q=" + number},
        {"ledger, by name", "/ledger?q=" + name},
        {"ledger, a name that nobody has", "/ledger?q=" + hq::url_encoded("无此人")},
        {"one member", link_to(ledger, "/ledger/15728641/")},
        {"activities", "/activities"},
        {"what waits", "/waiting"},
        {"one that waits", link_to(browser.get("/waiting").body, "/waiting/15728641/")},
        {"terminals", "/terminals"},
        {"export, the question", "/export"},
        {"audit", "/audit"},
        {"audit, far back", "/audit?older=1790000000000.0000000000000000"},
    };
}

void time_pages(WebBrowser& browser, const std::vector<PageRow>& pages, const char* who, double fixed) {
    for (const PageRow& page : pages) {
        (void)browser.get(page.address);
        const double took = median_ms([&] {
            const HttpResponse response = browser.get(page.address);
            BAODAO_CHECK(response.status == 200);
        });
        std::printf("  %-10s %-32s %7.1f ms  x%.2f of %.1f ms%s\n", who, page.name.c_str(), took,
                    took / fixed, fixed, took > page_ms_max ? "  OVER 100 ms" : "");
        std::fflush(stdout);
    }
}

void bench(const char* engine, const std::string& store, const CountySize& size) {
    WebScene web(store);
    make_county(web, size);
    // What a server does by itself after a while.
    if (!store.empty())
        BAODAO_CHECK(
            web.hq.pool->with<void>([](sql::Session& session) { return session.execute("VACUUM ANALYZE"); })
                .ok());
    std::printf("headquarters' pages on %s: %lld members in %d communities, %d branches\n", engine,
                static_cast<long long>(web.hq.count("people")), size.communities, size.branches);
    const double fixed =
        median_ms([&] { (void)web.hq.count("people WHERE registered=1 AND received_ms>0"); });
    WebBrowser town(*web.web);
    (void)web.log_in(town, web.add_user("王书记"));
    time_pages(town, town_pages(town, size), "town", fixed);
    WebBrowser agency(*web.web);
    (void)web.log_in(agency, web.add_user("李会计", hq::Role::agency, county_agency));
    time_pages(agency,
               {{"overview", "/overview"},
                {"agencies", "/agencies"},
                {"ledger", "/ledger"},
                {"ledger, with something open", "/ledger?show=open"},
                {"ledger, not registered", "/ledger?show=blank"}},
               "agency", fixed);
    WebBrowser window(*web.web);
    (void)web.log_in(window, web.add_user("周敏", hq::Role::community,
                                          std::to_string(county_community(size.communities / 2).value)));
    time_pages(window,
               {{"overview", "/overview"},
                {"ledger", "/ledger"},
                {"what waits", "/waiting"},
                {"activities", "/activities"},
                {"terminals", "/terminals"}},
               "community", fixed);
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::string_view(argv[1]) == "--quick";
    const CountySize& size = quick ? village : county;
    bench("SQLite", "", size);
    if (PostgresServer* server = shared_postgres(); server != nullptr)
        bench("PostgreSQL", server->fresh_database(), size);
    return 0;
}
