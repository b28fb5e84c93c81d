// SPDX-License-Identifier: MIT
#include "domain/event/kinds_receipt.hpp"

#include "domain/event/kinds_fields.hpp"

namespace baodao {

template <class V, body::IsBody<ReceiptFiled> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.may("receipt", b.receipt);
    visit.may("how", b.how);
    visit.may("taken_back", b.taken_back);
}

BAODAO_BODY(ReceiptFiled)

}  // namespace baodao
