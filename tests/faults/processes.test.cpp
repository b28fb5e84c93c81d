// SPDX-License-Identifier: MIT
// A process of its own that appends, killed anywhere, and the system calls beneath
// it failing.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <set>

#include "domain/base/text.hpp"
#include "tests/faults/file_damage.hpp"
#include "tests/support/child.hpp"
#include "tests/support/tier.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::vector<std::string> probe(const std::string& folder, int count) {
    return {BAODAO_JOURNAL_PROBE, folder, std::to_string(count)};
}

// Everything the probe printed is stored exactly once; whatever else is there is marked.
void check_promise(const std::string& folder, const std::string& printed) {
    StoreScene scene(folder);
    auto opened = Journal::open(scene.options());
    INFO((opened ? "" : opened.error().text()));
    REQUIRE(opened.ok());
    Journal& journal = opened->journal;
    std::set<std::string> hashes;
    for (const std::string& line : lines_of(printed)) {
        // Under strace the last line may be cut.
        if (line.size() == 64) hashes.insert(line);
    }
    std::vector<Record> acked;
    REQUIRE(journal
                .for_each(select::Everything{},
                          [&](const Record& record) {
                              if (hashes.contains(to_hex(record.hash))) acked.push_back(record);
                              return Step::go_on;
                          })
                .ok());
    CHECK(acked.size() == hashes.size());
    if (broken_promise(journal, acked) != "") REQUIRE(journal.reopen().ok());
    REQUIRE(broken_promise(journal, acked) == "");
}

// A run of the probe under strace with these injections, then the rule.
ChildRun strace_probe(const std::vector<std::string>& injections, int count, const std::string& folder,
                      const std::string& printed_before = "") {
    std::vector<std::string> words{"strace", "-qq", "-f", "-o", "/dev/null"};
    words.insert(words.end(), injections.begin(), injections.end());
    for (const std::string& word : probe(folder, count)) words.push_back(word);
    const ChildRun run = run_child(words);
    check_promise(folder, printed_before + run.output);
    return run;
}

// Says loudly that a test did nothing.
bool without_strace() {
    if (can_strace()) return false;
    WARN("SKIPPED: strace cannot be used here");
    return true;
}

std::size_t confirmed(const ChildRun& run) {
    return lines_of(run.output).size();
}

}  // namespace

TEST_CASE("fault_001 killed at any instant nothing confirmed is lost") {
    const int rounds = seeds(5, 40, 1000);
    SeededRandom random(1);
    for (int round = 0; round < rounds; ++round) {
        INFO("round " << round);
        const ScratchFolder folder;
        const auto run =
            run_child_killed_after(probe(folder.path(), 1'000'000), 20 + static_cast<int>(random.below(120)));
        CHECK_FALSE(run.exited);
        check_promise(folder.path(), run.output);
    }
}

TEST_CASE("fault_002 killed at each of its first five hundred system calls nothing confirmed is lost") {
    const std::uint64_t step = tier() == Tier::quick ? 17 : 1;
    std::size_t most = 0;
    for (std::uint64_t n = 1; n <= 500; n += step) {
        INFO("killed at call " << n);
        const ScratchFolder folder;
        const auto run = run_child_killed_at_call(probe(folder.path(), 1'000'000), n);
        CHECK_FALSE(run.exited);
        most = std::max(most, confirmed(run));
        check_promise(folder.path(), run.output);
    }
    CHECK(most > 10);  // schema creation and many events are among the five hundred
}

TEST_CASE("fault_006 a sync that fails once in the kernel loses and doubles nothing") {
    if (without_strace()) return;
    for (const int when : {3, 9, 10, 15, 16, 25}) {
        INFO("sync " << when);
        const ScratchFolder folder;
        const auto run = strace_probe({"-e", "inject=fdatasync,fsync:error=EIO:when=" + std::to_string(when)},
                                      30, folder.path());
        CHECK(confirmed(run) == (run.code == 3 ? 0U : 30U));
    }
}

TEST_CASE("fault_007 a mirror whose syncs all fail in the kernel is amber only") {
    if (without_strace()) return;
    const ScratchFolder folder;
    const auto before = run_child(probe(folder.path(), 5));
    REQUIRE(before.code == 0);
    const auto run = strace_probe(
        {"-P", folder.path() + "/mirror/mirror-000001.bdm", "-e", "inject=fdatasync:error=EIO:when=1+"}, 20,
        folder.path(), before.output);
    CHECK(confirmed(run) == 20);
}

TEST_CASE("fault_008 no room in the kernel from some write on: what was confirmed before stays") {
    if (without_strace()) return;
    for (const int when : {20, 45, 60}) {
        const ScratchFolder folder;
        const auto run = strace_probe(
            {"-e", "inject=pwrite64:error=ENOSPC:when=" + std::to_string(when) + "+"}, 30, folder.path());
        CHECK(confirmed(run) < 30);
    }
}

TEST_CASE("fault_008 a really full disk keeps what was confirmed") {
    const ScratchFolder folder;
    const std::string small = folder.path() + "/small";
    const std::string saved = folder.path() + "/saved";
    const std::string script = "mkdir " + small + " && mount -t tmpfs -o size=500k none " + small +
                               " && { " BAODAO_JOURNAL_PROBE " " + small + "/k 5000; cp -r " + small + "/k " +
                               saved + "; }";
    const auto run = run_child({"unshare", "-Urm", "sh", "-c", script});
    if (!std::filesystem::exists(saved)) {
        WARN("SKIPPED: no small disk can be mounted here");
        return;
    }
    CHECK(confirmed(run) > 10);
    CHECK(confirmed(run) < 5000);
    check_promise(saved, run.output);
}

TEST_CASE("fault_011 a folder mounted read-only cannot be opened for recording, and is afterwards") {
    const ScratchFolder folder;
    const auto before = run_child(probe(folder.path(), 10));
    REQUIRE(before.code == 0);
    const std::string script = "mount --bind " + folder.path() + " " + folder.path() +
                               " && mount -o remount,ro,bind " + folder.path() +
                               " && exec " BAODAO_JOURNAL_PROBE " " + folder.path() + " 10";
    const auto run = run_child({"unshare", "-Urm", "sh", "-c", script});
    CHECK(confirmed(run) == 0);
    CHECK(run.code != 0);
    check_promise(folder.path(), before.output);
}

TEST_CASE("fault_012 few file handles, no quota, no memory: no partial event") {
    const ScratchFolder handles;
    // The sanitizers' own run time needs handles to look at memory.
    for (int limit = sanitized ? 12 : 4; limit < 12; ++limit) {
        const auto run =
            run_child({"sh", "-c",
                       "ulimit -n " + std::to_string(limit) + "; exec " BAODAO_JOURNAL_PROBE " " +
                           handles.path() + "/" + std::to_string(limit) + " 20"});
        check_promise(handles.path() + "/" + std::to_string(limit), run.output);
    }
    if (without_strace()) return;
    const ScratchFolder quota;
    strace_probe({"-e", "inject=pwrite64:error=EDQUOT:when=30+"}, 30, quota.path());
    const ScratchFolder files;
    strace_probe({"-e", "inject=openat:error=EMFILE:when=25+"}, 30, files.path());
    const ScratchFolder memory;
    strace_probe({"-e", "inject=mmap,brk:error=ENOMEM:when=30+"}, 30, memory.path());
}

TEST_CASE("fault_013 writes cut short are carried on, or found and mended") {
    if (without_strace()) return;
    for (const char* file : {"/mirror/mirror-000001.bdm", "/baodao.db-wal"}) {
        for (const int when : {2, 7, 12}) {
            INFO(file << " write " << when);
            const ScratchFolder folder;
            const auto run = strace_probe(
                {"-P", folder.path() + file, "-e", "inject=pwrite64:retval=100:when=" + std::to_string(when)},
                20, folder.path());
            CHECK(confirmed(run) == 20);
        }
    }
}

TEST_CASE("fault_014 a storm of interruptions loses nothing") {
    if (without_strace()) return;
    const ScratchFolder folder;
    // The first few pread64 belong to the loader of programs, which takes no interruption.
    const auto run = strace_probe({"-e", "inject=pwrite64,ftruncate:error=EINTR:when=3+3", "-e",
                                   "inject=pread64:error=EINTR:when=12+3"},
                                  30, folder.path());
    CHECK(confirmed(run) == 30);
    const ScratchFolder mirror;
    const auto before = run_child(probe(mirror.path(), 5));
    const auto synced = strace_probe(
        {"-P", mirror.path() + "/mirror/mirror-000001.bdm", "-e", "inject=fdatasync:error=EINTR:when=1+2"},
        30, mirror.path(), before.output);
    CHECK(confirmed(synced) == 30);
}

TEST_CASE("fault_015 a slow disk only delays: what it confirms is there") {
    if (without_strace()) return;
    const ScratchFolder folder;
    const auto run = strace_probe({"-e", "inject=fdatasync:delay_exit=150000"}, 5, folder.path());
    CHECK(confirmed(run) == 5);
}

TEST_CASE("fault_024 a database taken away while it is open is noticed before the next confirmation") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    auto opened = Journal::open(scene.options());
    REQUIRE(opened.ok());
    Journal& journal = opened->journal;
    std::vector<Record> acked;
    for (std::uint64_t n = 0; n < 20; ++n) acked.push_back(*journal.append(numbered_event(n)));
    std::filesystem::remove(folder.path() + "/baodao.db");
    CHECK(journal.append(numbered_event(20)).error().kind == ErrorKind::damaged);
    CHECK(journal.health().failed.has_value());
    const auto report = journal.reopen();
    INFO((report ? "" : report.error().text()));
    REQUIRE(report.ok());
    CHECK(report->new_epoch);
    CHECK(report->restored_to_database == 20);
    acked.push_back(*journal.append(numbered_event(21)));
    CHECK(broken_promise(journal, acked) == "");

    std::filesystem::remove_all(folder.path() + "/mirror");
    acked.push_back(*journal.append(numbered_event(22)));
    CHECK(journal.health().mirror_behind.has_value());
    REQUIRE(journal.tend().ok());
    CHECK(broken_promise(journal, acked) == "");
}

TEST_CASE("fault_025 a second process is refused in words and disturbs nothing") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    auto opened = Journal::open(scene.options());
    REQUIRE(opened.ok());
    std::vector<Record> acked{*opened->journal.append(numbered_event(1))};
    CHECK(run_child(probe(folder.path(), 10)).code == 3);
    StoreScene second(folder.path());
    CHECK(Journal::open(second.options()).error().kind == ErrorKind::busy);
    acked.push_back(*opened->journal.append(numbered_event(2)));
    CHECK(broken_promise(opened->journal, acked) == "");
}

TEST_CASE("fault_027 a journal asserts that it was not carried over a fork") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    auto opened = Journal::open(scene.options());
    REQUIRE(opened.ok());
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGABRT, SIG_DFL);
        (void)::close(STDERR_FILENO);
        (void)opened->journal.append(numbered_event(1));
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(opened->journal.append(numbered_event(2)).ok());
}

TEST_CASE("fault_028 the tenth start within a minute is told as a crash loop") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    for (int start = 1; start <= 10; ++start) {
        scene.clock.advance(5'000);
        const auto opened = Journal::open(scene.options());
        REQUIRE(opened.ok());
        CHECK(opened->report.crash_loop == (start == 10));
    }
    scene.clock.advance(ms_per_minute);
    CHECK_FALSE(Journal::open(scene.options())->report.crash_loop);
    // Another boot, another count; a wall clock that jumps changes nothing.
    scene.clock.step_wall(-ms_per_day);
    scene.clock.reboot(SeededRandom(5).draw<BootId>(), 1);
    CHECK_FALSE(Journal::open(scene.options())->report.crash_loop);
}
