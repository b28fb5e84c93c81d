// SPDX-License-Identifier: MIT
#include "kiosk/admin/slip_files.hpp"

#include <set>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/paper/paper.hpp"
#include "domain/paper/sign_in_cards.hpp"
#include "kiosk/admin/command.hpp"

namespace baodao::admin {

namespace {

std::string in_words(const RosterRemark& remark) {
    return remark.row == 0 ? remark.text : "第 " + std::to_string(remark.row) + " 行：" + remark.text;
}

// Everything that was noticed is said; false when there is a fault to be mended first.
bool told(const Roster& roster) {
    for (const std::string& column : roster.unknown_columns) say("不认识的列，未读入：" + column);
    for (const RosterRemark& note : roster.notes) say("请核对：" + in_words(note));
    if (roster.notes_beyond != 0) say("请核对：另有 " + std::to_string(roster.notes_beyond) + " 处");
    for (const RosterRemark& fault : roster.faults) say(in_words(fault));
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

std::vector<SignInCard> cards_of(const std::vector<IssuedSlip>& slips, const CommunityState& community,
                                 LocalDate today) {
    const CommunitySet& settings = community.settings();
    const auto contact = community.contact(today);
    std::vector<SignInCard> cards;
    for (const IssuedSlip& slip : slips) {
        cards.push_back({slip.text, slip.serial, slip.slip_number, slip.row.name, slip.row.branch,
                         settings.town + settings.name, settings.short_name + "窗口", contact.name,
                         contact.phone});
    }
    return cards;
}

std::string table_of(const std::vector<IssuedSlip>& slips) {
    std::string table = "serial\tname\ttext\n";
    for (const IssuedSlip& slip : slips) {
        table += to_hex64(slip.serial.value) + "\t" + slip.row.name + "\t" + slip.text + "\n";
    }
    return table;
}

Result<std::string> sheet_of(const std::vector<SignInCard>& cards, const PaperInfo& info) {
    const auto pages = lay_out_sign_in_cards(cards, StartCell{});
    if (!pages) return pages.error();
    PdfCanvas canvas;
    return make_paper(canvas, *pages, info);
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
    const auto sheet =
        sheet_of(cards_of(issue->slips, community, today), {"在职党员签到卡", now, community.offset()});
    if (!sheet) return sheet.error();

    if (auto noted = opened.desk().note(std::move(issue->events)); !noted) return noted.error();
    if (auto written = write_file_atomic(files.texts, table_of(issue->slips)); !written)
        return written.error();
    if (auto written = write_file_atomic(files.pdf, *sheet); !written) return written.error();
    return issue->slips.size();
}

}  // namespace baodao::admin
