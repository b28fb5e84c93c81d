// SPDX-License-Identifier: MIT
// One page of a list that is short enough to be counted through: communities, branches, kiosks.
#pragma once

#include "sync/hq/web/page.hpp"

namespace baodao::hq {

struct Leaf {
    std::size_t from = 0;  // of the list's rows, those before `to`
    std::size_t to = 0;
    Json turn;  // for part_turn.html: where one is, and the way on; null when all is on one page
};
// Which page the address asks for (page=2), of a list of that many rows at `path`.
[[nodiscard]] Leaf leaf_of(const Asking& asking, const std::string& path, std::size_t rows,
                           std::size_t on_page);

}  // namespace baodao::hq
