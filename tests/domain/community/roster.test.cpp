// SPDX-License-Identifier: MIT
#include "domain/community/roster.hpp"

#include <catch2/catch.hpp>

using namespace baodao;
using Catch::Matchers::Contains;

namespace {

// The only fault of a file that has one.
RosterRemark only_fault(const std::string& file) {
    const Roster roster = read_roster(file);
    REQUIRE(roster.faults.size() == 1);
    CHECK(roster.rows.empty());
    return roster.faults[0];
}

const std::string head = "姓名,单位,手机,期初时长\n";

}  // namespace

TEST_CASE("a full roster is read as it stands") {
    const Roster roster = read_roster(
        "姓名,单位,支部,社区,手机,特长,意向岗位,批次,期初次数,期初时长\n"
        "林晓燕,镇财政所,镇财政所党支部,枫林社区,13900001000,书法、医护,环境义务岗,1,2,1:30\n");
    CHECK(roster.usable());
    CHECK(roster.notes.empty());
    CHECK(roster.unknown_columns.empty());
    REQUIRE(roster.rows.size() == 1);
    CHECK(roster.rows[0] == RosterRow{.row = 2,
                                      .name = "林晓燕",
                                      .agency = "镇财政所",
                                      .branch = "镇财政所党支部",
                                      .community = "枫林社区",
                                      .phone = "13900001000",
                                      .skills = {"书法", "医护"},
                                      .wishes = {"环境义务岗"},
                                      .batch = BatchNumber{1},
                                      .opening_count = 2,
                                      .opening_minutes = 90});
}

TEST_CASE("columns come in any order, in Chinese or English, and only two are required") {
    const Roster roster = read_roster("Agency, NAME ,branch\n镇财政所,陈建国,\n镇财政所,王　芳\n");
    REQUIRE(roster.rows.size() == 2);
    CHECK(roster.rows[0].name == "陈建国");
    CHECK(roster.rows[1].name == "王芳");
    CHECK(roster.rows[1].agency == "镇财政所");
}

TEST_CASE("unknown columns are named and left out") {
    const Roster roster = read_roster("序号,姓名,身份证号,单位,\n1,陈建国,11010519491231002X,镇财政所,\n");
    CHECK(roster.usable());
    CHECK(roster.unknown_columns == std::vector<std::string>{"序号", "身份证号"});
}

TEST_CASE("a title above the header is left out, rows keep their number") {
    const Roster roster = read_roster("在职党员花名册,,\n,,\n姓名,单位\n\n陈建国,镇财政所\n");
    REQUIRE(roster.rows.size() == 1);
    CHECK(roster.rows[0].row == 5);
}

TEST_CASE("a file without the needed header says so") {
    CHECK_THAT(only_fault("").text, Contains("表头"));
    CHECK_THAT(only_fault("陈建国,镇财政所\n").text, Contains("表头"));
    CHECK(only_fault("姓名,支部\n").row == 1);
    CHECK_THAT(only_fault("姓名,单位,姓名\n").text, Contains("两列“姓名”"));
    CHECK(read_roster("姓名,单位\n").usable());
}

TEST_CASE("every fault is told with its row and its reason, and no row is to be used") {
    const Roster roster = read_roster(
        "姓名,单位,手机,批次,期初次数,期初时长\n"
        "陈建国,镇财政所,,,,\n"
        ",镇财政所,,,,\n"
        "王芳,,,,,\n"
        "李强,镇财政所,1.39E+10,,,\n"
        "赵敏,镇财政所,,一,两次,1.5\n"
        "孙丽,镇财政所,,,,,多的\n");
    CHECK(roster.rows.empty());
    REQUIRE(roster.faults.size() == 7);
    const std::pair<std::size_t, const char*> expected[] = {
        {3, "缺少姓名"}, {4, "缺少单位"}, {5, "1.39E+10"}, {6, "批次"},
        {6, "期初次数"}, {6, "期初时长"}, {7, "多的"},
    };
    for (std::size_t i = 0; i < roster.faults.size(); ++i) {
        CHECK(roster.faults[i].row == expected[i].first);
        CHECK_THAT(roster.faults[i].text, Contains(expected[i].second));
    }
}

TEST_CASE("more faults than anybody reads are counted") {
    std::string file = head;
    for (int i = 0; i < 1000; ++i) file += "陈建国,,,\n";
    const Roster roster = read_roster(file);
    CHECK(roster.faults.size() == roster_remarks_max);
    CHECK(roster.faults_beyond == 1000 - roster_remarks_max);
}

TEST_CASE("fault_046 hostile texts are kept word for word") {
    for (const char* hostile : {"=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "'; DROP TABLE member;--", "%s%n",
                                "../../etc/passwd", "<script>alert(1)</script>"}) {
        const std::string text = hostile;
        const Roster roster = read_roster("姓名,单位\n\"" + text + "\",\"" + text + "\"\n");
        REQUIRE(roster.rows.size() == 1);
        CHECK(roster.rows[0].name == text);
        CHECK(roster.rows[0].agency == text);
    }
}

TEST_CASE("fault_047 fault_050 controls and invisible characters are refused with their row") {
    for (const std::string& name :
         {std::string("陈\0国", 7), std::string("陈\u202E国"), std::string("陈\u200B国"),
          std::string("\"陈\n国\""), std::string("陈\uFEFF国")}) {
        const auto fault = only_fault(head + name + ",镇财政所,,\n");
        CHECK(fault.row == 2);
        CHECK_THAT(fault.text, Contains("看不见"));
    }
}

TEST_CASE("fault_047 what is no text is refused whole") {
    CHECK_THAT(only_fault(head + "\xFF\xFF").text, Contains("编码"));
    CHECK_THAT(only_fault("\xFF\xFE\x03Y").text, Contains("UTF-16"));
}

TEST_CASE("fault_048 rare characters count as one each") {
    const Roster roster = read_roster("姓名,单位\n𠮷𱁬㐂,镇财政所\n䶮,镇财政所\n");
    REQUIRE(roster.rows.size() == 2);
    CHECK(roster.rows[0].name == "𠮷𱁬㐂");
    std::string sixty;
    for (int i = 0; i < 60; ++i) sixty += "𠮷";
    CHECK(read_roster("姓名,单位\n" + sixty + ",镇财政所\n").usable());
    CHECK_THAT(only_fault("姓名,单位\n" + sixty + "𠮷,镇财政所\n").text, Contains("太长"));
}

TEST_CASE("fault_049 names are put into NFC and otherwise left alone") {
    const Roster roster =
        read_roster("姓名,单位\nJose\u0301,镇财政所\n买买提·艾力,镇财政所\n陳建國,镇财政所\n");
    REQUIRE(roster.rows.size() == 3);
    CHECK(roster.rows[0].name == "José");
    CHECK(roster.rows[1].name == "买买提·艾力");
    CHECK(roster.rows[2].name == "陳建國");
}

TEST_CASE("fault_051 GB18030 and UTF-8 with a mark read the same") {
    const std::string gb =
        "\xD0\xD5\xC3\xFB,\xB5\xA5\xCE\xBB\r\n\xB3\xC2\xBD\xA8\xB9\xFA,\xB2\xC6\xD5\xFE\xCB\xF9\r\n";
    const Roster roster = read_roster(gb);
    REQUIRE(roster.rows.size() == 1);
    CHECK(roster.rows == read_roster("\xEF\xBB\xBF姓名,单位\r\n陈建国,财政所\r\n").rows);
    CHECK(roster.rows[0].name == "陈建国");
}

TEST_CASE("fault_051 an unbalanced quote is told with the row where it began") {
    const auto fault = only_fault(head + "陈建国,镇财政所,,\n\"王芳,镇财政所,,\n李强,镇财政所,,\n");
    CHECK(fault.row == 3);
    CHECK_THAT(fault.text, Contains("引号"));
}

TEST_CASE("fault_051 too large files and too many rows are refused") {
    CHECK_THAT(only_fault(std::string(roster_bytes_max + 1, 'x')).text, Contains("太大"));
    std::string file = "姓名,单位\n";
    for (std::size_t i = 0; i <= roster_rows_max; ++i) file += "a,b\n";
    const Roster roster = read_roster(file);
    CHECK_FALSE(roster.usable());
    CHECK(roster.faults.back().row == roster_rows_max + 2);
    CHECK_THAT(roster.faults.back().text, Contains("人数太多"));
}

TEST_CASE("fault_052 two people of one name are two people, and somebody is asked to look") {
    const Roster roster = read_roster(head +
                                      "陈建国,镇财政所,13900001000,\n"
                                      "陈建国,镇水利站,13900001001,\n"
                                      "陈建国,镇财政所,13900001002,\n"
                                      "王芳,镇财政所,13900001000,\n");
    CHECK(roster.usable());
    CHECK(roster.rows.size() == 4);
    REQUIRE(roster.notes.size() == 2);
    CHECK(roster.notes[0].row == 4);
    CHECK_THAT(roster.notes[0].text, Contains("第 2 行") && Contains("同名同单位"));
    CHECK(roster.notes[1].row == 5);
    CHECK_THAT(roster.notes[1].text, Contains("第 2 行") && Contains("手机号相同"));
}
