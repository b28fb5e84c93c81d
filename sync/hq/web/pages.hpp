// SPDX-License-Identifier: MIT
// The pages, by what the town looks at. Whatever shows full names, or changes something, is noted in the
// audit log first.
#pragma once

#include "sync/hq/web/people_list.hpp"

namespace baodao::hq {

[[nodiscard]] Result<Page> overview_page(const Asking& asking);
[[nodiscard]] Result<Page> communities_page(const Asking& asking);
[[nodiscard]] Result<Page> community_page(const Asking& asking);  // /communities/<number>
[[nodiscard]] Result<Page> agencies_page(const Asking& asking);
[[nodiscard]] Result<Page> branch_page(const Asking& asking);  // /agencies/<branch>: who has not registered
[[nodiscard]] Result<Page> ledger_page(const Asking& asking);
[[nodiscard]] Result<Page> member_page(const Asking& asking);  // /ledger/<community>/<person>
[[nodiscard]] Result<Page> activities_page(const Asking& asking);
[[nodiscard]] Result<Page> waiting_page(const Asking& asking);
[[nodiscard]] Result<Page> doubt_page(const Asking& asking);   // /waiting/<community>/<person>/<kind>/<event>
[[nodiscard]] Result<Page> answer_page(const Asking& asking);  // the same, POST
[[nodiscard]] Result<Page> terminals_page(const Asking& asking);
[[nodiscard]] Result<Page> enrol_page(const Asking& asking);
[[nodiscard]] Result<Page> approve_page(const Asking& asking);
[[nodiscard]] Result<Page> revoke_question_page(const Asking& asking);  // /terminals/revoke/<origin>
[[nodiscard]] Result<Page> revoke_page(const Asking& asking);           // the same, POST
[[nodiscard]] Result<Page> slips_page(const Asking& asking);
[[nodiscard]] Result<Page> check_roster_page(const Asking& asking);  // POST /slips/check, with a file
[[nodiscard]] Result<Page> sign_slips_page(const Asking& asking);    // POST /slips/sign
[[nodiscard]] Result<Page> batch_page(const Asking& asking);         // /slips/<agency>/<year>/<batch>
[[nodiscard]] Result<Page> batch_papers_page(const Asking& asking);  // the same, POST
inline constexpr const char* slips_upload_address = "/slips/check";
[[nodiscard]] Result<Page> receipts_page(const Asking& asking);
[[nodiscard]] Result<Page> file_receipts_page(const Asking& asking);  // POST /receipts/file, ticked rows
[[nodiscard]] Result<Page> type_receipt_page(const Asking& asking);   // POST /receipts/code
[[nodiscard]] Result<Page> export_question_page(const Asking& asking);
[[nodiscard]] Result<Page> export_page(const Asking& asking);
[[nodiscard]] Result<Page> audit_page(const Asking& asking);

}  // namespace baodao::hq
