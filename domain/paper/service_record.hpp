// SPDX-License-Identifier: MIT
// 在职党员服务社区情况记录表 (policy R28): one member's services of a year, from the log, on A4 across.
// Working hours are marked nowhere on it (policy R3).
#pragma once

#include <string>
#include <vector>

#include "domain/base/time.hpp"
#include "domain/paper/contact.hpp"
#include "domain/paper/page.hpp"

namespace baodao {

// One service.
struct ServiceLine {
    LocalDate day;
    std::string title;    // 服务内容: the activity, or 未列入计划的服务
    std::string post;     // 岗位 (policy R13)
    std::string kind;     // 类别 (policy R18)
    std::string place;    //
    std::string in;       // 09:00, may be empty
    std::string out;      // 11:30, 次日 01:20; empty while it runs
    std::string minutes;  // 2 小时 30 分, 不计时, 待补记 …
    std::string cadre;    // 经办人
    std::string remarks;  // 标注和原因
};

// 完成情况: what the papers tick.
enum class Completion { done, not_yet, not_asked };

struct ServiceRecord {
    std::string registration_number;  // 枫林A-0042
    std::string name;                 // in full
    std::string branch;               //
    LocalDate registered_on;
    std::string teams;  // 服务队: 河道巡护清洁、惠民政策进楼道
    std::int32_t year = 0;
    LocalDate first;  // 期间
    LocalDate last;
    std::string check_code;          // 核对码, as on the screen
    std::vector<ServiceLine> lines;  // oldest first
    std::int64_t first_half = 0;     // activities
    std::int64_t second_half = 0;
    std::string total;    // 10 小时 20 分
    std::string opening;  // 期初 2 小时（名册）, empty without one
    std::string ratings;  // 收到 6 份：满意 6 …; empty below three, which are not listed
    Completion completion = Completion::not_yet;
    std::string community;  // 云溪镇枫林社区
    PaperContact window;
    std::string terminal;  // 枫林社区窗口终端 A
    int copy = 1;
    UtcMillis printed_at;
    UtcOffset offset;
};

// As many pages as it takes; the last one holds totals and signatures.
[[nodiscard]] std::vector<Page> lay_out_service_record(const ServiceRecord& record);

}  // namespace baodao
