// SPDX-License-Identifier: MIT
#include "kiosk/admin/slip_files.hpp"

#include <set>

#include "domain/base/file.hpp"
#include "domain/paper/slip_sheet.hpp"
#include "kiosk/admin/command.hpp"

namespace baodao::admin {

namespace {

// Everything that was noticed is said; false when there is a fault to be mended first.
bool told(const Roster& roster) {
    for (const std::string& column : roster.unknown_columns) say("不认识的列，未读入：" + column);
    for (const RosterRemark& note : roster.notes) say("请核对：" + to_text(note));
    if (roster.notes_beyond != 0) say("请核对：另有 " + std::to_string(roster.notes_beyond) + " 处");
    for (const RosterRemark& fault : roster.faults) say(to_text(fault));
    if (roster.faults_beyond != 0) say("另有 " + std::to_string(roster.faults_beyond) + " 处错误");
    return roster.usable();
}

// A roster that names other communities is issued for this one all the same: only HQ knows the others'
// numbers.
void tell_other_communities(const Roster& roster, const std::string& own) {
    std::set<std::string> others;
    for (const RosterRow& row : roster.rows) {
        if (!row.community.empty() && row.community != own) others.insert(row.community);
    }
    for (const std::string& other : others)
        say("名册写的社区是“" + other + "”，签到卡按本社区“" + own + "”签发");
}

}  // namespace

Result<std::size_t> write_slip_files(OpenedDesk& opened, const SlipFiles& files) {
    const auto bytes = read_file(files.roster, roster_bytes_max);
    if (!bytes) return bytes.error();
    const Roster roster = read_roster(*bytes);
    if (!told(roster)) {
        return Error{ErrorKind::bad_input, "名册有错误，没有签发任何签到卡", files.roster.string()};
    }
    const CommunityState& community = opened.desk().community();
    tell_other_communities(roster, community.settings().name);

    const UtcMillis now = opened.clock().now().wall;
    const LocalDate today = local_date(now, community.offset());
    Validity validity = default_validity(opened.installation().test, today);
    validity.first = files.from.value_or(validity.first);
    validity.last = files.to.value_or(validity.last);
    if (validity.last < validity.first) {
        return Error{ErrorKind::bad_input, "the last day is before the first", {}};
    }
    auto book = IssueBook::read(opened.journal());
    if (!book) return book.error();
    auto issue = prepare_issue(roster.rows, opened.installation(), std::move(book).value(), today, validity,
                               opened.random());
    if (!issue) return issue.error();
    std::vector<SignInCard> cards;
    for (const IssuedSlip& slip : issue->slips) cards.push_back(sign_in_card(slip, community, today));
    const auto sheet = slip_sheet(cards, now, community.offset());
    if (!sheet) return sheet.error();

    if (auto noted = opened.desk().note(std::move(issue->events)); !noted) return noted.error();
    if (auto written = write_file_atomic(files.texts, slip_table(issue->slips)); !written)
        return written.error();
    if (auto written = write_file_atomic(files.pdf, *sheet); !written) return written.error();
    return issue->slips.size();
}

}  // namespace baodao::admin
