// SPDX-License-Identifier: MIT
// Internal to domain/service: the events about a person, read once, by kind, in order of time.
#pragma once

#include <algorithm>
#include <set>
#include <span>
#include <tuple>
#include <vector>

#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/service/timeline.hpp"

namespace baodao {

template <class Body>
struct Fact {
    EventId id;
    UtcMillis at;  // estimated, corrected
    const Entry* entry;
    Body body;
};

template <class A, class B>
[[nodiscard]] bool before(const Fact<A>& a, const Fact<B>& b) {
    return std::tie(a.at, a.id) < std::tie(b.at, b.id);
}

template <class... Bodies>
class FactTable {
  public:
    // Of this kind, by time and then by EventId: the one order that all folds agree on.
    template <class Body>
    [[nodiscard]] const std::vector<Fact<Body>>& of() const {
        return std::get<std::vector<Fact<Body>>>(lists_);
    }

    void take(const Entry& entry, UtcMillis at) { (take_as<Bodies>(entry, at) || ...); }

    void sort() {
        const auto sort_one = [](auto& list) {
            std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return before(a, b); });
        };
        (sort_one(std::get<std::vector<Fact<Bodies>>>(lists_)), ...);
    }

    template <class Visit>
    void for_each(const Visit& visit) const {
        const auto visit_list = [&](const auto& list) { std::for_each(list.begin(), list.end(), visit); };
        (visit_list(std::get<std::vector<Fact<Bodies>>>(lists_)), ...);
    }

    // Keeps the facts for which keep(body) holds.
    template <class Keep>
    void filter(const Keep& keep) {
        const auto filter_one = [&](auto& list) {
            std::erase_if(list, [&](const auto& fact) { return !keep(fact.body); });
        };
        (filter_one(std::get<std::vector<Fact<Bodies>>>(lists_)), ...);
    }

  private:
    template <class Body>
    bool take_as(const Entry& entry, UtcMillis at) {
        if (entry.event.kind != Body::kind) return false;
        if (auto body = body_of<Body>(entry.event)) {
            std::get<std::vector<Fact<Body>>>(lists_).push_back({entry.id, at, &entry, std::move(*body)});
        }
        return true;
    }

    std::tuple<std::vector<Fact<Bodies>>...> lists_;
};

using Facts = FactTable<MemberListed, MemberRegistered, MemberTransferred, MemberExcused, MemberClosed,
                        MemberSame, MemberParted, BalanceOpening, SlipIssued, SlipRevoked, SlipResolved,
                        AttendanceIn, AttendanceOut, AttendanceRecorded, AttendanceConfirmed,
                        AttendanceAmended, AttendanceVoided, AttendanceDisputed, ConflictResolved>;

// Repeats are taken once; drills and what can't be read are left out. Points into `entries`.
[[nodiscard]] Facts gather(std::span<const Entry> entries, const Timeline& timeline);

// Of facts about several people (joined and parted again), the slips and numbers of that one to
// whom `subject` belongs. A slip belongs to the member whom HQ accepted it for, else to whom it
// was issued, else to whom the kiosk registered it.
struct PersonKeys {
    std::set<SlipSerial> serials;
    std::set<MemberNumber> members;
};
[[nodiscard]] PersonKeys keys_of(std::uint64_t subject, const Facts& facts);

// Leaves only what is about that person.
void keep_only(const PersonKeys& keys, Facts& facts);

}  // namespace baodao
