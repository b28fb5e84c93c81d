// SPDX-License-Identifier: MIT
#include "domain/event/json.hpp"

#include <limits>
#include <set>
#include <vector>

#include "domain/base/text.hpp"

namespace baodao {

Result<Json> parse_json(std::string_view text) {
    // The library checks UTF-8 inside strings only.
    if (!is_utf8(text)) return Error{ErrorKind::bad_input, "not valid UTF-8", {}};

    std::vector<std::set<std::string>> keys;
    bool clean = true;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event == Json::parse_event_t::key) clean &= keys.back().insert(parsed.get<std::string>()).second;
        clean &= depth <= json_depth_max;
        return true;
    };
    Json value = Json::parse(text, watch, /*allow_exceptions=*/false);
    if (value.is_discarded()) return Error{ErrorKind::bad_input, "not valid JSON", {}};
    if (!clean) return Error{ErrorKind::bad_input, "JSON with a repeated key or nested too deep", {}};
    return value;
}

std::optional<std::string> text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

std::optional<std::int64_t> integer_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer()) return std::nullopt;
    if (found->is_number_unsigned() &&
        found->get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
        return std::nullopt;
    }
    return found->get<std::int64_t>();
}

bool flag_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::string to_compact(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace baodao
