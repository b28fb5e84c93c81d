// SPDX-License-Identifier: MIT
#include "sync/hq/web/terminal_rows.hpp"

#include "domain/base/text.hpp"
#include "sync/hq/registry.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t online_ms = 10 * ms_per_minute;  // a kiosk with a line asks more often
constexpr std::int64_t call_ms = 2 * ms_per_day;        // longer silence: somebody should ask
constexpr std::int64_t clock_ms_max = 60 * ms_per_second;

struct State {
    const char* word;
    const char* colour;
    const char* icon;
};

State state_of(const Kiosk& kiosk, UtcMillis now) {
    if (kiosk.standing == Standing::revoked) return {"revoked", "plain", "i-cross"};
    if (kiosk.standing == Standing::waiting) return {"awaits_approval", "amber", "i-clock"};
    if (kiosk.seen.value == 0) return {"never_seen", "plain", "i-cloud-off"};
    const std::int64_t silence = now - kiosk.seen;
    if (silence <= online_ms) return {"online", "green", "i-cloud"};
    if (silence <= call_ms) return {"offline_usable", "blue", "i-cloud-off"};
    return {"please_call", "amber", "i-phone"};
}

}  // namespace

Result<std::vector<Json>> terminal_rows(const Asking& asking) {
    std::vector<Json> out;
    if (asking.user.role == Role::agency) return out;
    const auto kiosks = all_kiosks(asking.session);
    if (!kiosks) return kiosks.error();
    auto names = place_names(asking);
    if (!names) return names.error();
    std::map<OriginId, std::int64_t> held;
    const auto logs =
        asking.session.query("SELECT origin,CAST(sum(seq-first+1) AS bigint) FROM logs GROUP BY origin", {},
                             [&](const sql::Row& row) {
                                 held[row.id<OriginId>(0)] = row.integer(1);
                                 return Status{};
                             });
    if (!logs) return logs.error();
    // What went wrong with a kiosk's log, by word: parted in two, or records that do not read.
    std::map<std::pair<OriginId, std::string>, std::int64_t> troubles;
    const auto noted = asking.session.query("SELECT origin,word,count(*) FROM attention GROUP BY origin,word",
                                            {}, [&](const sql::Row& row) {
                                                troubles[{row.id<OriginId>(0), row.text(1)}] = row.integer(2);
                                                return Status{};
                                            });
    if (!noted) return noted.error();
    const auto trouble = [&](const Kiosk& kiosk, const char* word, const char* key) {
        const auto found = troubles.find({kiosk.origin, word});
        return found == troubles.end() ? std::string() : asking.say(key, {std::to_string(found->second)});
    };
    for (const Kiosk& kiosk : *kiosks) {
        if (!may_see(asking.user, kiosk.community)) continue;
        const State state = state_of(kiosk, asking.now());
        const bool seen = kiosk.seen.value != 0;
        const bool right = kiosk.clock_ms <= clock_ms_max && kiosk.clock_ms >= -clock_ms_max;
        const auto place = names->find(kiosk.community);
        out.push_back(
            {{"name", kiosk.name},
             {"origin", to_hex(kiosk.origin)},
             {"place", place == names->end() ? std::to_string(kiosk.community.value) : place->second.name},
             {"seen", seen ? asking.say.ago(kiosk.seen, asking.now()) : "—"},
             {"state", asking.say(state.word)},
             {"colour", state.colour},
             {"icon", state.icon},
             {"waits", seen ? grouped(kiosk.waits) : "—"},
             {"held", grouped(held[kiosk.origin])},
             {"clock_right", seen && right},
             {"clock_off", seen && !right},
             {"forks", trouble(kiosk, "fork", "kiosk_forks")},
             {"apart", trouble(kiosk, "quarantined", "kiosk_apart")},
             {"can_revoke", asking.user.role == Role::town && kiosk.standing != Standing::revoked}});
    }
    return out;
}

}  // namespace baodao::hq
