// SPDX-License-Identifier: MIT
// A form with a file is read as browsers write it, and nothing else is taken for one.
#include <catch2/catch.hpp>

#include "sync/hq/web/multipart.hpp"

using namespace baodao;
using namespace baodao::hq;

namespace {

constexpr const char* type = "multipart/form-data; boundary=B1";

std::string field(const std::string& name, const std::string& value) {
    return "--B1\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string file(const std::string& name, const std::string& bytes) {
    return "--B1\r\nContent-Disposition: form-data; name=\"roster\"; filename=\"" + name +
           "\"\r\nContent-Type: text/csv\r\n\r\n" + bytes + "\r\n";
}

const std::string end = "--B1--\r\n";

}  // namespace

TEST_CASE("fields and a file come out as they were put in, whatever the file holds") {
    std::string bytes = "\r\n--B\r\n--B0\r\n\r\n";
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    const auto read =
        read_multipart(type, field("form", "abc") + file("名册 1.csv", bytes) + field("community", "") + end);
    REQUIRE(read.ok());
    CHECK(read->form.text("form") == "abc");
    CHECK(read->form.has("community"));
    REQUIRE(read->file);
    CHECK(read->file->name == "名册 1.csv");
    CHECK(read->file->bytes == bytes);
    // As browsers differ: a quoted boundary, another case, no line end behind the last boundary.
    CHECK(read_multipart("Multipart/Form-Data; Boundary=\"B1\"", field("a", "1") + "--B1--").ok());
    const auto none = read_multipart(type, field("form", "abc") + file("", "") + end);
    REQUIRE(none.ok());
    CHECK_FALSE(none->file);
}

TEST_CASE("a form cut at any byte is refused, never half believed") {
    const std::string whole = field("form", "abc") + file("a.csv", "姓名,单位\r\n陈建国,镇财政所\r\n") + end;
    for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
        INFO(length);
        CHECK_FALSE(read_multipart(type, std::string_view(whole).substr(0, length)).ok());
    }
    CHECK(read_multipart(type, whole).ok());
}

TEST_CASE("what no browser sends is refused as a whole") {
    const std::string good = field("form", "abc");
    std::string many;
    for (std::size_t i = 0; i <= multipart_parts_max; ++i) many += field("f" + std::to_string(i), "");
    const std::pair<const char*, std::string> bodies[] = {
        {"nothing", ""},
        {"no parts", "--B1--"},
        {"text before", "x" + good + end},
        {"text behind", good + end + "x"},
        {"another boundary", "--B2\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B2--"},
        {"a part without head", "--B1\r\n\r\n1\r\n" + end},
        {"a part without a name", "--B1\r\nContent-Disposition: form-data\r\n\r\n1\r\n" + end},
        {"a name without quotes", "--B1\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" + end},
        {"a name that does not end", "--B1\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n" + end},
        {"a name twice", "--B1\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n" + end},
        {"two dispositions",
         "--B1\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
         "name=\"b\"\r\n\r\n1\r\n" +
             end},
        {"not a form's part", "--B1\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" + end},
        {"a line without colon", "--B1\r\nwhat\r\n\r\n1\r\n" + end},
        {"a field twice", good + good + end},
        {"two files", file("a.csv", "1") + file("b.csv", "2") + end},
        {"too many parts", many + end},
        {"a long field", field("a", std::string(multipart_field_bytes_max + 1, 'x')) + end},
        {"a long head", "--B1\r\nX: " + std::string(multipart_head_bytes_max, 'x') +
                            "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" + end},
        {"a field that is no text", field("a", "\xFF\xFE") + end},
        {"a file name that is no text", file("\xFF", "1") + end},
        {"line feeds only", "--B1\nContent-Disposition: form-data; name=\"a\"\n\n1\n--B1--"},
    };
    for (const auto& [what, body] : bodies) {
        INFO(what);
        const bool empty_form = std::string_view(what) == "no parts";
        CHECK(read_multipart(type, body).ok() == empty_form);
    }
    for (const char* bad_type :
         {"", "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
          "multipart/form-data; boundary=a b", "multipart/form-data boundary=B1",
          "multipart/mixed; boundary=B1", "multipart/form-data; boundary=\"\"",
          "multipart/form-data; "
          "boundary=0123456789012345678901234567890123456789012345678901234567890123456789x"})
        CHECK_FALSE(read_multipart(bad_type, good + end).ok());
}
