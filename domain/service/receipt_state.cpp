// SPDX-License-Identifier: MIT
#include "domain/service/receipt_state.hpp"

#include "domain/service/community_state.hpp"
#include "domain/service/paper_book.hpp"

namespace baodao {

ReceiptState receipt_state(std::span<const Entry> entries) {
    Latest<SlipSerial> printed;
    Latest<ReceiptFiled> word;
    for (const Entry& entry : entries) {
        const auto paper = body_of<PaperRequested>(entry.event);
        if (paper && paper->paper == papers::receipt) printed.put(entry, SlipSerial{paper->job});
        if (const auto filed = body_of<ReceiptFiled>(entry.event)) word.put(entry, *filed);
    }
    ReceiptState state{printed.value, std::nullopt};
    if (word.value && !word.value->taken_back) state.filed = word.written;
    return state;
}

}  // namespace baodao
