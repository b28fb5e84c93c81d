// SPDX-License-Identifier: MIT
// Cards with real slips on them, and what can be seen on a drawn page.
#pragma once

#include <string>
#include <vector>

#include "domain/paper/office_sheet.hpp"
#include "domain/paper/pdf_canvas.hpp"
#include "domain/paper/receipt.hpp"
#include "domain/paper/registration_form.hpp"
#include "domain/paper/service_record.hpp"
#include "domain/paper/sign_in_cards.hpp"
#include "tests/support/slip_factory.hpp"

namespace baodao::test {

inline SignInCard sample_card(SlipFactory& factory, const std::string& name = "林晓燕") {
    const Slip slip = factory.slip(name);
    return {.qr_text = factory.issue(slip),
            .serial = slip.serial,
            .slip_number = "财政-2026-1-07",
            .name = slip.name,
            .branch = "镇财政所党支部",
            .community = "云溪镇枫林社区",
            .window = "枫林窗口",
            .cadre = "周敏",
            .phone = "6612 0319"};
}

inline std::vector<SignInCard> sample_cards(SlipFactory& factory, std::size_t count) {
    std::vector<SignInCard> cards;
    while (cards.size() < count) cards.push_back(sample_card(factory));
    return cards;
}

inline Receipt sample_receipt(SlipFactory& factory) {
    Slip slip = factory.slip("林晓燕");
    slip.purpose = SlipPurpose::receipt;
    return {.qr_text = factory.issue(slip),
            .serial = slip.serial,
            .slip_number = "财政-2026-1-07",
            .registration_number = "枫林A-0195",
            .name = "林晓燕",
            .branch = "镇财政所党支部",
            .registered_on = date_from_civil({2026, 11, 22}),
            .items = {{"政策宣传岗", "惠民政策进楼道", "惠民政策进楼道党员服务队"}},
            .community = "云溪镇枫林社区",
            .window = {"周敏", "6612 0319"},
            .agency = {"宋洁", "6612 0566"},
            .terminal = "枫林社区窗口终端 A",
            .copy = 1,
            .printed_at = utc_from_civil({2026, 11, 22}, 8, 58, 0, {}),
            .offset = {}};
}

inline RegistrationForm sample_form(SlipFactory& factory, const std::string& name = "林晓燕") {
    return {.card = sample_card(factory, name),
            .batch = "镇财政所 2026 年第 1 批",
            .unit = "云溪镇财政所　会计",
            .skills = "财会、普通话主持",
            .times = "周末、平日晚上",
            .report_by = date_from_civil({2026, 12, 31}),
            .agency = {"宋洁", "6612 0566"},
            .posts = {"党员先锋岗", "环境义务岗", "邻里互助岗", "扶贫帮困岗", "政策宣传岗", "法律咨询岗",
                      "纠纷调解岗"},
            .wishes = {"邻里互助岗", "政策宣传岗"},
            .copy = 1};
}

inline ServiceRecord sample_record() {
    const auto day = [](unsigned month, unsigned number) { return date_from_civil({2026, month, number}); };
    ServiceRecord record;
    record.registration_number = "枫林A-0042";
    record.name = "陈建国";
    record.branch = "镇水利站党支部";
    record.registered_on = day(3, 1);
    record.teams = "河道巡护清洁、惠民政策进楼道";
    record.year = 2026;
    record.first = day(1, 1);
    record.last = day(12, 31);
    record.check_code = "7F3A-91C2";
    record.lines = {
        {day(3, 8), "防汛物资清点", "党员先锋岗", "应急攻坚", "社区仓库", "14:00", "16:20", "2 小时 20 分",
         "周敏", "更正：原签退 15:40，本人申请，队友 2 人证明"},
        {day(5, 17), "惠民政策进楼道", "政策宣传岗", "便民利民", "书院社区", "09:00", "11:30", "2 小时 30 分",
         "周敏", ""},
        {day(10, 18), "河道巡护清洁", "环境义务岗", "便民利民", "清溪步道", "09:01", "09:04", "不计时",
         "周敏", "扫错，未计入"},
        {day(11, 22), "河道巡护清洁", "环境义务岗", "便民利民", "清溪步道", "08:58", "11:28", "2 小时 30 分",
         "周敏", ""},
        {day(12, 6), "冬衣整理发放", "扶贫帮困岗", "扶弱济困", "社区服务站", "09:00", "12:00", "3 小时",
         "周敏", "补录：窗口停电，纸质签到表第 3 号"},
    };
    record.first_half = 2;
    record.second_half = 2;
    record.total = "10 小时 20 分";
    record.completion = Completion::done;
    record.community = "云溪镇枫林社区";
    record.window = {"周敏", "6612 0319"};
    record.terminal = "枫林社区窗口终端 A";
    record.printed_at = utc_from_civil({2026, 12, 20}, 9, 30, 0, {});
    return record;
}

// A closing sheet with a long line, a note and the head of a chain.
inline OfficeSheet sample_office_sheet() {
    OfficeSheet sheet;
    sheet.title = "日结单";
    sheet.subtitle = "2026 年 11 月 22 日";
    sheet.community = "云溪镇枫林社区";
    sheet.sections = {{"今天", {{"新报到", "3 人", ""}, {"签到", "24 次", ""}, {"签退", "22 次", ""}}},
                      {"还没办完",
                       {{"陈建国", "18:31 签到，没有签退", "建议 20:00，等窗口确认"},
                        {"赵文博", "签到卡待核实：签发单位尚未备案，联网后由镇党委核实", ""}}}};
    sheet.qr_text = "BDC1" + std::string(112, 'A') + "7F3A91C2";
    sheet.qr_lines = {"记录到此为止 2,318 条，完整", "核对码 7F3A-91C2"};
    sheet.signed_by_hand = true;
    sheet.window = {"周敏", "6612 0319"};
    sheet.terminal = "枫林社区窗口终端 A";
    sheet.printed_at = utc_from_civil({2026, 11, 22}, 20, 35, 0, {});
    return sheet;
}

inline PaperInfo sample_info() {
    return {.title = "在职党员签到卡", .made_at = {1'795'000'000'000}, .offset = {}};
}

template <class Item>
std::vector<Item> items_of(const Page& page) {
    std::vector<Item> found;
    for (const PageItem& item : page.items) {
        if (const auto* wanted = std::get_if<Item>(&item)) found.push_back(*wanted);
    }
    return found;
}

inline bool overlap(const PaperBox& a, const PaperBox& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

inline std::vector<TextItem> texts_like(const Page& page, const std::string& text) {
    auto texts = items_of<TextItem>(page);
    std::erase_if(texts, [&](const TextItem& item) { return item.text != text; });
    return texts;
}

inline PixelRect pixels_of(const PaperBox& box) {
    const auto dots = [](double mm) { return static_cast<int>(mm * printer_dots_per_mm); };
    return {dots(box.x), dots(box.y), dots(box.width), dots(box.height)};
}

// Pixels that are nearer to black than to white.
inline int ink_in(GreyView picture) {
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) dark += picture.at(x, y) < 128 ? 1 : 0;
    }
    return dark;
}

}  // namespace baodao::test
