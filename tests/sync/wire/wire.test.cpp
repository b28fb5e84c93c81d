// SPDX-License-Identifier: MIT
// Messages on the wire: what was signed comes out again, and nothing else does.
#include <catch2/catch.hpp>

#include "sync/wire/messages.hpp"
#include "sync/wire/pack.hpp"

using namespace baodao;

namespace {

Run numbered_run(std::size_t count, std::uint64_t first = 1) {
    SeededRandom random(7);
    Run run;
    EventId id{random.draw<OriginId>(), {3}, {first}};
    Hash prev = first == 1 ? Hash{} : random.draw<Hash>();
    for (std::size_t i = 0; i < count; ++i, ++id.seq.value) {
        Event event;
        event.kind = i % 2 == 0 ? "attendance.in" : "attendance.out";
        event.community = {0xF00001};
        event.actor = {ActorKind::member, 1000 + i % 40};
        event.at.wall = {1'795'000'000'000 + static_cast<std::int64_t>(i) * 60'000};
        event.at.mono = {static_cast<std::int64_t>(i) * 60'000};
        event.body = R"({"serial":"00000000000003)" + std::to_string(10 + i % 40) + R"("})";
        run.records.push_back(make_record(id, prev, to_bytes(event)));
        prev = run.records.back().hash;
    }
    run.cards.push_back(seal_card({{"name", "陈建国"}}, random.draw<SecretKey>(), random));
    return run;
}

const SigningKey kiosk = signing_key_from({{1, 2, 3}});
const SigningKey hq = signing_key_from({{4, 5, 6}});

}  // namespace

TEST_CASE("a push comes out as it went in, hashes and cards included") {
    const Push push{Nonce{{1}}, numbered_run(500, 17)};
    const auto bytes = to_bytes(push, kiosk);
    REQUIRE(bytes);
    const auto read = read_push(*bytes, push.run.records.front().id.origin, kiosk.public_key);
    REQUIRE(read);
    CHECK(read->run == push.run);
    CHECK(read->nonce == push.nonce);
    CHECK(bytes->size() / 500 <= 50);  // bytes an event
}

TEST_CASE("a push by another key, for another log, or of another type is refused") {
    const Push push{Nonce{{1}}, numbered_run(3)};
    const OriginId origin = push.run.records.front().id.origin;
    const auto bytes = to_bytes(push, kiosk);
    REQUIRE(bytes);
    CHECK_FALSE(read_push(*bytes, origin, hq.public_key));
    CHECK_FALSE(read_push(*bytes, OriginId{}, kiosk.public_key));
    CHECK_FALSE(read_quarantine(*bytes, origin, kiosk.public_key));
}

TEST_CASE("every turned bit and every shorter length of a message is refused") {
    const Push push{Nonce{{1}}, numbered_run(2)};
    const OriginId origin = push.run.records.front().id.origin;
    const auto bytes = to_bytes(push, kiosk);
    REQUIRE(bytes);
    for (std::size_t at = 0; at < bytes->size(); ++at) {
        ByteVector harmed = *bytes;
        harmed[at] ^= static_cast<std::uint8_t>(1u << (at % 8));
        REQUIRE_FALSE(read_push(harmed, origin, kiosk.public_key));
        REQUIRE_FALSE(read_push(ByteSpan(*bytes).first(at), origin, kiosk.public_key));
    }
}

TEST_CASE("a signed run that hides a record is refused: the last hash travels") {
    Push push{Nonce{{1}}, numbered_run(4)};
    const OriginId origin = push.run.records.front().id.origin;
    push.run.records.erase(push.run.records.begin() + 1);
    const auto bytes = to_bytes(push, kiosk);
    REQUIRE(bytes);
    CHECK_FALSE(read_push(*bytes, origin, kiosk.public_key));
}

TEST_CASE("fault_061_what_unpacks_to_more_than_its_bound_is_refused") {
    const ByteVector zeros(16 * 1024 * 1024, 0);
    const ByteVector bomb = pack(zeros);
    CHECK(bomb.size() < 4096);
    CHECK_FALSE(unpack(bomb, upward_bounds.plain));
    CHECK(unpack(bomb, zeros.size()));
    CHECK_FALSE(unpack(as_bytes("<html>sign in to the network</html>"), upward_bounds.plain));
}

TEST_CASE("fault_061_a_page_of_a_portal_is_no_answer") {
    for (const std::string_view text : {"", "<html></html>", "{}", "BDW1", R"({"outcome":"stored"})"}) {
        CHECK_FALSE(read_push_answer(as_bytes(text), hq.public_key));
        CHECK_FALSE(read_pull_page(as_bytes(text), hq.public_key));
        CHECK_FALSE(read_session_grant(as_bytes(text), hq.public_key));
        CHECK_FALSE(read_hello(text));
    }
}

TEST_CASE("answers, grants and pages come out as they went in") {
    const OriginId origin{{9}};
    PushAnswer answer{Nonce{{2}}, origin, PushOutcome::forked, {{2}, {70}, Hash{{5}}}, {60}, {1234}, 30, {}};
    answer.verdicts = {{{5}, "clock_doubtful"}, {{9}, "unknown_kind"}};
    const auto answer_bytes = to_bytes(answer, hq);
    REQUIRE(answer_bytes);
    const auto answer_read = read_push_answer(*answer_bytes, hq.public_key);
    REQUIRE(answer_read);
    CHECK(answer_read->outcome == answer.outcome);
    CHECK(answer_read->have == answer.have);
    CHECK(answer_read->durable == answer.durable);
    CHECK(answer_read->verdicts == answer.verdicts);
    CHECK_FALSE(read_push_answer(*answer_bytes, kiosk.public_key));

    const SessionGrant grant{Nonce{{3}}, origin, "abc", 600, {99}, Standing::waiting, {}};
    const auto grant_bytes = to_bytes(grant, hq);
    REQUIRE(grant_bytes);
    const auto grant_read = read_session_grant(*grant_bytes, hq.public_key);
    REQUIRE(grant_read);
    CHECK(grant_read->standing == Standing::waiting);
    CHECK(grant_read->token == "abc");

    const Run run = numbered_run(20);
    const PullPage page{Nonce{{4}}, {0xF00001}, {3, 30}, {5, 50},
                        true,       {7},        60,      {run.records, run.cards, {}}};
    const auto page_bytes = to_bytes(page, hq);
    REQUIRE(page_bytes);
    const auto page_read = read_pull_page(*page_bytes, hq.public_key);
    REQUIRE(page_read);
    CHECK(page_read->news.records == run.records);
    CHECK(page_read->news.cards == run.cards);
    CHECK(page_read->to == page.to);
    CHECK(page_read->more);
}

TEST_CASE("a hello says versions, time and key set") {
    const auto read = read_hello(to_text({{1, 2}, {1'795'000'000'000}, {4}}));
    REQUIRE(read);
    CHECK(read->versions == std::vector<std::int64_t>{1, 2});
    CHECK(read->time == UtcMillis{1'795'000'000'000});
    CHECK(read->key_set == ListVersion{4});
}
