// SPDX-License-Identifier: MIT
// Makes the staff board from the log. The log of the last year is looked through once when somebody comes in,
// to find whose last scan was a sign-in; after that only those and the last two days are read again.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "domain/service/person.hpp"
#include "kiosk/app/board.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao {

class BoardDesk {
  public:
    // `opened` outlives this.
    explicit BoardDesk(OpenedDesk& opened) : opened_(&opened) {}

    // Error: the store cannot be read.
    [[nodiscard]] Result<Board> make();
    // From elsewhere, however old: counted with the next board.
    void take_in(const Entry& entry) {
        if (looked_) take(entry);
    }
    // Nobody is in any more: what was found is let go.
    void forget();

  private:
    struct LastScan {
        UtcMillis at;
        bool in = false;
    };

    [[nodiscard]] Status look_through(LocalDate from, LocalDate to);
    void take(const Entry& entry);
    [[nodiscard]] Status add_people(Board& board);
    void add_services(Board& board, const LoadedPerson& loaded, const std::string& name,
                      const std::string& agency) const;
    [[nodiscard]] MissingEnd missing_end(const Service& service, const LoadedPerson& loaded,
                                         const std::string& name) const;
    [[nodiscard]] Status add_today(Board& board, LocalDate today);
    [[nodiscard]] Status add_papers(Board& board);
    void add_calls(Board& board);
    [[nodiscard]] std::string name_of(std::uint64_t subject);

    OpenedDesk* opened_;
    bool looked_ = false;
    std::map<SlipSerial, LastScan> scans_;
    std::map<ActivityId, std::map<SlipSerial, UtcMillis>> ends_;  // sign-outs by activity
    std::set<SlipSerial> objections_;                             // asked for a correction
    std::set<SlipSerial> parked_;
    std::map<EventId, StaffCall> calls_;
    std::set<EventId> answered_;
};

}  // namespace baodao
