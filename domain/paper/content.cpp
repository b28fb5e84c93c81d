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
    Result<std::vector<Page>> operator()(const ServiceRecord& record) const {
        return lay_out_service_record(record);
    }
    Result<std::vector<Page>> operator()(const OfficeSheet& sheet) const {
        return lay_out_office_sheet(sheet);
    }
    Result<std::vector<Page>> operator()(const CardSheets& sheets) const {
        return lay_out_sign_in_cards(sheets.cards, sheets.start);
    }
    Result<std::vector<Page>> operator()(const FormStack& stack) const {
        std::vector<Page> pages;
        for (const RegistrationForm& form : stack.forms) {
            auto page = lay_out_registration_form(form);
            if (!page) return page.error();
            pages.push_back(std::move(page).value());
        }
        return pages;
    }
};

}  // namespace

Result<std::vector<Page>> lay_out(const PaperContent& content) {
    return std::visit(LayOut{}, content);
}

}  // namespace baodao
