// SPDX-License-Identifier: MIT
// The desk's part of the self-test: disk, clock, what waits for headquarters, and the whole log read through
// in steps between scans. Lives on the desk's thread.
#pragma once

#include <string>

#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/self_test.hpp"

namespace baodao {

class MachineCheck {
  public:
    // `opened` outlives this. `folder` is where the log lies.
    MachineCheck(OpenedDesk& opened, std::string folder);

    // Reads the next records of the log.
    void step();
    [[nodiscard]] bool done() const { return journal_ != JournalState::checking; }
    // As far as it is known now.
    [[nodiscard]] MachineReport report() const;

  private:
    OpenedDesk* opened_;
    std::string folder_;
    JournalState journal_ = JournalState::checking;
};

// Of a store that could not be opened.
[[nodiscard]] MachineReport unopened_report();

}  // namespace baodao
