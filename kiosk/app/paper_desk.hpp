// SPDX-License-Identifier: MIT
// Papers at the desk: asked for, given to the printer, heard of again. Each step is in the log before anybody
// is told of it, so that a power cut leaves a list of what did not come out (faults 32–34). Belongs to the
// desk's thread.
#pragma once

#include <functional>
#include <set>
#include <span>

#include "domain/service/paper_book.hpp"
#include "kiosk/app/intent.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/paper_order.hpp"
#include "kiosk/app/slip_papers.hpp"

namespace baodao {

// Takes a paper to the printing thread; false when it takes no more.
using SendPaper = std::function<bool(PaperOrder)>;

class PaperDesk {
  public:
    // `opened` outlives it. Reads the papers of the log. Error: the store cannot be read.
    [[nodiscard]] static Result<PaperDesk> open(OpenedDesk& opened, SendPaper send);

    // Receipts of registrations here that were never asked for, as when the power went while REGISTERED
    // showed: they are on the list of what did not come out from now on. Called once at the start.
    [[nodiscard]] Status list_owed_receipts();
    // The receipt that is owed for a registration: asked for exactly once, however often this is called.
    [[nodiscard]] Result<PaperState> receipt(SlipSerial serial);
    // 我的记录 on paper. While an earlier one has not come out there is no second one.
    [[nodiscard]] Result<PaperState> record(SlipSerial serial);
    // 重打, or 存到 U 盘: the same job, the same serial. A copy that may have come out is followed by the
    // next number.
    [[nodiscard]] Result<PaperState> again(std::uint64_t job, PaperWay way = PaperWay::printer);
    // 报到单 or 签到卡 of these slips as one document; `kind` is papers::form or papers::card. Slips whose
    // paper was asked for before get their next copy, with the code they have.
    [[nodiscard]] Result<PaperState> slips(std::span<const IssuedEntry> entries, std::string_view kind,
                                           StartCell start, PaperWay way);
    // What the printer did with it. Error: it could not be recorded; the paper stays on the list.
    [[nodiscard]] Status heard(const PaperReport& report);

    // A sheet of the office, which is no job in the log. False: too many papers wait already.
    [[nodiscard]] bool send_sheet(PaperOrder order) { return send_(std::move(order)); }
    // 第 n 份 that the slip's paper would be, asked for now.
    [[nodiscard]] std::int64_t copy_to_come(SlipSerial serial, std::string_view kind) const;
    [[nodiscard]] const PaperBook& book() const { return book_; }
    // Given to the printer by this run of the program, and no word since.
    [[nodiscard]] bool on_its_way(std::uint64_t job) const { return on_its_way_.contains(job); }

  private:
    PaperDesk(OpenedDesk& opened, SendPaper send) : opened_(&opened), send_(std::move(send)) {}

    [[nodiscard]] Result<PaperState> ask(const PaperJob& job, std::int64_t copy, PaperWay way);
    [[nodiscard]] Result<PaperState> hand_over(std::vector<PaperPart> parts, Result<PaperOrder> order,
                                               PaperWay way);
    [[nodiscard]] PaperPart next_part(SlipSerial serial, std::string_view kind);
    [[nodiscard]] Status note(std::vector<Draft> drafts);

    OpenedDesk* opened_;
    SendPaper send_;
    PaperBook book_;
    std::set<std::uint64_t> on_its_way_;
};

}  // namespace baodao
