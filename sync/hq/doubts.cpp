// SPDX-License-Identifier: MIT
#include "sync/hq/doubts.hpp"

#include <algorithm>
#include <optional>

#include "domain/event/kinds_attendance.hpp"
#include "domain/service/timeline.hpp"

namespace baodao::hq {

namespace {

// The other kiosk may be without a line; after that somebody should ask.
constexpr std::int64_t alone_ms = 3 * ms_per_day;

class Search {
  public:
    Search(const PersonState& person, const PersonFile& file, const CommunityState& community)
        : person_(person), file_(file), community_(community), timeline_(file.entries, community) {}

    std::vector<Doubt> run() {
        for (const Entry& entry : file_.entries) by_id_.emplace(entry.id, &entry);
        for (const Entry& entry : file_.entries) {
            if (const auto answer = body_of<ConflictResolved>(entry.event)) answered_.insert(answer->event);
        }
        for (const auto& [serial, slip] : person_.slips) {
            if (slip.waits()) parked(slip);
        }
        for (const Service& service : person_.services) of_service(service);
        return std::move(found_);
    }

  private:
    void add(std::string_view kind, const EventId& id, std::int64_t later_ms, std::string reason,
             std::optional<UtcMillis> from = std::nullopt) {
        const auto entry = by_id_.find(id);
        if (entry == by_id_.end()) return;
        const UtcMillis at = timeline_.at(*entry->second);
        const auto received = file_.received.find(id);
        found_.push_back({kind, id, serial_of(entry->second->event), at, from.value_or(at + later_ms),
                          received == file_.received.end() ? at : received->second, std::move(reason)});
    }

    static SlipSerial serial_of(const Event& event) {
        if (event.actor.kind == ActorKind::member) return {event.actor.id};
        const auto subjects = subjects_of(event);
        return {subjects.empty() ? 0 : subjects.front()};
    }

    // The first scan of it here that was parked.
    void parked(const SlipState& slip) {
        const Entry* first = nullptr;
        const auto consider = [&](const Entry& entry, SlipSerial serial, const std::string& why) {
            if (serial != slip.serial || why.empty() || entry.event.community != community_.community())
                return;
            if (first == nullptr || timeline_.at(entry) < timeline_.at(*first)) first = &entry;
        };
        for (const Entry& entry : file_.entries) {
            if (entry.event.drill) continue;
            if (const auto b = body_of<MemberRegistered>(entry.event)) consider(entry, b->serial, b->parked);
            if (const auto b = body_of<AttendanceIn>(entry.event)) consider(entry, b->serial, b->parked);
            if (const auto b = body_of<AttendanceOut>(entry.event)) consider(entry, b->serial, b->parked);
        }
        if (first == nullptr) return;
        add(doubts::parked, first->id, 0, std::string(token(*slip.parked)));
        found_.back().serial = slip.serial;
    }

    void of_service(const Service& service) {
        if (service.has(Mark::voided) || service.has(Mark::refused)) return;
        std::vector<EventId> all = service.others;
        if (service.in) all.push_back(*service.in);
        if (service.out) all.push_back(*service.out);
        if (service.has(Mark::forgotten) && service.in && service.started) {
            const Activity* activity = service.activity ? community_.activity(*service.activity) : nullptr;
            add(doubts::forgotten, *service.in, 0, "",
                closing_limit(*service.started, activity, community_.rules(), community_.offset()));
        }
        if (service.has(Mark::without_sign_in) && service.out)
            add(doubts::without_sign_in, *service.out, alone_ms, "");
        if (service.has(Mark::after_revoking) && service.in) add(doubts::after_revoking, *service.in, 0, "");
        if (service.has(Mark::disputed)) objections(all);
        if (service.has(Mark::pending_review)) late_corrections(service, all);
    }

    void objections(const std::vector<EventId>& about) {
        for (const Entry& entry : file_.entries) {
            const auto body = body_of<AttendanceDisputed>(entry.event);
            if (!body || answered_.contains(entry.id)) continue;
            if (std::ranges::find(about, body->event) != about.end())
                add(doubts::disputed, entry.id, 0, body->reason);
        }
    }

    void late_corrections(const Service& service, const std::vector<EventId>& all) {
        const std::optional<UtcMillis> when = service.started ? service.started : service.ended;
        if (!when) return;
        const auto closed = community_.day_closed_at(local_date(*when, community_.offset()));
        for (const EventId& id : all) {
            const auto entry = by_id_.find(id);
            if (entry == by_id_.end() || answered_.contains(id) || !closed) continue;
            const std::string& kind = entry->second->event.kind;
            const bool word = kind == kinds::attendance_amended || kind == kinds::attendance_voided ||
                              kind == kinds::attendance_confirmed || kind == kinds::attendance_recorded;
            if (word && timeline_.at(*entry->second) > *closed) add(doubts::pending_review, id, 0, "");
        }
    }

    const PersonState& person_;
    const PersonFile& file_;
    const CommunityState& community_;
    Timeline timeline_;
    std::map<EventId, const Entry*> by_id_;
    std::set<EventId> answered_;
    std::vector<Doubt> found_;
};

}  // namespace

std::vector<Doubt> doubts_of(const PersonState& person, const PersonFile& file,
                             const CommunityState& community) {
    return Search(person, file, community).run();
}

}  // namespace baodao::hq
