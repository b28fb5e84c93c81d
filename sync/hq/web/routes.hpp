// SPDX-License-Identifier: MIT
// Which page answers which address, and who may see it.
#pragma once

#include <set>

#include "sync/hq/web/page.hpp"

namespace baodao::hq {

struct Route {
    std::string_view method;
    std::string_view path;  // a star stands for one part
    PageFunction page;
    std::set<Role> roles;
    bool asks_password = false;  // its form carries password and code anew
};

struct Found {
    const Route* route = nullptr;
    std::vector<std::string> parts;
};
// route is nullptr: no such page.
[[nodiscard]] Found find_route(std::string_view method, std::string_view path);

struct NavEntry {
    std::string_view word;  // "overview": key nav_overview, address /overview
    std::string_view icon;
    std::set<Role> roles;
};
[[nodiscard]] const std::vector<NavEntry>& nav_entries();

}  // namespace baodao::hq
