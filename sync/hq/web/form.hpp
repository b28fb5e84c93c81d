// SPDX-License-Identifier: MIT
// What a browser sends: the fields of a query or a form, and its cookies. Everything in it is a stranger's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baodao::hq {

inline constexpr std::size_t form_fields_max = 64;

// Fields by name, the first of a name wins. What is not UTF-8 is left out.
class Form {
  public:
    // "a=1&b=%E6%9E%AB" (application/x-www-form-urlencoded).
    [[nodiscard]] static Form of(std::string_view encoded);
    // Read elsewhere; at most form_fields_max of them.
    [[nodiscard]] static Form of_fields(std::map<std::string, std::string, std::less<>> fields);
    // Empty when it was not sent.
    [[nodiscard]] const std::string& text(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return fields_.contains(name); }
    [[nodiscard]] std::vector<std::string> names() const;
    // A whole number from 0 on.
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;

  private:
    std::map<std::string, std::string, std::less<>> fields_;
};

// "/ledger?page=2" in its parts.
struct Target {
    std::string path;
    Form query;
    [[nodiscard]] static Target of(std::string_view target);
};

[[nodiscard]] std::string url_encoded(std::string_view text);
// Of "a=1; b=2"; empty when it is not there.
[[nodiscard]] std::string cookie_value(std::string_view cookies, std::string_view name);

}  // namespace baodao::hq
