// SPDX-License-Identifier: MIT
#include "domain/base/csv.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

using namespace baodao;

namespace {

using Rows = std::vector<std::vector<std::string>>;

// The sound rows; a broken one becomes {"!", row, fault}.
Rows read(std::string_view text) {
    Rows rows;
    CsvReader reader(text);
    while (const auto item = reader.next()) {
        if (const auto* record = std::get_if<CsvRecord>(&*item)) {
            rows.push_back(record->fields);
        } else {
            const auto& broken = std::get<CsvBrokenRow>(*item);
            rows.push_back({"!", std::to_string(broken.row), std::to_string(static_cast<int>(broken.fault))});
        }
    }
    return rows;
}

std::vector<std::string> broken(int row, CsvFault fault) {
    return {"!", std::to_string(row), std::to_string(static_cast<int>(fault))};
}

}  // namespace

TEST_CASE("fault_051 lines may end in any way, mixed") {
    const Rows expected{{"a", "b"}, {"c", ""}, {"", "d"}, {"e"}};
    CHECK(read("a,b\nc,\r\n,d\re") == expected);
    CHECK(read("a,b\nc,\r\n,d\re\r\n") == expected);
    CHECK(read("").empty());
    CHECK(read("\n\n") == Rows{{""}, {""}});
}

TEST_CASE("quoted fields hold commas, quotes and line ends, and stay one row") {
    CHECK(read("\"a,\"\"b\"\"\r\nc\",d\ne") == Rows{{"a,\"b\"\r\nc", "d"}, {"e"}});
    CHECK(read("a\"b,c") == Rows{{"a\"b", "c"}});
    CHECK(read("\"\",\"\"") == Rows{{"", ""}});
}

TEST_CASE("fault_051 an unbalanced quote is told with the row where it began, and the rest is read") {
    CHECK(read("a\nb,\"c\nd\ne") == Rows{{"a"}, broken(2, CsvFault::open_quote), {"d"}, {"e"}});
    const std::string swallowed = "a\n\"b\n" + std::string(5000, 'x') + "\"\nc";
    CHECK(read(swallowed)[1] == broken(2, CsvFault::open_quote));
    CHECK(read(swallowed).back() == std::vector<std::string>{"c"});
}

TEST_CASE("text after a closing quote is told") {
    CHECK(read("\"a\"b,c\nd") == Rows{broken(1, CsvFault::text_after_quote), {"d"}});
}

TEST_CASE("fault_051 an endless line and endless fields are told, without being kept") {
    const std::string line(2'000'000, 'x');
    CHECK(read(line + "\nb") == Rows{broken(1, CsvFault::field_too_long), {"b"}});
    CHECK(read(std::string(1'000'000, ',') + "\nb") == Rows{broken(1, CsvFault::too_many_fields), {"b"}});
}

TEST_CASE("every record comes back from its quoted spelling") {
    CHECK(rc::check([](const std::vector<std::string>& fields) {
        RC_PRE(!fields.empty() && fields.size() <= csv_fields_max);
        std::string text;
        for (const std::string& field : fields) {
            text += text.empty() ? "\"" : ",\"";
            for (const char c : field) text += c == '"' ? std::string("\"\"") : std::string(1, c);
            text += '"';
        }
        RC_ASSERT(read(text) == Rows{fields});
    }));
}
