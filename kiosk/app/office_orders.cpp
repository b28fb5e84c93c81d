// SPDX-License-Identifier: MIT
#include "kiosk/app/office_orders.hpp"

#include "kiosk/app/paper_content.hpp"

namespace baodao {

OfficeSheet office_sheet(const OpenedDesk& opened, std::string title) {
    const CommunityState& community = opened.desk().community();
    OfficeSheet sheet;
    sheet.title = std::move(title);
    sheet.offset = community.offset();
    sheet.printed_at = opened.desk().now();
    const LocalDate today = local_date(sheet.printed_at, sheet.offset);
    const CivilDate day = civil_from_date(today);
    sheet.subtitle = std::to_string(day.year) + " 年 " + std::to_string(day.month) + " 月 " +
                     std::to_string(day.day) + " 日";
    sheet.community = community.settings().town + community.settings().name;
    const auto contact = community.contact(today);
    sheet.window = {contact.name, contact.phone};
    sheet.terminal = terminal_name(opened);
    return sheet;
}

PaperOrder office_order(OfficeSheet sheet) {
    PaperOrder order;
    order.title = sheet.title + " " + to_string(local_date(sheet.printed_at, sheet.offset));
    order.info = {sheet.title, sheet.printed_at, sheet.offset};
    order.content = std::move(sheet);
    return order;
}

PaperOrder test_page_order(const OpenedDesk& opened) {
    OfficeSheet sheet = office_sheet(opened, "打印样张");
    sheet.qr_text = "BAODAO TEST PAGE";
    sheet.qr_lines = {"这张纸只用来看打印机好不好，看完可以丢掉。", "左边的方块应当黑白分明、四边完整。"};
    sheet.sections.push_back(
        {"请看一看",
         {{"字迹", "一二三四五六七八九十 0123456789", "小字也应当看得清：报到 签到 签退 补录"},
          {"线条", "每一行下面的细线应当连着，不断", ""},
          {"四边", "左右两边的字都没有被切掉", ""},
          {"没印清", "请看墨粉、墨盒，再从“设备自检”印一张", ""}}});
    return office_order(std::move(sheet));
}

}  // namespace baodao
