// SPDX-License-Identifier: MIT
// fill_journal DATA COUNT: adds COUNT years-old sign-ins and sign-outs of a town's members to a kiosk's
// data made by `baodaoctl init --test`, for benches of a long log.
#include <cstdio>
#include <cstdlib>

#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "sync/host/system_clock.hpp"

namespace {

using namespace baodao;

constexpr std::uint64_t members = 20'000;
constexpr UtcMillis first_service{1'262'304'000'000};  // 2010-01-01: none of it is today's or this year's
constexpr std::int64_t step_ms = 5 * ms_per_minute;

// Member n comes and goes by turns; whose turn it is goes round.
Draft attendance(std::uint64_t n, CommunityId community) {
    const SlipSerial serial{0xBE7C'0000'0000'0000 + n / 2 % members};
    Draft draft =
        n % 2 == 0 ? draft_of(AttendanceIn{serial, {}}) : draft_of(AttendanceOut{serial, {}, false});
    draft.event.community = community;
    draft.event.actor = {ActorKind::member, serial.value};
    draft.event.at.wall = first_service + static_cast<std::int64_t>(n) * step_ms;
    draft.event.at.confidence = Confidence::confirmed;
    return draft;
}

Status fill(const char* folder, std::uint64_t count) {
    const auto installation = load_installation(folder);
    if (!installation) return installation.error();
    SystemDisk disk;
    SystemRandom random;
    const SystemClock clock;
    auto opened = Journal::open(journal_options(folder, disk, clock, random));
    if (!opened) return opened.error();
    for (std::uint64_t n = 0; n < count;) {
        std::vector<Draft> batch;
        while (batch.size() < batch_drafts_max && n < count)
            batch.push_back(attendance(n++, installation->community));
        const auto written = opened->journal.append(batch);
        if (!written) return written.error();
    }
    return opened->journal.close();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: fill_journal DATA COUNT\n");
        return 2;
    }
    const Status filled = fill(argv[1], std::strtoull(argv[2], nullptr, 10));
    if (!filled) std::fprintf(stderr, "%s\n", filled.error().text().c_str());
    return filled ? 0 : 1;
}
