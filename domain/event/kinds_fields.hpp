// SPDX-License-Identifier: MIT
// Internal to domain/event: how a list of fields is written and read. A list is a function
// `fields(visitor, body)`; `need` must be there, `may` is left out when it says nothing.
#pragma once

#include <concepts>
#include <limits>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/event/kinds_body.hpp"

namespace baodao::body {

// Beyond any figure of ours, near enough that sums cannot overflow.
inline constexpr std::int64_t number_max = 1'000'000'000'000'000;

inline Json put(const std::string& value) {
    return value;
}
inline Json put(bool value) {
    return value;
}
template <std::integral Number>
Json put(Number value) {
    if constexpr (std::same_as<Number, std::uint64_t>) return to_hex64(value);
    return value;
}
template <class Tag, class Number>
Json put(const Id<Tag, Number>& id) {
    return put(id.value);
}
template <class Tag, std::size_t N>
Json put(const Bytes<Tag, N>& id) {
    return to_hex(id);
}
inline Json put(UtcMillis value) {
    return value.value;
}
inline Json put(MonoMillis value) {
    return value.value;
}
inline Json put(LocalDate value) {
    return to_string(value);
}
inline Json put(HalfYear value) {
    return std::to_string(value.year) + "-" + std::to_string(value.half);
}
inline Json put(const EventId& id) {
    return to_string(id);
}
inline Json put(const std::vector<std::string>& value) {
    return value;
}
template <class T>
Json put(const std::optional<T>& value) {
    return put(*value);
}

// False: of another type or out of range.
bool get(const Json& json, std::string& out);
bool get(const Json& json, bool& out);
bool get(const Json& json, std::uint64_t& out);
bool get(const Json& json, std::int64_t& out);
bool get(const Json& json, LocalDate& out);
bool get(const Json& json, HalfYear& out);
bool get(const Json& json, EventId& out);
bool get(const Json& json, std::vector<std::string>& out);
template <std::integral Number>
bool get(const Json& json, Number& out) {
    std::int64_t wide = 0;
    if (!get(json, wide) || !std::in_range<Number>(wide)) return false;
    out = static_cast<Number>(wide);
    return true;
}
template <class Tag, class Number>
bool get(const Json& json, Id<Tag, Number>& out) {
    return get(json, out.value);
}
template <class Tag, std::size_t N>
bool get(const Json& json, Bytes<Tag, N>& out) {
    const auto id =
        json.is_string() ? id_from_hex<Bytes<Tag, N>>(json.get_ref<const std::string&>()) : std::nullopt;
    if (id) out = *id;
    return id.has_value();
}
inline bool get(const Json& json, UtcMillis& out) {
    return get(json, out.value);
}
inline bool get(const Json& json, MonoMillis& out) {
    return get(json, out.value);
}
template <class T>
bool get(const Json& json, std::optional<T>& out) {
    T value{};
    if (!get(json, value)) return false;
    out = value;
    return true;
}

template <class T>
bool says_nothing(const T& value) {
    return value == T{};
}

class Writer {
  public:
    template <class T>
    void need(const char* key, const T& value) {
        json_[key] = put(value);
    }
    template <class T>
    void may(const char* key, const T& value) {
        if (!says_nothing(value)) json_[key] = put(value);
    }
    [[nodiscard]] std::string text() const { return to_compact(json_); }

  private:
    Json json_ = Json::object();
};

class Reader {
  public:
    explicit Reader(const Json& json) : json_(json) {}
    template <class T>
    void need(const char* key, T& value) {
        const auto found = json_.find(key);
        if (found == json_.end() || !get(*found, value)) fail(key);
    }
    template <class T>
    void may(const char* key, T& value) {
        const auto found = json_.find(key);
        if (found != json_.end() && !get(*found, value)) fail(key);
    }
    // The first field that was missing or wrong; empty: all well.
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

  private:
    void fail(const char* key) {
        if (wrong_.empty()) wrong_ = key;
    }
    const Json& json_;
    std::string wrong_;
};

template <class Visitor, class Ref>
void who_fields(Visitor& visit, Ref& who) {
    visit.may("serial", who.serial);
    visit.may("member", who.member);
}

// `B` is a `Body`, const when it is written.
template <class B, class Body>
concept IsBody = std::same_as<std::remove_const_t<B>, Body>;

}  // namespace baodao::body

namespace baodao {

template <class Body>
std::string to_body(const Body& value) {
    body::Writer writer;
    fields(writer, value);
    return writer.text();
}

template <class Body>
Result<Body> from_body(std::string_view text) {
    const auto json = parse_json(text);
    if (!json) return json.error();
    if (!json->is_object()) return Error{ErrorKind::bad_input, "the body is not an object", {}};
    Body value;
    body::Reader reader(*json);
    fields(reader, value);
    if (!reader.wrong().empty()) {
        return Error{ErrorKind::bad_input, "a field of the body is missing or wrong", reader.wrong()};
    }
    return value;
}

}  // namespace baodao

// For the file that lists the fields: makes both directions of one body type.
#define BAODAO_BODY(Body)                            \
    template std::string to_body<Body>(const Body&); \
    template Result<Body> from_body<Body>(std::string_view);
