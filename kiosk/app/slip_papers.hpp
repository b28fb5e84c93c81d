// SPDX-License-Identifier: MIT
// The slips that were issued here, batch by batch (policy R5), and their papers: 报到单 and 签到卡. A slip's
// code is the one that was issued, however often it is printed.
#pragma once

#include <vector>

#include "domain/paper/content.hpp"
#include "domain/service/paper_book.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao {

struct IssuedEntry {
    SlipIssued slip;
    UtcMillis issued;
    std::optional<Hash> card;  // with the slip's text
};

// One hand-out of one agency: 镇财政所 2026 年第 1 批.
struct SlipBatch {
    AgencyId agency;
    std::int32_t year = 0;
    BatchNumber batch;
    std::string agency_name;
    UtcMillis issued;                // the first of them
    std::vector<IssuedEntry> slips;  // by running number; revoked ones left out
};

// Newest first.
[[nodiscard]] Result<std::vector<SlipBatch>> slip_batches(OpenedDesk& opened);

// Of one slip. not_found: it was not issued here, or is revoked.
[[nodiscard]] Result<IssuedEntry> issued_entry(OpenedDesk& opened, SlipSerial serial);
// 丢失: a new code for the same person, and the old one does not hold any more, here at once. Everything else
// of hers stays. Nothing is printed.
[[nodiscard]] Result<IssuedEntry> reissue(OpenedDesk& opened, const IssuedEntry& lost, UtcMillis now);

// What stands on the card, and on the form, of a slip. Error: the log does not hold the person or her card.
[[nodiscard]] Result<SignInCard> card_of_slip(OpenedDesk& opened, const IssuedEntry& entry, UtcMillis now);
[[nodiscard]] Result<RegistrationForm> form_of_slip(OpenedDesk& opened, const IssuedEntry& entry,
                                                    std::int64_t copy, UtcMillis now);

}  // namespace baodao
