// SPDX-License-Identifier: MIT
#include "sync/hq/slips.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "domain/paper/slip_sheet.hpp"
#include "domain/slip/byte_io.hpp"
#include "sync/hq/community_book.hpp"
#include "sync/hq/person_file.hpp"

namespace baodao::hq {

namespace {

constexpr std::uint32_t agency_numbers = 0xF00000;  // below the self-made ones; 0 is nobody's

void tell(Roster& roster, std::size_t row, std::string text) {
    if (roster.faults.size() < roster_remarks_max)
        roster.faults.push_back({row, std::move(text)});
    else
        ++roster.faults_beyond;
}

void note(Roster& roster, std::size_t row, std::string text) {
    if (roster.notes.size() < roster_remarks_max)
        roster.notes.push_back({row, std::move(text)});
    else
        ++roster.notes_beyond;
}

// Communities by what a roster may call them. Two of one name: neither is meant by it.
struct Places {
    std::map<std::string, std::optional<CommunityId>> named;
    std::map<CommunityId, std::optional<SecretKey>> keys;

    void add(const std::string& name, CommunityId community) {
        if (name.empty()) return;
        const auto [found, fresh] = named.try_emplace(name, community);
        if (!fresh && found->second != community) found->second.reset();
    }
};

Result<Places> known_places(sql::Session& session) {
    Places places;
    const auto all = all_communities(session);
    if (!all) return all.error();
    for (const CommunityId community : *all) {
        const auto book = load_rules_and_items(session, community);
        if (!book) return book.error();
        const auto key = find_card_key(session, community);
        if (!key) return key.error();
        const CommunitySet settings = book->state.settings();
        places.add(settings.name, community);
        places.add(settings.town + settings.name, community);
        places.add(settings.short_name, community);
        places.keys[community] = *key;
    }
    return places;
}

// The place of one row; nullopt and told when it has none.
std::optional<CommunityId> place_of(const RosterRow& row, const Places& places,
                                    std::optional<CommunityId> otherwise, Roster& roster) {
    std::optional<CommunityId> community = otherwise;
    if (!row.community.empty()) {
        const auto found = places.named.find(row.community);
        if (found == places.named.end()) {
            tell(roster, row.row, "没有叫“" + row.community + "”的社区，请核对社区名称");
            return std::nullopt;
        }
        if (!found->second) {
            tell(roster, row.row, "有几个社区都叫“" + row.community + "”，请写全称");
            return std::nullopt;
        }
        community = found->second;
    }
    if (!community) {
        tell(roster, row.row, "没有写社区，请填写，或选定一个社区");
        return std::nullopt;
    }
    const auto key = places.keys.find(*community);
    if (key == places.keys.end() || !key->second) {
        tell(roster, row.row, "这个社区还没有窗口终端，暂时不能签发");
        return std::nullopt;
    }
    return community;
}

// Handed in twice, somebody would be on the roll twice.
Status note_known(sql::Session& session, const Places& places, RosterPlan& plan) {
    for (std::size_t i = 0; i < plan.roster.rows.size(); ++i) {
        const RosterRow& row = plan.roster.rows[i];
        const CommunityId community = plan.communities[i];
        const auto known = session.number(
            "SELECT count(*) FROM people p JOIN branches b ON b.branch=p.branch WHERE p.name_hash=? AND "
            "p.community=? AND b.agency=? AND p.expected=1",
            {name_hash(row.name, *places.keys.at(community)), community, row.agency});
        if (!known) return known.error();
        if (*known > 0) note(plan.roster, row.row, "名册上已有同名同单位的人，签发后会是两个人，请核对");
    }
    return {};
}

// Headquarters' number of an agency: drawn from its name, the next free one when another has it already. Its
// row is locked: whoever else issues for it waits, so no number is given twice.
Result<AgencyId> agency_number(sql::Session& session, const std::string& name) {
    const Hash hash = sha256({as_bytes("BDAGENCY1"), as_bytes(name)});
    auto number =
        static_cast<std::uint32_t>(ByteReader(hash.bytes).get<std::uint64_t>() % (agency_numbers - 1));
    for (;; number = (number + 1) % (agency_numbers - 1)) {
        const AgencyId agency{number + 1};
        const auto made = session.run(
            "INSERT INTO agencies(agency,name) VALUES (?,?) ON CONFLICT (agency) DO NOTHING", {agency, name});
        if (!made) return made.error();
        std::string holder;
        const auto read = session.query("SELECT name FROM agencies WHERE agency=? FOR UPDATE", {agency},
                                        [&](const sql::Row& row) {
                                            holder = row.text(0);
                                            return Status{};
                                        });
        if (!read) return read.error();
        if (holder == name) return agency;
    }
}

// Which numbers the slips of one issue get.
class Numbers {
  public:
    Numbers(sql::Session& session, std::int32_t year) : session_(session), year_(year) {}

    [[nodiscard]] Result<SlipIssued> next(const RosterRow& row, const PersonRef& who) {
        const auto agency = number_of(row.agency);
        if (!agency) return agency.error();
        const auto batch = row.batch ? Result(*row.batch) : fresh_batch(*agency);
        if (!batch) return batch.error();
        const BatchName name{*agency, year_, *batch};
        auto last = running_.find(name);
        if (last == running_.end()) {
            const auto known = session_.number(
                "SELECT COALESCE(max(running),0) FROM issued_slips WHERE agency=? AND year=? AND batch=?",
                {*agency, std::int64_t{year_}, *batch});
            if (!known) return known.error();
            last = running_.emplace(name, *known).first;
        }
        return SlipIssued{*who.serial, *who.member, *agency, *batch, ++last->second, year_};
    }

    [[nodiscard]] Result<AgencyId> number_of(const std::string& name) {
        if (const auto known = agencies_.find(name); known != agencies_.end()) return known->second;
        const auto number = agency_number(session_, name);
        if (number) agencies_[name] = *number;
        return number;
    }
    [[nodiscard]] std::vector<BatchName> batches() const {
        std::vector<BatchName> out;
        for (const auto& [name, last] : running_) out.push_back(name);
        return out;
    }

  private:
    // One for the whole issue.
    [[nodiscard]] Result<BatchNumber> fresh_batch(AgencyId agency) {
        if (const auto known = fresh_.find(agency); known != fresh_.end()) return known->second;
        const auto last =
            session_.number("SELECT COALESCE(max(batch),0) FROM slip_batches WHERE agency=? AND year=?",
                            {agency, std::int64_t{year_}});
        if (!last) return last.error();
        const BatchNumber batch{static_cast<std::uint16_t>(*last + 1)};
        fresh_[agency] = batch;
        return batch;
    }

    sql::Session& session_;
    std::int32_t year_;
    std::map<std::string, AgencyId> agencies_;
    std::map<AgencyId, BatchNumber> fresh_;
    std::map<BatchName, std::int64_t> running_;
};

SlipDays days_from(LocalDate today) {
    return {today, last_day({year_of(today) + 1, 2})};
}

// The events of one hand-in, community by community.
struct Issue {
    Issue(sql::Session& on, const HqKeys& by, LocalDate day, Random& drawn)
        : numbers(on, year_of(day)), session(on), keys(by), today(day), random(drawn) {}

    [[nodiscard]] Status add(const RosterRow& row, CommunityId community) {
        const auto place = place_in(community);
        if (!place) return place.error();
        const auto agency = numbers.number_of(row.agency);
        if (!agency) return agency.error();
        // On its first slip in a community an agency is made known there.
        if ((*place)->agencies.insert(*agency).second) {
            UndatedEvent registered;
            registered.event.kind = AgencyRegistered::kind;
            registered.event.body = to_body(AgencyRegistered{*agency, row.agency});
            events[community].push_back(std::move(registered));
        }
        ListedMember member = list_member(row, *agency, today, (*place)->key, random);
        const auto issued = numbers.next(row, member.who);
        if (!issued) return issued.error();
        auto made = sign_slip(row, *issued, {keys.issuer_id, keys.issuer, community, (*place)->key},
                              days_from(today), random);
        if (!made) return made.error();
        std::vector<UndatedEvent>& into = events[community];
        std::ranges::move(member.events, std::back_inserter(into));
        into.push_back(std::move(made->event));
        return {};
    }

    Numbers numbers;
    OwnEvents events;

  private:
    struct Place {
        SecretKey key;
        std::set<AgencyId> agencies;
    };
    [[nodiscard]] Result<Place*> place_in(CommunityId community) {
        auto found = places.find(community);
        if (found == places.end()) {
            const auto key = find_card_key(session, community);
            if (!key) return key.error();
            if (!*key) return Error{ErrorKind::refused, "this community has no key yet", ""};
            const auto book = load_community(session, community);
            if (!book) return book.error();
            Place place{**key, {}};
            for (const auto& [agency, name] : book->agencies) place.agencies.insert(agency);
            found = places.emplace(community, std::move(place)).first;
        }
        return &found->second;
    }

    sql::Session& session;
    const HqKeys& keys;
    LocalDate today;
    Random& random;
    std::map<CommunityId, Place> places;
};

constexpr const char* batch_columns =
    "SELECT s.agency,s.year,s.batch,a.name,s.issued_ms,s.people FROM slip_batches s JOIN agencies a ON "
    "a.agency=s.agency";

BatchLine batch_of(const sql::Row& row) {
    return {{row.number<AgencyId>(0), static_cast<std::int32_t>(row.integer(1)), row.number<BatchNumber>(2)},
            row.text(3),
            {row.integer(4)},
            row.integer(5)};
}

// One slip of a batch as its row tells it.
struct IssuedRow {
    CommunityId community;
    SlipIssued issued;
    Hash card;
};

Result<std::vector<IssuedRow>> issued_rows(sql::Session& session, const BatchName& name) {
    std::vector<IssuedRow> out;
    const auto read = session.query(
        "SELECT community,serial,running,card FROM issued_slips WHERE agency=? AND year=? AND batch=? "
        "ORDER BY running,community,serial",
        {name.agency, std::int64_t{name.year}, name.batch}, [&](const sql::Row& row) {
            SlipIssued issued;
            issued.serial = row.number<SlipSerial>(1);
            issued.agency = name.agency;
            issued.batch = name.batch;
            issued.year = name.year;
            issued.running = row.integer(2);
            out.push_back({row.number<CommunityId>(0), issued, row.id<Hash>(3)});
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

bool was_revoked(const PersonFile& file, SlipSerial serial) {
    return std::ranges::any_of(file.entries, [&](const Entry& entry) {
        const auto revoked = body_of<SlipRevoked>(entry.event);
        return revoked && revoked->serial == serial;
    });
}

// Whether a slip that begins on that day is good under the issuer key.
bool can_issue(const HqKeys& keys, LocalDate day) {
    return std::ranges::any_of(keys.keys.keys, [&](const IssuerKey& key) {
        return key.id == keys.issuer_id && key.public_key == keys.issuer.public_key && !key.revoked &&
               key.first_day <= day && day <= key.last_day;
    });
}

}  // namespace

Result<RosterPlan> plan_roster(sql::Session& session, Roster roster, std::optional<CommunityId> otherwise,
                               const std::string& agency) {
    RosterPlan plan{std::move(roster), {}};
    if (!plan.roster.usable()) return plan;
    const auto places = known_places(session);
    if (!places) return places.error();
    if (plan.roster.rows.size() > issue_rows_max)
        tell(plan.roster, 0, "一次最多签发 " + std::to_string(issue_rows_max) + " 人，请分成几个文件");
    for (const RosterRow& row : plan.roster.rows) {
        if (!agency.empty() && row.agency != agency)
            tell(plan.roster, row.row, "单位是“" + row.agency + "”，您只能为“" + agency + "”签发");
        if (const auto community = place_of(row, *places, otherwise, plan.roster))
            plan.communities.push_back(*community);
    }
    if (!plan.roster.usable()) {
        plan.roster.rows.clear();
        plan.communities.clear();
        return plan;
    }
    if (const auto noted = note_known(session, *places, plan); !noted) return noted.error();
    return plan;
}

Result<std::vector<BatchName>> issue_slips(sql::Session& session, const HqKeys& keys, const RosterPlan& plan,
                                           const Writer& writer, Random& random,
                                           const std::function<Status()>& inside) {
    const LocalDate today = local_date(writer.clock.wall, UtcOffset{});
    if (!can_issue(keys, today))
        return Error{ErrorKind::refused, "the issuing key is out of date: no slip can be signed with it", ""};
    std::vector<BatchName> batches;
    const auto make = [&]() -> Result<OwnEvents> {
        if (const auto done = inside ? inside() : Status{}; !done) return done.error();
        Issue issue(session, keys, today, random);
        for (std::size_t i = 0; i < plan.roster.rows.size(); ++i) {
            if (const auto added = issue.add(plan.roster.rows[i], plan.communities[i]); !added)
                return added.error();
        }
        batches = issue.numbers.batches();
        return std::move(issue.events);
    };
    const auto written = write_all_own(session, make, writer, random);
    if (!written) return written.error();
    return batches;
}

Result<std::vector<BatchLine>> slip_batches(sql::Session& session, const std::string& agency,
                                            std::int64_t count) {
    std::vector<BatchLine> out;
    const auto take = [&](const sql::Row& row) {
        out.push_back(batch_of(row));
        return Status{};
    };
    static const std::string newest = " ORDER BY s.issued_ms DESC,s.agency,s.year,s.batch LIMIT ?";
    static const std::string all = batch_columns + newest;
    static const std::string of_one = batch_columns + (" WHERE a.name=?" + newest);
    const auto read =
        agency.empty() ? session.query(all, {count}, take) : session.query(of_one, {agency, count}, take);
    if (!read) return read.error();
    return out;
}

Result<std::optional<BatchLine>> find_batch(sql::Session& session, const BatchName& name) {
    std::optional<BatchLine> out;
    static const std::string text =
        batch_columns + std::string(" WHERE s.agency=? AND s.year=? AND s.batch=?");
    const auto read =
        session.query(text, {name.agency, std::int64_t{name.year}, name.batch}, [&](const sql::Row& row) {
            out = batch_of(row);
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

Result<BatchPapers> read_batch(sql::Session& session, const BatchLine& batch) {
    const auto rows = issued_rows(session, batch.name);
    if (!rows) return rows.error();
    BatchPapers papers;
    std::map<CommunityId, std::optional<SecretKey>> keys;
    for (const IssuedRow& row : *rows) {
        if (!papers.known.contains(row.community)) {
            const auto book = load_offers(session, row.community);
            if (!book) return book.error();
            const auto key = find_card_key(session, row.community);
            if (!key) return key.error();
            papers.known.emplace(row.community, book->state);
            keys[row.community] = *key;
        }
        if (!keys[row.community]) continue;
        const SecretKey& key = *keys[row.community];
        const auto code = find_cards(session, std::span(&row.card, 1));
        if (!code) return code.error();
        const auto sealed = code->find(row.card);
        const auto fields = sealed == code->end()
                                ? Result<CardFields>(Error{ErrorKind::not_found, "no card", ""})
                                : open_card({row.card, sealed->second}, key);
        // A name that was forgotten takes its slip with it.
        if (!fields || !fields->contains("slip_text")) continue;
        const auto file = load_person_file(session, row.issued.serial.value);
        if (!file) return file.error();
        if (was_revoked(*file, row.issued.serial)) continue;
        const auto names = card_names(*file, row.community);
        const auto card = read_person_card(session, names, key);
        if (!card) return card.error();
        RosterRow person;
        person.name = card->name;
        person.agency = batch.agency;
        person.branch = card->branch;
        papers.slips.push_back({row.issued.serial, fields->at("slip_text"),
                                slip_number(row.issued, batch.agency), std::move(person)});
        papers.communities.push_back(row.community);
    }
    return papers;
}

Result<std::string> batch_sheet(const BatchPapers& papers, UtcMillis now) {
    std::vector<SignInCard> cards;
    for (std::size_t i = 0; i < papers.slips.size(); ++i) {
        const CommunityState& community = papers.known.at(papers.communities[i]);
        cards.push_back(sign_in_card(papers.slips[i], community, local_date(now, community.offset())));
    }
    if (cards.empty()) return Error{ErrorKind::not_found, "there is no slip to print", ""};
    return slip_sheet(cards, now, UtcOffset{});
}

}  // namespace baodao::hq
