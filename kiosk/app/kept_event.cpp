// SPDX-License-Identifier: MIT
#include "kiosk/app/kept_event.hpp"

#include <algorithm>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"

namespace baodao {

namespace {

constexpr std::size_t kept_bytes_max = 64;

std::filesystem::path kept_path(const std::filesystem::path& folder) {
    return folder / "event.txt";
}

bool goes_on(const Activity& activity, const CommunityState& community, std::optional<UtcMillis> now) {
    if (activity.plan.cancelled || activity.closed) return false;
    if (!now) return true;
    const UtcOffset offset = community.offset();
    const bool today = local_date(activity.plan.start, offset) == local_date(*now, offset);
    const auto running = community.running(*now);
    return today || std::ranges::find(running, activity.id, &Activity::id) != running.end();
}

}  // namespace

Status keep_event(const std::filesystem::path& folder, std::optional<ActivityId> activity) {
    std::error_code unknown;
    if (!activity && !std::filesystem::exists(kept_path(folder), unknown)) return {};
    return write_file_atomic(kept_path(folder), activity ? to_hex64(activity->value) + "\n" : "");
}

std::optional<ActivityId> kept_event(const std::filesystem::path& folder, const CommunityState& community,
                                     std::optional<UtcMillis> now) {
    const auto text = read_file(kept_path(folder), kept_bytes_max);
    if (!text || text->empty()) return std::nullopt;
    const auto id = from_hex64(std::string_view(*text).substr(0, text->size() - 1));
    const Activity* activity = id ? community.activity(ActivityId{*id}) : nullptr;
    if (activity == nullptr || !goes_on(*activity, community, now)) return std::nullopt;
    return activity->id;
}

}  // namespace baodao
