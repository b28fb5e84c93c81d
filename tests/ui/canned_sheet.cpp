// SPDX-License-Identifier: MIT
// A real sheet of cards for the page that prints them; drawn once.
#include "domain/paper/pdf_canvas.hpp"
#include "domain/paper/sign_in_cards.hpp"
#include "domain/qr/picture_ops.hpp"
#include "tests/ui/canned_pages.hpp"

namespace baodao::test {

SheetView canned_sheet() {
    static const SheetView drawn = [] {
        const char* names[] = {"唐秋月", "罗海峰", "韩雪梅", "沈志远",
                               "邓文静", "袁学军", "林晓燕", "周国栋"};
        SheetView view;
        std::vector<SignInCard> cards;
        for (std::uint64_t i = 0; i < 8; ++i) {
            const SlipSerial serial{0x1234'5678'9abc'def0 + i};
            const std::string number = "财政-2026-1-0" + std::to_string(i + 1);
            cards.push_back({"BD1" + std::string(140, static_cast<char>('A' + i)), serial, number, names[i],
                             "镇财政所党支部", "云溪镇枫林社区", "枫林窗口", "周敏", "6612 0319"});
            view.slips.push_back({serial, names[i], number});
        }
        PdfCanvas canvas;
        const auto pages = lay_out_sign_in_cards(cards, StartCell{1});
        view.picture =
            std::make_shared<const GreyImage>(half_size(half_size(*canvas.bitmap(pages->front()))));
        view.codes_read = true;
        return view;
    }();
    return drawn;
}

}  // namespace baodao::test
