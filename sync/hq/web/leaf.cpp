// SPDX-License-Identifier: MIT
#include "sync/hq/web/leaf.hpp"

#include <algorithm>

namespace baodao::hq {

Leaf leaf_of(const Asking& asking, const std::string& path, std::size_t rows, std::size_t on_page) {
    const std::size_t pages = std::max<std::size_t>(1, (rows + on_page - 1) / on_page);
    const auto wanted = static_cast<std::size_t>(asking.query.number("page").value_or(1));
    const std::size_t page = std::clamp<std::size_t>(wanted, 1, pages);
    Leaf leaf{(page - 1) * on_page, std::min(rows, page * on_page), nullptr};
    if (pages == 1) return leaf;
    leaf.turn = {{"place", asking.say("leaf_of", {grouped(static_cast<std::int64_t>(rows)),
                                                  std::to_string(page), std::to_string(pages)})}};
    if (page > 1) leaf.turn["previous"] = path + "?page=" + std::to_string(page - 1);
    if (page < pages) leaf.turn["next"] = path + "?page=" + std::to_string(page + 1);
    return leaf;
}

}  // namespace baodao::hq
