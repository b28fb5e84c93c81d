// SPDX-License-Identifier: MIT
#include "domain/community/claims.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

namespace {

constexpr CommunityId here{0xF00001};

Entry entry_of(std::uint64_t seq, std::string_view kind, std::string body) {
    Entry entry;
    entry.id = {{}, {1}, {seq}};
    entry.event.kind = kind;
    entry.event.community = here;
    entry.event.at.wall = {static_cast<std::int64_t>(seq)};
    entry.event.body = std::move(body);
    return entry;
}

ItemPublished item(std::uint64_t id, std::int64_t places, bool withdrawn = false) {
    return {ItemId{id}, "item", "post", {}, {}, {}, places, withdrawn};
}

// Items 1 to 3 are open, 4 has one place that is taken, 5 is withdrawn.
ItemBook book() {
    ItemBook book(here);
    std::uint64_t seq = 0;
    for (const auto& each : {item(1, 5), item(2, 5), item(3, 0), item(4, 1), item(5, 5, true)})
        book.apply(entry_of(++seq, ItemPublished::kind, to_body(each)));
    book.apply(entry_of(++seq, ItemClaimed::kind, to_body(ItemClaimed{{SlipSerial{77}, {}}, ItemId{4}})));
    return book;
}

using Items = std::vector<ItemId>;

}  // namespace

TEST_CASE("a choice becomes the claims and releases that lead to it") {
    const ClaimChange change = claim_change(book(), Items{{1}, {2}}, Items{{2}, {3}});
    CHECK(change.claimed == Items{{3}});
    CHECK(change.released == Items{{1}});
    CHECK(change.refused.empty());
}

TEST_CASE("the same choice again changes nothing") {
    const ClaimChange change = claim_change(book(), Items{{1}, {2}}, Items{{2}, {1}, {1}});
    CHECK(change.claimed.empty());
    CHECK(change.released.empty());
}

TEST_CASE("full, withdrawn and unknown items are refused, but stay with whoever holds them") {
    CHECK(claim_change(book(), {}, Items{{4}, {5}, {6}}).refused == Items{{4}, {5}, {6}});
    const ClaimChange change = claim_change(book(), Items{{4}, {5}}, Items{{4}, {5}});
    CHECK(change.refused.empty());
    CHECK(change.released.empty());
}

TEST_CASE("more than two are for the cadre to agree; what she holds beyond that is not taken from her") {
    CHECK(claim_change(book(), {}, Items{{1}, {2}, {3}}).beyond == Items{{3}});
    const ClaimChange change = claim_change(book(), Items{{1}, {2}, {3}}, Items{{1}, {2}, {3}});
    CHECK(change.released.empty());
    CHECK(change.beyond.empty());
}
