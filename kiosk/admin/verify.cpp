// SPDX-License-Identifier: MIT
// baodaoctl verify DIR: chain, mirror and projections. While a kiosk runs, only its mirror can be read.
#include "kiosk/admin/command.hpp"
#include "kiosk/admin/mirror_log.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "sync/host/system_clock.hpp"

namespace baodao::admin {

namespace {

Exit verify_mirror(const std::filesystem::path& folder) {
    const auto log = read_mirror_log(folder);
    if (!log) return report(log.error());
    const Record* before = nullptr;
    for (const Record& record : log->records) {
        const bool same_log =
            before != nullptr && before->id.origin == record.id.origin && before->id.epoch == record.id.epoch;
        // A pulled part of somebody else's log need not begin at its beginning.
        const bool own = record.id.origin == log->summary.origin;
        if (same_log || own) {
            if (auto held = check_link(record, same_log ? before : nullptr); !held)
                return report(held.error());
        }
        before = &record;
    }
    for (const std::string& damage : log->summary.damaged) say("damaged: " + damage);
    if (!log->summary.damaged.empty()) return Exit::data_fault;
    say(std::to_string(log->records.size()) + " events in the mirror, chain whole");
    return Exit::good;
}

Exit verify(const std::filesystem::path& folder) {
    if (const auto installation = load_installation(folder); !installation)
        return report(installation.error());
    SystemDisk disk;
    SystemClock clock;
    SystemRandom random;
    auto opened = Journal::open(journal_options(folder, disk, clock, random));
    if (!opened && opened.error().kind == ErrorKind::busy) {
        say("a kiosk is running on this data: only its mirror is verified");
        return verify_mirror(folder);
    }
    if (!opened) return report(opened.error());
    for (const std::string& reason : opened->report.reasons) say(reason);
    for (const std::string& file : opened->report.put_aside) say("put aside: " + file);
    if (auto held = opened->journal.verify_all(); !held) return report(held.error());
    say(std::to_string(opened->journal.count()) + " events, chain, mirror and projections whole");
    const bool faulty = opened->report.noteworthy();
    if (auto closed = opened->journal.close(); !closed) return report(closed.error());
    return faulty ? Exit::data_fault : Exit::good;
}

}  // namespace

void add_verify(CommandLine& app) {
    auto command = app.command("verify", "Check chain, mirror and projections; the exit status says");
    auto folder = std::make_shared<std::filesystem::path>();
    command.needs("DIR", folder.get(), "the kiosk's data");
    command.runs([folder] { return verify(*folder); });
}

}  // namespace baodao::admin
