// SPDX-License-Identifier: MIT
// Which persons and slips an event is about: the journal's index keys.
#pragma once

#include <functional>
#include <vector>

#include "domain/event/event.hpp"

namespace baodao {

// Serials and member numbers, both 64 random bits, in one space of keys. Sorted, no repeats.
// Empty: about the community as a whole. Of a kind that this version does not know, the usual
// keys ("serial", "member", "a", "b") are taken, so that an upgrade finds what came before it.
[[nodiscard]] std::vector<std::uint64_t> subjects_of(const Event& event);

// An event with its name: what folds take.
struct Entry {
    EventId id;
    Event event;
};

// nullopt: bytes that are no event of ours (kept in the log, passed over by folds).
[[nodiscard]] std::optional<Entry> entry_from(const Record& record);

inline constexpr std::size_t closure_subjects_max = 256;  // slips and numbers of one person

// Everything about one person: starts at `subject`, and follows the ties (slip.issued,
// slip.resolved, member.registered, member.same) to whatever else names the same person.
// `records_about` gives the records that the journal holds under one key, in any order.
// Each entry comes once. Past the limit the walk stops: no person has so many papers.
[[nodiscard]] std::vector<Entry> entries_about(
    std::uint64_t subject, const std::function<std::vector<Record>(std::uint64_t subject)>& records_about);

}  // namespace baodao
