// SPDX-License-Identifier: MIT
#include "sync/hq/web/people_query.hpp"

namespace baodao::hq {

namespace {

// Conditions and their values, in the same order.
class Where {
  public:
    void add(std::string_view condition, std::initializer_list<sql::Value> more) {
        text += (text.empty() ? " WHERE " : " AND ") + std::string(condition);
        values.insert(values.end(), more);
    }
    std::string text;
    std::vector<sql::Value> values;
};

void add_who(Where& where, const PeopleConditions& c) {
    if (c.community) where.add("p.community=?", {*c.community});
    if (c.branch) where.add("p.branch=?", {*c.branch});
    if (!c.agency.empty()) where.add("p.branch IN (SELECT branch FROM branches WHERE agency=?)", {c.agency});
    if (c.person) where.add("p.person=?", {*c.person});
    if (c.serial) where.add("p.serial=?", {*c.serial});
    if (c.receipt) where.add("p.receipt=?", {*c.receipt});
    if (c.number) where.add("p.number=?", {*c.number});
    if (c.name_hashes.empty()) return;
    where.add("p.name_hash IN (" + sql::marks(c.name_hashes.size()) + ")", {});
    where.values.insert(where.values.end(), c.name_hashes.begin(), c.name_hashes.end());
}

void add_show(Where& where, const PeopleConditions& c) {
    if (c.show == Show::blank) where.add("p.expected=1 AND p.registered=0", {});
    if (c.show == Show::unfiled) where.add("p.registered=1 AND p.filed=0", {});
    if (c.show == Show::filed) where.add("p.registered=1 AND p.filed=1", {});
    if (c.show == Show::open)
        where.add(
            "p.registered=1 AND NOT EXISTS (SELECT 1 FROM person_years f WHERE f.community=p.community AND "
            "f.person=p.person AND f.year=? AND f.first_done+f.second_done+f.hours_done=3)",
            {c.year});
    if (c.show == Show::waiting)
        where.add(
            "EXISTS (SELECT 1 FROM doubts d WHERE d.community=p.community AND d.person=p.person AND "
            "d.from_ms<=?)",
            {c.now});
}

void add_place(Where& where, const PeopleConditions& c) {
    if (!c.from) return;
    const PersonPlace& from = *c.from;
    const std::string than = c.backwards ? "<" : ">";
    const auto person = static_cast<std::int64_t>(from.person);
    if (c.community) {
        where.add("(p.blank,p.number,p.person)" + than + "(?,?,?)", {from.blank, from.number, person});
    } else {
        where.add("(p.community,p.blank,p.number,p.person)" + than + "(?,?,?,?)",
                  {from.community, from.blank, from.number, person});
    }
}

}  // namespace

PeopleQuery people_query(const PeopleConditions& c) {
    Where where;
    add_who(where, c);
    add_show(where, c);
    add_place(where, c);
    const std::string order = c.backwards
                                  ? " ORDER BY p.community DESC,p.blank DESC,p.number DESC,p.person DESC"
                                  : " ORDER BY p.community,p.blank,p.number,p.person";
    // What somebody searches for is found by itself and is little; a planner that walked the whole list in
    // its order instead, hoping to meet it soon, would meet everybody.
    const bool search = c.serial || c.receipt || c.number || !c.name_hashes.empty();
    const std::string inner_order = search ? std::string(" ORDER BY p.community+0") +
                                                 (c.backwards ? " DESC" : "") + order.substr(order.find(','))
                                           : order;
    PeopleQuery query;
    // First the few rows, then what belongs to them.
    query.text =
        "SELECT p.community,p.person,p.blank,p.number,p.serial,b.agency,b.name,p.registered_ms,p.registered,"
        "p.since_day,p.left_day,p.excused,p.items,p.cards,p.received_ms,COALESCE(y.first_half,0),"
        "COALESCE(y.second_half,0),COALESCE(y.minutes,0),(SELECT count(*) FROM doubts d WHERE "
        "d.community=p.community AND d.person=p.person AND d.from_ms<=?),p.filed FROM (SELECT "
        "p.community,p.person,"
        "p.blank,p.number,p.serial,p.branch,p.registered_ms,p.registered,p.since_day,p.left_day,p.excused,"
        "p.items,p.cards,p.received_ms,p.filed FROM people p" +
        where.text + inner_order +
        " LIMIT ?) p JOIN branches b ON b.branch=p.branch LEFT JOIN person_years y ON "
        "y.community=p.community AND y.person=p.person AND y.year=?" +
        order;
    query.values = {c.now};
    query.values.insert(query.values.end(), where.values.begin(), where.values.end());
    query.values.insert(query.values.end(), {c.count, c.year});
    return query;
}

PeopleQuery count_query(const PeopleConditions& c) {
    Where where;
    add_who(where, c);
    add_show(where, c);
    return {"SELECT count(*) FROM people p" + where.text, std::move(where.values)};
}

}  // namespace baodao::hq
