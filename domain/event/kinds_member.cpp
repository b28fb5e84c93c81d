// SPDX-License-Identifier: MIT
#include "domain/event/kinds_member.hpp"

#include "domain/event/kinds_fields.hpp"

namespace baodao {

template <class V, body::IsBody<MemberListed> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.may("agency", b.agency);
    visit.may("since", b.since);
}

template <class V, body::IsBody<MemberRegistered> B>
void fields(V& visit, B& b) {
    visit.need("serial", b.serial);
    visit.may("member", b.member);
    visit.may("number", b.number);
    visit.may("agency", b.agency);
    visit.may("purpose", b.purpose);
    visit.may("parked", b.parked);
}

template <class V, body::IsBody<MemberTransferred> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("to", b.to);
    visit.need("day", b.day);
}

template <class V, body::IsBody<MemberExcused> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("half", b.half);
    visit.may("reason", b.reason);
}

template <class V, body::IsBody<MemberClosed> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("day", b.day);
    visit.may("reason", b.reason);
}

template <class V, body::IsBody<MemberSame> B>
void fields(V& visit, B& b) {
    visit.need("a", b.a);
    visit.need("b", b.b);
}

template <class V, body::IsBody<MemberParted> B>
void fields(V& visit, B& b) {
    visit.need("a", b.a);
    visit.need("b", b.b);
    visit.need("joined", b.joined);
    visit.may("reason", b.reason);
}

template <class V, body::IsBody<BalanceOpening> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("year", b.year);
    visit.may("first_half", b.first_half);
    visit.may("second_half", b.second_half);
    visit.may("minutes", b.minutes);
    visit.may("source", b.source);
}

template <class V, body::IsBody<SlipIssued> B>
void fields(V& visit, B& b) {
    visit.need("serial", b.serial);
    visit.need("member", b.member);
    visit.need("agency", b.agency);
    visit.may("batch", b.batch);
    visit.may("running", b.running);
    visit.may("year", b.year);
}

template <class V, body::IsBody<SlipRevoked> B>
void fields(V& visit, B& b) {
    visit.need("serial", b.serial);
    visit.may("why", b.why);
}

template <class V, body::IsBody<SlipResolved> B>
void fields(V& visit, B& b) {
    visit.need("serial", b.serial);
    visit.may("member", b.member);
    visit.may("refused", b.refused);
}

BAODAO_BODY(MemberListed)
BAODAO_BODY(MemberRegistered)
BAODAO_BODY(MemberTransferred)
BAODAO_BODY(MemberExcused)
BAODAO_BODY(MemberClosed)
BAODAO_BODY(MemberSame)
BAODAO_BODY(MemberParted)
BAODAO_BODY(BalanceOpening)
BAODAO_BODY(SlipIssued)
BAODAO_BODY(SlipRevoked)
BAODAO_BODY(SlipResolved)

}  // namespace baodao
