// SPDX-License-Identifier: MIT
// Papers on a USB stick: real file systems in a mount namespace where one is needed.
#include "kiosk/devices/usb_stick.hpp"

#include <catch2/catch.hpp>

#include "domain/base/file.hpp"
#include "tests/support/own_mounts.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace baodao;
using test::in_own_mounts;
using test::mount_stick;

namespace {

namespace fs = std::filesystem;

const std::string pdf = "%PDF-1.4 " + std::string(60'000, 'x');

PrintTrouble trouble_of(const std::variant<fs::path, PrintTrouble>& saved) {
    REQUIRE(std::holds_alternative<PrintTrouble>(saved));
    return std::get<PrintTrouble>(saved);
}

std::string word_of(const std::variant<fs::path, PrintTrouble>& saved) {
    if (const auto* trouble = std::get_if<PrintTrouble>(&saved)) return std::string(token(*trouble));
    return "saved";
}

}  // namespace

TEST_CASE("a paper is saved whole on the stick, and never over another") {
    const test::TemporaryFolder root;
    fs::create_directory(root.path() / "KINGSTON");
    const StickPlaces places{{root.path()}, false};
    for (const char* name : {"回执单-枫林A-0195.pdf", "回执单-枫林A-0195-2.pdf"}) {
        const auto saved = save_to_stick(places, "回执单 枫林A-0195", pdf);
        REQUIRE(std::holds_alternative<fs::path>(saved));
        CHECK(std::get<fs::path>(saved).filename() == name);
        CHECK(*read_file(std::get<fs::path>(saved), 1 << 20) == pdf);
    }
}

TEST_CASE("without a stick there is none, whatever folders lie about") {
    const test::TemporaryFolder root;
    CHECK(trouble_of(save_to_stick({{root.path()}, false}, "x", pdf)) == PrintTrouble::stick_absent);
    fs::create_directory(root.path() / "left behind by a stick that was pulled out");
    CHECK(find_sticks({{root.path()}, true}).empty());
    CHECK(trouble_of(save_to_stick({{root.path()}, true}, "x", pdf)) == PrintTrouble::stick_absent);
    CHECK(find_sticks({{root.path() / "no such root"}, true}).empty());
}

TEST_CASE(
    "fault_086 a full stick and a stick that cannot be written are told apart, and nothing half lies on "
    "them") {
    const test::TemporaryFolder root;
    const fs::path stick = root.path() / "someone" / "KINGSTON";
    const StickPlaces places{{root.path()}, true};
    const std::string full = in_own_mounts([&]() -> std::string {
        if (!mount_stick(stick, 0, "size=32k")) return "no mounts here";
        const std::string word = word_of(save_to_stick(places, "x", pdf));
        const bool clean = !fs::exists(stick / "报到") || fs::is_empty(stick / "报到");
        return word + (clean ? "" : " and something is left");
    });
    const std::string read_only = in_own_mounts([&]() -> std::string {
        if (!mount_stick(stick, MS_RDONLY, "size=1m")) return "no mounts here";
        return word_of(save_to_stick(places, "x", pdf));
    });
    const std::string good = in_own_mounts([&]() -> std::string {
        if (!mount_stick(stick, 0, "size=1m")) return "no mounts here";
        return word_of(save_to_stick(places, "x", pdf));
    });
    CHECK(full == "stick_full");
    CHECK(read_only == "stick_read_only");
    CHECK(good == "saved");
}

TEST_CASE(
    "fault_086 the courier's file is whole on the stick or the older one stands, and each trouble has a "
    "word") {
    const test::TemporaryFolder root;
    const fs::path here = root.path() / "courier.bdc";
    const fs::path stick = root.path() / "media" / "KINGSTON";
    const StickPlaces places{{root.path() / "media"}, true};
    const StickOrder out{StickOrder::What::put, here, "baodao-to-hq-0a1b2c3d.bdc", 3};
    const StickOrder in{StickOrder::What::fetch, root.path() / "in.bdc", "baodao-to-window-0a1b2c3d.bdc", 0};
    REQUIRE(write_file_atomic(here, pdf).ok());
    CHECK(carry(places, out) == CourierWord::absent);
    CHECK(carry(places, in) == CourierWord::absent);
    const auto on_stick = [&](unsigned long flags, const char* options, const auto& work) {
        return in_own_mounts([&]() -> std::string {
            return mount_stick(stick, flags, options) ? std::to_string(static_cast<int>(work()))
                                                      : "no mounts here";
        });
    };
    const auto is = [](CourierWord word) { return std::to_string(static_cast<int>(word)); };
    CHECK(on_stick(0, "size=1m", [&] { return carry(places, out); }) == is(CourierWord::carried));
    CHECK(on_stick(MS_RDONLY, "size=1m", [&] { return carry(places, out); }) == is(CourierWord::read_only));
    CHECK(on_stick(0, "size=32k", [&] {
              if (!write_file_atomic(stick / out.name, "older")) return CourierWord::failed;
              const CourierWord word = carry(places, out);
              return *read_file(stick / out.name, 100) == "older" ? word : CourierWord::failed;
          }) == is(CourierWord::full));
    CHECK(on_stick(0, "size=1m", [&] { return carry(places, in); }) == is(CourierWord::none_there));
    CHECK(on_stick(0, "size=1m", [&] {
              if (!write_file_atomic(stick / "baodao-to-window-ffffffff.bdc", "x"))
                  return CourierWord::failed;
              return carry(places, in);
          }) == is(CourierWord::others));
    CHECK(on_stick(0, "size=1m", [&] {
              if (!write_file_atomic(stick / in.name, pdf)) return CourierWord::failed;
              const CourierWord word = carry(places, in);
              return *read_file(in.here, 1 << 20) == pdf ? word : CourierWord::failed;
          }) == is(CourierWord::brought));
    // What the stick's mount point leaves behind is no stick.
    CHECK(carry(places, out) == CourierWord::absent);
}

TEST_CASE("a title makes a file name that every stick takes") {
    CHECK(file_name("回执单 枫林A-0195 第2份") == "回执单-枫林A-0195-第2份");
    CHECK(file_name("a/b:c*?\"<>|\\") == "a-b-c-------");
}
