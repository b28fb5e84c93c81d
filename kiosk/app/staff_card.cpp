// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_card.hpp"

#include <algorithm>

#include "domain/event/kinds_member.hpp"
#include "kiosk/app/slip_reading.hpp"

namespace baodao {

namespace {

bool is_revocation(const Record& record) {
    const auto entry = entry_from(record);
    return entry && body_of<SlipRevoked>(entry->event).has_value();
}

}  // namespace

std::variant<StaffCard, RefusedStaffCard, OtherPaper> read_staff_card(std::string_view text,
                                                                      const Installation& installation,
                                                                      LocalDate today, Journal& journal) {
    const auto read = read_slip(text, installation.keyring);
    const auto* slip = std::get_if<ReadSlip>(&read);
    if (slip == nullptr || slip->slip.purpose != SlipPurpose::staff_card) return OtherPaper{};
    if (!slip->slip.key_known) return RefusedStaffCard{"unknown_key"};
    if (slip->slip.community != installation.community) return RefusedStaffCard{"other_community"};
    if (today < slip->slip.first || slip->slip.last < today) return RefusedStaffCard{"not_its_day"};
    const SubjectKey keys[] = {{slip->slip.serial.value}};
    const auto records = journal.records_about(keys);
    if (!records) return RefusedStaffCard{"unread_log"};
    if (std::any_of(records->begin(), records->end(), is_revocation)) return RefusedStaffCard{"revoked"};
    return StaffCard{slip->slip.serial, slip->name};
}

namespace {

Result<std::string> issue_card(SlipPurpose purpose, const std::string& name, const Installation& installation,
                               Validity validity, Random& random) {
    const Signer signer = signer_on(installation, validity.first);
    Slip slip;
    slip.key = signer.id;
    slip.serial = {random.next_u64()};
    slip.first_day = validity.first;
    slip.last_day = validity.last;
    slip.community = installation.community;
    slip.agency = {installation.community.value};
    slip.purpose = purpose;
    slip.name = name;
    return issue_slip(slip, signer.key);
}

}  // namespace

Result<std::string> issue_staff_card(const std::string& name, const Installation& installation,
                                     Validity validity, Random& random) {
    return issue_card(SlipPurpose::staff_card, name, installation, validity, random);
}

Result<std::string> issue_leader_card(const std::string& name, const Installation& installation,
                                      Validity validity, Random& random) {
    return issue_card(SlipPurpose::team_leader, name, installation, validity, random);
}

}  // namespace baodao
