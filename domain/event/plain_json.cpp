// SPDX-License-Identifier: MIT
#include "domain/event/plain_json.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao {

namespace {

constexpr std::size_t digits_max = 18;  // fits every 64-bit type

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Takes values off the front of a text; false: not plain, and reading ends there.
class PlainReader {
  public:
    explicit PlainReader(std::string_view text) : rest_(text) {}
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    bool object(PlainObject& into, int depth) {
        if (depth == json_depth_max || !take('{')) return false;
        if (take('}')) return true;
        do {
            if (!member(into, depth)) return false;
        } while (take(','));
        return take('}');
    }

  private:
    bool take(char wanted) {
        if (!rest_.starts_with(wanted)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool member(PlainObject& into, int depth) {
        const char* begin = rest_.data();
        if (into.count == PlainObject::members_max || !string()) return false;
        const std::string_view name(begin + 1, static_cast<std::size_t>(rest_.data() - begin) - 2);
        if (into.find(name) || !take(':')) return false;
        const char* value_begin = rest_.data();
        if (!value(depth)) return false;
        into.members[into.count++] = {name,
                                      {value_begin, static_cast<std::size_t>(rest_.data() - value_begin)}};
        return true;
    }

    bool value(int depth) {
        if (rest_.empty()) return false;
        switch (rest_.front()) {
            case '"':
                return string();
            case '{': {
                PlainObject inner;
                return object(inner, depth + 1);
            }
            case '[':
                return array(depth + 1);
            default:
                return word("true") || word("false") || word("null") || number();
        }
    }

    bool array(int depth) {
        if (depth == json_depth_max || !take('[')) return false;
        if (take(']')) return true;
        do {
            if (!value(depth)) return false;
        } while (take(','));
        return take(']');
    }

    bool string() {
        if (!take('"')) return false;
        const auto end = std::ranges::find_if(
            rest_, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
        if (end == rest_.end() || *end != '"') return false;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.begin()) + 1);
        return true;
    }

    bool word(std::string_view wanted) {
        if (!rest_.starts_with(wanted)) return false;
        rest_.remove_prefix(wanted.size());
        return true;
    }

    bool number() {
        take('-');
        const auto end = std::ranges::find_if_not(rest_, is_digit);
        const auto digits = static_cast<std::size_t>(end - rest_.begin());
        if (digits == 0 || digits > digits_max || (digits > 1 && rest_.front() == '0')) return false;
        rest_.remove_prefix(digits);
        // A fraction or an exponent is left standing, which nothing else takes.
        return true;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<std::string_view> PlainObject::find(std::string_view name) const {
    for (std::size_t i = 0; i < count; ++i) {
        if (members[i].name == name) return members[i].value;
    }
    return std::nullopt;
}

std::optional<PlainObject> plain_object(std::string_view text) {
    PlainReader reader(text);
    std::optional<PlainObject> object(std::in_place);
    if (!is_utf8(text) || !reader.object(*object, 0) || !reader.at_end()) return std::nullopt;
    return object;
}

}  // namespace baodao
