// SPDX-License-Identifier: MIT
#include "kiosk/app/numbers.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "domain/event/kinds_member.hpp"
#include "domain/event/kinds_subjects.hpp"

namespace baodao {

namespace {

constexpr std::string_view parked_mark = "-待核 ";
constexpr std::string_view registered_mark = "-";

}  // namespace

void RegistrationNumbers::given(const std::string& number) {
    const bool parked = number.find(parked_mark) != std::string::npos;
    const auto digits = number.find_last_not_of("0123456789") + 1;
    std::int64_t& last = parked ? last_parked_ : last_registered_;
    last = std::max<std::int64_t>(last, std::strtoll(number.c_str() + digits, nullptr, 10));
}

Status RegistrationNumbers::count(Journal& journal) {
    const OriginId own = journal.origin();
    auto read =
        journal.for_each(select::OfKind{std::string(kinds::member_registered)}, [&](const Record& record) {
            if (record.id.origin != own) return Step::go_on;
            const auto entry = entry_from(record);
            const auto body = entry ? body_of<MemberRegistered>(entry->event) : std::nullopt;
            if (body) given(body->number);
            return Step::go_on;
        });
    counted_ = read.ok();
    return read;
}

Result<std::string> RegistrationNumbers::next(Journal& journal, const std::string& head, NumberSpace space) {
    if (!counted_) {
        if (auto read = count(journal); !read) return read.error();
    }
    const bool parked = space == NumberSpace::parked;
    char digits[24];
    std::snprintf(digits, sizeof digits, "%04lld",
                  static_cast<long long>((parked ? last_parked_ : last_registered_) + 1));
    return head + std::string(parked ? parked_mark : registered_mark) + digits;
}

}  // namespace baodao
