// SPDX-License-Identifier: MIT
#include "tests/support/county.hpp"

#include "domain/event/kinds_activity.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_member.hpp"
#include "sync/hq/roll_up.hpp"
#include "sync/hq/sums.hpp"

namespace baodao::test {

namespace {

const SecretKey card_key{{7}};  // as HqScene enrols kiosks
constexpr int branches_of_agency = 5;
constexpr int activities = 24;
constexpr int items = 8;

std::string agency_name(int branch) {
    return "县直单位 " + std::to_string(branch / branches_of_agency);
}

std::string branch_name(int branch) {
    return "第 " + std::to_string(branch) + " 党支部";
}

// One community's log, taken in like a kiosk's.
class Log {
  public:
    Log(WebScene& web, CommunityId community)
        : web_(web), community_(community), at_(web.hq.clock.now().wall) {
        const SigningKey key = signing_key_from(web.hq.random.draw<KeySeed>());
        origin_ = web.hq.random.draw<OriginId>();
        web.hq.enrol(origin_, key.public_key, community);
    }

    template <class Body>
    void add(const Body& body, std::int32_t days_ago, std::optional<ActivityId> activity = std::nullopt,
             const CardFields& fields = {}) {
        Event event;
        event.kind = Body::kind;
        event.body = to_body(body);
        event.community = community_;
        event.activity = activity;
        const UtcMillis time = at_ - days_ago * ms_per_day;
        event.at = {time, {time.value - 1'700'000'000'000}, BootId{{1}}, 0, 0, Confidence::confirmed};
        if (!fields.empty()) {
            cards_.push_back(seal_card(fields, card_key, web_.hq.random));
            event.card = cards_.back().name;
        }
        const EventId id{origin_, {1}, {records_.size() + 1}};
        records_.push_back(
            make_record(id, records_.empty() ? Hash{} : records_.back().hash, to_bytes(event)));
    }

    [[nodiscard]] UtcMillis now() const { return at_; }

    void send() {
        (void)web_.hq.with<std::int64_t>([&](sql::Session& session) -> Result<std::int64_t> {
            const auto done = session.transaction([&]() -> Status {
                const auto taken = hq::take_run(session, {records_, cards_}, hq::Kept::in_use, at_);
                return taken ? Status{} : Status{taken.error()};
            });
            if (!done) return done.error();
            return 0;
        });
    }

  private:
    WebScene& web_;
    CommunityId community_;
    UtcMillis at_;
    OriginId origin_;
    std::vector<Record> records_;
    std::vector<SealedCard> cards_;
};

void add_plans(Log& log, int index) {
    CommunitySet settings;
    settings.name = "第 " + std::to_string(index + 1) + " 社区";
    settings.short_name = std::to_string(index + 1);
    settings.town = "云溪县";
    settings.contact_name = "周敏";
    log.add(settings, 300);
    for (int i = 0; i < items; ++i) {
        ItemPublished item;
        item.item = {static_cast<std::uint64_t>(index * 100 + i + 1)};
        item.title = "河道巡护清洁 " + std::to_string(i);
        item.post = "环境义务岗";
        log.add(item, 280);
    }
    for (int i = 0; i < activities; ++i) {
        ActivityPlanned plan;
        plan.title = "邻里代购";
        plan.post = "邻里互助岗";
        plan.place = "社区门口";
        plan.start = log.now() - i * 12 * ms_per_day;
        plan.end = plan.start + 2 * ms_per_hour;
        log.add(plan, i * 12 + 1, ActivityId{static_cast<std::uint64_t>(index * 100 + i + 1)});
    }
}

void add_member(Log& log, const CountySize& size, int i, Random& random) {
    const int branch = i % size.branches;
    const SlipSerial serial{random.next_u64()};
    const MemberNumber member{random.next_u64()};
    log.add(MemberListed{{serial, member}, std::nullopt, std::nullopt}, 200, std::nullopt,
            {{"name", "陈建" + std::to_string(i)},
             {"agency", agency_name(branch)},
             {"branch", branch_name(branch)}});
    if (i % 20 == 0) return;
    std::string digits = std::to_string(i);
    digits.insert(0, 4 - digits.size(), '0');
    log.add(MemberRegistered{serial, member, "枫林A-" + digits, std::nullopt, 0, ""}, 180);
    BalanceOpening opening;
    opening.who = {serial, member};
    opening.year = 2026;
    opening.first_half = 1;
    opening.second_half = i % 4 == 1 ? 1 : 0;
    opening.minutes = i % 4 == 1 ? 700 : 300;
    log.add(opening, 170);
    if (i % 31 == 1) log.add(AttendanceIn{serial, ""}, 3);  // and never out
}

// A stored row with its columns, to be written again under other names.
struct Rows {
    std::string table;
    std::string columns;
    std::string kinds;  // i: number, t: text, b: bytes
    std::vector<std::vector<std::variant<std::int64_t, std::string>>> rows;
};

void read(sql::Session& session, Rows& into) {
    const auto done =
        session.query("SELECT " + into.columns + " FROM " + into.table + " WHERE community=15728641", {},
                      [&](const sql::Row& row) {
                          auto& cells = into.rows.emplace_back();
                          for (std::size_t i = 0; i < into.kinds.size(); ++i) {
                              const int column = static_cast<int>(i);
                              if (into.kinds[i] == 'i')
                                  cells.emplace_back(row.integer(column));
                              else
                                  cells.emplace_back(row.text(column));
                          }
                          return Status{};
                      });
    BAODAO_CHECK(done.ok());
}

// The same people in another community: other names of them, other branches.
void write(sql::Session& session, const Rows& from, int index, const CountySize& size) {
    std::vector<sql::Value> values;
    std::vector<std::int64_t> branches;
    branches.reserve(from.rows.size());
    const auto moved = [&](std::int64_t person) { return person ^ (std::int64_t{index} << 20); };
    for (std::size_t n = 0; n < from.rows.size(); ++n) {
        branches.push_back(county_branch(static_cast<int>((static_cast<std::size_t>(index) * 7919 + n) %
                                                          static_cast<std::size_t>(size.branches))));
        for (std::size_t i = 0; i < from.kinds.size(); ++i) {
            const auto& cell = from.rows[n][i];
            if (i == 0)
                values.emplace_back(county_community(index));
            else if (i == 1)
                values.emplace_back(moved(std::get<std::int64_t>(cell)));
            else if (from.table == "people" && i == 2)
                values.emplace_back(branches.back());
            else if (from.table == "people" && i == 3)
                values.emplace_back(moved(std::get<std::int64_t>(cell)));
            else if (from.kinds[i] == 'i')
                values.emplace_back(std::get<std::int64_t>(cell));
            else if (from.kinds[i] == 't')
                values.emplace_back(std::get<std::string>(cell));
            else
                values.emplace_back(as_bytes(std::get<std::string>(cell)));
        }
    }
    const auto put = session.insert(from.table + "(" + from.columns + ")", from.kinds.size(), values, "");
    BAODAO_CHECK(put.ok());
}

void copy_people(sql::Session& session, const CountySize& size) {
    Rows tables[] = {
        {"people",
         "community,person,branch,serial,blank,number,expected,registered,registered_ms,since_day,left_day,"
         "excused,items,name_hash,cards,received_ms",
         "iiiiitiiiiittbbi",
         {}},
        {"person_years",
         "community,person,year,first_half,second_half,minutes,first_done,second_done,hours_done",
         "iiiiiiiii",
         {}},
        {"doubts",
         "community,person,kind,origin,epoch,seq,serial,at_ms,from_ms,received_ms,reason",
         "iitbiiiiiit",
         {}}};
    for (Rows& table : tables) read(session, table);
    for (int branch = 0; branch < size.branches; ++branch) {
        const auto made = session.run(
            "INSERT INTO branches(branch,agency,name) VALUES (?,?,?) ON CONFLICT (branch) DO NOTHING",
            {county_branch(branch), agency_name(branch), branch_name(branch)});
        BAODAO_CHECK(made.ok());
    }
    for (int index = 1; index < size.communities; ++index) {
        const auto done = session.transaction([&]() -> Status {
            for (const Rows& table : tables) write(session, table, index, size);
            return hq::sum_up_community(session, county_community(index));
        });
        BAODAO_CHECK(done.ok());
    }
}

void add_audit(sql::Session& session, const CountySize& size, UtcMillis now, Random& random) {
    using Entry = Bytes<struct CountyEntryTag, 8>;
    const std::string words[] = {"王书记", "ledger", "community=15728641 page=2"};
    for (int from = 0; from < size.audit; from += 1000) {
        std::vector<Entry> entries;
        for (int i = 0; i < 1000; ++i) entries.push_back(random.draw<Entry>());
        std::vector<sql::Value> values;
        for (int i = 0; i < 1000; ++i) {
            values.insert(values.end(),
                          {now - (from + i) * ms_per_minute, entries[static_cast<std::size_t>(i)], words[0],
                           words[1], words[2], std::int64_t{14}});
        }
        const auto put = session.transaction([&]() -> Status {
            const auto rows = session.insert("audit(at_ms,entry,who,what,about,names)", 6, values, "");
            return rows ? Status{} : Status{rows.error()};
        });
        BAODAO_CHECK(put.ok());
    }
}

}  // namespace

CommunityId county_community(int index) {
    return {0xF00001 + static_cast<std::uint32_t>(index)};
}

std::int64_t county_branch(int index) {
    return hq::branch_number(agency_name(index), branch_name(index));
}

void make_county(WebScene& web, const CountySize& size) {
    for (int index = 0; index < size.communities; ++index) {
        Log log(web, county_community(index));
        add_plans(log, index);
        for (int i = 1; index == 0 && i <= size.members; ++i) add_member(log, size, i, web.hq.random);
        log.send();
    }
    const auto made = web.hq.pool->with<void>([&](sql::Session& session) -> Status {
        if (auto done = hq::project_all(session); !done) return done;
        copy_people(session, size);
        add_audit(session, size, web.hq.clock.now().wall, web.hq.random);
        return {};
    });
    BAODAO_CHECK(made.ok());
}

}  // namespace baodao::test
