// SPDX-License-Identifier: MIT
#include "sync/hq/web/templates.hpp"

#include <kainjow/mustache.hpp>

#include "domain/base/check.hpp"

namespace baodao::hq {

namespace {

using kainjow::mustache::data;

struct WebFile {
    std::string_view name;
    std::string_view text;
};

constexpr WebFile files[] = {
#include "web_files.inc"
};

data data_of(const Json& json) {
    if (json.is_object()) {
        data object(data::type::object);
        for (const auto& [name, value] : json.items()) object.set(name, data_of(value));
        return object;
    }
    if (json.is_array()) {
        data list(data::type::list);
        for (const Json& value : json) list.push_back(data_of(value));
        return list;
    }
    if (json.is_string() && !json.get_ref<const std::string&>().empty())
        return data(json.get_ref<const std::string&>());
    if (json.is_number()) return data(json.dump());
    return data(json.is_boolean() && json.get<bool>() ? data::type::bool_true : data::type::bool_false);
}

}  // namespace

std::string_view web_file(std::string_view name) {
    for (const WebFile& file : files) {
        if (file.name == name) return file.text;
    }
    check_failed("a page file is missing", name.data(), 0);
}

std::string render(std::string_view file, const Json& view) {
    data values = data_of(view);
    for (const WebFile& part : files) {
        if (!part.name.starts_with("part_")) continue;
        const std::string name(part.name.substr(0, part.name.find('.')));
        values.set(name, data(kainjow::mustache::partial([text = part.text] { return std::string(text); })));
    }
    kainjow::mustache::mustache page{std::string(web_file(file))};
    BAODAO_CHECK(page.is_valid());
    return page.render(values);
}

}  // namespace baodao::hq
