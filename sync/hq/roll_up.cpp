// SPDX-License-Identifier: MIT
#include "sync/hq/roll_up.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "domain/base/text.hpp"
#include "domain/service/quota.hpp"
#include "domain/service/receipt_state.hpp"
#include "domain/slip/byte_io.hpp"
#include "sync/hq/community_book.hpp"
#include "sync/hq/doubts.hpp"
#include "sync/hq/sums.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t subjects_at_once = 200;
// From there everything that was left open is told apart from what is running when a page is made.
constexpr UtcMillis far_future{std::numeric_limits<std::int64_t>::max() / 4};

std::int64_t stored(std::uint64_t key) {
    return static_cast<std::int64_t>(key);
}

template <class Changed>
Status done(const Result<Changed>& result) {
    return result ? Status{} : Status{result.error()};
}

// The slip that she holds now: one that was not revoked, the registered one first.
SlipSerial serial_of(const PersonState& person) {
    if (person.registered) {
        const SlipState* slip = person.slip(person.registered->serial);
        if (slip != nullptr && !slip->revoked) return slip->serial;
    }
    for (const auto& [serial, slip] : person.slips) {
        if (!slip.revoked) return serial;
    }
    return person.slips.empty() ? SlipSerial{} : person.slips.begin()->first;
}

// "2026-1 2026-2"
std::string excused_text(const PersonState& person) {
    std::string out;
    for (const Excuse& excuse : person.excused)
        out += (out.empty() ? "" : " ") + std::to_string(excuse.half.year) + "-" +
               std::to_string(excuse.half.half);
    return out;
}

std::set<std::int32_t> years_of(const PersonState& person) {
    std::set<std::int32_t> years;
    for (const Service& service : person.services) {
        for (const DayMinutes& day : service.days) years.insert(year_of(day.day));
        if (service.counted && service.started)
            years.insert(year_of(local_date(*service.started, person.offset)));
    }
    for (const Opening& opening : person.openings) years.insert(opening.balance.year);
    return years;
}

// One community's people, made anew in one transaction.
class Maker {
  public:
    Maker(sql::Session& session, CommunityBook book, std::optional<SecretKey> key)
        : session_(session), book_(std::move(book)), key_(std::move(key)) {}

    [[nodiscard]] Status make(std::uint64_t subject) {
        if (done_.contains(subject)) return {};
        const auto file = load_person_file(session_, subject);
        if (!file) return file.error();
        if (file->entries.empty()) return clear(subject);
        const PersonState person = fold_person(subject, file->entries, book_.state, far_future);
        std::set<std::uint64_t> names{subject, person.key};
        for (const MemberNumber member : person.members) names.insert(member.value);
        for (const auto& [serial, slip] : person.slips) names.insert(serial.value);
        for (const std::uint64_t name : names) {
            if (const auto cleared = clear(name); !cleared) return cleared;
        }
        done_.insert(names.begin(), names.end());
        if (!person.listed && !person.registered) return {};
        return write(person, *file);
    }

  private:
    [[nodiscard]] Status clear(std::uint64_t name) {
        const CommunityId community = book_.state.community();
        for (const std::string_view text : {"DELETE FROM dirty WHERE community=? AND subject=?",
                                            "DELETE FROM people WHERE community=? AND person=?",
                                            "DELETE FROM person_years WHERE community=? AND person=?",
                                            "DELETE FROM doubts WHERE community=? AND person=?"}) {
            if (const auto gone = session_.run(text, {community, stored(name)}); !gone) return gone.error();
        }
        return {};
    }

    [[nodiscard]] Status write(const PersonState& person, const PersonFile& file) {
        const CommunityId community = book_.state.community();
        PersonCard card;
        std::vector<Hash> useful;
        if (key_) {
            auto read = read_person_card(session_, card_names(file, community), *key_, &useful);
            if (!read) return read.error();
            card = std::move(*read);
        }
        // Agencies' numbers are a community's own: on a slip from elsewhere it means another agency.
        const SlipState* slip = person.registered ? person.slip(person.registered->serial) : nullptr;
        const bool ours = person.listed || (slip != nullptr && !slip->parked);
        if (ours && person.agency && book_.agencies.contains(*person.agency))
            card.agency = book_.agencies.at(*person.agency);
        const auto branch = write_branch(card);
        if (!branch) return branch.error();
        if (const auto wrote = write_row(person, file, card, *branch, useful); !wrote) return wrote;
        for (const std::int32_t year : years_of(person)) {
            if (const auto wrote = write_year(person, year); !wrote) return wrote;
        }
        for (const Doubt& doubt : doubts_of(person, file, book_.state)) {
            const auto wrote = session_.run(
                "INSERT INTO "
                "doubts(community,person,kind,origin,epoch,seq,serial,at_ms,from_ms,received_ms,reason)"
                " VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (community,person,kind,origin,epoch,seq) DO "
                "NOTHING",
                {community, stored(person.key), doubt.kind, doubt.event.origin, doubt.event.epoch,
                 doubt.event.seq, stored(doubt.serial.value), doubt.at, doubt.from, doubt.received,
                 doubt.reason});
            if (!wrote) return wrote.error();
        }
        return {};
    }

    [[nodiscard]] Result<std::int64_t> write_branch(const PersonCard& card) {
        const std::int64_t number = branch_number(card.agency, card.branch);
        const auto made = session_.run(
            "INSERT INTO branches(branch,agency,name) VALUES (?,?,?) ON CONFLICT (branch) DO NOTHING",
            {number, card.agency, card.branch});
        if (!made) return made.error();
        return number;
    }

    [[nodiscard]] Status write_row(const PersonState& person, const PersonFile& file, const PersonCard& card,
                                   std::int64_t branch, const std::vector<Hash>& useful) {
        const bool here = !person.left;
        const bool registered = person.registered && !person.registered->parked;
        UtcMillis received;
        for (const auto& [id, at] : file.received) received = std::max(received, at);
        ByteVector cards;
        for (const Hash& name : useful) cards.insert(cards.end(), name.bytes.begin(), name.bytes.end());
        const NameHash hash = key_ && !card.name.empty() ? name_hash(card.name, *key_) : NameHash{};
        const std::string number = person.registered ? person.registered->number : "";
        const std::string excused = excused_text(person);
        const std::string items = items_of(person, file);
        const ReceiptState receipt = receipt_state(file.entries);
        return done(session_.run(
            "INSERT INTO people(community,person,blank,number,serial,branch,expected,registered,"
            "registered_ms,since_day,left_day,excused,items,name_hash,cards,received_ms,filed,receipt) "
            "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            {book_.state.community(), stored(person.key), std::int64_t{number.empty()}, number,
             stored(serial_of(person).value), branch, std::int64_t{here && (person.listed || registered)},
             std::int64_t{here && registered}, person.registered ? person.registered->at : UtcMillis{0},
             person.on_roll_since ? std::int64_t{person.on_roll_since->days} : no_day,
             person.left ? std::int64_t{person.left->day.days} : no_day, excused, items, hash, cards,
             received, std::int64_t{here && registered && receipt.filed},
             stored(receipt.serial.value_or(SlipSerial{}).value)}));
    }

    // Those that she holds now, by number.
    [[nodiscard]] std::string items_of(const PersonState& person, const PersonFile& file) const {
        ItemBook claims(book_.state.community());
        for (const Entry& entry : file.entries) claims.apply(entry);
        std::string out;
        for (const ItemId item : claims.claimed_by(person)) out += to_hex64(item.value);
        return out;
    }

    [[nodiscard]] Status write_year(const PersonState& person, std::int32_t year) {
        const YearAccount account = year_account(person, year, last_day({year, 2}), book_.state.rules());
        return done(session_.run(
            "INSERT INTO "
            "person_years(community,person,year,first_half,second_half,minutes,first_done,second_done,"
            "hours_done) VALUES (?,?,?,?,?,?,?,?,?)",
            {book_.state.community(), stored(person.key), std::int64_t{year}, account.halves[0].count,
             account.halves[1].count, account.minutes, std::int64_t{account.halves[0].duty == Duty::done},
             std::int64_t{account.halves[1].duty == Duty::done}, std::int64_t{account.hours == Duty::done}}));
    }

    sql::Session& session_;
    CommunityBook book_;
    std::optional<SecretKey> key_;
    std::set<std::uint64_t> done_;
};

Result<std::vector<std::uint64_t>> dirty_subjects(sql::Session& session, CommunityId community) {
    std::vector<std::uint64_t> out;
    const auto read = session.query("SELECT subject FROM dirty WHERE community=? ORDER BY subject LIMIT ?",
                                    {community, subjects_at_once}, [&](const sql::Row& row) {
                                        out.push_back(static_cast<std::uint64_t>(row.integer(0)));
                                        return Status{};
                                    });
    if (!read) return read.error();
    return out;
}

Result<std::size_t> roll_up_community(sql::Session& session, CommunityId community) {
    const auto locked =
        session.number("SELECT revision FROM communities WHERE community=? FOR UPDATE", {community});
    if (!locked) return locked.error();
    const auto subjects = dirty_subjects(session, community);
    if (!subjects) return subjects.error();
    auto book = load_community(session, community);
    if (!book) return book.error();
    auto key = find_card_key(session, community);
    if (!key) return key.error();
    Maker maker(session, std::move(*book), std::move(*key));
    for (const std::uint64_t subject : *subjects) {
        if (const auto made = maker.make(subject); !made) return made.error();
    }
    if (const auto summed = sum_up_community(session, community); !summed) return summed.error();
    return subjects->size();
}

}  // namespace

std::int64_t branch_number(std::string_view agency, std::string_view branch) {
    const Hash hash = sha256(
        {as_bytes("BDBRANCH1"), as_bytes(agency), as_bytes(std::string_view("\0", 1)), as_bytes(branch)});
    // Positive, so that it reads well in an address.
    return ByteReader(hash.bytes).get<std::int64_t>() & std::numeric_limits<std::int64_t>::max();
}

Result<std::size_t> roll_up_some(sql::Session& session) {
    std::size_t made = 0;
    const auto committed = session.transaction([&]() -> Status {
        made = 0;
        std::optional<CommunityId> community;
        const auto read = session.query("SELECT community FROM dirty ORDER BY community LIMIT 1", {},
                                        [&](const sql::Row& row) {
                                            community = row.number<CommunityId>(0);
                                            return Status{};
                                        });
        if (!read || !community) return read;
        const auto rolled = roll_up_community(session, *community);
        if (!rolled) return rolled.error();
        // Another process may have made them while this one waited for the lock; there may be more.
        made = std::max<std::size_t>(*rolled, 1);
        return {};
    });
    if (!committed) return committed.error();
    return made;
}

Status roll_up_all(sql::Session& session) {
    for (;;) {
        const auto made = roll_up_some(session);
        if (!made && made.error().kind == ErrorKind::busy) continue;
        if (!made) return made.error();
        if (*made == 0) return {};
    }
}

}  // namespace baodao::hq
