// SPDX-License-Identifier: MIT
// What people are told about activities, services and years, made from folded state.
#pragma once

#include <map>
#include <set>

#include "domain/service/person.hpp"
#include "kiosk/app/answer.hpp"
#include "kiosk/app/home_view.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// Who signed in at which activity and who said that she will come, by slip serial: the counts on the
// home screen.
class Presence {
  public:
    void apply(const Entry& entry);
    [[nodiscard]] std::int64_t present_at(ActivityId activity) const;
    [[nodiscard]] std::int64_t joined(ActivityId activity) const;

  private:
    using People = std::map<ActivityId, std::set<SlipSerial>>;
    [[nodiscard]] static std::int64_t count(const People& people, ActivityId activity);

    People present_;
    People joined_;
};

// Borrowed, and made anew for each answer.
struct Views {
    const CommunityState& community;
    const Presence& presence;
    OriginId own;
    Acknowledged acknowledged;

    [[nodiscard]] ActivityView activity(const Activity& activity) const;
    [[nodiscard]] ServiceView service(const Service& service) const;
    [[nodiscard]] HomeView home(UtcMillis now, bool clock_doubtful) const;
    // A coming activity of the next weeks that a member could join; nullopt when none is planned.
    [[nodiscard]] std::optional<ActivityView> next(UtcMillis now) const;

  private:
    [[nodiscard]] bool reported(const Service& service) const;
};

// 核对码: eight hexadecimal digits over what the record says, the same on screen and paper.
[[nodiscard]] std::string check_code(const RecordView& record);

}  // namespace baodao
