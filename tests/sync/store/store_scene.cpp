// SPDX-License-Identifier: MIT
#include "tests/sync/store/store_scene.hpp"

#include <unistd.h>

#include <map>
#include <set>

namespace baodao::test {

ScratchFolder::ScratchFolder() {
    // In memory where there is room for it: what these folders hold is never cut off from power.
    const std::filesystem::path memory = "/dev/shm";
    const bool in_memory = ::access(memory.c_str(), W_OK) == 0;
    std::string name =
        ((in_memory ? memory : std::filesystem::temp_directory_path()) / "baodao-test-XXXXXX").string();
    BAODAO_CHECK(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Event numbered_event(std::uint64_t n) {
    Event event;
    event.kind = n % 10 == 0 ? "activity.opened" : n % 2 == 0 ? "attendance.in" : "attendance.out";
    event.community = {0xF00001};
    if (n % 10 != 0) event.actor = {ActorKind::member, 1000 + n % 7};
    event.at = {{1'795'000'000'000 + static_cast<std::int64_t>(n) * 60'000},
                {static_cast<std::int64_t>(n) * 60'000},
                {},
                0,
                -1,
                Confidence::free_running};
    event.body = R"({"n":)" + std::to_string(n) + R"(,"note":")" + std::string(n % 90, 'x') + R"("})";
    return event;
}

SealedCard numbered_card(std::uint64_t n) {
    SeededRandom random(n);
    return seal_card({{"name", "陈建国" + std::to_string(n)}}, random.draw<SecretKey>(), random);
}

std::vector<SubjectKey> index_by_actor(const Event& event) {
    if (event.actor.id == 0) return {};
    return {{event.actor.id}};
}

JournalOptions StoreScene::options(OpenMode mode) {
    JournalOptions options;
    options.data_folder = data_folder_;
    options.mode = mode;
    options.ballast_bytes = ballast_bytes;
    options.indexer = index_by_actor;
    options.disk = disk;
    options.clock = &clock;
    options.random = &random;
    options.vfs = vfs;
    return options;
}

std::string broken_promise(Journal& journal, const std::vector<Record>& acked) {
    std::map<EventId, Record> stored;
    std::string problem;
    const auto read = journal.for_each(select::Everything{}, [&](const Record& record) {
        if (!stored.emplace(record.id, record).second) problem = "twice: " + to_string(record.id);
        return Step::go_on;
    });
    if (!read) return read.error().text();
    std::set<EventId> confirmed;
    for (const Record& record : acked) {
        confirmed.insert(record.id);
        const auto found = stored.find(record.id);
        if (found == stored.end()) return "acked and missing: " + to_string(record.id);
        if (found->second != record) return "acked and changed: " + to_string(record.id);
    }
    const auto unconfirmed = journal.unconfirmed();
    if (!unconfirmed) return unconfirmed.error().text();
    for (const Record& record : *unconfirmed) confirmed.insert(record.id);
    for (const auto& [id, record] : stored) {
        if (!confirmed.contains(id)) return "neither confirmed nor marked: " + to_string(id);
    }
    const auto verified = journal.verify_all();
    if (!verified) return verified.error().text();
    return problem;
}

}  // namespace baodao::test
