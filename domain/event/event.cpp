// SPDX-License-Identifier: MIT
#include "domain/event/event.hpp"

#include <charconv>
#include <string>

#include "domain/base/text.hpp"
#include "domain/event/event_outline.hpp"
#include "domain/event/json.hpp"
#include "domain/event/plain_json.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view hash_tag = "BDE1\0"sv;

constexpr std::pair<Confidence, std::string_view> confidence_words[] = {
    {Confidence::confirmed, "confirmed"},
    {Confidence::free_running, "free"},
    {Confidence::doubtful, "doubtful"},
};
constexpr std::pair<ActorKind, std::string_view> actor_words[] = {
    {ActorKind::member, "member"},
    {ActorKind::staff, "staff"},
    {ActorKind::resident, "resident"},
    {ActorKind::machine, "machine"},
};

template <class Enum, std::size_t N>
std::string_view word_of(const std::pair<Enum, std::string_view> (&words)[N], Enum value) {
    for (const auto& [candidate, word] : words) {
        if (candidate == value) return word;
    }
    BAODAO_CHECK(!"every value has a word");
    return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::pair<Enum, std::string_view> (&words)[N], std::string_view word) {
    for (const auto& [value, candidate] : words) {
        if (candidate == word) return value;
    }
    return std::nullopt;
}

// Lower-case words joined by single dots.
bool is_kind(std::string_view kind) {
    if (kind.empty() || kind.size() > 64 || kind.front() == '.' || kind.back() == '.') return false;
    return kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz._0123456789") == std::string_view::npos;
}

Error not_an_event(const char* why) {
    return {ErrorKind::bad_input, "not an event of ours", why};
}

template <std::size_t N>
std::array<std::uint8_t, N> big_endian(std::uint64_t value) {
    std::array<std::uint8_t, N> out;
    for (std::size_t i = N; i-- > 0; value >>= 8) out[i] = static_cast<std::uint8_t>(value);
    return out;
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

// The members of an event's object, however they were read. Texts, numbers and flags as in json.hpp.
class ParsedMembers {
  public:
    explicit ParsedMembers(const Json& json) : json_(&json) {}
    [[nodiscard]] bool has(const char* name) const { return json_->contains(name); }
    [[nodiscard]] bool has_object(const char* name) const { return has(name) && json_->at(name).is_object(); }
    [[nodiscard]] std::optional<std::string> text(const char* name) const { return text_at(*json_, name); }
    [[nodiscard]] std::optional<std::int64_t> integer(const char* name) const {
        return integer_at(*json_, name);
    }
    [[nodiscard]] bool flag(const char* name) const { return flag_at(*json_, name); }

  private:
    const Json* json_;
};

class PlainMembers {
  public:
    explicit PlainMembers(const PlainObject& object) : object_(&object) {}
    [[nodiscard]] bool has(const char* name) const { return object_->find(name).has_value(); }
    [[nodiscard]] bool has_object(const char* name) const { return raw(name).starts_with('{'); }
    [[nodiscard]] std::optional<std::string_view> text(const char* name) const {
        const std::string_view value = raw(name);
        if (!value.starts_with('"')) return std::nullopt;
        return value.substr(1, value.size() - 2);
    }
    [[nodiscard]] std::optional<std::int64_t> integer(const char* name) const {
        return whole_number<std::int64_t>(raw(name));
    }
    [[nodiscard]] bool flag(const char* name) const { return raw(name) == "true"; }

  private:
    [[nodiscard]] std::string_view raw(const char* name) const {
        return object_->find(name).value_or(std::string_view());
    }
    const PlainObject* object_;
};

template <class Members>
Result<EventTime> time_from(const Members& members) {
    const auto wall = members.integer("wall");
    const auto mono = members.integer("mono");
    const auto boot = members.text("boot");
    const auto trust = members.text("trust");
    if (!wall || !mono || !boot || !trust) return not_an_event("time");
    const auto boot_id = id_from_hex<BootId>(*boot);
    const auto confidence = value_of(confidence_words, *trust);
    if (!boot_id || !confidence) return not_an_event("time");
    // Far beyond any clock, near enough that sums cannot overflow.
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    const std::int64_t offset = members.integer("offset").value_or(0);
    for (const std::int64_t value : {*wall, *mono, offset}) {
        if (value > limit || value < -limit) return not_an_event("time out of range");
    }
    return EventTime{{*wall},    {*mono}, *boot_id, offset, members.integer("offset_age").value_or(-1),
                     *confidence};
}

std::optional<Actor> actor_from(std::string_view text) {
    const auto colon = text.find(':');
    const auto kind = value_of(actor_words, text.substr(0, colon));
    if (!kind) return std::nullopt;
    if (colon == std::string_view::npos) return Actor{*kind, 0};
    const auto id = from_hex64(text.substr(colon + 1));
    if (!id) return std::nullopt;
    return Actor{*kind, *id};
}

// All but the body, which must be there.
template <class Members>
Result<Event> outline_from(const Members& members) {
    const auto kind = members.text("kind");
    const auto sv = members.integer("sv");
    const auto community = members.integer("community");
    if (!kind || !is_kind(*kind)) return not_an_event("kind");
    if (!sv || *sv < 1 || *sv > UINT16_MAX) return not_an_event("schema version");
    if (!community || *community < 0 || *community > 0xFFFFFF) return not_an_event("community");
    if (!members.has_object("body")) return not_an_event("body");

    Event event;
    event.kind = *kind;
    event.sv = static_cast<std::uint16_t>(*sv);
    event.community = {static_cast<std::uint32_t>(*community)};
    const auto actor = actor_from(members.text("actor").value_or(""));
    if (!actor) return not_an_event("actor");
    event.actor = *actor;
    if (members.has("activity")) {
        const auto activity = from_hex64(members.text("activity").value_or(""));
        if (!activity) return not_an_event("activity");
        event.activity = ActivityId{*activity};
    }
    if (members.has("card")) {
        event.card = id_from_hex<Hash>(members.text("card").value_or(""));
        if (!event.card) return not_an_event("card");
    }
    const auto time = time_from(members);
    if (!time) return time.error();
    event.at = *time;
    event.drill = members.flag("drill");
    return event;
}

Result<Json> event_json(std::string_view bytes) {
    if (bytes.size() > event_bytes_max) return not_an_event("too large");
    auto json = parse_json(bytes);
    if (json && !json->is_object()) return not_an_event("not an object");
    return json;
}

}  // namespace

std::string to_string(const EventId& id) {
    return to_hex(id.origin) + "." + std::to_string(id.epoch.value) + "." + std::to_string(id.seq.value);
}

std::optional<EventId> event_id_from(std::string_view text) {
    const auto first = text.find('.');
    const auto second = text.find('.', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const auto origin = id_from_hex<OriginId>(text.substr(0, first));
    const auto epoch = whole_number<std::uint32_t>(text.substr(first + 1, second - first - 1));
    const auto seq = whole_number<std::uint64_t>(text.substr(second + 1));
    if (!origin || !epoch || !seq) return std::nullopt;
    const EventId id{*origin, {*epoch}, {*seq}};
    if (to_string(id) != text) return std::nullopt;
    return id;
}

std::string to_bytes(const Event& event) {
    BAODAO_CHECK(is_kind(event.kind));
    BAODAO_CHECK(event.body.starts_with('{') && event.body.ends_with('}'));
    const EventTime& at = event.at;
    std::string out;
    out.reserve(256 + event.body.size());
    out += R"({"kind":")" + event.kind + R"(","sv":)" + std::to_string(event.sv);
    out += R"(,"community":)" + std::to_string(event.community.value);
    out += R"(,"actor":")" + std::string(word_of(actor_words, event.actor.kind));
    if (event.actor.id != 0) out += ":" + to_hex64(event.actor.id);
    out += '"';
    if (event.activity) out += R"(,"activity":")" + to_hex64(event.activity->value) + '"';
    out += R"(,"wall":)" + std::to_string(at.wall.value) + R"(,"mono":)" + std::to_string(at.mono.value);
    out += R"(,"boot":")" + to_hex(at.boot) + '"';
    if (at.offset_ms != 0) out += R"(,"offset":)" + std::to_string(at.offset_ms);
    if (at.offset_age_ms >= 0) out += R"(,"offset_age":)" + std::to_string(at.offset_age_ms);
    out += R"(,"trust":")" + std::string(word_of(confidence_words, at.confidence)) + '"';
    if (event.drill) out += R"(,"drill":true)";
    if (event.card) out += R"(,"card":")" + to_hex(*event.card) + '"';
    out += R"(,"body":)" + event.body + "}";
    return out;
}

Result<Event> event_from_bytes(std::string_view bytes) {
    const auto json = event_json(bytes);
    if (!json) return json.error();
    auto event = outline_from(ParsedMembers(*json));
    if (event) event->body = to_compact(json->at("body"));
    return event;
}

Result<Event> event_outline(std::string_view bytes) {
    if (bytes.size() <= event_bytes_max) {
        if (const auto plain = plain_object(bytes)) return outline_from(PlainMembers(*plain));
    }
    const auto json = event_json(bytes);
    if (!json) return json.error();
    return outline_from(ParsedMembers(*json));
}

Hash chain_hash(const EventId& id, const Hash& prev, std::string_view bytes) {
    return sha256({as_bytes(hash_tag), id.origin.bytes, big_endian<4>(id.epoch.value),
                   big_endian<8>(id.seq.value), prev.bytes, as_bytes(bytes)});
}

Record make_record(const EventId& id, const Hash& prev, std::string bytes) {
    const Hash hash = chain_hash(id, prev, bytes);
    return {id, prev, hash, std::move(bytes)};
}

Status check_link(const Record& record, const Record* before) {
    const auto damaged = [&](const char* why) {
        return Error{ErrorKind::damaged, "the chain of records is broken", to_string(record.id) + ": " + why};
    };
    if (chain_hash(record.id, record.prev, record.bytes) != record.hash) return damaged("hash");
    if (before == nullptr) {
        if (record.id.seq.value != 1 || record.prev != Hash{}) return damaged("does not begin an epoch");
        return {};
    }
    if (record.id.origin != before->id.origin || record.id.epoch != before->id.epoch) {
        return damaged("of another log");
    }
    if (record.id.seq.value != before->id.seq.value + 1) return damaged("gap");
    if (record.prev != before->hash) return damaged("does not follow the one before");
    return {};
}

}  // namespace baodao
