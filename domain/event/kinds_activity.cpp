// SPDX-License-Identifier: MIT
#include "domain/event/kinds_activity.hpp"

#include "domain/event/kinds_fields.hpp"

namespace baodao {

template <class V, body::IsBody<ActivityPlanned> B>
void fields(V& visit, B& b) {
    visit.need("title", b.title);
    visit.may("post", b.post);
    visit.may("service", b.service);
    visit.may("place", b.place);
    visit.need("start", b.start);
    visit.need("end", b.end);
    visit.may("people", b.people);
    visit.may("item", b.item);
    visit.may("cancelled", b.cancelled);
}

template <class V, body::IsBody<ActivityOpened> B>
void fields(V&, B&) {}

template <class V, body::IsBody<ActivityClosed> B>
void fields(V&, B&) {}

template <class V, body::IsBody<ActivityJoined> B>
void fields(V& visit, B& b) {
    visit.need("serial", b.serial);
}

template <class V, body::IsBody<ItemPublished> B>
void fields(V& visit, B& b) {
    visit.need("item", b.item);
    visit.need("title", b.title);
    visit.may("post", b.post);
    visit.may("place", b.place);
    visit.may("why", b.why);
    visit.may("skills", b.skills);
    visit.may("people", b.people);
    visit.may("withdrawn", b.withdrawn);
}

template <class V, body::IsBody<ItemClaimed> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("item", b.item);
}

template <class V, body::IsBody<ItemReleased> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("item", b.item);
}

template <class V, body::IsBody<PlanTheme> B>
void fields(V& visit, B& b) {
    visit.need("year", b.year);
    visit.may("month", b.month);
    visit.may("quarter", b.quarter);
    visit.need("text", b.text);
}

BAODAO_BODY(ActivityPlanned)
BAODAO_BODY(ActivityOpened)
BAODAO_BODY(ActivityClosed)
BAODAO_BODY(ActivityJoined)
BAODAO_BODY(ItemPublished)
BAODAO_BODY(ItemClaimed)
BAODAO_BODY(ItemReleased)
BAODAO_BODY(PlanTheme)

}  // namespace baodao
