// SPDX-License-Identifier: MIT
// baodaoctl sync: a kiosk's data and headquarters, without a screen.
#include <thread>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "kiosk/admin/command.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/worker/kiosk_link.hpp"
#include "sync/worker/log_side.hpp"

namespace baodao::admin {

namespace {

constexpr std::size_t invitation_bytes_max = 64 * 1024;

struct SyncOptions {
    std::filesystem::path folder;
    std::filesystem::path invitation;
    std::string proxy;
    int patience_s = 60;
};

const char* words_for(SyncTrouble trouble) {
    switch (trouble) {
        case SyncTrouble::none:
            return "";
        case SyncTrouble::unreachable:
            return "headquarters cannot be reached";
        case SyncTrouble::busy:
            return "headquarters asks to come back later";
        case SyncTrouble::not_ours:
            return "what answers there is not headquarters";
        case SyncTrouble::not_known:
            return "headquarters does not know this kiosk";
        case SyncTrouble::too_old:
            return "headquarters speaks only newer versions: this program must be brought up to date";
        case SyncTrouble::local:
            return "the kiosk's own records could not be read or written";
    }
    return "";
}

Application application_of(const Installation& installation, const Journal& journal, const KioskLink& link) {
    return {journal.origin(), link.key.public_key, installation.community, installation.community_key};
}

Exit join(const SyncOptions& options) {
    const auto opened = OpenedDesk::open({options.folder, std::nullopt});
    if (!opened) return report(opened.error());
    const auto text = read_file(options.invitation, invitation_bytes_max);
    if (!text) return report(text.error());
    const auto invitation = read_invitation(*text);
    if (!invitation) return report(invitation.error());
    Random& random = (*opened)->random();
    const auto key = kiosk_key(options.folder, random);
    if (!key) return report(key.error());
    const KioskLink link{*invitation, *key, options.proxy};
    const auto standing =
        apply_for(link, application_of((*opened)->installation(), (*opened)->journal(), link), random);
    if (!standing) return report(standing.error());
    if (auto saved = save_link(link, options.folder); !saved) return report(saved.error());
    const bool waits = *standing == Standing::waiting;
    const std::string digits = six_digits(invitation->secret, key->public_key, invitation->answers);
    return put_line(waits ? digits : "approved") ? Exit::good : Exit::refused;
}

std::string summary(Journal& journal, const EngineView& view) {
    const auto waits = journal.outbox_count();
    const Acknowledged acked = journal.acknowledged();
    return "waiting " + std::to_string(waits ? *waits : 0) + ", confirmed " +
           std::to_string(acked.epoch.value) + "." + std::to_string(acked.seq.value) + ", records " +
           std::to_string(journal.count()) +
           (view.standing.value_or(Standing::active) == Standing::active ? "" : ", not approved") +
           (view.forked ? ", forked" : "");
}

// Until all is sent and read, or patience ends.
Exit once(const SyncOptions& options) {
    const auto opened = OpenedDesk::open({options.folder, std::nullopt});
    if (!opened) return report(opened.error());
    const auto link = load_link(options.folder);
    if (!link) return report(link.error());
    auto client = HttpsClient::make(link->https());
    if (!client) return report(client.error());
    Journal& journal = (*opened)->journal();
    Random& random = (*opened)->random();
    const Clock& clock = (*opened)->clock();
    Engine engine(
        {journal.origin(), link->key, link->invitation.answers, (*opened)->installation().community});
    const MonoMillis begin = clock.now().mono;
    std::string last_words;
    Tell happened = tell::Start{};
    for (;;) {
        const Ask wish = engine.step(clock.now().mono, happened, random);
        if (const auto* wait = std::get_if<ask::Wait>(&wish)) {
            const SyncTrouble trouble = engine.view().trouble;
            if (trouble == SyncTrouble::none) break;
            const bool hopeless = wait->until - begin > options.patience_s * ms_per_second;
            if (hopeless) {
                say(last_words.empty() ? words_for(trouble) : words_for(trouble) + (": " + last_words));
                say(summary(journal, engine.view()));
                return Exit::refused;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(wait->until - clock.now().mono));
            happened = tell::Start{};
        } else if (const auto* send = std::get_if<ask::Send>(&wish)) {
            auto response = client->send(send->request);
            last_words = response ? "" : response.error().text();
            happened = response ? Tell(tell::Answered{std::move(*response)}) : Tell(tell::Unreachable{});
        } else {
            happened = do_on_log(wish, journal, options.folder, clock);
        }
    }
    return put_line(summary(journal, engine.view())) ? Exit::good : Exit::refused;
}

}  // namespace

void add_sync(CommandLine& app) {
    auto sync = app.command("sync", "This kiosk's data and headquarters");
    auto options = std::make_shared<SyncOptions>();

    auto join_command = sync.command("join", "Apply with an invitation; shows six digits to compare");
    join_command.needs("--data", &options->folder, "the kiosk's data");
    join_command.needs("--invitation", &options->invitation, "from `baodao-hq kiosk enroll`");
    join_command.takes("--proxy", &options->proxy, "http://HOST:PORT, where there is no straight line");
    join_command.runs([options] { return join(*options); });

    auto once_command = sync.command("once", "Send what waits, take in what is new, end");
    once_command.needs("--data", &options->folder, "the kiosk's data");
    once_command.takes("--patience", &options->patience_s, "seconds to keep trying");
    once_command.runs([options] { return once(*options); });
}

}  // namespace baodao::admin
