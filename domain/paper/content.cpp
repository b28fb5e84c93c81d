// SPDX-License-Identifier: MIT
#include "domain/paper/content.hpp"

namespace baodao {

namespace {

Result<std::vector<Page>> one_page(Result<Page> page) {
    if (!page) return page.error();
    std::vector<Page> pages;
    pages.push_back(std::move(page).value());
    return pages;
}

struct LayOut {
    Result<std::vector<Page>> operator()(const Receipt& receipt) const {
        return one_page(lay_out_receipt(receipt));
    }
};

}  // namespace

Result<std::vector<Page>> lay_out(const PaperContent& content) {
    return std::visit(LayOut{}, content);
}

}  // namespace baodao
