// SPDX-License-Identifier: MIT
// What the store found and did when it was opened, in words for staff and in
// numbers for the event kiosk.recovered, which the caller appends.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/event/event.hpp"

namespace baodao {

struct RecoveryReport {
    bool created = false;       // there was no store before
    bool unclean_stop = false;  // the last run was cut short: show Journal::last_records() and unconfirmed()
    bool crash_loop = false;    // ten starts within a minute: come up in record-only mode (fault 28)
    bool new_epoch = false;     // continuity of our own log could not be proven; it goes on under a new epoch
    bool mirror_behind = false;  // the mirror could not be brought up to date: amber, see Journal::health()

    std::uint64_t restored_to_database = 0;  // records that only the mirror had
    std::uint64_t restored_to_mirror = 0;    // records that only the database had
    std::uint64_t lost = 0;                  // records of our own log that neither had
    std::vector<std::string> put_aside;      // damaged files under their new names; nothing is deleted
    std::vector<std::string> reasons;        // one sentence each; empty when there is nothing to tell

    // Something beyond an ordinary power cut happened: append kiosk.recovered and tell staff.
    [[nodiscard]] bool noteworthy() const {
        return new_epoch || lost != 0 || !put_aside.empty() || restored_to_mirror != 0;
    }
};

}  // namespace baodao
