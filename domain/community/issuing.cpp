// SPDX-License-Identifier: MIT
#include "domain/community/issuing.hpp"

#include <cstdio>

#include "domain/base/text.hpp"
#include "domain/community/phone_mark.hpp"

namespace baodao {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : "、") + word;
    return out;
}

SealedCard card_of(const RosterRow& row, const SecretKey& key, Random& random) {
    CardFields fields{{"name", row.name}, {"agency", row.agency}};
    const auto add = [&](const char* field, const std::string& value) {
        if (!value.empty()) fields[field] = value;
    };
    add("branch", row.branch);
    add("skills", joined(row.skills));
    add("wishes", joined(row.wishes));
    add("phone4", phone_mark(row.phone, key));
    return seal_card(fields, key, random);
}

// The file gives one number for the year; it counts in the half-year in which it was handed in.
BalanceOpening opening_of(const RosterRow& row, const PersonRef& who, LocalDate today) {
    BalanceOpening opening;
    opening.who = who;
    opening.year = year_of(today);
    (half_of(today).half == 1 ? opening.first_half : opening.second_half) = row.opening_count;
    opening.minutes = row.opening_minutes;
    opening.source = "名册";
    return opening;
}

template <class Body>
UndatedEvent undated(const Body& body) {
    UndatedEvent out;
    out.event.kind = std::string(Body::kind);
    out.event.body = to_body(body);
    return out;
}

void put_card(UndatedEvent& into, SealedCard card) {
    into.event.card = card.name;
    into.cards.push_back(std::move(card));
}

}  // namespace

ListedMember list_member(const RosterRow& row, AgencyId agency, LocalDate today,
                         const SecretKey& community_key, Random& random) {
    ListedMember member;
    member.who = {SlipSerial{random.next_u64()}, MemberNumber{random.next_u64()}};
    UndatedEvent listed = undated(MemberListed{member.who, agency, std::nullopt});
    put_card(listed, card_of(row, community_key, random));
    member.events.push_back(std::move(listed));
    if (row.opening_count != 0 || row.opening_minutes != 0)
        member.events.push_back(undated(opening_of(row, member.who, today)));
    return member;
}

Result<SignedSlip> sign_slip(const RosterRow& row, const SlipIssued& issued, const SlipIssuer& issuer,
                             const SlipDays& days, Random& random) {
    Slip slip;
    slip.key = issuer.key_id;
    slip.serial = issued.serial;
    slip.first_day = days.first;
    slip.last_day = days.last;
    slip.community = issuer.community;
    slip.agency = issued.agency;
    slip.batch = issued.batch;
    slip.name = row.name;
    const auto text = issue_slip(slip, issuer.key);
    if (!text) return Error{text.error().kind, text.error().message, "第 " + std::to_string(row.row) + " 行"};
    SignedSlip out{{issued.serial, *text, slip_number(issued, row.agency), row}, undated(issued)};
    // The code as it is printed holds the name, so it lies in a card.
    put_card(out.event, seal_card({{"slip_text", *text}}, issuer.community_key, random));
    return out;
}

std::string agency_short_name(std::string_view agency) {
    constexpr std::u32string_view levels = U"镇乡县市区";
    std::u32string points = code_points(agency);
    if (points.size() > 3 && levels.find(points.front()) != std::u32string_view::npos) points.erase(0, 1);
    return to_utf8(std::u32string_view(points).substr(0, 2));
}

std::string slip_number(const SlipIssued& issued, std::string_view agency) {
    char tail[64];
    std::snprintf(tail, sizeof tail, "-%d-%u-%02lld", issued.year, unsigned{issued.batch.value},
                  static_cast<long long>(issued.running));
    return agency_short_name(agency) + tail;
}

}  // namespace baodao
