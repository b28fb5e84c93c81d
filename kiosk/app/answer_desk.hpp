// SPDX-License-Identifier: MIT
// The desk's side of 申请更正 on the staff side: which requests wait, and what an answer records.
#pragma once

#include "kiosk/app/answer_page.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao {

// Error: the store cannot be read.
[[nodiscard]] Result<CorrectionList> correction_list(OpenedDesk& opened);
// To be appended together: the correction, and the answer to the question with its basis. The record that she
// objects to stays as it is. 这一条不是我, agreed, takes the service back; what names neither time nor person
// is settled in words.
[[nodiscard]] std::vector<Draft> answer_drafts(const AnswerCorrection& answer);

}  // namespace baodao
