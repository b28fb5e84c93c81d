// SPDX-License-Identifier: MIT
#include "tests/support/hq_scene.hpp"

#include <map>

#include "domain/event/kinds_subjects.hpp"

namespace baodao::test {

namespace {

std::vector<SubjectKey> keys_of(const Event& event) {
    std::vector<SubjectKey> keys;
    for (const std::uint64_t subject : subjects_of(event)) keys.push_back({subject});
    return keys;
}

}  // namespace

HqScene::HqScene(std::string store) : where(std::move(store)) {
    if (where.empty()) where = folder.path() + "/hq.db";
    auto made = hq::make_keys(local_date(clock.now().wall, {}), random);
    BAODAO_CHECK(made.ok());
    keys = std::move(*made);
    restart();
}

void HqScene::close() {
    headquarters.reset();
    pool.reset();
}

void HqScene::restart() {
    close();
    auto opened = hq::Pool::open(where);
    BAODAO_CHECK(opened.ok());
    pool = std::move(*opened);
    headquarters = std::make_unique<hq::Headquarters>(hq::HqParts{keys, *pool, clock, random, {}, ""});
}

void HqScene::open(const std::string& other) {
    where = other;
    restart();
}

HttpResponse HqScene::answer(const HttpRequest& request) {
    auto answer = headquarters->answer(request).response;
    if (project)
        BAODAO_CHECK(pool->with<void>([](sql::Session& session) { return hq::project_all(session); }).ok());
    return answer;
}

std::int64_t HqScene::count(const std::string& what) {
    return with<std::int64_t>(
        [&](sql::Session& session) { return session.number("SELECT count(*) FROM " + what, {}); });
}

std::vector<std::string> HqScene::held_bytes() {
    return with<std::vector<std::string>>([](sql::Session& session) -> Result<std::vector<std::string>> {
        std::vector<std::string> out;
        const auto read = session.query("SELECT bytes FROM inbox", {}, [&](const sql::Row& row) {
            out.push_back(row.text(0));
            return Status{};
        });
        if (!read) return read.error();
        return out;
    });
}

hq::Verified HqScene::verified() {
    return with<hq::Verified>([](sql::Session& session) { return hq::verify(session); });
}

void HqScene::enrol(const OriginId& origin, const PublicKey& key, CommunityId community, Standing standing) {
    const auto done = pool->with<void>([&](sql::Session& session) -> Status {
        auto invitation = hq::invite(session, "窗口", clock.now().wall, random);
        if (!invitation) return invitation.error();
        const Application application{origin, key, community, SecretKey{{7}}};
        if (auto applied = hq::apply(session, *invitation, application, clock.now().wall); !applied)
            return applied;
        return hq::set_standing(session, origin, standing);
    });
    BAODAO_CHECK(done.ok());
}

KioskScene::KioskScene(HqScene& headquarters, std::uint64_t seed, CommunityId of, Standing standing)
    : hq(&headquarters),
      random(seed),
      key(signing_key_from(random.draw<KeySeed>())),
      community(of),
      store(folder.path() + "/data") {
    store.random = SeededRandom(seed * 1000 + 7);
    open();
    hq->enrol(journal->origin(), key.public_key, community, standing);
}

void KioskScene::open() {
    auto options = store.options();
    options.indexer = keys_of;
    auto opened = Journal::open(std::move(options));
    BAODAO_CHECK(opened.ok());
    journal.emplace(std::move(opened->journal));
    engine = std::make_unique<Engine>(
        EngineOptions{journal->origin(), key, hq->keys.answers.public_key, community});
}

void KioskScene::close() {
    engine.reset();
    journal.reset();
}

void KioskScene::reopen() {
    close();
    open();
}

KioskScene::Line KioskScene::straight() {
    return [this](const HttpRequest& request) { return std::optional(hq->answer(request)); };
}

bool KioskScene::run(const Line& line) {
    Tell happened = tell::Start{};
    for (;;) {
        now.value += 20;
        hq->clock.advance(20);
        const Ask wish = engine->step(now, happened, random);
        if (std::holds_alternative<ask::Wait>(wish)) return engine->view().trouble == SyncTrouble::none;
        if (const auto* send = std::get_if<ask::Send>(&wish)) {
            ++sends;
            auto response = line(send->request);
            happened = response ? Tell(tell::Answered{std::move(*response)}) : Tell(tell::Unreachable{});
        } else {
            happened = do_on_log(wish, *journal, store.data_folder(), store.clock);
        }
    }
}

bool KioskScene::run_until_rest(const Line& line, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        now.value += 400'000;
        hq->clock.advance(400'000);
        if (run(line)) return true;
    }
    return false;
}

Record KioskScene::add(Event event, std::vector<SealedCard> cards) {
    event.community = community;
    auto record = journal->append(std::move(event), std::move(cards));
    BAODAO_CHECK(record.ok());
    written.push_back(record->bytes);
    return *record;
}

void KioskScene::add_numbered(std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
        Event event = numbered_event(++numbered);
        event.at.boot = random.draw<BootId>();  // no two events of a test are alike
        add(std::move(event));
    }
}

std::uint64_t KioskScene::waits() {
    const auto count = journal->outbox_count();
    BAODAO_CHECK(count.ok());
    return *count;
}

void KioskScene::save_as(const std::string& to) {
    close();
    std::filesystem::remove_all(to);
    std::filesystem::copy(store.data_folder(), to, std::filesystem::copy_options::recursive);
    open();
}

void KioskScene::restore(const std::string& from) {
    close();
    std::filesystem::remove_all(store.data_folder());
    std::filesystem::copy(from, store.data_folder(), std::filesystem::copy_options::recursive);
    open();
}

std::string broken_rule(HqScene& hq, std::vector<const KioskScene*> kiosks) {
    std::map<std::string, int> held;
    for (const std::string& bytes : hq.held_bytes()) ++held[bytes];
    std::size_t written = 0;
    for (const KioskScene* kiosk : kiosks) {
        for (const std::string& bytes : kiosk->written) {
            ++written;
            const int times = held[bytes];
            if (times != 1) return "an event is held " + std::to_string(times) + " times: " + bytes;
        }
    }
    if (held.size() != written)
        return std::to_string(held.size()) + " events are held of " + std::to_string(written);
    const hq::Verified verified = hq.verified();
    if (!verified.damaged.empty()) return verified.damaged.front();
    if (verified.records != written) return std::to_string(verified.records) + " records stand in logs";
    return {};
}

}  // namespace baodao::test
