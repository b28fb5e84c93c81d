// SPDX-License-Identifier: MIT
// The roster of in-service Party members as agencies and communities hand it in: a spreadsheet, or a
// CSV file out of one. Read whole or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"

namespace baodao {

inline constexpr std::size_t roster_bytes_max = 32 * 1024 * 1024;  // of one file
inline constexpr std::size_t roster_rows_max = 200'000;
inline constexpr std::size_t roster_remarks_max = 200;  // faults told one by one, and notes likewise

// One person. Texts are NFC, trimmed and clean (no controls, nothing invisible), otherwise as they stand
// in the file, formulas included. A Chinese name that was spaced out for looks (王　芳) is closed up.
struct RosterRow {
    std::size_t row = 0;                // in the file, as a spreadsheet counts
    std::string name;                   // never empty
    std::string agency;                 // 单位, never empty
    std::string branch;                 // 支部
    std::string community;              // 社区, where the person lives
    std::string phone;                  // 手机: digits
    std::vector<std::string> skills;    // 特长
    std::vector<std::string> wishes;    // 意向岗位
    std::optional<BatchNumber> batch;   // 批次
    std::uint32_t opening_count = 0;    // 期初次数 (decision 9)
    std::uint32_t opening_minutes = 0;  // 期初时长
    friend bool operator==(const RosterRow&, const RosterRow&) = default;
};

// A sentence about a row, in Chinese, for whoever filled the file in.
struct RosterRemark {
    std::size_t row = 0;  // 0: about the whole file
    std::string text;
};

// "第 3 行：没有写单位"
[[nodiscard]] std::string to_text(const RosterRemark& remark);

struct Roster {
    std::vector<RosterRow> rows;       // empty when there is any fault: all or nothing
    std::vector<RosterRemark> faults;  // to be mended first; at most roster_remarks_max
    std::size_t faults_beyond = 0;     // more of them, not told one by one
    std::vector<RosterRemark> notes;   // to be looked at (same name, same phone); nothing was merged
    std::size_t notes_beyond = 0;
    std::vector<std::string> unknown_columns;  // named so that nobody believes they were read

    [[nodiscard]] bool usable() const { return faults.empty(); }
};

// Reads the bytes of a file: XLSX (its first sheet), or CSV in UTF-8 with or without a byte-order mark or in
// GB18030. The header is the first of the first ten rows that holds 姓名; what stands above it (a title) is
// left out. Columns come in any order, under their Chinese or English name; 姓名 and 单位 are required. Empty
// rows are passed over.
//   期初时长: minutes (90, 90分, 90分钟), hours and minutes (1:30, 1:30:00, 1小时30分) or hours (1.5小时).
//   批次: 3, 第3批. 期初次数: 2, 2次. 手机: digits, spaces and hyphens among them.
//   特长, 意向岗位: several are parted by 、 ， ； / , ; or |
[[nodiscard]] Roster read_roster(std::string_view file_bytes);

}  // namespace baodao
