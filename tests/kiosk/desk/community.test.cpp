// SPDX-License-Identifier: MIT
// A community's keys: of all its years, and in all its windows.
#include "domain/base/file.hpp"
#include "domain/slip/slip.hpp"
#include "kiosk/app/staff_card.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

LocalDate day_of(std::int32_t year, unsigned month, unsigned day) {
    return date_from_civil({year, month, day});
}

Installation made_in_2026(Random& random) {
    return make_installation(false, day_of(2026, 12, 1), random);
}

// A slip of that day, signed as the window signs it.
std::string slip_of(const Installation& installation, LocalDate day) {
    const Signer signer = signer_on(installation, day);
    Slip slip;
    slip.key = signer.id;
    slip.serial = {77};
    slip.community = installation.community;
    slip.agency = {1};
    slip.first_day = day;
    slip.last_day = default_validity(false, day).last;
    slip.name = "陈晓梅";
    const auto text = issue_slip(slip, signer.key);
    REQUIRE(text.ok());
    return *text;
}

bool good_at(const Installation& window, const std::string& text) {
    const auto parsed = parse_slip(text);
    REQUIRE(std::holds_alternative<UnverifiedSlip>(parsed));
    return std::holds_alternative<VerifiedSlip>(window.keyring.verify(std::get<UnverifiedSlip>(parsed)));
}

}  // namespace

TEST_CASE("slips of every year are good at a window that was never given another key") {
    TemporaryFolder folder;
    SeededRandom random(1);
    REQUIRE(save_installation(made_in_2026(random), folder.path()).ok());
    const auto window = load_installation(folder.path());
    REQUIRE(window.ok());
    for (std::int32_t year = 2027; year <= 2099; ++year) {
        CAPTURE(year);
        CHECK(good_at(*window, slip_of(*window, day_of(year, 1, 1))));
        CHECK(good_at(*window, slip_of(*window, day_of(year, 12, 31))));
    }
    CHECK(good_at(*window, slip_of(*window, day_of(2026, 12, 1))));
    // Not before it was made, nor by the key of other years.
    CHECK_FALSE(good_at(*window, slip_of(*window, day_of(2026, 11, 30))));
    CHECK(signer_on(*window, day_of(2028, 12, 31)).id != signer_on(*window, day_of(2027, 12, 31)).id);
}

TEST_CASE("a window that has the first key only makes the others by itself, and they are the same") {
    SeededRandom random(2);
    const Installation made = made_in_2026(random);
    auto files = installation_files(made);
    REQUIRE(files.ok());
    KeySet first_only = made.keys;
    first_only.keys.resize(1);
    const auto signed_set = sign_key_set(first_only, made.root);
    REQUIRE(signed_set.ok());
    files->key_set.assign(signed_set->begin(), signed_set->end());
    const auto older = installation_from(*files);
    REQUIRE(older.ok());
    CHECK(older->keys.keys == made.keys.keys);
    CHECK(good_at(*older, slip_of(made, day_of(2031, 5, 4))));
}

TEST_CASE("a further window has the community's keys, settings and people's names, and a log of its own") {
    DeskFixture first;
    const auto slips = first.issue({"陈晓梅"}, "2026-03-07T09:00:00+08:00");
    TemporaryFolder beside;
    const std::filesystem::path folder = beside.path() / "second";
    CommunityCopy copy;
    {
        const auto opened = first.at("2026-03-07T09:10:00+08:00");
        auto made = copy_community(*opened);
        REQUIRE(made.ok());
        copy = *std::move(made);
    }
    // Typed by hand from a note.
    std::string typed = copy.password;
    for (char& c : typed) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '0') c = 'O';
    }
    REQUIRE(make_further_window({folder, 'B', "204816"}, {copy.bytes, typed}).ok());

    auto opened = OpenedDesk::open({folder, parse_rfc3339("2026-03-07T09:20:00+08:00").value()});
    REQUIRE(opened.ok());
    OpenedDesk& second = **opened;
    CHECK(second.desk().community().settings().name == "枫林社区");
    CHECK(second.installation().terminal == 'B');
    SubmitScan scan;
    scan.text = slips[0].text;
    const ScanAnswer answer = second.desk().scan(scan);
    CHECK(answer.outcome == Outcome::registered);
    CHECK(answer.registration_number.starts_with("枫林B"));
}

TEST_CASE(
    "a copy opens with its password alone, whole, and makes no window over another or with its letter") {
    DeskFixture first;
    TemporaryFolder beside;
    const auto opened = first.at("2026-03-07T09:10:00+08:00");
    const auto copy = copy_community(*opened);
    REQUIRE(copy.ok());
    const std::filesystem::path folder = beside.path() / "second";
    const auto refused = [&](const CommunityCopy& given, char letter = 'B') {
        const auto made = make_further_window({folder, letter, ""}, given);
        REQUIRE_FALSE(made.ok());
        CHECK_FALSE(std::filesystem::exists(folder));
        return made.error().kind;
    };
    CHECK(refused({copy->bytes, "000000-000000-000000-000000"}) == ErrorKind::refused);
    CHECK(refused({copy->bytes, ""}) == ErrorKind::refused);
    for (std::size_t at = 8; at < copy->bytes.size(); at += 97) {
        CAPTURE(at);
        CommunityCopy damaged = *copy;
        damaged.bytes[at] = static_cast<char>(damaged.bytes[at] ^ 1);
        CHECK(refused(damaged) == ErrorKind::refused);
        damaged.bytes.resize(at);
        CHECK(refused(damaged) == ErrorKind::refused);
    }
    CHECK(refused({"a letter", copy->password}) == ErrorKind::bad_input);
    CHECK(refused(*copy, 'A') == ErrorKind::bad_input);
    CHECK(refused(*copy, 'b') == ErrorKind::bad_input);
    REQUIRE(make_further_window({folder, 'B', ""}, *copy).ok());
    CHECK(make_further_window({folder, 'C', ""}, *copy).error().kind == ErrorKind::refused);
}
