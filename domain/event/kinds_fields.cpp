// SPDX-License-Identifier: MIT
#include "domain/event/kinds_fields.hpp"

namespace baodao::body {

bool get(const Json& json, std::string& out) {
    if (!json.is_string()) return false;
    out = json.get<std::string>();
    return true;
}

bool get(const Json& json, bool& out) {
    if (!json.is_boolean()) return false;
    out = json.get<bool>();
    return true;
}

bool get(const Json& json, std::uint64_t& out) {
    if (!json.is_string()) return false;
    const auto value = from_hex64(json.get_ref<const std::string&>());
    if (value) out = *value;
    return value.has_value();
}

bool get(const Json& json, std::int64_t& out) {
    if (!json.is_number_integer()) return false;
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{number_max}) return false;
    const auto value = json.get<std::int64_t>();
    if (value > number_max || value < -number_max) return false;
    out = value;
    return true;
}

bool get(const Json& json, LocalDate& out) {
    if (!json.is_string()) return false;
    const auto date = parse_date(json.get_ref<const std::string&>());
    if (date) out = *date;
    return date.ok();
}

bool get(const Json& json, HalfYear& out) {
    if (!json.is_string()) return false;
    const auto& text = json.get_ref<const std::string&>();
    if (text.size() != 6 || text[4] != '-' || (text[5] != '1' && text[5] != '2')) return false;
    std::int32_t year = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
        year = year * 10 + (text[i] - '0');
    }
    out = {year, text[5] - '0'};
    return true;
}

bool get(const Json& json, EventId& out) {
    if (!json.is_string()) return false;
    const auto id = event_id_from(json.get_ref<const std::string&>());
    if (id) out = *id;
    return id.has_value();
}

bool get(const Json& json, std::vector<std::string>& out) {
    if (!json.is_array()) return false;
    out.clear();
    for (const Json& item : json) {
        if (!item.is_string()) return false;
        out.push_back(item.get<std::string>());
    }
    return true;
}

}  // namespace baodao::body
