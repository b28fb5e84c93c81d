// SPDX-License-Identifier: MIT
#include "sync/store/journal.hpp"

#include <catch2/catch.hpp>

#include "sync/store/mirror_reader.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

Journal opened(StoreScene& scene, OpenMode mode = OpenMode::create) {
    auto journal = Journal::open(scene.options(mode));
    INFO((journal ? "" : journal.error().text()));
    REQUIRE(journal.ok());
    return std::move(journal->journal);
}

std::vector<Record> append_numbered(Journal& journal, std::uint64_t from, std::uint64_t to) {
    std::vector<Record> acked;
    for (std::uint64_t n = from; n < to; ++n) {
        auto record = journal.append(numbered_event(n));
        INFO((record ? "" : record.error().text()));
        REQUIRE(record.ok());
        acked.push_back(*record);
    }
    return acked;
}

}  // namespace

TEST_CASE("what was appended is there after a restart, in a chain from number one") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    std::vector<Record> acked;
    {
        Journal journal = opened(scene);
        acked = append_numbered(journal, 0, 50);
        CHECK(journal.count() == 50);
        CHECK(journal.close().ok());
    }
    CHECK(check_link(acked[0], nullptr).ok());
    for (std::size_t i = 1; i < acked.size(); ++i) CHECK(check_link(acked[i], &acked[i - 1]).ok());
    auto again = Journal::open(scene.options(OpenMode::existing));
    REQUIRE(again.ok());
    CHECK_FALSE(again->report.noteworthy());
    CHECK_FALSE(again->report.unclean_stop);
    CHECK(again->journal.unconfirmed()->empty());
    CHECK(broken_promise(again->journal, acked) == "");
    CHECK(again->journal.last_own() == acked.back().id);
}

TEST_CASE("records are found by subject, kind, day, place in the log and by concerning everybody") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    const auto acked = append_numbered(journal, 0, 40);

    const SubjectKey subject{1003};
    const auto about = journal.records_about({&subject, 1});
    REQUIRE(about.ok());
    CHECK(about->size() == 5);  // 3, 17, 24, 31, 38: every seventh but the tens

    const auto count = [&](const Selection& selection) {
        std::size_t seen = 0;
        REQUIRE(journal
                    .for_each(selection,
                              [&](const Record&) {
                                  ++seen;
                                  return Step::go_on;
                              })
                    .ok());
        return seen;
    };
    CHECK(count(select::Everything{}) == 40);
    CHECK(count(select::OfKind{"attendance."}) == 36);
    CHECK(count(select::OfKind{"activity.opened"}) == 4);
    CHECK(count(select::CommunityLevel{}) == 4);
    CHECK(count(select::LogFrom{acked[30].id}) == 10);
    const LocalDate day = local_date(numbered_event(0).at.wall, UtcOffset{});
    CHECK(count(select::OnDays{day, day}) == 40);
    CHECK(count(select::OnDays{{day.days + 1}, {day.days + 9}}) == 0);
    CHECK(journal.record(acked[7].id)->bytes == acked[7].bytes);
    CHECK(journal.record({journal.origin(), {1}, {99}}).error().kind == ErrorKind::not_found);
    CHECK(journal.last_records(3)->front() == acked.back());
}

TEST_CASE("a batch is appended as a whole, with its cards") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    std::vector<Draft> drafts;
    for (std::uint64_t n = 0; n < 20; ++n) drafts.push_back({numbered_event(n), {numbered_card(n)}});
    const auto records = journal.append(drafts);
    REQUIRE(records.ok());
    CHECK(records->size() == 20);
    CHECK(journal.card(numbered_card(7).name)->bytes == numbered_card(7).bytes);
    CHECK(broken_promise(journal, *records) == "");

    Event huge = numbered_event(1);
    huge.body = R"({"x":")" + std::string(event_bytes_max, 'x') + R"("})";
    CHECK(journal.append(huge).error().kind == ErrorKind::bad_input);
    CHECK(journal.count() == 20);
}

TEST_CASE("the outbox is what HQ has not acknowledged") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    const auto acked = append_numbered(journal, 0, 10);
    CHECK(journal.outbox(100, 1 << 20)->size() == 10);
    CHECK(journal.outbox(3, 1 << 20)->size() == 3);
    CHECK(journal.outbox(100, 1)->size() == 1);
    REQUIRE(journal.acknowledge({{1}, {4}, acked[3].hash}).ok());
    CHECK(journal.outbox(100, 1 << 20)->front() == acked[4]);
    CHECK(*journal.outbox_count() == 6);
    CHECK(journal.acknowledge({{1}, {5}, acked[3].hash}).error().kind == ErrorKind::damaged);
    CHECK(journal.acknowledge({{1}, {50}, acked[3].hash}).error().kind == ErrorKind::not_found);
    REQUIRE(journal.acknowledge({}).ok());
    CHECK(*journal.outbox_count() == 10);
}

TEST_CASE("records of others are stored once, forks are told, ours are not taken from them") {
    const ScratchFolder folder;
    const ScratchFolder other_folder;
    StoreScene scene(folder.path());
    StoreScene other_scene(other_folder.path());
    other_scene.random = SeededRandom(2);
    Journal journal = opened(scene);
    Journal other = opened(other_scene);
    append_numbered(journal, 0, 3);
    const auto theirs = append_numbered(other, 100, 105);

    CHECK(journal.put_foreign(theirs, {})->stored == 5);
    CHECK(journal.put_foreign(theirs, {})->known == 5);
    CHECK(journal.count() == 8);
    CHECK(journal.outbox(100, 1 << 20)->size() == 3);
    CHECK(journal.unconfirmed()->empty());

    const Record forked = make_record(theirs[4].id, theirs[4].prev, to_bytes(numbered_event(7)));
    const auto outcome = journal.put_foreign({&forked, 1}, {});
    REQUIRE(outcome.ok());
    CHECK(outcome->forked == std::vector{forked.id});
    CHECK(journal.record(forked.id)->bytes == theirs[4].bytes);

    const Record ours = make_record({journal.origin(), {1}, {9}}, {}, to_bytes(numbered_event(9)));
    CHECK(journal.put_foreign({&ours, 1}, {}).error().kind == ErrorKind::refused);
    Record altered = theirs[0];
    altered.bytes[10] ^= 1;
    CHECK(journal.put_foreign({&altered, 1}, {}).error().kind == ErrorKind::damaged);
}

TEST_CASE("fault_064 what this version cannot read is stored as it is and passed on") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    const OriginId elsewhere = SeededRandom(5).draw<OriginId>();
    const Record future = make_record({elsewhere, {1}, {1}}, {}, R"({"kind":"NEXT/1","of":"the future"})");
    const Record binary = make_record({elsewhere, {1}, {2}}, future.hash, std::string("\0\xFF\x01", 3));
    const std::vector<Record> records{future, binary};
    CHECK(journal.put_foreign(records, {})->stored == 2);
    CHECK(*journal.record(binary.id) == binary);
    std::vector<Record> mirrored;
    REQUIRE(read_mirror(scene.system_disk, folder.path() + "/mirror",
                        {[&](const Record& record) { mirrored.push_back(record); }, {}})
                .ok());
    CHECK(mirrored == records);
    CHECK(broken_promise(journal, records) == "");
}

TEST_CASE("the mirror can be read while the journal is open") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    const auto acked = append_numbered(journal, 0, 25);
    REQUIRE(journal.append(numbered_event(25), {numbered_card(25)}).ok());
    std::vector<Record> read;
    std::vector<SealedCard> cards;
    const auto summary = read_mirror(scene.system_disk, folder.path() + "/mirror",
                                     {[&](const Record& record) { read.push_back(record); },
                                      [&](const SealedCard& card) { cards.push_back(card); }});
    REQUIRE(summary.ok());
    CHECK(summary->origin == journal.origin());
    CHECK(summary->damaged.empty());
    CHECK_FALSE(summary->unfinished_tail);
    REQUIRE(read.size() == 26);
    CHECK(std::vector(read.begin(), read.begin() + 25) == acked);
    CHECK(cards == std::vector{numbered_card(25)});
}

TEST_CASE("a purged card is gone from database and mirror, and nothing else is") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    std::vector<Record> acked;
    for (std::uint64_t n = 0; n < 5; ++n) {
        acked.push_back(*journal.append(numbered_event(n), {numbered_card(n)}));
    }
    const Hash name = numbered_card(2).name;
    REQUIRE(journal.purge_cards({&name, 1}).ok());
    CHECK(journal.card(name).error().kind == ErrorKind::not_found);
    CHECK(journal.card(numbered_card(3).name).ok());
    std::size_t cards = 0;
    const auto summary =
        read_mirror(scene.system_disk, folder.path() + "/mirror", {{}, [&](const SealedCard& card) {
                                                                       ++cards;
                                                                       CHECK(card.name != name);
                                                                   }});
    REQUIRE(summary.ok());
    CHECK(cards == 4);
    CHECK(summary->damaged.empty());
    CHECK(broken_promise(journal, acked) == "");
}

TEST_CASE("fault_088 indexes made again from the records are the same") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    append_numbered(journal, 0, 60);
    const auto before = journal.projections_digest();
    REQUIRE(before.ok());
    REQUIRE(journal.rebuild_projections().ok());
    CHECK(*journal.projections_digest() == *before);
    append_numbered(journal, 60, 61);
    CHECK(*journal.projections_digest() != *before);
}

TEST_CASE("a journal is not made where none was asked for") {
    const ScratchFolder folder;
    StoreScene scene(folder.path() + "/nothing");
    CHECK_FALSE(Journal::open(scene.options(OpenMode::existing)).ok());
    StoreScene empty(folder.path());
    CHECK(Journal::open(empty.options(OpenMode::existing)).error().kind == ErrorKind::not_found);
}

TEST_CASE("a round of scrubbing looks at every record and every segment, a few at a time") {
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    Journal journal = opened(scene);
    append_numbered(journal, 0, 25);
    std::uint64_t records = 0;
    int calls = 0;
    for (bool complete = false; !complete; ++calls) {
        const auto scrubbed = journal.scrub(10);
        REQUIRE(scrubbed.ok());
        records += scrubbed->records;
        complete = scrubbed->complete;
    }
    CHECK(records == 25);
    CHECK(calls == 3);
}
