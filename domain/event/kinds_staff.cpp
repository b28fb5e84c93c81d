// SPDX-License-Identifier: MIT
#include "domain/event/kinds_staff.hpp"

#include "domain/event/kinds_fields.hpp"

namespace baodao {

template <class V, body::IsBody<StaffEntered> B>
void fields(V& visit, B& b) {
    visit.need("how", b.how);
}

template <class V, body::IsBody<StaffLeft> B>
void fields(V& visit, B& b) {
    visit.need("why", b.why);
}

template <class V, body::IsBody<StaffDenied> B>
void fields(V& visit, B& b) {
    visit.need("how", b.how);
    visit.may("tries", b.tries);
    visit.may("locked", b.locked);
    visit.may("detail", b.detail);
}

template <class V, body::IsBody<StaffPinSet> B>
void fields(V& visit, B& b) {
    visit.need("how", b.how);
}

template <class V, body::IsBody<StaffCalled> B>
void fields(V& visit, B& b) {
    visit.need("reason", b.reason);
    visit.may("serial", b.serial);
}

template <class V, body::IsBody<StaffCallAnswered> B>
void fields(V& visit, B& b) {
    visit.need("call", b.call);
    visit.may("serial", b.serial);
}

BAODAO_BODY(StaffEntered)
BAODAO_BODY(StaffLeft)
BAODAO_BODY(StaffDenied)
BAODAO_BODY(StaffPinSet)
BAODAO_BODY(StaffCalled)
BAODAO_BODY(StaffCallAnswered)

}  // namespace baodao
