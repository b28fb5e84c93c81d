// SPDX-License-Identifier: MIT
// Choosing service items on the registration and on the screen with all posts.
#include <catch2/catch.hpp>

#include "kiosk/app/claim_pages.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr ItemId river{3};
constexpr ItemId policy{9};
constexpr ItemId full{10};
constexpr ItemId law{12};

ScreenDriver registered() {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    return screen;
}

ScreenDriver choosing(const ClaimView& view) {
    ScreenDriver screen;
    screen.send(TileTouched{HomeTile::claim});
    const SubmitScan scan = screen.scan("BD1X");
    CHECK(scan.purpose == ScanPurpose::claim);
    screen.send(ClaimAnswered{scan.ticket, view});
    REQUIRE(screen.model.screen == Screen::claim);
    return screen;
}

// Where in the last step's effects the first of that kind stands.
template <class Kind>
std::size_t place_of(const std::vector<Effect>& effects) {
    for (std::size_t i = 0; i < effects.size(); ++i)
        if (std::holds_alternative<Kind>(effects[i])) return i;
    FAIL("no such effect");
    return 0;
}

}  // namespace

TEST_CASE("nothing is ticked for her, and 项目以后再选 claims nothing and prints") {
    ScreenDriver screen = registered();
    CHECK(screen.model.visit->claim->chosen.empty());
    screen.send(ItemTouched{policy});
    screen.send(CommandTouched{Command::choose_later});
    CHECK_FALSE(screen.has<ClaimItems>());
    CHECK(screen.count<PrintReceipt>() == 1);
}

TEST_CASE("registration with two items and a receipt takes three touches, claimed before printed") {
    ScreenDriver screen = registered();
    screen.send(ItemTouched{policy});
    screen.send(ItemTouched{river});
    screen.send(CommandTouched{Command::print_receipt});
    CHECK(screen.only<ClaimItems>().items == std::vector<ItemId>{policy, river});
    CHECK(screen.only<ClaimItems>().serial == SlipSerial{7});
    CHECK(place_of<ClaimItems>(screen.effects) < place_of<PrintReceipt>(screen.effects));
    CHECK(screen.model.screen == Screen::printing);
}

TEST_CASE("the timeout of a registration prints and leaves the claim empty") {
    ScreenDriver screen = registered();
    screen.send(ItemTouched{policy});
    screen.wait(31'000);
    CHECK(screen.model.screen == Screen::home);
    CHECK(screen.count<PrintReceipt>() == 1);
    CHECK_FALSE(screen.has<ClaimItems>());
}

TEST_CASE("signing in from the registration keeps the ticked items") {
    ScreenDriver screen = registered();
    screen.send(ItemTouched{policy});
    screen.send(CommandTouched{Command::sign_in_now});
    CHECK(screen.only<ClaimItems>().items == std::vector<ItemId>{policy});
    CHECK(place_of<ClaimItems>(screen.effects) < place_of<PrintReceipt>(screen.effects));
}

TEST_CASE("a third item asks to take one away first, a full one cannot be taken") {
    ScreenDriver screen = choosing(canned_claim());
    screen.send(ItemTouched{full});
    CHECK(screen.model.visit->claim->chosen.empty());
    CHECK(screen.model.toast->words == Text::toast_item_full);
    screen.send(ItemTouched{policy});
    screen.send(ItemTouched{river});
    screen.send(ItemTouched{law});
    CHECK(screen.model.visit->claim->chosen == std::vector<ItemId>{policy, river});
    CHECK(screen.model.toast->words == Text::toast_two_chosen);
    screen.send(ItemTouched{river});
    screen.send(ItemTouched{law});
    CHECK(screen.model.visit->claim->chosen == std::vector<ItemId>{policy, law});
}

TEST_CASE("what she holds is ticked when she comes to change it, and a change takes four touches") {
    ClaimView view = canned_claim();
    view.items[2].held = true;
    view.items[2].full = true;             // full with her in it
    ScreenDriver screen = choosing(view);  // 1: the tile
    CHECK(screen.model.visit->claim->chosen == std::vector<ItemId>{river});
    screen.send(ItemTouched{river});              // 2
    screen.send(ItemTouched{law});                // 3
    screen.send(CommandTouched{Command::claim});  // 4
    CHECK(screen.only<ClaimItems>().items == std::vector<ItemId>{law});
    CHECK_FALSE(screen.has<PrintReceipt>());  // a later claim prints nothing unless asked
    CHECK(screen.model.screen == Screen::home);
    CHECK(screen.has<Wipe>());
}

TEST_CASE("confirming without a change records nothing") {
    ScreenDriver screen = choosing(canned_claim());
    screen.send(CommandTouched{Command::claim});
    CHECK_FALSE(screen.has<ClaimItems>());
    CHECK(screen.model.toast->words == Text::toast_claim_none);
}

TEST_CASE("a minute without a touch discards the choice; an owed receipt still prints") {
    SECTION("by the tile") {
        ScreenDriver screen = choosing(canned_claim());
        screen.send(ItemTouched{policy});
        screen.wait(59'000);
        CHECK(screen.model.screen == Screen::claim);
        screen.wait(2'000);
        CHECK(screen.model.screen == Screen::home);
        CHECK_FALSE(screen.has<ClaimItems>());
        CHECK_FALSE(screen.model.visit);
    }
    SECTION("from the registration") {
        ScreenDriver screen = registered();
        screen.send(CommandTouched{Command::all_posts});
        screen.send(ItemTouched{policy});
        screen.wait(61'000);
        CHECK(screen.count<PrintReceipt>() == 1);
        CHECK_FALSE(screen.has<ClaimItems>());
    }
}

TEST_CASE(
    "back from all posts leads to the registration with the ticks, and confirming prints the owed receipt") {
    ScreenDriver screen = registered();
    screen.send(CommandTouched{Command::all_posts});
    REQUIRE(screen.model.screen == Screen::claim);
    screen.send(ItemTouched{law});
    screen.send(CommandTouched{Command::back});
    REQUIRE(screen.model.screen == Screen::registered);
    CHECK(screen.model.visit->claim->chosen == std::vector<ItemId>{law});
    screen.send(CommandTouched{Command::all_posts});
    screen.send(CommandTouched{Command::claim});
    CHECK(screen.only<ClaimItems>().items == std::vector<ItemId>{law});
    CHECK(screen.count<PrintReceipt>() == 1);
}

TEST_CASE("while somebody chooses items, other codes wait and her own is passed over") {
    ScreenDriver screen = choosing(canned_claim());
    screen.wait(10'000);
    screen.send(ScanRead{"BD1X", ScanSource::camera});
    CHECK_FALSE(screen.has<SubmitScan>());
    CHECK_FALSE(screen.model.toast);
    screen.send(ScanRead{"BD1OTHER", ScanSource::camera});
    CHECK_FALSE(screen.has<SubmitScan>());
    CHECK(screen.model.toast->words == Text::toast_one_moment);
}

TEST_CASE("a post with more than two items gets another box, and boxes beyond a page another page") {
    ClaimView view = canned_claim();
    CHECK(post_boxes(view).size() == 7);
    CHECK(claim_pages(view) == 1);
    ItemView third = view.items[0];
    third.id = ItemId{99};
    view.items.insert(view.items.begin(), third);
    CHECK(post_boxes(view).size() == 8);
    CHECK(post_boxes(view)[1].post == "党员先锋岗");
    CHECK(claim_pages(view) == 2);
    ScreenDriver screen = choosing(view);
    screen.send(CommandTouched{Command::page_forward});
    CHECK(screen.model.visit->claim->page == 1);
    screen.send(CommandTouched{Command::page_forward});
    CHECK(screen.model.visit->claim->page == 1);
}
