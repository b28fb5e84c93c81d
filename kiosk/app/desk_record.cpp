// SPDX-License-Identifier: MIT
// The part of the desk that shows what is recorded and writes nothing.
#include <algorithm>

#include "domain/service/quota.hpp"
#include "kiosk/app/claim_desk.hpp"
#include "kiosk/app/desk.hpp"

namespace baodao {

Result<LoadedPerson> Desk::load(std::uint64_t subject) {
    return load_person(parts_.journal, subject, community_, stamp_.moment().time.estimated());
}

Result<KnownPerson> Desk::known(const SubmitScan& request) {
    const LocalDate today = local_date(stamp_.moment().time.estimated(), community_.offset());
    const auto read_text = read(request, today);
    if (std::holds_alternative<RefusedText>(read_text)) return Error{ErrorKind::refused, "not a slip", {}};
    const ReadSlip& slip = std::get<ReadSlip>(read_text);
    auto person = load(slip.slip.serial.value);
    if (!person) return person.error();
    const SlipState* state = person->state.slip(slip.slip.serial);
    if (!person->state.registered || (state != nullptr && state->revoked)) {
        return Error{ErrorKind::not_found, "nobody is registered with this slip", {}};
    }
    KnownPerson known;
    known.serial = slip.slip.serial;
    known.card = read_card(parts_.journal, person->entries, parts_.installation.community_key);
    known.name = known.card.name.empty() ? slip.name : known.card.name;
    known.person = std::move(person).value();
    return known;
}

Result<RecordView> Desk::record(const SubmitScan& request) {
    const auto known = this->known(request);
    if (!known) return known.error();
    const PersonState& person = known->person.state;
    const LocalDate today = local_date(stamp_.moment().time.estimated(), community_.offset());
    RecordView record;
    record.name = known->name;
    record.serial = known->serial;
    record.year = year_account(person, year_of(today), today, community_.rules());
    const Views view = views();
    for (const Service& service : person.services) record.services.push_back(view.service(service));
    std::reverse(record.services.begin(), record.services.end());
    for (const ItemPublished* item : held_items(items_, person)) record.claimed_items.push_back(item->title);
    record.check_code = check_code(record);
    return record;
}

}  // namespace baodao
