// SPDX-License-Identifier: MIT
// Any of the papers, as what it says: travels from the desk, which knows, to whoever draws and prints it.
#pragma once

#include <variant>
#include <vector>

#include "domain/paper/office_sheet.hpp"
#include "domain/paper/receipt.hpp"
#include "domain/paper/registration_form.hpp"
#include "domain/paper/service_record.hpp"
#include "domain/paper/sign_in_cards.hpp"

namespace baodao {

// 签到卡, eight to a sheet, from a free cell on.
struct CardSheets {
    std::vector<SignInCard> cards;
    StartCell start;
};
// 报到单, one to a sheet.
struct FormStack {
    std::vector<RegistrationForm> forms;
};

using PaperContent = std::variant<Receipt, ServiceRecord, CardSheets, FormStack, OfficeSheet>;

[[nodiscard]] Result<std::vector<Page>> lay_out(const PaperContent& content);

}  // namespace baodao
