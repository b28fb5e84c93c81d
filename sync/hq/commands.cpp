// SPDX-License-Identifier: MIT
// What the command line asks of headquarters.
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "sync/host/system_disk.hpp"
#include "sync/hq/backup.hpp"
#include "sync/hq/headquarters.hpp"
#include "sync/hq/ledger.hpp"
#include "sync/hq/slip_commands.hpp"
#include "sync/hq/verify.hpp"
#include "sync/hq/web/report_command.hpp"
#include "sync/hq/web/user_commands.hpp"

namespace baodao::hq {

namespace {

const char* word(Standing standing) {
    return standing == Standing::active ? "active" : standing == Standing::waiting ? "waiting" : "revoked";
}

Result<Json> list_kiosks(const Asked& asked) {
    const auto kiosks =
        asked.pool.with<std::vector<Kiosk>>([](sql::Session& session) { return all_kiosks(session); });
    if (!kiosks) return kiosks.error();
    Json out = Json::array();
    for (const Kiosk& kiosk : *kiosks) {
        out.push_back({{"origin", to_hex(kiosk.origin)},
                       {"name", kiosk.name},
                       {"community", kiosk.community.value},
                       {"standing", word(kiosk.standing)},
                       {"seen_ms", kiosk.seen.value},
                       {"waits", kiosk.waits},
                       {"clock_ms", kiosk.clock_ms}});
    }
    return out;
}

Result<Json> enroll(const Asked& asked) {
    const auto made = asked.pool.with<Invitation>(
        [&](sql::Session& session) { return invite(session, asked.text("name"), asked.now, asked.random); });
    if (!made) return made.error();
    return Json{{"invitation", to_hex(made->id)},
                {"secret", to_hex(made->secret)},
                {"expires_ms", made->expires.value}};
}

// By the six digits that both sides show: nobody can approve another one by mistake.
Result<Json> approve(const Asked& asked) {
    return asked.pool.with<Json>([&](sql::Session& session) -> Result<Json> {
        const auto waiting = applicants(session);
        if (!waiting) return waiting.error();
        const Kiosk* chosen = nullptr;
        for (const Applicant& applicant : *waiting) {
            const auto digits =
                six_digits(applicant.secret, applicant.kiosk.public_key, asked.keys.answers.public_key);
            if (digits != asked.text("digits")) continue;
            if (chosen != nullptr)
                return Error{ErrorKind::refused, "two kiosks show these digits: enroll again", ""};
            chosen = &applicant.kiosk;
        }
        if (chosen == nullptr) return Error{ErrorKind::not_found, "no waiting kiosk shows these digits", ""};
        if (const auto done = set_standing(session, chosen->origin, Standing::active); !done)
            return done.error();
        return Json{{"origin", to_hex(chosen->origin)}};
    });
}

Result<Json> revoke(const Asked& asked) {
    const auto origin = id_from_hex<OriginId>(asked.text("origin"));
    if (!origin) return Error{ErrorKind::bad_input, "this is not a kiosk's name", asked.text("origin")};
    return asked.pool.with<Json>([&](sql::Session& session) -> Result<Json> {
        const Names names = flag_at(asked.json, "wipe") ? Names::wiped : Names::kept;
        if (const auto done = hq::revoke(session, *origin, names); !done) return done.error();
        return Json::object();
    });
}

// Numbers only: names stay in their cards.
Result<Json> ledger(const Asked& asked) {
    return asked.pool.with<Json>([&](sql::Session& session) -> Result<Json> {
        const CommunityId community{
            static_cast<std::uint32_t>(integer_at(asked.json, "community").value_or(0))};
        const auto people = fold_community(session, community, asked.now);
        if (!people) return people.error();
        Json out = Json::array();
        for (const PersonState& person : *people) {
            Json serials = Json::array();
            for (const auto& [serial, slip] : person.slips) serials.push_back(to_hex64(serial.value));
            std::int64_t minutes = 0;
            for (const Service& service : person.services) minutes += service.minutes;
            Json line{{"serials", serials}, {"services", person.services.size()}, {"minutes", minutes}};
            if (person.registered) line["number"] = person.registered->number;
            out.push_back(std::move(line));
        }
        return out;
    });
}

Result<Json> check(const Asked& asked) {
    return asked.pool.with<Json>([&](sql::Session& session) -> Result<Json> {
        const auto found = verify(session);
        if (!found) return found.error();
        return Json{{"logs", found->logs},
                    {"records", found->records},
                    {"forks", found->forks},
                    {"quarantined", found->quarantined},
                    {"damaged", found->damaged}};
    });
}

Result<Json> back_up(const Asked& asked) {
    SystemDisk disk;
    const auto rows = asked.pool.with<std::int64_t>(
        [&](sql::Session& session) { return write_records(session, disk, asked.text("file")); });
    if (!rows) return rows.error();
    return Json{{"rows", *rows}};
}

Result<Json> project_again(const Asked& asked) {
    return asked.pool.with<Json>([&](sql::Session& session) -> Result<Json> {
        if (const auto done = rebuild(session); !done) return done.error();
        const auto digest = projections_digest(session);
        if (!digest) return digest.error();
        return Json{{"digest", to_hex(*digest)}};
    });
}

}  // namespace

Result<std::string> run_command(const std::string& request, Pool& pool, const HqKeys& keys, UtcMillis now,
                                Random& random) {
    const auto json = parse_json(request);
    if (!json || !json->is_object()) return Error{ErrorKind::bad_input, "this is no command", ""};
    const Asked asked{*json, pool, keys, now, random};
    const std::string command = asked.text("command");
    const std::pair<const char*, Result<Json> (*)(const Asked&)> commands[] = {
        {"kiosk list", list_kiosks}, {"kiosk enroll", enroll}, {"kiosk approve", approve},
        {"kiosk revoke", revoke},    {"verify", check},        {"rebuild", project_again},
        {"backup", back_up},         {"ledger", ledger},       {"roster import", import_roster},
        {"slips", print_slips},
    };
    if (command.starts_with("user ") || command == "report") {
        const auto done = command == "report" ? run_report(*json, pool, keys, now, random)
                                              : run_user_command(command, *json, pool, keys, now, random);
        if (!done) return done.error();
        return to_compact(*done);
    }
    for (const auto& [name, run] : commands) {
        if (command != name) continue;
        const auto done = run(asked);
        if (!done) return done.error();
        return to_compact(*done);
    }
    return Error{ErrorKind::bad_input, "headquarters does not know this command", command};
}

}  // namespace baodao::hq
