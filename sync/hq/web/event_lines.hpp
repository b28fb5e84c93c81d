// SPDX-License-Identifier: MIT
// Events in words: what happened, where it was recorded, by whom and why.
#pragma once

#include <map>

#include "domain/service/person.hpp"
#include "domain/service/timeline.hpp"
#include "sync/hq/community_book.hpp"
#include "sync/hq/person_file.hpp"
#include "sync/hq/web/speech.hpp"

namespace baodao::hq {

struct EventContext {
    const PersonState& person;
    const PersonFile& file;
    const CommunityBook& book;
    const Timeline& timeline;
    const std::map<OriginId, std::string>& places;  // kiosks by name, headquarters' own logs among them
    const Speech& say;
};

// One line: {icon, colour, head, detail, date}. Newest first; kinds that say nothing to a reader are left
// out.
[[nodiscard]] Json event_lines(const EventContext& context);

}  // namespace baodao::hq
