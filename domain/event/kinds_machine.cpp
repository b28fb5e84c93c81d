// SPDX-License-Identifier: MIT
#include "domain/event/kinds_machine.hpp"

#include "domain/event/kinds_fields.hpp"

namespace baodao {

template <class V, body::IsBody<CommunitySet> B>
void fields(V& visit, B& b) {
    visit.need("name", b.name);
    visit.may("short_name", b.short_name);
    visit.may("town", b.town);
    visit.may("contact_name", b.contact_name);
    visit.may("contact_phone", b.contact_phone);
    visit.may("hours", b.hours);
    visit.need("utc_offset_minutes", b.utc_offset_minutes);
}

template <class V, body::IsBody<AgencyRegistered> B>
void fields(V& visit, B& b) {
    visit.need("agency", b.agency);
    visit.need("name", b.name);
}

template <class V, body::IsBody<DeputyNamed> B>
void fields(V& visit, B& b) {
    visit.need("name", b.name);
    visit.may("phone", b.phone);
    visit.need("first", b.first);
    visit.need("last", b.last);
}

template <class V, body::IsBody<RosterReceived> B>
void fields(V& visit, B& b) {
    visit.need("day", b.day);
    visit.may("people", b.people);
    visit.may("source", b.source);
}

template <class V, body::IsBody<RuleSet> B>
void fields(V& visit, B& b) {
    visit.need("rule", b.rule);
    visit.need("value", b.value);
    visit.need("from", b.from);
}

template <class V, body::IsBody<DayClosed> B>
void fields(V& visit, B& b) {
    visit.need("day", b.day);
    visit.may("note", b.note);
    visit.may("sheet", b.sheet);
    visit.may("head", b.head);
    visit.may("hash", b.hash);
    visit.may("counts", b.counts);
}

template <class V, body::IsBody<ClockObserved> B>
void fields(V& visit, B& b) {
    visit.need("offset_ms", b.offset_ms);
    visit.may("round_trip_ms", b.round_trip_ms);
}

template <class V, body::IsBody<ClockCorrected> B>
void fields(V& visit, B& b) {
    visit.need("origin", b.origin);
    visit.need("boot", b.boot);
    visit.need("wall", b.wall);
    visit.need("mono", b.mono);
    visit.need("offset_ms", b.offset_ms);
}

template <class V, body::IsBody<KeyAdded> B>
void fields(V& visit, B& b) {
    visit.need("key", b.key);
    visit.need("public_key", b.public_key);
    visit.need("first", b.first);
    visit.need("last", b.last);
    visit.may("issuer", b.issuer);
}

template <class V, body::IsBody<KeyRevoked> B>
void fields(V& visit, B& b) {
    visit.need("key", b.key);
    visit.need("public_key", b.public_key);
    visit.may("why", b.why);
}

template <class V, body::IsBody<ScanRefused> B>
void fields(V& visit, B& b) {
    visit.need("outcome", b.outcome);
    visit.may("serial", b.serial);
    visit.may("detail", b.detail);
}

template <class V, body::IsBody<KioskStarted> B>
void fields(V& visit, B& b) {
    visit.may("version", b.version);
}

template <class V, body::IsBody<KioskTested> B>
void fields(V& visit, B& b) {
    visit.need("occasion", b.occasion);
    visit.need("results", b.results);
}

template <class V, body::IsBody<KioskRecovered> B>
void fields(V& visit, B& b) {
    visit.need("what", b.what);
    visit.may("lost", b.lost);
    visit.may("adopted", b.adopted);
}

template <class V, body::IsBody<PaperRequested> B>
void fields(V& visit, B& b) {
    visit.need("job", b.job);
    visit.need("paper", b.paper);
    body::who_fields(visit, b.who);
    visit.may("copy", b.copy);
}

template <class V, body::IsBody<PaperPrinted> B>
void fields(V& visit, B& b) {
    visit.need("job", b.job);
    body::who_fields(visit, b.who);
    visit.may("where", b.where);
    visit.may("copy", b.copy);
}

template <class V, body::IsBody<PaperFailed> B>
void fields(V& visit, B& b) {
    visit.need("job", b.job);
    body::who_fields(visit, b.who);
    visit.may("why", b.why);
    visit.may("copy", b.copy);
}

BAODAO_BODY(CommunitySet)
BAODAO_BODY(AgencyRegistered)
BAODAO_BODY(DeputyNamed)
BAODAO_BODY(RosterReceived)
BAODAO_BODY(RuleSet)
BAODAO_BODY(DayClosed)
BAODAO_BODY(ClockObserved)
BAODAO_BODY(ClockCorrected)
BAODAO_BODY(KeyAdded)
BAODAO_BODY(KeyRevoked)
BAODAO_BODY(ScanRefused)
BAODAO_BODY(KioskStarted)
BAODAO_BODY(KioskTested)
BAODAO_BODY(KioskRecovered)
BAODAO_BODY(PaperRequested)
BAODAO_BODY(PaperPrinted)
BAODAO_BODY(PaperFailed)

}  // namespace baodao
