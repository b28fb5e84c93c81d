// SPDX-License-Identifier: MIT
// 在职党员联系报到单: issued by the agency (policy R6). Above the cut the form that both sides seal and
// the community files, below it the 签到卡 that the member keeps; both carry the same slip.
#pragma once

#include <string>
#include <vector>

#include "domain/base/time.hpp"
#include "domain/paper/contact.hpp"
#include "domain/paper/sign_in_cards.hpp"

namespace baodao {

// Sex, ethnic group, dates of birth and of joining, phone and estate are printed blank for the pen and
// are known to no program.
struct RegistrationForm {
    SignInCard card;                  // number, name, branch, community and window of the form, too
    std::string batch;                // 镇财政所 2026 年第 1 批
    std::string unit;                 // 单位 and 职务: 云溪镇财政所　会计
    std::string skills;               // 专业特长
    std::string times;                // 服务时间, as the member said
    LocalDate report_by;              // the last day for registering
    PaperContact agency;              // contact person of the agency (policy R10)
    std::vector<std::string> posts;   // offered (policy R13), in the order of the form; at most nine shown
    std::vector<std::string> wishes;  // ticked; those that are no post shown stand behind 其他
    int copy = 1;                     // 第 1 份
};

// bad_input when the code does not fit its place.
[[nodiscard]] Result<Page> lay_out_registration_form(const RegistrationForm& form);

}  // namespace baodao
