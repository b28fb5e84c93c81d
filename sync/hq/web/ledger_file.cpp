// SPDX-License-Identifier: MIT
#include "sync/hq/web/ledger_file.hpp"

#include "sync/hq/web/member_view.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t rows_at_once = 1000;

}  // namespace

std::string csv_cell(std::string_view text) {
    constexpr std::string_view computed = "=+-@\t\r\n";
    std::string out = "\"";
    if (!text.empty() && computed.find(text.front()) != std::string_view::npos) out += '\'';
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) out += (out.empty() ? "" : ",") + csv_cell(cell);
    return out + "\r\n";
}

Result<LedgerFile> ledger_file(const Asking& asking, std::int32_t year) {
    auto names = place_names(asking);
    if (!names) return names.error();
    const Speech& say = asking.say;
    LedgerFile file;
    file.bytes = csv_mark + csv_line({say("csv_community"), say("col_number"), say("col_name"), say("agency"),
                                      say("branch"), say("csv_registered"), say("csv_half_1"),
                                      say("csv_half_2"), say("csv_minutes"), say("csv_state")});
    Turn turn{.count = rows_at_once};
    for (;;) {
        const auto people = list_people(asking, {}, year, turn);
        if (!people) return people.error();
        for (const PersonRow& row : people->rows) {
            const PlaceNames& place = (*names)[row.community];
            const bool has = row.registered_at.value != 0;
            file.bytes +=
                csv_line({place.name, row.number, row.name, row.agency, row.branch,
                          has ? say.day(row.registered_at, place.offset) : "",
                          std::to_string(row.year.halves[0].count), std::to_string(row.year.halves[1].count),
                          std::to_string(row.year.minutes),
                          state_badge(row, say, asking.now())["text"].get<std::string>()});
            ++file.people;
        }
        if (!people->more_after) return file;
        turn.from = place_of(people->rows.back());
    }
}

}  // namespace baodao::hq
