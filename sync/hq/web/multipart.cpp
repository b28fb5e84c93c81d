// SPDX-License-Identifier: MIT
#include "sync/hq/web/multipart.hpp"

#include <algorithm>
#include <map>

#include "domain/base/text.hpp"

namespace baodao::hq {

namespace {

constexpr std::string_view media = "multipart/form-data";
constexpr std::string_view line_end = "\r\n";
constexpr std::size_t boundary_bytes_max = 70;

Error broken(const char* why) {
    return {ErrorKind::bad_input, "this is not a form", why};
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view text, std::string_view small_letters) {
    return text.size() >= small_letters.size() &&
           std::equal(small_letters.begin(), small_letters.end(), text.begin(),
                      [](char wanted, char found) { return wanted == lower(found); });
}

bool fits_boundary(char c) {
    constexpr std::string_view others = "'()+_,-./:=?";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           others.find(c) != std::string_view::npos;
}

// Empty: there is none that will do.
std::string boundary_of(std::string_view content_type) {
    constexpr std::string_view name = "boundary=";
    std::string_view rest = content_type.substr(media.size());
    while (!rest.empty()) {
        if (rest.front() != ';') return {};
        rest = trim(rest.substr(1));
        const std::string_view parameter = trim(rest.substr(0, rest.find(';')));
        if (begins_with(parameter, name)) {
            std::string_view value = parameter.substr(name.size());
            if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
                value = value.substr(1, value.size() - 2);
            const bool good = !value.empty() && value.size() <= boundary_bytes_max &&
                              std::ranges::all_of(value, fits_boundary);
            return good ? std::string(value) : std::string();
        }
        rest = rest.substr(std::min(rest.find(';'), rest.size()));
    }
    return {};
}

struct PartHead {
    std::string name;
    std::optional<std::string> file_name;
};

// The quoted value of one parameter, from behind its "=" on. Browsers write %22 for a quotation mark.
std::optional<std::string> quoted(std::string_view& rest) {
    if (rest.empty() || rest.front() != '"') return std::nullopt;
    const auto end = rest.find('"', 1);
    if (end == std::string_view::npos) return std::nullopt;
    std::string value(rest.substr(1, end - 1));
    rest.remove_prefix(end + 1);
    return value;
}

std::optional<PartHead> read_disposition(std::string_view value) {
    constexpr std::string_view kind = "form-data";
    if (!begins_with(value, kind)) return std::nullopt;
    std::string_view rest = trim(value.substr(kind.size()));
    PartHead head;
    bool named = false;
    while (!rest.empty()) {
        if (rest.front() != ';') return std::nullopt;
        rest = trim(rest.substr(1));
        const auto equal = rest.find('=');
        if (equal == std::string_view::npos) return std::nullopt;
        const std::string_view parameter = rest.substr(0, equal);
        rest.remove_prefix(equal + 1);
        const auto text = quoted(rest);
        if (!text || !is_utf8(*text)) return std::nullopt;
        if (parameter == "name" && !named) {
            head.name = *text;
            named = true;
        } else if (parameter == "filename" && !head.file_name) {
            head.file_name = *text;
        } else {
            return std::nullopt;
        }
        rest = trim(rest);
    }
    return named ? std::optional(head) : std::nullopt;
}

std::optional<PartHead> read_head(std::string_view lines) {
    constexpr std::string_view disposition = "content-disposition:";
    std::optional<PartHead> head;
    while (!lines.empty()) {
        const auto end = std::min(lines.find(line_end), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + line_end.size(), lines.size()));
        if (line.find(':') == std::string_view::npos) return std::nullopt;
        if (!begins_with(line, disposition)) continue;
        if (head) return std::nullopt;
        head = read_disposition(trim(line.substr(disposition.size())));
        if (!head) return std::nullopt;
    }
    return head;
}

class Parts {
  public:
    [[nodiscard]] Status take(std::string_view part) {
        if (++count_ > multipart_parts_max) return broken("too many parts");
        const auto gap = part.find("\r\n\r\n");
        if (gap == std::string_view::npos || gap > multipart_head_bytes_max) return broken("a part's head");
        const auto head = read_head(part.substr(0, gap));
        if (!head) return broken("a part's head");
        const std::string_view bytes = part.substr(gap + 4);
        if (head->file_name) return take_file(*head, bytes);
        if (bytes.size() > multipart_field_bytes_max || !is_utf8(bytes)) return broken("a field");
        if (!fields_.emplace(head->name, bytes).second) return broken("a field twice");
        return {};
    }
    [[nodiscard]] Multipart done() { return {Form::of_fields(std::move(fields_)), std::move(file_)}; }

  private:
    [[nodiscard]] Status take_file(const PartHead& head, std::string_view bytes) {
        // An empty field for a file is sent as a file without name and bytes.
        if (head.file_name->empty() && bytes.empty()) return {};
        if (file_) return broken("more than one file");
        file_ = UploadedFile{*head.file_name, std::string(bytes)};
        return {};
    }

    std::size_t count_ = 0;
    std::map<std::string, std::string, std::less<>> fields_;
    std::optional<UploadedFile> file_;
};

}  // namespace

bool is_multipart(std::string_view content_type) {
    return begins_with(content_type, media);
}

Result<Multipart> read_multipart(std::string_view content_type, std::string_view body) {
    if (!is_multipart(content_type)) return broken("no multipart");
    const std::string boundary = boundary_of(content_type);
    if (boundary.empty()) return broken("no boundary");
    const std::string first = "--" + boundary;
    const std::string next = "\r\n" + first;
    if (!body.starts_with(first)) return broken("no beginning");
    body.remove_prefix(first.size());
    Parts parts;
    for (;;) {
        if (body.starts_with("--")) {
            const std::string_view rest = body.substr(2);
            if (!rest.empty() && rest != line_end) return broken("something behind the end");
            return parts.done();
        }
        if (!body.starts_with(line_end)) return broken("a boundary");
        body.remove_prefix(line_end.size());
        const auto end = body.find(next);
        if (end == std::string_view::npos) return broken("no end");
        if (auto taken = parts.take(body.substr(0, end)); !taken) return taken.error();
        body.remove_prefix(end + next.size());
    }
}

}  // namespace baodao::hq
