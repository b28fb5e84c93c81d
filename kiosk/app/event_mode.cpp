// SPDX-License-Identifier: MIT
#include "kiosk/app/event_mode.hpp"

#include <algorithm>

namespace baodao {

const std::vector<EventPerson>& people_shown(const EventState& event) {
    return event.team ? event.team->people : event.view.people;
}

std::size_t event_pages(const EventState& event) {
    const std::size_t people = people_shown(event).size();
    return std::max<std::size_t>(1, (people + event_people_on_page - 1) / event_people_on_page);
}

}  // namespace baodao
