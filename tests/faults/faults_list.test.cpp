// SPDX-License-Identifier: MIT
// FAULTS.md tells the truth: all eighty-eight are listed, and where it names a file,
// that file has the test.
#include <catch2/catch.hpp>
#include <regex>

#include "domain/base/file.hpp"

using namespace baodao;

TEST_CASE("the list of faults names tests that exist") {
    const std::string root = BAODAO_SOURCE_DIR "/";
    const auto list = read_file(root + "tests/faults/FAULTS.md", 1 << 20);
    REQUIRE(list.ok());
    static const std::regex row_form(R"(\n\| (\d+) \| [^|]+ \| ([^|]+) \|)");
    static const std::regex file_form("`(tests/[^`]+)`");
    int expected = 1;
    for (std::sregex_iterator row(list->begin(), list->end(), row_form), end; row != end; ++row) {
        CHECK(std::stoi((*row)[1]) == expected++);
        const std::string shown = (*row)[2];
        const std::string number = (*row)[1];
        const std::string name = "fault_" + std::string(3 - number.size(), '0') + number;
        int files = 0;
        for (std::sregex_iterator file(shown.begin(), shown.end(), file_form); file != end; ++file, ++files) {
            INFO(name << " in " << (*file)[1]);
            const auto source = read_file(root + (*file)[1].str(), 1 << 20);
            REQUIRE(source.ok());
            CHECK(source->find(name) != std::string::npos);
        }
        INFO(name);
        CHECK((files > 0 || shown.find("later") != std::string::npos));
    }
    CHECK(expected == 89);
}
