// SPDX-License-Identifier: MIT
// A desk on real files in a folder of its own, at a time that is told, with slips for a few people.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/app/issuing.hpp"
#include "kiosk/app/new_community.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "tests/support/temporary_folder.hpp"

namespace baodao::test {

class DeskFixture {
  public:
    DeskFixture() {
        NewCommunity wanted;
        wanted.folder = data();
        wanted.test = true;
        wanted.settings.name = "枫林社区";
        wanted.settings.short_name = "枫林";
        wanted.settings.town = "云溪镇";
        wanted.settings.contact_name = "周敏";
        REQUIRE(make_community(wanted).ok());
    }

    [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }

    // Opens the desk at that time; only one at once.
    [[nodiscard]] std::unique_ptr<OpenedDesk> at(const std::string& time) const {
        auto opened = OpenedDesk::open({data(), *parse_rfc3339(time)});
        REQUIRE(opened.ok());
        return std::move(opened).value();
    }

    // Lists people and signs slips for them, as the window does.
    std::vector<IssuedSlip> issue(const std::vector<std::string>& names, const std::string& time) {
        std::vector<RosterRow> rows;
        for (const std::string& name : names) {
            RosterRow row;
            row.name = name;
            row.agency = "镇财政所";
            row.branch = "镇财政所党支部";
            rows.push_back(row);
        }
        return issue_rows(std::move(rows), time);
    }

    // The same from a roster; its rows are numbered as those of a file with a header.
    std::vector<IssuedSlip> issue_rows(std::vector<RosterRow> rows, const std::string& time) {
        std::size_t number = 1;
        for (RosterRow& row : rows) row.row = ++number;
        auto opened = at(time);
        auto book = IssueBook::read(opened->journal());
        REQUIRE(book.ok());
        const LocalDate today = local_date(opened->clock().now().wall, UtcOffset{});
        auto issue = prepare_issue(rows, opened->installation(), *book, today, default_validity(true, today),
                                   opened->random());
        REQUIRE(issue.ok());
        REQUIRE(opened->desk().note(issue->events).ok());
        return issue->slips;
    }

    // One scan at that time by a desk opened for it alone.
    ScanAnswer scan(const std::string& text, const std::string& time) {
        SubmitScan request;
        request.text = text;
        return at(time)->desk().scan(request);
    }

  private:
    TemporaryFolder folder_;
};

}  // namespace baodao::test
