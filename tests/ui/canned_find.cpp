// SPDX-License-Identifier: MIT
// 没带卡 in the states that have their own words.
#include "tests/ui/canned_pages.hpp"

namespace baodao::test {
namespace {

Model finding(FindTab tab) {
    Model model = canned_model();
    model.screen = Screen::find;
    model.wall = canned_time(8, 57);
    model.now = MonoMillis{100'000};
    model.countdown = Countdown{MonoMillis{140'000}, 40'000};
    model.find = FindState{};
    model.find->tab = tab;
    return model;
}

// 陈建国 and two digits, as on the drawn screen.
Model half_typed() {
    Model model = finding(FindTab::initials);
    model.find->name = "AGG";
    model.find->typed = "10";
    model.find->answer.people = 6;
    model.find->answer.masked = {"曹＊＊", "陈＊＊", "陈＊＊", "程＊＊"};
    return model;
}

Model found(bool is_in) {
    Model model = finding(FindTab::initials);
    model.screen = Screen::found;
    model.find->found = FoundPerson{SlipSerial{7}, "陈建国", true, is_in};
    model.find->found_since = MonoMillis{99'000};
    return model;
}

}  // namespace

void add_find_screens(std::vector<CannedScreen>& screens) {
    const auto add = [&](std::string name, Model model) {
        screens.push_back({std::move(name), std::move(model)});
    };
    add("07c-find", half_typed());
    add("07c-find-empty", finding(FindTab::initials));
    Model no = half_typed();
    no.find->typed = "1009";
    no.find->told_no = true;
    no.find->answer.verdict = FindVerdict::no_match;
    add("07c-find-no-match", no);
    Model several = half_typed();
    several.find->answer.verdict = FindVerdict::several;
    several.find->proof = FindProof::code;
    several.find->typed = "3E";
    add("07c-find-several", several);
    Model paused = finding(FindTab::initials);
    paused.find_guard.paused_until = MonoMillis{145'000};
    add("07c-find-paused", paused);
    Model pinyin = finding(FindTab::pinyin);
    pinyin.find->name = "chenjianguo";
    pinyin.find->typed = "100";
    pinyin.find->answer.people = 2;
    pinyin.find->answer.masked = {"陈＊＊", "陈＊＊"};
    add("07a-find-pinyin", pinyin);
    pinyin.find->typed = "1009";
    pinyin.find->told_no = true;
    add("07a-find-pinyin-no-match", pinyin);
    Model code = finding(FindTab::code);
    code.find->code = "7F3A91";
    add("07x-find-code", code);
    add("07y-found", found(false));
    add("07y-found-signed-in", found(true));
}

}  // namespace baodao::test
