// SPDX-License-Identifier: MIT
// 在职党员联系报到回执单: printed at the window when a member has registered (policy R7). The upper half
// of an A4 goes back to the agency, which files it (备案) by its code; the lower half stays (社区存根).
#pragma once

#include <string>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"
#include "domain/paper/contact.hpp"
#include "domain/paper/page.hpp"

namespace baodao {

struct ReceiptItem {
    std::string post;  // 政策宣传岗
    std::string item;  // 惠民政策进楼道
    std::string team;  // 惠民政策进楼道党员服务队
};

struct Receipt {
    std::string qr_text;              // a signed slip of purpose receipt
    SlipSerial serial;                // of that slip
    std::string slip_number;          // 报到单号: 财政-2026-1-07, may be empty
    std::string registration_number;  // 报到编号: 枫林A-0195
    std::string name;                 // in full
    std::string branch;               // 党支部; empty: a line to write on
    LocalDate registered_on;
    std::vector<ReceiptItem> items;  // none: 项目以后再选
    std::string community;           // 云溪镇枫林社区
    PaperContact window;             // cadre or deputy (policy R41)
    PaperContact agency;             // contact person of the agency (policy R10)
    std::string terminal;            // 枫林社区窗口终端 A
    int copy = 1;                    // 第 1 份
    UtcMillis printed_at;
    UtcOffset offset;
};

// bad_input when the code does not fit its place.
[[nodiscard]] Result<Page> lay_out_receipt(const Receipt& receipt);

}  // namespace baodao
