// SPDX-License-Identifier: MIT
// Slips that headquarters issues: a roster read against what is known here, its people listed and signed for
// in headquarters' own logs, batch by batch (policy R5), and their papers.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "domain/community/issuing.hpp"
#include "domain/service/community_state.hpp"
#include "sync/hq/keys.hpp"
#include "sync/hq/own_log.hpp"

namespace baodao::hq {

inline constexpr std::size_t issue_rows_max = 2000;  // at once: more are handed in as several files

// A roster whose every row has its place.
struct RosterPlan {
    Roster roster;                         // with the faults and notes that only headquarters can tell
    std::vector<CommunityId> communities;  // of each row
};
// By the community's name or short name in each row; rows that name none go to `otherwise`. `agency`, when
// not empty, is the only one that may stand there.
[[nodiscard]] Result<RosterPlan> plan_roster(sql::Session& session, Roster roster,
                                             std::optional<CommunityId> otherwise, const std::string& agency);

// One hand-out of one agency.
struct BatchName {
    AgencyId agency;
    std::int32_t year = 0;
    BatchNumber batch;
    friend auto operator<=>(const BatchName&, const BatchName&) = default;
};
struct BatchLine {
    BatchName name;
    std::string agency;
    UtcMillis issued;
    std::int64_t people = 0;
};

// Lists and signs all of a usable plan, or nothing. A row without 批次 goes into the agency's next one.
// `inside` runs in the same transaction, and nothing is issued when it fails. refused: the key is over.
[[nodiscard]] Result<std::vector<BatchName>> issue_slips(sql::Session& session, const HqKeys& keys,
                                                         const RosterPlan& plan, const Writer& writer,
                                                         Random& random,
                                                         const std::function<Status()>& inside = {});

// Newest first; `agency`, when not empty, is the only one.
[[nodiscard]] Result<std::vector<BatchLine>> slip_batches(sql::Session& session, const std::string& agency,
                                                          std::int64_t count);
[[nodiscard]] Result<std::optional<BatchLine>> find_batch(sql::Session& session, const BatchName& name);

// A batch as it goes on paper, by running number. Slips that were revoked are left out.
struct BatchPapers {
    std::vector<IssuedSlip> slips;
    std::vector<CommunityId> communities;         // of each
    std::map<CommunityId, CommunityState> known;  // their settings
};
[[nodiscard]] Result<BatchPapers> read_batch(sql::Session& session, const BatchLine& batch);
// 签到卡 as a PDF, each code read again from its page. Takes about a second for a thousand: not while a
// database is held.
[[nodiscard]] Result<std::string> batch_sheet(const BatchPapers& papers, UtcMillis now);

}  // namespace baodao::hq
