// SPDX-License-Identifier: MIT
// The words that the policy gives. All three lists are open: events carry the words themselves,
// and what a community adds is as good as what stands here.
#pragma once

#include <array>
#include <string_view>

namespace baodao {

// Posts (policy R13).
inline constexpr std::array<std::string_view, 7> given_posts{
    "党员先锋岗", "环境义务岗", "邻里互助岗", "扶贫帮困岗", "政策宣传岗", "法律咨询岗", "纠纷调解岗",
};

// Kinds of volunteer service (policy R18).
inline constexpr std::array<std::string_view, 4> given_service_kinds{
    "应急攻坚",
    "便民利民",
    "扶弱济困",
    "和谐稳定",
};

// 十一个“带头”: tags on a service record (policy R21).
inline constexpr std::array<std::string_view, 11> given_examples{
    "创先争优",     "宣传政策法律法规", "提出合理建议", "倡导社会公德", "维护和谐稳定", "调解矛盾纠纷",
    "畅通民情民意", "帮扶困难群众",     "创建和谐社区", "理清发展思路", "参与社区管理",
};

}  // namespace baodao
