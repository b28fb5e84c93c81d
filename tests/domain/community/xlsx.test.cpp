// SPDX-License-Identifier: MIT
// Rosters out of spreadsheets: real ZIP files made here, good ones and hostile ones.
#include "domain/community/xlsx.hpp"

#include <zip.h>

#include <catch2/catch.hpp>
#include <map>

#include "domain/base/file.hpp"
#include "domain/community/roster.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace baodao;

namespace {

const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string workbook(const std::map<std::string, std::string>& parts) {
    const test::TemporaryFolder folder;
    const std::string path = (folder.path() / "book.xlsx").string();
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
    REQUIRE(archive != nullptr);
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        REQUIRE(zip_file_add(archive, name.c_str(), source, 0) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
    return *read_file(path, 64 << 20);
}

std::string sheet(const std::string& rows) {
    return xml +
           "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" +
           rows + "</sheetData></worksheet>";
}

const std::string shared_texts =
    xml +
    "<sst><si><t>姓名</t></si><si><t>单位</t></si><si><t>手机</t></si><si><r><t>林</t></r><r><t>晓燕</t></r>"
    "<rPh><t>LIN</t></rPh></si></sst>";

const std::string two_people = sheet(
    R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row>)"
    R"(<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" t="inlineStr"><is><t>镇财政所</t></is></c>)"
    R"(<c r="D3"><v>13912345678</v></c></row><row r="4"/>)"
    R"(<row r="7"><c r="A7" t="str"><f>1+1</f><v>陈建国</v></c><c r="B7" t="inlineStr"><is><t>水利站 &amp; 河道</t></is></c></row>)");

bool is_refused(const std::string& bytes) {
    const auto rows = read_xlsx(bytes);
    return !rows && rows.error().kind == ErrorKind::bad_input;
}

}  // namespace

TEST_CASE("a roster comes out of a spreadsheet with the rows' own numbers") {
    const Roster roster = read_roster(
        workbook({{"xl/sharedStrings.xml", shared_texts}, {"xl/worksheets/sheet1.xml", two_people}}));
    REQUIRE(roster.usable());
    REQUIRE(roster.rows.size() == 2);
    CHECK(roster.rows[0].row == 3);
    CHECK(roster.rows[0].name == "林晓燕");
    CHECK(roster.rows[0].agency == "镇财政所");
    CHECK(roster.rows[0].phone == "13912345678");
    CHECK(roster.rows[1].row == 7);
    CHECK(roster.rows[1].name == "陈建国");
    CHECK(roster.rows[1].agency == "水利站 & 河道");
}

TEST_CASE("what is wrong in a spreadsheet is said with the row") {
    const Roster roster = read_roster(workbook(
        {{"xl/worksheets/sheet1.xml",
          sheet(R"(<row r="1"><c r="A1" t="str"><v>姓名</v></c><c r="B1" t="str"><v>单位</v></c></row>)"
                R"(<row r="5"><c r="A5" t="str"><v>林晓燕</v></c></row>)")}}));
    REQUIRE(roster.faults.size() == 1);
    CHECK(roster.faults[0].row == 5);
    CHECK(roster.faults[0].text == "缺少单位");
}

TEST_CASE("fault_051 hostile spreadsheets are refused, and cost little") {
    CHECK(is_refused("PK\x03\x04"));
    CHECK(is_refused(std::string("PK\x03\x04") + std::string(10'000, 'x')));
    CHECK(is_refused(workbook({{"word/document.xml", xml}})));
    const std::string bomb(xlsx_unpacked_max + 1, ' ');
    CHECK(is_refused(workbook({{"xl/worksheets/sheet1.xml", bomb}})));
    CHECK(is_refused(workbook({{"xl/worksheets/sheet1.xml", two_people}, {"xl/sharedStrings.xml", bomb}})));
    CHECK(is_refused(workbook({{"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"}})));
    CHECK(is_refused(workbook({{"xl/worksheets/sheet1.xml",
                                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>"}})));
    CHECK(is_refused(
        workbook({{"xl/worksheets/sheet1.xml", sheet(R"(<row r="1"><c r="ZZZ1"><v>1</v></c></row>)")}})));
    // A file that was cut anywhere is refused or read, never worse.
    const std::string whole = workbook({{"xl/worksheets/sheet1.xml", two_people}});
    for (std::size_t size = 0; size < whole.size(); ++size)
        (void)read_xlsx(std::string_view(whole).substr(0, size));
}

TEST_CASE("a cell that names a text that is not there is empty") {
    const auto rows = read_xlsx(workbook(
        {{"xl/worksheets/sheet1.xml",
          sheet(
              R"(<row r="1"><c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1"><v>x</v></c></row>)")}}));
    REQUIRE(rows.ok());
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().fields == std::vector<std::string>{"", "", "x"});
}
