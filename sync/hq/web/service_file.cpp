// SPDX-License-Identifier: MIT
#include "sync/hq/web/service_file.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "sync/hq/web/people_list.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t rows_at_once = 500;

std::string marks_of(const Service& service, const Speech& say) {
    constexpr std::pair<Mark, const char*> told[] = {
        {Mark::parked, "mark_parked"},           {Mark::forgotten, "mark_forgotten"},
        {Mark::back_entry, "mark_back_entry"},   {Mark::amended, "amended_mark"},
        {Mark::disputed, "mark_disputed"},       {Mark::pending_review, "mark_pending_review"},
        {Mark::overlapping, "mark_overlapping"}, {Mark::voided, "mark_voided"},
        {Mark::refused, "mark_refused"},         {Mark::after_revoking, "mark_after_revoking"},
        {Mark::doubtful_clock, "clock_doubtful"}};
    std::string out;
    for (const auto& [mark, word] : told) {
        if (service.has(mark)) out += (out.empty() ? "" : "、") + say(word);
    }
    return out;
}

std::string line_of_service(const PersonRow& row, const Service& service, const CommunityBook& book,
                            UtcOffset offset, const Speech& say) {
    const Activity* activity = service.activity ? book.state.activity(*service.activity) : nullptr;
    const auto clock = [&](const std::optional<UtcMillis>& at) { return at ? clock_text(*at, offset) : ""; };
    return csv_line({book.name(), row.number, row.name, row.agency, row.branch,
                     service.started ? say.day(*service.started, offset) : "",
                     activity == nullptr ? say("unplanned") : activity->plan.title,
                     activity == nullptr ? "" : activity->plan.post,
                     activity == nullptr ? "" : activity->plan.place, clock(service.started),
                     clock(service.ended), std::to_string(service.minutes), marks_of(service, say)});
}

bool in_year(const Service& service, std::int32_t year, UtcOffset offset) {
    return service.started && year_of(local_date(*service.started, offset)) == year;
}

}  // namespace

Result<LedgerFile> service_file(const Asking& asking, CommunityId community, std::int32_t year) {
    const auto book = load_community(asking.session, community);
    if (!book) return book.error();
    const Speech& say = asking.say;
    const UtcOffset offset = book->state.offset();
    LedgerFile file;
    file.bytes = csv_mark + csv_line({say("csv_community"), say("col_number"), say("col_name"), say("agency"),
                                      say("branch"), say("csv_day"), say("col_activity"), say("col_post"),
                                      say("col_place"), say("csv_in"), say("csv_out"), say("csv_minutes"),
                                      say("csv_marks")});
    PeopleFilter filter;
    filter.community = community;
    Turn turn{.count = rows_at_once};
    for (;;) {
        const auto people = list_people(asking, filter, year, turn);
        if (!people) return people.error();
        for (const PersonRow& row : people->rows) {
            const auto records = load_person_file(asking.session, row.person);
            if (!records) return records.error();
            const PersonState person = fold_person(row.person, records->entries, book->state, asking.now());
            const auto before = file.bytes.size();
            for (const Service& service : person.services) {
                if (in_year(service, year, offset))
                    file.bytes += line_of_service(row, service, *book, offset, say);
            }
            file.people += file.bytes.size() > before ? 1 : 0;
        }
        if (!people->more_after) return file;
        turn.from = place_of(people->rows.back());
    }
}

}  // namespace baodao::hq
