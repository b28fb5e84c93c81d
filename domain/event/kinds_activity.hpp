// SPDX-License-Identifier: MIT
// Bodies of what a community offers. The activity's id stands in the envelope.
#pragma once

#include "domain/event/kinds_body.hpp"

namespace baodao {

// A plan; a newer one for the same activity replaces the older.
struct ActivityPlanned {
    static constexpr std::string_view kind = kinds::activity_planned;
    std::string title;    // public: the service and a meeting point, never a person's situation
    std::string post;     // 环境义务岗 … (policy R13)
    std::string service;  // kind of volunteer service (policy R18)
    std::string place;    // meeting point
    UtcMillis start;
    UtcMillis end;
    std::int64_t people = 0;  // wanted; 0: not said
    std::optional<ItemId> item;
    bool cancelled = false;
};

struct ActivityOpened {
    static constexpr std::string_view kind = kinds::activity_opened;
};

struct ActivityClosed {
    static constexpr std::string_view kind = kinds::activity_closed;
};

// 我要参加: a member says that she will come.
struct ActivityJoined {
    static constexpr std::string_view kind = kinds::activity_joined;
    SlipSerial serial;
};

// A service item (policy R14); item.adjusted has the same body and replaces it.
struct ItemPublished {
    static constexpr std::string_view kind = kinds::item_published;
    ItemId item;
    std::string title;
    std::string post;
    std::string place;
    std::string why;                  // the need behind it, in public words
    std::vector<std::string> skills;  // wanted; matched against the member's own (policy R16)
    std::int64_t people = 0;          // places; 0: not said
    bool withdrawn = false;
};

struct ItemClaimed {
    static constexpr std::string_view kind = kinds::item_claimed;
    PersonRef who;
    ItemId item;
};

struct ItemReleased {
    static constexpr std::string_view kind = kinds::item_released;
    PersonRef who;
    ItemId item;
};

// 月有主题 (policy R12). `quarter` instead of a month: the quarter's plan.
struct PlanTheme {
    static constexpr std::string_view kind = kinds::plan_theme;
    std::int32_t year = 0;
    std::int32_t month = 0;    // 1 to 12, or 0
    std::int32_t quarter = 0;  // 1 to 4, or 0
    std::string text;
};

}  // namespace baodao
