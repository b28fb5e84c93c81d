// SPDX-License-Identifier: MIT
#include "domain/event/json.hpp"

#include <limits>
#include <vector>

#include "domain/base/text.hpp"

namespace baodao {

namespace {

// Builds the value as it is read and stops at the first thing that is not wanted.
class StrictReader {
  public:
    [[nodiscard]] bool wanted() const { return wanted_; }
    [[nodiscard]] Json take() { return std::move(root_); }

    // What the library calls for each piece of the text; false ends it.
    bool null() { return put(nullptr) != nullptr; }
    bool boolean(bool value) { return put(value) != nullptr; }
    bool number_integer(Json::number_integer_t value) { return put(value) != nullptr; }
    bool number_unsigned(Json::number_unsigned_t value) { return put(value) != nullptr; }
    bool number_float(Json::number_float_t value, const std::string&) { return put(value) != nullptr; }
    bool string(std::string& value) { return put(std::move(value)) != nullptr; }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json::value_t::object); }
    bool start_array(std::size_t) { return open(Json::value_t::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        const auto [place, fresh] =
            open_.back()->get_ref<Json::object_t&>().emplace(std::move(name), nullptr);
        member_ = &place->second;
        wanted_ = fresh;
        return fresh;
    }
    static bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

  private:
    // Members of an object and the last element of an array stay where they are while they are read.
    Json* put(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        Json& parent = *open_.back();
        if (parent.is_array()) return &parent.get_ref<Json::array_t&>().emplace_back(std::move(value));
        *member_ = std::move(value);
        return member_;
    }
    bool open(Json::value_t kind) {
        wanted_ = open_.size() < json_depth_max;
        if (wanted_) open_.push_back(put(Json(kind)));
        return wanted_;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    Json root_;
    std::vector<Json*> open_;  // arrays and objects that are not complete
    Json* member_ = nullptr;   // whose key was read last
    bool wanted_ = true;
};

}  // namespace

Result<Json> parse_json(std::string_view text) {
    // The library checks UTF-8 inside strings only.
    if (!is_utf8(text)) return Error{ErrorKind::bad_input, "not valid UTF-8", {}};
    StrictReader reader;
    if (Json::sax_parse(text, &reader)) return reader.take();
    if (!reader.wanted())
        return Error{ErrorKind::bad_input, "JSON with a repeated key or nested too deep", {}};
    return Error{ErrorKind::bad_input, "not valid JSON", {}};
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
