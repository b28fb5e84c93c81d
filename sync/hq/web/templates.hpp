// SPDX-License-Identifier: MIT
// The page files that are built into the program, and how a page is made of one: mustache, which escapes
// whatever stands in {{double braces}}. The only owner of the mustache library.
#pragma once

#include <string>
#include <string_view>

#include "domain/event/json.hpp"

namespace baodao::hq {

// The bytes of assets/web/<name>; asking for one that is not there is a bug of ours.
[[nodiscard]] std::string_view web_file(std::string_view name);

// Objects, lists, texts, numbers and flags of `view` under their names; an empty text counts as absent.
[[nodiscard]] std::string render(std::string_view file, const Json& view);

}  // namespace baodao::hq
