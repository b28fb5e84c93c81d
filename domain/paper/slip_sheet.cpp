// SPDX-License-Identifier: MIT
#include "domain/paper/slip_sheet.hpp"

#include "domain/base/text.hpp"

namespace baodao {

SignInCard sign_in_card(const IssuedSlip& slip, const CommunityState& community, LocalDate day) {
    const CommunitySet& settings = community.settings();
    const auto contact = community.contact(day);
    return {slip.text,
            slip.serial,
            slip.slip_number,
            slip.row.name,
            slip.row.branch,
            settings.town + settings.name,
            settings.short_name + "窗口",
            contact.name,
            contact.phone};
}

Result<std::string> slip_sheet(const std::vector<SignInCard>& cards, UtcMillis made_at, UtcOffset offset) {
    const auto pages = lay_out_sign_in_cards(cards, StartCell{});
    if (!pages) return pages.error();
    PdfCanvas canvas;
    return make_paper(canvas, *pages, {"在职党员签到卡", made_at, offset});
}

std::string slip_table(const std::vector<IssuedSlip>& slips) {
    std::string table = "serial\tname\ttext\n";
    for (const IssuedSlip& slip : slips)
        table += to_hex64(slip.serial.value) + "\t" + slip.row.name + "\t" + slip.text + "\n";
    return table;
}

}  // namespace baodao
