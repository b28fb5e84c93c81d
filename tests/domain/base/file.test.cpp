// SPDX-License-Identifier: MIT
#include "domain/base/file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/temporary_folder.hpp"

using namespace baodao;
using baodao::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

auto count(const TemporaryFolder& folder) {
    return std::distance(fs::directory_iterator(folder.path()), {});
}

}  // namespace

TEST_CASE("a file comes back as it was written, and a second writing replaces it") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "表.bin";
    const std::string bytes("a\0b\xFF", 4);
    REQUIRE(write_file_atomic(path, bytes).ok());
    CHECK(*read_file(path, 4) == bytes);
    REQUIRE(write_file_atomic(path, "").ok());
    CHECK(read_file(path, 0)->empty());
    const std::string large(300'000, 'x');
    REQUIRE(write_file_atomic(path, large).ok());
    CHECK(*read_file(path, large.size()) == large);
    CHECK(count(folder) == 1);
}

TEST_CASE("a file above the limit is refused, a missing one is not found") {
    const TemporaryFolder folder;
    REQUIRE(write_file_atomic(folder.path() / "five", "12345").ok());
    CHECK(read_file(folder.path() / "five", 5).ok());
    CHECK(read_file(folder.path() / "five", 4).error().kind == ErrorKind::bad_input);
    CHECK(read_file(folder.path() / "none", 4).error().kind == ErrorKind::not_found);
    CHECK(read_file("/dev/zero", 1000).error().kind == ErrorKind::bad_input);
}

TEST_CASE("fault_086 a writing that fails leaves the old file and nothing beside it") {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "taken");
    REQUIRE(write_file_atomic(folder.path() / "taken" / "old", "kept").ok());
    CHECK_FALSE(write_file_atomic(folder.path() / "taken", "new").ok());
    CHECK(count(folder) == 1);
    CHECK(*read_file(folder.path() / "taken" / "old", 100) == "kept");
    CHECK(write_file_atomic(folder.path() / "none" / "x", "new").error().kind == ErrorKind::not_found);
}
