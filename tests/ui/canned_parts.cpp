// SPDX-License-Identifier: MIT
// Fictional items, events and people of the member's screens.
#include "tests/ui/canned.hpp"

namespace baodao::test {

ClaimView canned_claim() {
    ClaimView view;
    view.serial = SlipSerial{7};
    view.name = "林晓燕";
    view.skills = "财务、写材料";
    const auto add = [&](const char* post, const char* title, std::int64_t places, std::int64_t team) {
        ItemView item;
        item.id = ItemId{view.items.size() + 1};
        item.post = post;
        item.title = title;
        item.places = places;
        item.team = team;
        item.full = team >= places;
        view.items.push_back(item);
    };
    add("党员先锋岗", "防汛应急预备队", 12, 6);
    add("党员先锋岗", "红色物业值守", 10, 8);
    add("环境义务岗", "河道巡护清洁", 12, 9);
    add("环境义务岗", "楼道清理日", 12, 7);
    add("邻里互助岗", "邻里代购", 6, 4);
    add("邻里互助岗", "课后辅导", 8, 5);
    add("扶贫帮困岗", "结对帮扶", 10, 6);
    add("扶贫帮困岗", "冬衣整理发放", 12, 4);
    add("政策宣传岗", "惠民政策进楼道", 12, 8);
    add("政策宣传岗", "反诈宣传摊位", 5, 5);
    add("法律咨询岗", "周末法律咨询台", 4, 3);
    add("法律咨询岗", "合同帮您看", 4, 2);
    add("纠纷调解岗", "楼栋矛盾调解", 6, 4);
    add("纠纷调解岗", "物业协商会", 6, 3);
    const auto propose = [&](std::size_t index, OfferReason reason, const char* word) {
        view.items[index].reason = reason;
        view.items[index].word = word;
        view.proposed.push_back(view.items[index].id);
    };
    propose(8, OfferReason::skill, "财务");
    propose(4, OfferReason::wish, "邻里互助岗");
    propose(6, OfferReason::needed, "");
    propose(2, OfferReason::needed, "");
    return view;
}

EventState canned_event() {
    EventState event;
    event.view.activity = canned_home().today.front();
    event.view.counted_from = canned_time(8, 30);
    const char* names[] = {"曹＊勇", "何＊兰", "马＊强", "孙＊华", "高＊珍",
                           "赵＊博", "刘＊英", "林＊燕", "陈＊国"};
    for (int i = 0; i < 9; ++i) {
        EventPerson person;
        person.serial = SlipSerial{static_cast<std::uint64_t>(30 + i)};
        person.name = names[i];
        person.in = canned_time(9, 13 - i);
        if (i == 4) person.out = canned_time(9, 14);
        event.view.people.push_back(person);
    }
    return event;
}

TeamList canned_team() {
    TeamList team;
    team.leader = SlipSerial{20};
    team.leader_name = "刘＊英";
    for (const auto& [serial, name] :
         {std::pair(21, "徐＊"), std::pair(22, "彭＊芳"), std::pair(23, "董＊平")}) {
        EventPerson person;
        person.serial = SlipSerial{static_cast<std::uint64_t>(serial)};
        person.name = name;
        team.people.push_back(person);
    }
    for (const EventPerson& person : canned_event().view.people) team.people.push_back(person);
    return team;
}

std::vector<EventLine> canned_events() {
    std::vector<EventLine> events(4);
    events[0].at = canned_time(8, 58);
    events[0].terminal = "枫林A";
    events[1].what = EventWhat::signed_out;
    events[1].at = canned_time(9, 4);
    events[1].by = EventBy::leader;
    events[2].what = EventWhat::disputed;
    events[2].at = canned_time(11, 31);
    events[2].reason = "out_time";
    events[2].end = canned_time(11, 20);
    events[3].what = EventWhat::amended;
    events[3].by = EventBy::cadre;
    events[3].at = canned_time(11, 42);
    events[3].reason = "teammates";
    events[3].end = canned_time(11, 20);
    return events;
}

}  // namespace baodao::test
