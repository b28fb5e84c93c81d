// SPDX-License-Identifier: MIT
// Records and news on a stick: the same as over the line, whatever happens to the stick.
#include <catch2/catch.hpp>
#include <fstream>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "sync/hq/courier.hpp"
#include "sync/worker/courier_side.hpp"
#include "tests/support/hq_scene.hpp"
#include "tests/support/own_mounts.hpp"

using namespace baodao;
using namespace baodao::test;
namespace fs = std::filesystem;

namespace {

// A window without a line, a headquarters, and the stick that somebody carries.
struct Carried {
    HqScene hq;
    KioskScene kiosk;
    ScratchFolder pocket;
    fs::path folder{kiosk.store.data_folder()};
    KioskLink link;

    explicit Carried(std::uint64_t seed = 1) : kiosk(hq, seed) {
        hq.headquarters = std::make_unique<hq::Headquarters>(
            hq::HqParts{hq.keys, *hq.pool, hq.clock, hq.random, {}, "this machine"});
        link.key = kiosk.key;
        link.invitation.answers = hq.keys.answers.public_key;
    }
    [[nodiscard]] fs::path stick() const { return pocket.path(); }
    [[nodiscard]] CourierWindow window() {
        return {*kiosk.journal, folder, kiosk.community, link, kiosk.store.clock, kiosk.random};
    }
    [[nodiscard]] hq::AskHq door() {
        return [this](HttpRequest request) -> Result<HttpResponse> {
            request.token = "this machine";
            return hq.answer(request);
        };
    }
    fs::path out() {
        const auto sent = courier_out(window(), stick());
        INFO((sent ? "" : sent.error().text()));
        REQUIRE(sent);
        return sent->path;
    }
    hq::CourierReceived bring(const fs::path& file) {
        const auto received = hq::courier_in(door(), file);
        INFO((received ? "" : received.error().text()));
        REQUIRE(received);
        return *received;
    }
    fs::path answer() {
        const auto answered = hq::courier_out(door(), kiosk.journal->origin(), kiosk.random, stick());
        INFO((answered ? "" : answered.error().text()));
        REQUIRE(answered);
        return answered->path;
    }
    CourierTaken take(const fs::path& file) {
        const auto taken = courier_in(window(), file);
        INFO((taken ? "" : taken.error().text()));
        REQUIRE(taken);
        return *taken;
    }
};

fs::path kept_as(const fs::path& file, const char* name) {
    const fs::path kept = file.parent_path() / name;
    fs::copy_file(file, kept, fs::copy_options::overwrite_existing);
    return kept;
}

}  // namespace

TEST_CASE("what waits goes out on a stick, comes back acknowledged, with the other window's news") {
    Carried at;
    KioskScene other(at.hq, 2);
    const SealedCard card = numbered_card(3);
    Event named = numbered_event(10);
    named.card = card.name;
    other.add(named, {card});
    CHECK(other.run_until_rest());
    at.kiosk.add_numbered(1'300);
    const fs::path file = at.out();
    // Packed and signed as on the line, and no name in the clear.
    CHECK(fs::file_size(file) < 1'300 * 120);
    const auto received = at.bring(file);
    CHECK(received.anew);
    CHECK(at.hq.count("inbox") == 1'301);
    CHECK(at.kiosk.waits() == 1'300);  // nothing counts before headquarters' word is back
    const CourierTaken taken = at.take(at.answer());
    CHECK(taken.confirmed == 1'300);
    CHECK(taken.news >= 1);
    CHECK(at.kiosk.waits() == 0);
    CHECK(at.kiosk.journal->card(card.name).ok());
    CHECK(broken_rule(at.hq, {&at.kiosk, &other}).empty());
    // A line later finds nothing left to do.
    const auto sends = at.kiosk.sends;
    CHECK(at.kiosk.run_until_rest());
    CHECK(at.kiosk.sends - sends <= 5);
    CHECK(broken_rule(at.hq, {&at.kiosk, &other}).empty());
}

TEST_CASE("fault_086_the_same_file_twice_and_an_older_one_after_a_newer_change_nothing") {
    Carried at;
    at.kiosk.add_numbered(5);
    const fs::path first = kept_as(at.out(), "first.bdc");
    CHECK(at.bring(first).anew);
    CHECK_FALSE(at.bring(first).anew);
    const fs::path old_answer = kept_as(at.answer(), "old-answer.bdc");
    at.kiosk.add_numbered(4);
    CHECK(at.bring(at.out()).anew);
    const fs::path answer = at.answer();
    CHECK(at.take(answer).confirmed == 9);
    CHECK(at.take(answer).older);
    CHECK(at.take(old_answer).older);
    CHECK_FALSE(at.bring(first).anew);
    CHECK(at.kiosk.waits() == 0);
    CHECK(at.kiosk.journal->acknowledged().seq == Seq{9});
    CHECK(broken_rule(at.hq, {&at.kiosk}).empty());
}

TEST_CASE("fault_086_a_file_that_was_cut_anywhere_or_changed_is_found_out_on_both_sides") {
    Carried at;
    at.kiosk.add_numbered(3);
    const fs::path up = at.out();
    at.bring(up);
    const fs::path down = at.answer();
    at.kiosk.add_numbered(2);
    const auto held = at.hq.count("inbox");
    for (const fs::path& whole : {up, down}) {
        const auto bytes = read_file(whole, 1 << 20);
        REQUIRE(bytes);
        const fs::path broken = at.stick() / "broken.bdc";
        for (std::size_t at_byte = 0; at_byte < bytes->size(); at_byte += 3) {
            std::ofstream(broken, std::ios::binary) << bytes->substr(0, at_byte);
            REQUIRE_FALSE(hq::courier_in(at.door(), broken));
            REQUIRE_FALSE(courier_in(at.window(), broken));
            std::string changed = *bytes;
            changed[at_byte] = static_cast<char>(changed[at_byte] ^ 1);
            std::ofstream(broken, std::ios::binary) << changed;
            REQUIRE_FALSE(hq::courier_in(at.door(), broken));
            REQUIRE_FALSE(courier_in(at.window(), broken));
        }
    }
    CHECK(at.hq.count("inbox") == held);
    CHECK(at.kiosk.waits() == 5);
    std::ofstream(at.stick() / "photo.bdc") << "no courier file";
    const auto photo = courier_in(at.window(), at.stick() / "photo.bdc");
    CHECK(photo.error().message == "this is no courier file of Baodao");
    const auto cut = read_file(up, 1 << 20);
    std::ofstream(at.stick() / "cut.bdc", std::ios::binary) << cut->substr(0, cut->size() - 40);
    CHECK(hq::courier_in(at.door(), at.stick() / "cut.bdc").error().message.find("pulled out") !=
          std::string::npos);
}

TEST_CASE("fault_086_somebody_elses_file_is_named_as_such_and_touches_nothing") {
    Carried at;
    Carried elsewhere(5);
    elsewhere.link.invitation.answers = signing_key_from(KeySeed{}).public_key;
    at.kiosk.add_numbered(3);
    elsewhere.kiosk.add_numbered(3);
    KioskScene neighbour(at.hq, 7);
    neighbour.add_numbered(2);
    CHECK(neighbour.run_until_rest());
    const auto why = [](const auto& result) {
        return result ? std::string("taken") : result.error().message;
    };

    CHECK(why(hq::courier_in(at.door(), elsewhere.out())) ==
          "this file is from a window that does not belong here");
    at.bring(at.out());
    const fs::path answer = at.answer();
    CHECK(why(courier_in(elsewhere.window(), answer)) ==
          "this file was not made by this window's headquarters");
    const auto for_neighbour =
        hq::courier_out(at.door(), neighbour.journal->origin(), at.kiosk.random, at.stick());
    REQUIRE(for_neighbour);
    CHECK(why(courier_in(at.window(), for_neighbour->path)) == "this file is for another window");
    CHECK(why(courier_in(at.window(), at.out())) == "this file is on its way to headquarters, not back");
    CHECK(why(hq::courier_in(at.door(), answer)) ==
          "this file is on its way to a window, not to headquarters");
    CHECK(at.kiosk.waits() == 3);
}

TEST_CASE("a window that is not approved yet hands over by stick and reads nothing") {
    Carried at;
    REQUIRE(at.hq.pool->with<void>([&](sql::Session& session) {
        return hq::set_standing(session, at.kiosk.journal->origin(), Standing::revoked);
    }));
    at.kiosk.add_numbered(3);
    at.bring(at.out());
    CHECK(at.hq.count("inbox WHERE state=2") == 3);
    const CourierTaken taken = at.take(at.answer());
    CHECK(taken.confirmed == 3);
    CHECK(taken.news == 0);
    CHECK_FALSE(taken.active);
}

TEST_CASE("fault_086_a_stick_that_takes_no_file_is_said_so_and_the_older_file_stands") {
    Carried at;
    at.kiosk.add_numbered(3);
    const auto sent = courier_out(at.window(), at.stick() / "not-there");
    REQUIRE_FALSE(sent);
    CHECK(sent.error().message.find("the stick takes no files") == 0);
    const fs::path mounted = at.stick() / "mounted";
    const CourierFile file{CourierWay::to_headquarters, ByteVector(100'000, 7), {}};
    const auto write_to = [&](unsigned long flags, const char* options) {
        return in_own_mounts([&]() -> std::string {
            if (!mount_stick(mounted, flags, options)) return "no mounts here";
            const fs::path path = mounted / "baodao.bdc";
            const auto written = write_courier(file, path);
            std::string word = written ? "written" : written.error().message.substr(0, 24);
            if (!written && !fs::is_empty(mounted)) word += " and something is left";
            return word;
        });
    };
    CHECK(write_to(0, "size=1m") == "written");
    CHECK(write_to(0, "size=64k") == "the stick is full: make ");
    CHECK(write_to(MS_RDONLY, "size=1m") == "the stick takes no files");
    CHECK(at.kiosk.waits() == 3);
}
