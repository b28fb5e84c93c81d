// SPDX-License-Identifier: MIT
// What durability costs: appends against the bare SQLite commit beneath them, and
// starts against the length of the log. bench_store [--quick] [FOLDER]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string_view>

#include "sync/sql/sqlite.hpp"
#include "sync/store/mirror_writer.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

template <class T>
T must(Result<T> result) {
    if (!result) std::fprintf(stderr, "%s\n", result.error().text().c_str());
    BAODAO_CHECK(result.ok());
    return std::move(*result);
}

void must(const Status& status) {
    if (!status) std::fprintf(stderr, "%s\n", status.error().text().c_str());
    BAODAO_CHECK(status.ok());
}

// On the medium that is measured, not in memory.
class BenchFolder {
  public:
    explicit BenchFolder(std::string path) : path_(std::move(path)) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;
    ~BenchFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

// The same bytes in one commit each, nothing else.
double bare_commits(const std::string& folder, std::uint64_t count) {
    auto connection = must(sql::Connection::open({folder + "/bare.db", ""}));
    must(connection.execute("CREATE TABLE log(n INTEGER PRIMARY KEY, bytes BLOB)"));
    auto insert = must(connection.prepare("INSERT INTO log VALUES(?1,?2)"));
    return seconds([&] {
        for (std::uint64_t n = 1; n <= count; ++n) {
            const std::string bytes = to_bytes(numbered_event(n));
            must(connection.transaction(
                [&] { return insert.bind(1, static_cast<std::int64_t>(n)).bind(2, as_bytes(bytes)).run(); }));
        }
    });
}

double synced_frames(const std::string& folder, std::uint64_t count) {
    SystemDisk disk;
    auto writer = must(MirrorWriter::begin(disk, folder + "/frames", {}, 1));
    return seconds([&] {
        for (std::uint64_t n = 1; n <= count; ++n) {
            const Record record = make_record({{}, {1}, {n}}, {}, to_bytes(numbered_event(n)));
            must(writer.append(encode_batch({&record, 1}, {})));
        }
    });
}

// With the mirror in memory only the database's part is left.
enum class MirrorAt { same_disk, memory };

double appends(const std::string& folder, std::uint64_t count, std::uint64_t batch, MirrorAt mirror_at) {
    const ScratchFolder memory;
    const char* name = mirror_at == MirrorAt::memory ? "/alone" : batch == 1 ? "/single" : "/batched";
    StoreScene scene(folder + name);
    JournalOptions options = scene.options();
    if (mirror_at == MirrorAt::memory) options.mirror_folder = memory.path();
    auto opened = must(Journal::open(std::move(options)));
    std::uint64_t n = 0;
    return seconds([&] {
        while (n < count) {
            std::vector<Draft> drafts;
            for (std::uint64_t i = 0; i < batch && n < count; ++i)
                drafts.push_back({numbered_event(n++), {}});
            (void)must(opened.journal.append(drafts));
        }
    });
}

void fill(const std::string& folder, std::uint64_t count) {
    StoreScene scene(folder);
    auto opened = must(Journal::open(scene.options()));
    for (std::uint64_t n = 0; n < count;) {
        std::vector<Draft> drafts;
        while (drafts.size() < batch_drafts_max && n < count) {
            Event event = numbered_event(n++);
            // Members by the thousand, as a town has them.
            if (event.actor.id != 0) event.actor.id = 1 + (n * 2'654'435'761U) % 20'000;
            drafts.push_back({std::move(event), {}});
        }
        (void)must(opened.journal.append(drafts));
    }
    must(opened.journal.close());
}

double start_and_append(const std::string& folder) {
    std::vector<double> times;
    for (std::uint64_t round = 0; round < 9; ++round) {
        StoreScene scene(folder);
        times.push_back(seconds([&] {
            auto opened = must(Journal::open(scene.options(OpenMode::existing)));
            (void)must(opened.journal.append(numbered_event(round)));
        }));
    }
    std::nth_element(times.begin(), times.begin() + 4, times.end());
    return times[4];
}

void bench_appends(const std::string& folder, std::uint64_t count) {
    const double bare = bare_commits(folder, count);
    const double frames = synced_frames(folder, count);
    const double single = appends(folder, count, 1, MirrorAt::same_disk);
    const double alone = appends(folder, count, 1, MirrorAt::memory);
    const double batched = appends(folder, count * 10, 50, MirrorAt::same_disk);
    const auto n = static_cast<double>(count);
    std::printf("%-44s %10s %8s\n", "appending", "events/s", "ratio");
    std::printf("%-44s %10.0f %8s\n", "bare SQLite, one FULL commit each", n / bare, "1.00");
    std::printf("%-44s %10.0f %8.2f\n", "mirror frame, synced", n / frames, bare / frames);
    std::printf("%-44s %10.0f %8.2f  (target 0.40)\n", "append: mirror and database", n / single,
                bare / single);
    std::printf("%-44s %10.0f %8.2f  (target 0.80)\n", "append: the database alone", n / alone, bare / alone);
    std::printf("%-44s %10.0f %8.2f\n\n", "append, fifty to a batch", 10 * n / batched, 10 * bare / batched);
}

void bench_starts(const std::string& folder, std::uint64_t long_log) {
    constexpr std::uint64_t short_log = 1'000;
    fill(folder + "/short", short_log);
    const double filling = seconds([&] { fill(folder + "/long", long_log); });
    const double brief = start_and_append(folder + "/short");
    const double lengthy = start_and_append(folder + "/long");
    std::printf("%-44s %10s %8s\n", "start and one append", "ms", "ratio");
    std::printf("%-44s %10.2f %8s\n", "log of 1,000", brief * 1e3, "1.00");
    std::printf("log of %-37llu %10.2f %8.2f  (target 1.30)\n\n", static_cast<unsigned long long>(long_log),
                lengthy * 1e3, lengthy / brief);

    StoreScene scene(folder + "/long");
    auto opened = must(Journal::open(scene.options(OpenMode::existing)));
    const double verifying = seconds([&] { must(opened.journal.verify_all()); });
    const auto n = static_cast<double>(long_log);
    std::printf("%-44s %10s\n", "the long log", "events/s");
    std::printf("%-44s %10.0f\n", "filled in batches", n / filling);
    std::printf("%-44s %10.0f\n", "verified: records, links, mirror, indexes", n / verifying);
}

}  // namespace

int main(int argc, char** argv) {
    bool quick = false;
    std::string folder = "bench_store.tmp";
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--quick") {
            quick = true;
        } else {
            folder = argv[i];
        }
    }
    const BenchFolder scratch(folder);
    bench_appends(scratch.path(), quick ? 500 : 3'000);
    bench_starts(scratch.path(), quick ? 100'000 : 1'000'000);
    return 0;
}
