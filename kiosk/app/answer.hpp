// SPDX-License-Identifier: MIT
// What the desk answers to one scan: everything that a screen, a receipt or a line of
// `baodaoctl scan` may say about it. Names are in full here; masking is the screen's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/event/event.hpp"
#include "domain/service/account.hpp"
#include "domain/service/outcome.hpp"
#include "kiosk/app/claim.hpp"

namespace baodao {

// The event that was made durable for this scan.
struct WrittenEvent {
    EventId id;
    Hash hash;
};

struct ActivityView {
    ActivityId id;
    std::string title;  // public: never a person's situation
    std::string post;   // 环境义务岗 …, may be empty
    std::string place;  // meeting point
    UtcMillis starts;
    UtcMillis ends;
    std::int64_t planned_people = 0;  // 0: not said
    std::int64_t present_people = 0;  // signed in now or before
    std::int64_t claimed_people = 0;
};

// What one event says about a service or a figure, for whoever it is about.
enum class EventWhat {
    signed_in,
    signed_out,
    recorded,   // 补录
    confirmed,  // 补记
    amended,    // 更正
    voided,     // 扫错，未计入
    disputed,   // 申请更正
    agreed,     // the objection was followed
    refused,    // the objection was not followed, with the reason
    reviewed,   // 复核 by the town
    opening,    // 期初
};
enum class EventBy { member, leader, cadre, town, machine };

struct EventLine {
    EventId id;
    EventWhat what = EventWhat::signed_in;
    EventBy by = EventBy::member;
    UtcMillis at;
    bool doubtful_clock = false;
    std::string terminal;            // 枫林A; empty: of another terminal
    std::string reason;              // a code of an open list, or words
    std::string sheet;               // number of the signed sheet (补录)
    std::optional<UtcMillis> start;  // times that it gives
    std::optional<UtcMillis> end;
};

struct OpeningView {
    EventLine line;
    std::int64_t minutes = 0;
    std::int64_t first_half = 0;
    std::int64_t second_half = 0;
};

struct ServiceView {
    Service service;
    std::string title;  // of the activity; empty: 未列入计划
    std::string post;
    std::string place;
    bool reported = false;         // acknowledged by HQ (已上报), else 待上报
    std::optional<LocalDate> day;  // on which it began, here
    std::optional<UtcMillis> planned_start;
    std::optional<UtcMillis> planned_end;
    std::vector<EventLine> events;  // everything it rests on, by time; filled for 我的记录
    bool objection_over = false;    // staff's word on it is older than the days for an objection
};

// What staff recorded about her since her last scan: told once, at the next one.
struct NewsView {
    EventWhat what = EventWhat::confirmed;
    std::string title;
    std::optional<UtcMillis> started;
    std::optional<UtcMillis> ended;
    std::int64_t minutes = 0;
    std::string reason;
};

struct ContactView {
    std::string name;   // window cadre, or the deputy while one is entered (policy R41)
    std::string phone;  //
    bool deputy = false;
};

struct ScanAnswer {
    Outcome outcome = Outcome::foreign;
    std::optional<ParkReason> park_reason;
    std::optional<WrittenEvent> event;  // none when nothing was written

    UtcMillis at;  // of this scan, or for already_* of the first one
    std::optional<SlipSerial> serial;
    std::string name;                 // empty when nobody knows it yet
    std::string branch;               // 所在党支部
    std::string agency;               //
    std::string community;            // 报到社区
    std::string slip_number;          // 财政-2026-1-07, may be empty
    std::string registration_number;  // 枫林A-0195; for parked ones 枫林A-待核 0042

    std::optional<ServiceView> service;    // opened or closed by this scan, or asked about
    std::optional<ServiceView> forgotten;  // the older one that waits for its end
    std::optional<ActivityView> running;  // on now: to sign in to (registered: 现在就签到), or signed in to
    std::vector<ActivityView> choices;       // for choose_activity
    std::optional<ActivityView> next;        // a coming activity that would help
    std::optional<YearAccount> year;         // of the scan's calendar year
    std::optional<LocalDate> on_roll_since;  // of this community
    std::vector<NewsView> news;              // newest first
    std::optional<LocalDate> first_day;      // of the slip, for not_yet_valid
    std::optional<LocalDate> last_day;       // of the slip, for past_last_day
    std::optional<ClaimView> claim;          // registered: the items that she can choose from
    std::string problem;                     // store_failed: what happened, in plain words for staff
};

// 我的记录: the year of one person with every service behind it.
struct RecordView {
    std::string name;
    SlipSerial serial;
    YearAccount year;
    std::vector<ServiceView> services;  // newest first
    std::vector<OpeningView> openings;  // of this year, from before Baodao (decision 9)
    std::vector<std::string> claimed_items;
    std::string check_code;  // 核对码, the same on the printed record
};

}  // namespace baodao
