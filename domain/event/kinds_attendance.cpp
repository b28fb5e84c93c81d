// SPDX-License-Identifier: MIT
#include "domain/event/kinds_attendance.hpp"

#include "domain/event/kinds_fields.hpp"

namespace baodao {

template <class V, body::IsBody<AttendanceIn> B>
void fields(V& visit, B& b) {
    visit.need("serial", b.serial);
    visit.may("parked", b.parked);
}

template <class V, body::IsBody<AttendanceOut> B>
void fields(V& visit, B& b) {
    visit.need("serial", b.serial);
    visit.may("parked", b.parked);
    visit.may("confirmed_short", b.confirmed_short);
}

template <class V, body::IsBody<AttendanceRecorded> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("start", b.start);
    visit.need("end", b.end);
    visit.may("sheet", b.sheet);
    visit.may("reason", b.reason);
}

template <class V, body::IsBody<AttendanceConfirmed> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("event", b.event);
    visit.need("end", b.end);
}

template <class V, body::IsBody<AttendanceAmended> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("event", b.event);
    visit.may("start", b.start);
    visit.may("end", b.end);
    visit.may("activity", b.activity);
    visit.may("reason", b.reason);
}

template <class V, body::IsBody<AttendanceVoided> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("event", b.event);
    visit.may("reason", b.reason);
}

template <class V, body::IsBody<AttendanceDisputed> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("event", b.event);
    visit.may("reason", b.reason);
    visit.may("start", b.start);
    visit.may("end", b.end);
}

template <class V, body::IsBody<ConflictResolved> B>
void fields(V& visit, B& b) {
    body::who_fields(visit, b.who);
    visit.need("event", b.event);
    visit.may("accepted", b.accepted);
    visit.may("reason", b.reason);
}

BAODAO_BODY(AttendanceIn)
BAODAO_BODY(AttendanceOut)
BAODAO_BODY(AttendanceRecorded)
BAODAO_BODY(AttendanceConfirmed)
BAODAO_BODY(AttendanceAmended)
BAODAO_BODY(AttendanceVoided)
BAODAO_BODY(AttendanceDisputed)
BAODAO_BODY(ConflictResolved)

}  // namespace baodao
