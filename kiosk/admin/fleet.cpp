// SPDX-License-Identifier: MIT
// baodaoctl fleet: many simulated kiosks against a headquarters of this machine that was made to be measured,
// over its real line and by the real protocol. What they send are invented sign-ins.
#include <latch>
#include <thread>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/admin/fleet_kiosk.hpp"
#include "sync/host/file_limit.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/host/system_random.hpp"
#include "sync/hq/folder.hpp"

namespace baodao::admin {

namespace {

constexpr std::uint32_t first_community = 0xF80000;
constexpr int kiosks_max = 4'000;               // as many connections as headquarters takes
constexpr std::int64_t events_max = 5'000'000;  // of all together: they are kept in memory
constexpr std::string_view name_begins = "fleet ";

struct FleetOptions {
    std::vector<std::filesystem::path> headquarters;
    int kiosks = 10;
    int events = 100;
    int patience_s = 600;
};

// One process of headquarters, as the command line of its machine reaches it.
class HqDoor {
  public:
    static Result<HqDoor> open(const std::filesystem::path& path) {
        auto folder = hq::load_folder(path);
        if (!folder) return folder.error();
        const auto serving = hq::read_serving(path);
        if (!serving)
            return Error{ErrorKind::refused, "headquarters is not running: start it first", path.string()};
        InvitationText known{"https://127.0.0.1:" + std::to_string(serving->port),
                             folder->certificate.certificate,
                             folder->keys.answers.public_key,
                             {},
                             {}};
        auto client = HttpsClient::make({known.url, known.certificate, ""});
        if (!client) return client.error();
        return HqDoor(std::move(*client), std::move(known), serving->token);
    }

    // Where it is and what it is known by; the invitation is nobody's.
    [[nodiscard]] const InvitationText& known() const { return known_; }
    [[nodiscard]] Result<Json> command(const Json& asked) {
        return answer({"POST", "/v1/admin", token_, to_compact(asked)});
    }
    // Invited, applied, approved: as any kiosk.
    [[nodiscard]] Status take_in(const FleetKiosk& kiosk, const std::string& name, Random& random) {
        const auto invited = command({{"command", "kiosk enroll"}, {"name", name}});
        if (!invited) return invited.error();
        const auto id = id_from_hex<InvitationId>(text_at(*invited, "invitation").value_or(""));
        const auto secret = id_from_hex<SecretKey>(text_at(*invited, "secret").value_or(""));
        if (!id || !secret) return Error{ErrorKind::damaged, "the invitation could not be made", name};
        const auto applied =
            answer({"POST", "/v1/enrol", "", to_text(kiosk.application(), *id, *secret, random)});
        if (!applied) return applied.error();
        const auto approved = command({{"command", "kiosk approve"},
                                       {"digits", six_digits(*secret, kiosk.public_key(), known_.answers)}});
        return approved ? Status{} : Status{approved.error()};
    }

  private:
    HqDoor(HttpsClient client, InvitationText known, std::string token)
        : client_(std::move(client)), known_(std::move(known)), token_(std::move(token)) {}

    Result<Json> answer(const HttpRequest& request) {
        const auto response = client_.send(request);
        if (!response) return response.error();
        auto json = parse_json(response->body);
        if (!json) return json.error();
        if (response->status != 200)
            return Error{ErrorKind::refused, "headquarters refuses", text_at(*json, "error").value_or("")};
        return json;
    }

    HttpsClient client_;
    InvitationText known_;
    std::string token_;
};

// Invented records can't be taken out again: they go to a headquarters that has no real kiosk.
Status made_to_be_measured(HqDoor& door) {
    const auto kiosks = door.command({{"command", "kiosk list"}});
    if (!kiosks) return kiosks.error();
    for (const Json& kiosk : *kiosks) {
        const std::string name = text_at(kiosk, "name").value_or("");
        if (!name.starts_with(name_begins))
            return Error{ErrorKind::refused,
                         "this headquarters has kiosks of its own: make another one to be measured", name};
    }
    return {};
}

Result<std::vector<FleetKiosk>> make_kiosks(const FleetOptions& options, HqDoor& door, const Clock& clock,
                                            Random& random) {
    std::vector<FleetKiosk> kiosks;
    for (int n = 1; n <= options.kiosks; ++n) {
        const CommunityId community{first_community + static_cast<std::uint32_t>(n)};
        kiosks.emplace_back(community, static_cast<std::uint64_t>(options.events), clock.now().wall, random);
        const std::string name = std::string(name_begins) + std::to_string(n);
        if (const auto taken = door.take_in(kiosks.back(), name, random); !taken) return taken.error();
    }
    return kiosks;
}

// All begin at the same moment, spread over the processes of headquarters.
Json drain_all(std::vector<FleetKiosk>& kiosks, const std::vector<HqDoor>& doors, int patience_s,
               const Clock& clock, Random& random) {
    FleetCounts counts;
    std::latch ready(static_cast<std::ptrdiff_t>(kiosks.size()) + 1);
    std::vector<std::thread> threads;
    for (FleetKiosk& kiosk : kiosks) {
        const InvitationText& headquarters = doors[threads.size() % doors.size()].known();
        threads.emplace_back([&] {
            ready.arrive_and_wait();
            kiosk.drain(headquarters, clock, patience_s * ms_per_second, random, counts);
        });
    }
    ready.arrive_and_wait();
    const MonoMillis begin = clock.now().mono;
    for (std::thread& thread : threads) thread.join();
    const std::int64_t whole_ms = clock.now().mono - begin;
    std::size_t drained = 0;
    std::int64_t drained_ms = 0;
    for (const FleetKiosk& kiosk : kiosks) {
        if (!kiosk.drained_at()) continue;
        ++drained;
        drained_ms = std::max(drained_ms, *kiosk.drained_at() - begin);
    }
    return Json{{"kiosks", kiosks.size()},
                {"drained", drained},
                {"drained_ms", drained_ms},  // until the last acknowledgement
                {"ms", whole_ms},            // and until all have read what is new
                {"requests", counts.requests.load()},
                {"bytes_pushed", counts.bytes_pushed.load()},
                {"put_off", counts.put_off.load()},
                {"unanswered", counts.unanswered.load()}};
}

Exit fleet(const FleetOptions& options) {
    const bool sensible = options.kiosks >= 1 && options.kiosks <= kiosks_max && options.events >= 1 &&
                          std::int64_t{options.kiosks} * options.events <= events_max &&
                          options.patience_s >= 1;
    if (!sensible) {
        say("--kiosks 1 to " + std::to_string(kiosks_max) +
            ", --events and --patience 1 or more, and no more than " + std::to_string(events_max) +
            " events together");
        return Exit::usage;
    }
    raise_file_limit();  // each kiosk has a connection of its own
    std::vector<HqDoor> doors;
    for (const std::filesystem::path& folder : options.headquarters) {
        auto door = HqDoor::open(folder);
        if (!door) return report(door.error());
        doors.push_back(std::move(*door));
    }
    if (const auto fit = made_to_be_measured(doors.front()); !fit) return report(fit.error());
    SystemClock clock;
    SystemRandom random;
    auto kiosks = make_kiosks(options, doors.front(), clock, random);
    if (!kiosks) return report(kiosks.error());
    const Json result = drain_all(*kiosks, doors, options.patience_s, clock, random);
    if (!put_line(to_compact(result))) return Exit::refused;
    return result["drained"] == kiosks->size() ? Exit::good : Exit::refused;
}

}  // namespace

void add_fleet(CommandLine& app) {
    auto command =
        app.command("fleet", "Simulated kiosks against a running headquarters that was made to be measured");
    auto options = std::make_shared<FleetOptions>();
    command.needs("--hq", &options->headquarters,
                  "its folder on this machine; more than one: processes that share a database");
    command.takes("--kiosks", &options->kiosks, "how many; they connect at the same moment");
    command.takes("--events", &options->events, "invented sign-ins and sign-outs that wait on each");
    command.takes("--patience", &options->patience_s, "seconds until it gives up");
    command.runs([options] { return fleet(*options); });
}

}  // namespace baodao::admin
