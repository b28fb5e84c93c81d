// SPDX-License-Identifier: MIT
#include "domain/event/event.hpp"

#include <catch2/catch.hpp>

#include "domain/base/random.hpp"
#include "domain/base/text.hpp"
#include "domain/event/event_outline.hpp"
#include "domain/event/plain_json.hpp"

using namespace baodao;

namespace {

Event sample() {
    SeededRandom random(7);
    Event event;
    event.kind = "attendance.in";
    event.community = {0xF00001};
    event.actor = {ActorKind::member, 0x0123456789abcdef};
    event.activity = ActivityId{42};
    event.at = {{1'795'000'000'000}, {123'456}, random.draw<BootId>(), -1500, 60'000, Confidence::confirmed};
    event.drill = true;
    event.card = random.draw<Hash>();
    event.body = R"({"serial":"0123456789abcdef"})";
    return event;
}

Record record_after(const Record* before, std::string bytes) {
    const EventId id{OriginId{}, Epoch{1}, Seq{before == nullptr ? 1 : before->id.seq.value + 1}};
    return make_record(id, before == nullptr ? Hash{} : before->hash, std::move(bytes));
}

}  // namespace

TEST_CASE("an event read back from its bytes is the same event") {
    const Event event = sample();
    const auto read = event_from_bytes(to_bytes(event));
    REQUIRE(read.ok());
    CHECK(*read == event);
    CHECK(to_bytes(*read) == to_bytes(event));
}

TEST_CASE("the exact bytes of an event are part of the format and never change") {
    Event event;
    event.kind = "kiosk.started";
    event.community = {1};
    event.at = {{1000}, {2}, {}, 0, -1, Confidence::free_running};
    CHECK(to_bytes(event) ==
          R"({"kind":"kiosk.started","sv":1,"community":1,"actor":"machine","wall":1000,"mono":2,)"
          R"("boot":"00000000000000000000000000000000","trust":"free","body":{}})");
    const Record record = make_record({OriginId{}, {1}, {1}}, {}, to_bytes(event));
    CHECK(to_hex(record.hash) == "1ab0774265a0bbe1f38882ffb5cc3e5c356b55552753ebb3b3818f08b7601b8c");
}

TEST_CASE("an event of a newer version is readable as far as it is known") {
    std::string bytes = to_bytes(sample());
    bytes.insert(1, R"("tomorrow":[1,{"x":null}],)");
    CHECK(event_from_bytes(bytes).ok());
}

TEST_CASE("bytes that are no event are refused with a reason") {
    const std::string good = to_bytes(sample());
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string bytes = good;
        bytes.replace(bytes.find(from), from.size(), to);
        return bytes;
    };
    CHECK_FALSE(event_from_bytes("").ok());
    CHECK_FALSE(event_from_bytes("[]").ok());
    CHECK_FALSE(event_from_bytes(good.substr(0, good.size() - 1)).ok());
    CHECK_FALSE(event_from_bytes(good + " x").ok());
    CHECK_FALSE(event_from_bytes(with("attendance.in", "Attendance")).ok());
    CHECK_FALSE(event_from_bytes(with("\"sv\":1", "\"sv\":0")).ok());
    CHECK_FALSE(event_from_bytes(with("\"sv\":1", "\"sv\":1,\"sv\":1")).ok());
    CHECK_FALSE(event_from_bytes(with("\"body\":{", "\"body\":[],\"b\":{")).ok());
    CHECK_FALSE(event_from_bytes(with("member:", "nobody:")).ok());
    CHECK_FALSE(event_from_bytes(with("\"wall\":1795", "\"wall\":99999999999")).ok());
    CHECK_FALSE(event_from_bytes(with("confirmed", "con\xFFirmed")).ok());
}

TEST_CASE("event names have one spelling") {
    const EventId id{SeededRandom(3).draw<OriginId>(), {2}, {17}};
    CHECK(event_id_from(to_string(id)) == id);
    CHECK_FALSE(event_id_from(to_string(id) + "0 "));
    CHECK_FALSE(event_id_from(to_hex(id.origin) + ".02.17"));
    CHECK_FALSE(event_id_from("2.17"));
}

TEST_CASE("fault_031 a chain shows every change, gap and exchange") {
    const Record first = record_after(nullptr, "{\"a\":1}");
    const Record second = record_after(&first, "{\"a\":2}");
    const Record third = record_after(&second, "{\"a\":3}");
    CHECK(check_link(first, nullptr).ok());
    CHECK(check_link(second, &first).ok());
    CHECK_FALSE(check_link(second, nullptr).ok());
    CHECK_FALSE(check_link(third, &first).ok());
    Record changed = second;
    changed.bytes[5] = '3';
    CHECK_FALSE(check_link(changed, &first).ok());
    Record moved = second;
    moved.id.epoch = {2};
    CHECK_FALSE(check_link(moved, &first).ok());
}

namespace {

// Each byte once taken out, doubled, and changed into each of a few that mean something in JSON.
std::vector<std::string> slightly_wrong(const std::string& good) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < good.size(); ++at) {
        out.push_back(good.substr(0, at) + good.substr(at + 1));
        out.push_back(good.substr(0, at) + good[at] + good.substr(at));
        for (const char c : std::string_view("\"\\{}[],:0-.e \x01\xFF")) {
            out.push_back(good);
            out.back()[at] = c;
        }
    }
    return out;
}

// The outline is the event without its body, and both refuse the same.
void check_outline(const std::string& bytes) {
    const auto whole = event_from_bytes(bytes);
    const auto outline = event_outline(bytes);
    REQUIRE(whole.ok() == outline.ok());
    if (!whole) {
        CHECK(whole.error().text() == outline.error().text());
        return;
    }
    Event without = *whole;
    without.body = Event{}.body;
    INFO(bytes);
    CHECK(*outline == without);
}

}  // namespace

TEST_CASE("an event's outline says what the whole event says, of good and of bad bytes") {
    Event event = sample();
    event.body = R"({"a":[1,{"x":null,"y":-20}],"b":"报到","c":[],"d":{},"e":true})";
    for (const std::string& bytes : slightly_wrong(to_bytes(event))) check_outline(bytes);
    for (const char* body : {R"({"a":1.5})", R"({"a":"\u62a5"})", R"({"a":123456789012345678901})",
                             R"({"a":1e999})", R"({"a":{"b":1,"b":2}})", R"({ "a" : 1 })", R"([])",
                             R"({"a":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]})"}) {
        event.body = "{}";
        std::string bytes = to_bytes(event);
        bytes.replace(bytes.find("{}"), 2, body);
        check_outline(bytes);
    }
    check_outline(std::string(event_bytes_max + 1, ' '));
}

TEST_CASE("bytes as this program writes them are plain") {
    CHECK(plain_object(to_bytes(sample())));
    CHECK_FALSE(plain_object(R"({"a":"\n"})"));
    CHECK_FALSE(plain_object("{\"a\":\"\xFF\"}"));
}
