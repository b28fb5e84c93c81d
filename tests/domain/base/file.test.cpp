// SPDX-License-Identifier: MIT
#include "domain/base/file.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

using namespace baodao;
namespace fs = std::filesystem;

namespace {

// An empty folder that is gone when the test is over.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "baodao-file-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    [[nodiscard]] fs::path file(const char* name) const { return path_ / name; }
    [[nodiscard]] auto count() const { return std::distance(fs::directory_iterator(path_), {}); }

  private:
    fs::path path_;
};

}  // namespace

TEST_CASE("a file comes back as it was written, and a second writing replaces it") {
    const Folder folder;
    const auto path = folder.file("表.bin");
    const std::string bytes("a\0b\xFF", 4);
    REQUIRE(write_file_atomic(path, bytes).ok());
    CHECK(*read_file(path, 4) == bytes);
    REQUIRE(write_file_atomic(path, "").ok());
    CHECK(read_file(path, 0)->empty());
    const std::string large(300'000, 'x');
    REQUIRE(write_file_atomic(path, large).ok());
    CHECK(*read_file(path, large.size()) == large);
    CHECK(folder.count() == 1);
}

TEST_CASE("a file above the limit is refused, a missing one is not found") {
    const Folder folder;
    REQUIRE(write_file_atomic(folder.file("five"), "12345").ok());
    CHECK(read_file(folder.file("five"), 5).ok());
    CHECK(read_file(folder.file("five"), 4).error().kind == ErrorKind::bad_input);
    CHECK(read_file(folder.file("none"), 4).error().kind == ErrorKind::not_found);
    CHECK(read_file("/dev/zero", 1000).error().kind == ErrorKind::bad_input);
}

TEST_CASE("fault_086 a writing that fails leaves the old file and nothing beside it") {
    const Folder folder;
    fs::create_directory(folder.file("taken"));
    REQUIRE(write_file_atomic(folder.file("taken") / "old", "kept").ok());
    CHECK_FALSE(write_file_atomic(folder.file("taken"), "new").ok());
    CHECK(folder.count() == 1);
    CHECK(*read_file(folder.file("taken") / "old", 100) == "kept");
    CHECK(write_file_atomic(folder.file("none") / "x", "new").error().kind == ErrorKind::not_found);
}
