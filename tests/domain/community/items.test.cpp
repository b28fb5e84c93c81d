// SPDX-License-Identifier: MIT
#include "domain/community/items.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/community/proposals.hpp"

using namespace baodao;

namespace {

constexpr CommunityId here{0xF00001};
constexpr ItemId law{1};
constexpr ItemId river{2};
constexpr ItemId shopping{3};

PersonRef slip(std::uint64_t serial) {
    return {SlipSerial{serial}, std::nullopt};
}
PersonRef member(std::uint64_t number) {
    return {std::nullopt, MemberNumber{number}};
}

class Log {
  public:
    template <class Body>
    void tell(std::int64_t at, const Body& body, std::string_view kind = Body::kind) {
        Entry entry;
        entry.id = {{}, {1}, {entries.size() + 1}};
        entry.event.kind = kind;
        entry.event.community = here;
        entry.event.at.wall = {at};
        entry.event.body = to_body(body);
        entries.push_back(entry);
    }
    void publish(std::int64_t at, ItemId item, std::string title, std::string post, std::int64_t people,
                 std::vector<std::string> skills = {}) {
        tell(at, ItemPublished{
                     item, std::move(title), std::move(post), {}, {}, std::move(skills), people, false});
    }
    [[nodiscard]] ItemBook book() const {
        ItemBook built(here);
        for (const Entry& entry : entries) built.apply(entry);
        return built;
    }

    std::vector<Entry> entries;
};

Log three_items() {
    Log log;
    log.publish(1, law, "合同帮您看", "法律咨询岗", 2, {"法律"});
    log.publish(2, river, "河道清洁", "环境义务岗", 10);
    log.publish(3, shopping, "邻里代购", "邻里互助岗", 0);
    return log;
}

std::vector<ItemId> items_of(const std::vector<Proposal>& proposals) {
    std::vector<ItemId> items;
    for (const Proposal& proposal : proposals) items.push_back(proposal.item);
    return items;
}

}  // namespace

TEST_CASE("all who claimed an item are its team, who released it is not") {
    Log log = three_items();
    log.tell(10, ItemClaimed{slip(1), law});
    log.tell(11, ItemClaimed{member(7), law});
    CHECK(log.book().team(law).size() == 2);
    CHECK(log.book().full(law));
    log.tell(12, ItemReleased{slip(1), law});
    CHECK(log.book().team(law) == std::vector{member(7)});
    CHECK_FALSE(log.book().full(law));
    CHECK_FALSE(log.book().full(shopping));
}

TEST_CASE("claims do not depend on the order of arrival or on repeats") {
    Log log = three_items();
    log.tell(10, ItemClaimed{slip(1), law});
    log.tell(11, ItemReleased{slip(1), law});
    log.tell(12, ItemClaimed{slip(1), law});
    log.tell(13, ItemPublished{law, "合同帮您看", "法律咨询岗", {}, {}, {}, 5, false}, kinds::item_adjusted);
    std::reverse(log.entries.begin(), log.entries.end());
    log.entries.push_back(log.entries.front());
    CHECK(log.book().team(law).size() == 1);
    CHECK(log.book().item(law)->people == 5);
}

TEST_CASE("a person holds what was claimed with any of her slips, and the last word counts") {
    Log log = three_items();
    log.tell(10, ItemClaimed{slip(1), law});
    log.tell(11, ItemClaimed{slip(1), river});
    log.tell(12, ItemReleased{PersonRef{SlipSerial{2}, MemberNumber{7}}, law});
    PersonState person;
    person.slips[SlipSerial{1}] = {};
    person.slips[SlipSerial{2}] = {};
    person.members = {MemberNumber{7}};
    CHECK(log.book().claimed_by(person) == std::vector{river});
}

TEST_CASE("one or two claims are usual, more need staff") {
    CHECK(claim_advice(0) == ClaimAdvice::none_yet);
    CHECK(claim_advice(1) == ClaimAdvice::usual);
    CHECK(claim_advice(2) == ClaimAdvice::usual);
    CHECK(claim_advice(3) == ClaimAdvice::needs_staff);
}

TEST_CASE("a withdrawn item is no longer offered and still known") {
    Log log = three_items();
    log.tell(9, ItemPublished{law, "合同帮您看", "法律咨询岗", {}, {}, {}, 2, true}, kinds::item_adjusted);
    CHECK(log.book().open_items().size() == 2);
    CHECK(log.book().item(law) != nullptr);
}

TEST_CASE("items are proposed by skill, then by wish, then by need, each with its reason") {
    const ItemBook book = three_items().book();
    const auto proposals = propose_items(book, {{"法律"}, {"邻里互助岗"}}, {});
    REQUIRE(items_of(proposals) == std::vector{law, shopping, river});
    CHECK(proposals[0].reason == ProposalReason::skill);
    CHECK(proposals[0].word == "法律");
    CHECK(proposals[1].reason == ProposalReason::wish);
    CHECK(proposals[1].word == "邻里互助岗");
    CHECK(proposals[2].reason == ProposalReason::needed);
}

TEST_CASE("what is full or held already is not proposed") {
    Log log = three_items();
    log.tell(10, ItemClaimed{slip(1), law});
    log.tell(11, ItemClaimed{slip(2), law});
    CHECK(items_of(propose_items(log.book(), {{"法律"}, {}}, {river})) == std::vector{shopping});
}
