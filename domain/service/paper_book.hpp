// SPDX-License-Identifier: MIT
// The fold of the papers: which were asked for, which came out, and which the cadre still has to see to.
// Order of arrival and repeats make no difference.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_subjects.hpp"

namespace baodao {

// Kinds of papers in paper.requested.
namespace papers {
inline constexpr std::string_view receipt = "receipt";  // 回执单
inline constexpr std::string_view record = "record";    // 情况记录表
inline constexpr std::string_view card = "card";        // 签到卡
inline constexpr std::string_view form = "form";        // 报到单
}  // namespace papers

enum class CopyState {
    asked,    // no word since: on its way, or the kiosk was stopped before it heard
    failed,   //
    printed,  // printed once is printed, whatever is said later
};

struct PaperCopy {
    CopyState state = CopyState::asked;
    UtcMillis asked;  // the last time
    std::string why;  // of failed: token of the trouble
};

struct PaperJob {
    std::uint64_t job = 0;
    std::string paper;
    PersonRef who;
    UtcMillis asked;                           // first
    std::map<std::int64_t, PaperCopy> copies;  // by number, from 1
    // The copy with the highest number: the one that is wanted now.
    [[nodiscard]] const PaperCopy& last() const { return copies.rbegin()->second; }
    [[nodiscard]] std::int64_t last_number() const { return copies.rbegin()->first; }
    [[nodiscard]] bool waits() const { return last().state != CopyState::printed; }
    [[nodiscard]] bool ever_printed() const {
        return std::any_of(copies.begin(), copies.end(),
                           [](const auto& copy) { return copy.second.state == CopyState::printed; });
    }
};

class PaperBook {
  public:
    // Passes over what is no paper.
    void apply(const Entry& entry);

    // nullopt: never asked for.
    [[nodiscard]] std::optional<PaperJob> job(std::uint64_t job) const;
    // The first job of that kind for that slip.
    [[nodiscard]] std::optional<PaperJob> first_for(SlipSerial serial, std::string_view paper) const;
    // What has not come out, oldest first.
    [[nodiscard]] std::vector<PaperJob> waiting() const;

  private:
    using Stamp = std::pair<UtcMillis, EventId>;
    struct Copy {
        std::optional<Stamp> asked;   // latest
        std::optional<Stamp> failed;  // latest
        std::string why;
        bool printed = false;
    };
    struct Job {
        std::optional<Stamp> asked;  // earliest
        std::string paper;
        PersonRef who;
        std::map<std::int64_t, Copy> copies;
    };
    void on_requested(const PaperRequested& body, const Stamp& stamp);
    void on_failed(const PaperFailed& body, const Stamp& stamp);
    [[nodiscard]] static std::optional<PaperJob> told(std::uint64_t number, const Job& job);

    std::map<std::uint64_t, Job> jobs_;
    std::map<std::pair<SlipSerial, std::string>, std::set<std::uint64_t>> by_slip_;  // and kind of paper
};

}  // namespace baodao
