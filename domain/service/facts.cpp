// SPDX-License-Identifier: MIT
#include "domain/service/facts.hpp"

#include <map>
#include <type_traits>

namespace baodao {

Facts gather(std::span<const Entry> entries, const Timeline& timeline) {
    Facts facts;
    std::set<EventId> taken;
    for (const Entry& entry : entries) {
        if (entry.event.drill || !taken.insert(entry.id).second) continue;
        facts.take(entry, timeline.at(entry));
    }
    facts.sort();
    return facts;
}

namespace {

using Owners = std::map<SlipSerial, MemberNumber>;

void own_if_given(Owners& owners, const PersonRef& who) {
    if (who.serial && who.member) owners.try_emplace(*who.serial, *who.member);
}

// Strongest word first; try_emplace keeps it.
Owners owners_of_slips(const Facts& facts) {
    Owners owners;
    std::map<SlipSerial, const SlipResolved*> last_word;
    for (const auto& resolved : facts.of<SlipResolved>()) last_word[resolved.body.serial] = &resolved.body;
    for (const auto& [serial, resolved] : last_word) {
        if (resolved->accepted()) owners.try_emplace(serial, *resolved->member);
    }
    for (const auto& issued : facts.of<SlipIssued>()) {
        owners.try_emplace(issued.body.serial, issued.body.member);
    }
    for (const auto& listed : facts.of<MemberListed>()) own_if_given(owners, listed.body.who);
    for (const auto& registered : facts.of<MemberRegistered>()) {
        own_if_given(owners, {registered.body.serial, registered.body.member});
    }
    return owners;
}

using Ties = std::multimap<MemberNumber, MemberNumber>;

Ties ties_of_members(const Facts& facts) {
    std::set<EventId> parted;
    for (const auto& part : facts.of<MemberParted>()) parted.insert(part.body.joined);
    Ties ties;
    for (const auto& same : facts.of<MemberSame>()) {
        if (parted.contains(same.id)) continue;
        ties.emplace(same.body.a, same.body.b);
        ties.emplace(same.body.b, same.body.a);
    }
    return ties;
}

// Whether the number stands for a member in any of the facts, and not only for a slip.
bool names_member(const Facts& facts, MemberNumber member) {
    bool named = false;
    facts.for_each([&](const auto& fact) {
        const auto& body = fact.body;
        if constexpr (requires { body.who; }) named |= body.who.member == member;
        if constexpr (requires { body.joined; } || std::is_same_v<decltype(fact), const Fact<MemberSame>&>) {
            named |= body.a == member || body.b == member;
        }
    });
    return named;
}

}  // namespace

PersonKeys keys_of(std::uint64_t subject, const Facts& facts) {
    const Owners owners = owners_of_slips(facts);
    const Ties ties = ties_of_members(facts);
    PersonKeys keys;
    std::vector<MemberNumber> reached;
    const bool owns_a_slip = std::any_of(owners.begin(), owners.end(), [&](const auto& owner) {
        return owner.second == MemberNumber{subject};
    });
    if (const auto owner = owners.find(SlipSerial{subject}); owner != owners.end()) {
        reached.push_back(owner->second);
    } else if (owns_a_slip || names_member(facts, MemberNumber{subject})) {
        reached.push_back(MemberNumber{subject});
    } else {
        keys.serials.insert(SlipSerial{subject});  // nobody owns it yet: it stands for its person
    }
    while (!reached.empty()) {
        const MemberNumber member = reached.back();
        reached.pop_back();
        if (!keys.members.insert(member).second) continue;
        const auto [first, last] = ties.equal_range(member);
        for (auto tie = first; tie != last; ++tie) reached.push_back(tie->second);
    }
    for (const auto& [serial, member] : owners) {
        if (keys.members.contains(member)) keys.serials.insert(serial);
    }
    return keys;
}

namespace {

// What names a slip belongs to the slip's owner; everything else to whomever it names.
class Concerns {
  public:
    explicit Concerns(const PersonKeys& keys) : keys_(keys) {}

    bool operator()(const MemberSame& body) const { return has(body.a) || has(body.b); }
    bool operator()(const MemberParted& body) const { return has(body.a) || has(body.b); }
    template <class Body>
    bool operator()(const Body& body) const {
        if constexpr (requires { body.who; }) {
            return (body.who.serial && has(*body.who.serial)) || (body.who.member && has(*body.who.member));
        } else {
            return has(body.serial);
        }
    }

  private:
    bool has(SlipSerial serial) const { return keys_.serials.contains(serial); }
    bool has(MemberNumber member) const { return keys_.members.contains(member); }
    const PersonKeys& keys_;
};

}  // namespace

void keep_only(const PersonKeys& keys, Facts& facts) {
    facts.filter(Concerns(keys));
}

}  // namespace baodao
