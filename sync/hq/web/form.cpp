// SPDX-License-Identifier: MIT
#include "sync/hq/web/form.hpp"

#include <charconv>

#include "domain/base/text.hpp"

namespace baodao::hq {

namespace {

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escaped =
            text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 && digit_of(text[i + 2]) >= 0;
        if (escaped) {
            out += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

// Calls visit(piece) for what stands between the separators.
template <class Visit>
void for_pieces(std::string_view text, char separator, const Visit& visit) {
    for (;;) {
        const auto end = text.find(separator);
        if (const std::string_view piece = text.substr(0, end); !piece.empty()) visit(piece);
        if (end == std::string_view::npos) return;
        text = text.substr(end + 1);
    }
}

}  // namespace

Form Form::of(std::string_view encoded) {
    Form form;
    for_pieces(encoded, '&', [&](std::string_view pair) {
        if (form.fields_.size() == form_fields_max) return;
        const auto equal = std::min(pair.find('='), pair.size());
        std::string name = decoded(pair.substr(0, equal));
        std::string value = decoded(pair.substr(std::min(equal + 1, pair.size())));
        if (is_utf8(name) && is_utf8(value)) form.fields_.emplace(std::move(name), std::move(value));
    });
    return form;
}

Form Form::of_fields(std::map<std::string, std::string, std::less<>> fields) {
    Form form;
    form.fields_ = std::move(fields);
    return form;
}

const std::string& Form::text(std::string_view name) const {
    static const std::string nothing;
    const auto found = fields_.find(name);
    return found == fields_.end() ? nothing : found->second;
}

std::vector<std::string> Form::names() const {
    std::vector<std::string> out;
    for (const auto& [name, value] : fields_) out.push_back(name);
    return out;
}

std::optional<std::int64_t> Form::number(std::string_view name) const {
    const std::string& digits = text(name);
    std::int64_t value = -1;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc() || stop != end || value < 0) return std::nullopt;
    return value;
}

Target Target::of(std::string_view target) {
    const auto mark = std::min(target.find('?'), target.size());
    return {std::string(target.substr(0, mark)), Form::of(target.substr(std::min(mark + 1, target.size())))};
}

std::string url_encoded(std::string_view text) {
    constexpr std::string_view plain = "-._~";
    std::string out;
    for (const char c : text) {
        const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || plain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            const auto byte = static_cast<std::uint8_t>(c);
            out += '%' + to_hex({&byte, 1});
        }
    }
    return out;
}

std::string cookie_value(std::string_view cookies, std::string_view name) {
    std::string out;
    for_pieces(cookies, ';', [&](std::string_view pair) {
        pair = trim(pair);
        const auto equal = pair.find('=');
        if (equal != std::string_view::npos && pair.substr(0, equal) == name) out = pair.substr(equal + 1);
    });
    return out;
}

}  // namespace baodao::hq
