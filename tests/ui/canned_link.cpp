// SPDX-License-Identifier: MIT
// 总部: the way in, and the stick.
#include "tests/ui/canned_pages.hpp"

namespace baodao::test {
namespace {

Model staffed_link(LinkView link, LinkPage page = {}) {
    Model model = canned_model();
    model.screen = Screen::staff;
    model.wall = canned_time(9, 12);
    model.staff = StaffState{"周敏", model.now, false, std::move(page), 2};
    model.home.link = std::move(link);
    return model;
}

LinkPage with(CourierWord word) {
    LinkPage page;
    page.news = CourierNews{word, 128, 41};
    return page;
}

}  // namespace

void add_link_pages(std::vector<CannedScreen>& screens) {
    const auto add = [&](std::string name, Model model) {
        screens.push_back({"26-staff-link-" + std::move(name), std::move(model)});
    };
    LinkView alone;
    alone.unreported = 128;
    add("alone", staffed_link(alone));
    for (const JoinNotice notice : {JoinNotice::damaged, JoinNotice::newer, JoinNotice::other,
                                    JoinNotice::belongs, JoinNotice::not_kept}) {
        LinkPage page;
        page.notice = notice;
        add("notice-" + std::to_string(static_cast<int>(notice)), staffed_link(alone, page));
    }
    for (const Joining joining : {Joining::reaching, Joining::no_line, Joining::other_machine, Joining::used,
                                  Joining::expired, Joining::refused, Joining::not_kept}) {
        LinkView link = alone;
        link.joining = joining;
        add("joining-" + std::to_string(static_cast<int>(joining)), staffed_link(link));
    }
    LinkView waiting = alone;
    waiting.state = LinkState::waiting;
    waiting.digits = "048271";
    add("waiting", staffed_link(waiting));
    for (const LinkState state :
         {LinkState::good, LinkState::revoked, LinkState::unknown, LinkState::outdated}) {
        LinkView link = alone;
        link.state = state;
        add("state-" + std::to_string(static_cast<int>(state)), staffed_link(link));
    }
    LinkView good = alone;
    good.state = LinkState::good;
    Model ready = staffed_link(good);
    ready.stick = StickView{"KINGSTON"};
    add("stick", ready);
    LinkPage busy;
    busy.carrying = true;
    add("stick-busy", staffed_link(good, busy));
    for (int word = 0; word <= static_cast<int>(CourierWord::failed); ++word)
        add("courier-" + std::to_string(word), staffed_link(good, with(static_cast<CourierWord>(word))));
    LinkPage none = with(CourierWord::carried);
    none.news->events = 0;
    add("courier-nothing", staffed_link(good, none));
    Model board = staffed_link(good);
    board.stick = StickView{"KINGSTON"};
    BoardPage page;
    page.board.emplace();
    board.staff->page = page;
    add("offered", board);
}

}  // namespace baodao::test
