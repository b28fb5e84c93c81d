// SPDX-License-Identifier: MIT
// A window without its screen: the desk's thread and the synchronising thread on real files, talking to a
// headquarters in a process of its own.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>

#include "domain/event/kinds_activity.hpp"
#include "kiosk/app/desk_thread.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/issuing.hpp"
#include "kiosk/app/new_community.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/worker/sync_thread.hpp"
#include "tests/support/hq_process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace baodao::test {

class WindowProcess {
  public:
    explicit WindowProcess(std::filesystem::path data)
        : desk_(
              {std::move(data), std::nullopt}, [this](Intent intent) { hear(std::move(intent)); },
              [](const PaperOrder&) { return true; }, &inbox_,
              [this](StickOrder order) {
                  const std::lock_guard lock(mutex_);
                  stick_order_ = std::move(order);
                  changed_.notify_all();
                  return true;
              }) {
        REQUIRE(desk_.opened().ok());
    }
    ~WindowProcess() { syncing_.reset(); }

    void sync(const std::filesystem::path& folder) {
        syncing_.emplace(folder, clock_, random_, inbox_,
                         SyncHooks{[this] { return desk_.identity(); },
                                   [this](const Ask& wish) { return desk_.submit(wish); },
                                   [this](const SyncReport& report) { return desk_.submit(report); }});
    }
    [[nodiscard]] DeskThread& desk() { return desk_; }

    ScanAnswer scan(const std::string& text, std::optional<ActivityId> at_event = std::nullopt) {
        SubmitScan request;
        request.at_event = at_event;
        request.ticket = {++ticket_};
        request.text = text;
        REQUIRE(desk_.submit(request));
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !answers_.empty(); });
        ScanAnswer answer = std::move(answers_.front());
        answers_.pop_front();
        return answer;
    }
    // What the staff side answers; `Answer` is of one kind that this request is answered with.
    template <class Answer>
    Answer staff(const StaffRequest& request) {
        std::unique_lock lock(mutex_);
        staff_answers_.clear();
        lock.unlock();
        REQUIRE(desk_.submit(request));
        lock.lock();
        std::optional<Answer> found;
        changed_.wait(lock, [&] {
            for (StaffAnswer& answer : staff_answers_) {
                if (auto* wanted = std::get_if<Answer>(&answer)) found = std::move(*wanted);
            }
            return found.has_value();
        });
        return std::move(*found);
    }
    // Likewise of one that goes by way of the stick, which `carried` stands for.
    CourierNews by_stick(const StaffRequest& request,
                         const std::function<CourierWord(const StickOrder&)>& carried) {
        std::unique_lock lock(mutex_);
        stick_order_.reset();
        staff_answers_.clear();
        lock.unlock();
        REQUIRE(desk_.submit(request));
        lock.lock();
        std::optional<CourierNews> told;
        changed_.wait(lock, [&] {
            for (const StaffAnswer& answer : staff_answers_) {
                if (const auto* news = std::get_if<CourierAnswered>(&answer)) told = news->news;
            }
            return told || stick_order_;
        });
        if (told) return *told;
        const StickOrder order = *stick_order_;
        lock.unlock();
        REQUIRE(desk_.submit(StickDone{order, carried(order)}));
        lock.lock();
        changed_.wait(lock, [&] { return !staff_answers_.empty(); });
        return std::get<CourierAnswered>(staff_answers_.front()).news;
    }
    [[nodiscard]] HomeView home() {
        const std::lock_guard lock(mutex_);
        return home_;
    }
    // Waits until the home screen says so; false after a minute.
    template <class Says>
    [[nodiscard]] bool home_says(const Says& says) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::minutes(1), [&] { return says(home_); });
    }
    // Likewise, with a round of synchronisation again and again instead of every half minute.
    template <class Says>
    [[nodiscard]] bool says_in_time(const Says& says) {
        for (int round = 0; round < 600; ++round) {
            inbox_.recorded();
            std::unique_lock lock(mutex_);
            if (changed_.wait_for(lock, std::chrono::milliseconds(100), [&] { return says(home_); }))
                return true;
        }
        return false;
    }

  private:
    void hear(Intent intent) {
        const std::lock_guard lock(mutex_);
        if (auto* answered = std::get_if<ScanAnswered>(&intent))
            answers_.push_back(std::move(answered->answer));
        if (auto* home = std::get_if<HomeChanged>(&intent)) home_ = std::move(home->home);
        if (auto* staff = std::get_if<StaffAnswer>(&intent)) staff_answers_.push_back(std::move(*staff));
        changed_.notify_all();
    }

    SystemClock clock_;
    SystemRandom random_;
    SyncInbox inbox_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<ScanAnswer> answers_;
    HomeView home_;
    std::deque<StaffAnswer> staff_answers_;
    std::optional<StickOrder> stick_order_;
    std::uint64_t ticket_ = 0;
    DeskThread desk_;
    std::optional<SyncThread> syncing_;
};

// Folders of one community's windows, and their way to headquarters.
class WindowFolders {
  public:
    static constexpr const char* pin = "250719";
    WindowFolders() {
        NewCommunity wanted;
        wanted.folder = first();
        wanted.test = true;
        wanted.settings.name = "枫林社区";
        wanted.settings.short_name = "枫林";
        wanted.pin = pin;
        REQUIRE(make_community(wanted).ok());
    }
    [[nodiscard]] std::filesystem::path first() const { return folder_.path() / "first"; }
    [[nodiscard]] std::filesystem::path second() const { return folder_.path() / "second"; }

    // The other window of the community.
    void make_second() const {
        const auto copy = copy_community(*open(first()));
        REQUIRE(copy.ok());
        REQUIRE(make_further_window({second(), 'B', ""}, *copy).ok());
    }
    // Slips for so many people, listed at the first window.
    [[nodiscard]] std::vector<IssuedSlip> issue(std::size_t people) const {
        const auto opened = open(first());
        std::vector<RosterRow> rows(people);
        for (std::size_t i = 0; i < people; ++i) {
            rows[i].row = i + 2;
            rows[i].name = "陈" + std::to_string(i);
            rows[i].agency = "镇财政所";
        }
        const auto book = IssueBook::read(opened->journal());
        REQUIRE(book.ok());
        const LocalDate today = local_date(opened->clock().now().wall, UtcOffset{});
        const auto issue = prepare_issue(rows, opened->installation(), *book, today,
                                         default_validity(true, today), opened->random());
        REQUIRE(issue.ok());
        REQUIRE(opened->desk().note(issue->events).ok());
        return issue->slips;
    }
    // Enrolled at headquarters under a key of its own; the answer is what its folder is to keep.
    [[nodiscard]] KioskLink enrol(HqScene& hq, const std::filesystem::path& data,
                                  Standing standing = Standing::active) const {
        const auto opened = open(data);
        KioskLink link;
        link.key = signing_key_from(opened->random().draw<KeySeed>());
        link.invitation.answers = hq.keys.answers.public_key;
        hq.enrol(opened->journal().origin(), link.key.public_key, opened->installation().community, standing);
        return link;
    }
    static void lead(KioskLink link, const HttpsOptions& https, const std::filesystem::path& data) {
        link.invitation.url = https.url;
        link.invitation.certificate = https.certificate;
        REQUIRE(save_link(link, data).ok());
    }
    [[nodiscard]] static std::unique_ptr<OpenedDesk> open(const std::filesystem::path& data,
                                                          std::optional<UtcMillis> at = std::nullopt) {
        auto opened = OpenedDesk::open({data, at});
        REQUIRE(opened.ok());
        return std::move(*opened);
    }

  private:
    TemporaryFolder folder_;
};

// An activity that begins now: whoever knows of it knows of all that its window recorded before.
inline constexpr ActivityId river{5};
inline void plan_river(OpenedDesk& opened) {
    ActivityPlanned plan;
    plan.title = "河道巡护";
    plan.start = SystemClock().now().wall;
    plan.end = plan.start + 180 * ms_per_minute;
    Draft planned = draft_of(plan);
    planned.event.activity = river;
    REQUIRE(opened.desk().note({planned}).ok());
}

// Whether the home screen shows the patrol with so many people.
[[nodiscard]] inline bool shows_river(const HomeView& home, std::int64_t present) {
    return std::ranges::any_of(home.today, [&](const ActivityView& activity) {
        return activity.id == river && activity.present_people == present;
    });
}

}  // namespace baodao::test
