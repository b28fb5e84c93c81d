// SPDX-License-Identifier: MIT
// What the attention screen says for each outcome that needs reading: state, then
// consequence, then next step. Never blame, no technical words.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/outcome.hpp"

namespace baodao {

struct AttentionWords {
    bool failed = false;  // nothing could be stored: the only red one
    std::string tag;
    std::string_view word;  // beside the sign
    std::string_view panel_title;
    std::string_view panel_hint;
    std::vector<LabelledValue> values;
    std::string title;  // the screen's sentence
    std::string_view hint;
    std::vector<AdviceRow> rows;
};

[[nodiscard]] AttentionWords attention_words(const Words& words, const ScanAnswer& answer,
                                             const ContactView& contact);

}  // namespace baodao
