// SPDX-License-Identifier: MIT
// Which records are wanted, and how they are handed over.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/time.hpp"
#include "domain/event/event.hpp"

namespace baodao {

// A person, item, activity … as one number: drawn at random or a digest, so that kinds of things don't meet.
using SubjectKey = Id<struct SubjectKeyTag, std::uint64_t>;

// What an event is about. Empty: it concerns the whole community (keys, rules, activities …).
// The meaning of bodies belongs to domain, so the journal is given this function. It must be pure and
// must not throw. When it changes, call Journal::rebuild_projections().
using Indexer = std::function<std::vector<SubjectKey>(const Event&)>;

namespace select {

struct Everything {};
struct OfKind {
    std::string prefix;  // "attendance." or a whole kind
};
struct CommunityLevel {};  // events about no subject
struct About {
    std::vector<SubjectKey> subjects;  // any of them; each record once
};
struct OnDays {
    LocalDate first;  // by the estimated time written in the event, in the community's offset;
    LocalDate last;   // clock corrections learned later are not in it: ask a day more on both sides
};
struct LogFrom {
    EventId first;  // this record and those after it in the same origin and epoch, by sequence
};

}  // namespace select

// Records come in the order of their arrival here, LogFrom in the order of the log.
using Selection = std::variant<select::Everything, select::OfKind, select::CommunityLevel, select::About,
                               select::OnDays, select::LogFrom>;

enum class Step { go_on, stop };
using Visit = std::function<Step(const Record&)>;

}  // namespace baodao
