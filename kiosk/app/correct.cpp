// SPDX-License-Identifier: MIT
#include "kiosk/app/correct.hpp"

#include <algorithm>

namespace baodao {

std::string_view token(Wrong wrong) {
    switch (wrong) {
        case Wrong::out_time:
            return "out_time";
        case Wrong::in_time:
            return "in_time";
        case Wrong::missing:
            return "missing";
        case Wrong::activity:
            return "activity";
        case Wrong::person:
            return "person";
        case Wrong::other:
            return "other";
    }
    return "other";
}

std::optional<Wrong> wrong_from(std::string_view word) {
    const auto found =
        std::find_if(all_wrongs.begin(), all_wrongs.end(), [&](Wrong wrong) { return token(wrong) == word; });
    return found == all_wrongs.end() ? std::nullopt : std::optional(*found);
}

std::optional<EventId> objection_target(const ServiceView& service) {
    const EventLine* newest = nullptr;
    for (const EventLine& line : service.events) {
        const bool word_of_staff = line.what == EventWhat::confirmed || line.what == EventWhat::amended ||
                                   line.what == EventWhat::voided;
        if (word_of_staff && (newest == nullptr || newest->at <= line.at)) newest = &line;
    }
    if (newest != nullptr) return newest->id;
    return service.service.out ? service.service.out : service.service.in;
}

}  // namespace baodao
