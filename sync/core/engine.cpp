// SPDX-License-Identifier: MIT
#include "sync/core/engine.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao {

namespace {

constexpr std::int64_t session_margin_ms = 60'000;  // a session is not used in its last minute
constexpr std::int64_t poll_s_min = 1;
constexpr std::int64_t poll_s_max = 3600;
constexpr std::int64_t approval_poll_s = 3;  // while somebody compares six digits
constexpr int approval_looks_max = 200;      // ten minutes of that
constexpr int elsewhere_max = 4;             // answers in a row that ask to begin elsewhere

bool is_temporary(int status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

ByteSpan body_of(const HttpResponse& response) {
    return as_bytes(response.body);
}

}  // namespace

Ask Engine::step(MonoMillis now, const Tell& happened, Random& random) {
    now_ = now;
    random_ = &random;
    return std::visit([&](const auto& what) { return on(what); }, happened);
}

Ask Engine::on(const tell::Start&) {
    if (now_ < wait_until_) return ask::Wait{wait_until_};
    doing_ = Doing::looking;
    return ask::LookAtLog{options_.answers};
}

Ask Engine::on(const tell::Recorded&) {
    if (failed_ && now_ < wait_until_) return ask::Wait{wait_until_};
    doing_ = Doing::looking;
    return ask::LookAtLog{options_.answers};
}

Ask Engine::on(const tell::Log& told) {
    log_ = told.view;
    cursor_ = log_.cursor;
    if (session_ && now_ < session_->until) return read_outbox();
    session_.reset();
    doing_ = Doing::hello;
    return ask::Send{{"GET", "/v1/hello", "", ""}};
}

Ask Engine::on(const tell::Unreachable&) {
    return fail(SyncTrouble::unreachable);
}

Ask Engine::on(const tell::LocalTrouble&) {
    return fail(SyncTrouble::local);
}

Ask Engine::on(const tell::Answered& told) {
    const HttpResponse& response = told.response;
    if (is_temporary(response.status)) return fail(SyncTrouble::busy, response.retry_after_s);
    if (response.status == 426) {
        back_off_.give_up_hurry();
        return fail(SyncTrouble::too_old, response.retry_after_s);
    }
    switch (doing_) {
        case Doing::hello:
            return on_hello(response);
        case Doing::challenge:
            return on_challenge(response);
        case Doing::session:
            return on_session(response);
        case Doing::pushing:
        case Doing::quarantining:
            return on_push(response);
        case Doing::own:
        case Doing::pulling:
            return on_page(response);
        case Doing::keys:
            return on_key_set(response);
        case Doing::waiting:
        case Doing::looking:
            break;
    }
    BAODAO_CHECK(false);
}

Ask Engine::on_hello(const HttpResponse& response) {
    const auto hello = read_hello(response.body);
    if (response.status != 200 || !hello) return fail(SyncTrouble::not_ours);
    if (std::ranges::find(hello->versions, protocol_version) == hello->versions.end()) {
        back_off_.give_up_hurry();
        return fail(SyncTrouble::too_old);
    }
    doing_ = Doing::challenge;
    return ask::Send{{"POST", path("session"), "", "{}"}};
}

Ask Engine::on_challenge(const HttpResponse& response) {
    if (response.status == 404 || response.status == 403) {
        back_off_.give_up_hurry();
        return fail(SyncTrouble::not_known);
    }
    const auto json = parse_json(response.body);
    const auto challenge = json && json->is_object() ? text_at(*json, "challenge") : std::nullopt;
    if (response.status != 200 || !challenge) return fail(SyncTrouble::not_ours);
    nonce_ = fresh_nonce();
    const Signature proof = sign(options_.key, session_proof_bytes(options_.origin, *challenge, nonce_));
    const Json body{{"challenge", *challenge},     {"nonce", to_hex(nonce_)},
                    {"proof", to_hex(proof)},      {"epoch", log_.acked.epoch.value},
                    {"seq", log_.acked.seq.value}, {"tail", to_hex(log_.acked.tail)},
                    {"waits", log_.waits},         {"clock", log_.wall.value}};
    doing_ = Doing::session;
    return ask::Send{{"POST", path("session"), "", to_compact(body)}};
}

Ask Engine::on_session(const HttpResponse& response) {
    if (response.status == 401 || response.status == 403 || response.status == 404) {
        back_off_.give_up_hurry();
        return fail(SyncTrouble::not_known);
    }
    const auto grant = read_session_grant(body_of(response), options_.answers);
    if (response.status != 200 || !grant || grant->nonce != nonce_ || grant->origin != options_.origin)
        return fail(SyncTrouble::not_ours);
    heard(grant->time);
    view_.standing = grant->standing;
    wipe_ = grant->standing == Standing::revoked && grant->wipe;
    session_ = Session{grant->token, {now_.value + grant->expires_s * 1000 - session_margin_ms}, grant->have};
    session_is_new_ = true;
    own_after_.reset();
    return ask::Acknowledge{grant->have};
}

Ask Engine::on(const tell::Acknowledged& told) {
    if (told == tell::Acknowledged::done) {
        if (std::exchange(epoch_after_ack_, false))
            return ask::BeginEpoch{"headquarters holds a fork of this log"};
        return read_outbox();
    }
    if (told == tell::Acknowledged::other) {
        // Somewhere before, two logs of one name went apart. Sent from the beginning, headquarters finds
        // where.
        view_.forked = true;
        return ask::Acknowledge{LogPlace{}};
    }
    // What was lost here is fetched, after what was not sent yet: that may be a fork of it. What is recorded
    // meanwhile carries another epoch.
    const LogPlace& have = session_->have;
    const Seq known = have.epoch == log_.epoch         ? log_.last
                      : have.epoch == log_.acked.epoch ? log_.acked.seq
                                                       : Seq{};
    own_after_ = EventId{options_.origin, have.epoch, known};
    if (have.epoch < log_.epoch) return read_outbox();
    log_.epoch = {have.epoch.value + 1};
    return ask::BeginEpoch{"headquarters holds more of this log than this machine"};
}

Ask Engine::on(const tell::EpochBegun&) {
    return read_outbox();
}

Ask Engine::read_outbox() const {
    return ask::ReadOutbox{records_max_};
}

Ask Engine::on(const tell::Outbox& told) {
    run_ = told.run;
    if (!run_.records.empty()) return send_push();
    return own_after_ ? send_own() : send_pull();
}

Ask Engine::send_push() {
    nonce_ = fresh_nonce();
    const auto bytes = to_bytes(Push{nonce_, run_}, options_.key);
    if (!bytes) {
        // Too much even when packed. One event alone always fits.
        BAODAO_CHECK(run_.records.size() > 1);
        records_max_ = run_.records.size() / 2;
        return read_outbox();
    }
    doing_ = Doing::pushing;
    return ask::Send{{"POST", path("push"), session_->token, std::string(bytes->begin(), bytes->end())}};
}

Ask Engine::send_quarantine(const std::string& why) {
    nonce_ = fresh_nonce();
    const auto bytes = to_bytes(Quarantine{nonce_, run_, why}, options_.key);
    if (!bytes) return fail(SyncTrouble::local);
    doing_ = Doing::quarantining;
    return ask::Send{
        {"POST", path("quarantine"), session_->token, std::string(bytes->begin(), bytes->end())}};
}

// Headquarters cannot take something in this batch: half of it, until the one event is found (fault 63).
Ask Engine::on_refused_batch(const HttpResponse& response) {
    if (doing_ == Doing::quarantining) {
        back_off_.give_up_hurry();
        return fail(SyncTrouble::not_ours);
    }
    if (run_.records.size() == 1) return send_quarantine(response.status == 413 ? "too_large" : "refused");
    records_max_ = run_.records.size() / 2;
    return read_outbox();
}

Ask Engine::on_push(const HttpResponse& response) {
    if (response.status == 401) return session_lost();
    const auto answer = read_push_answer(body_of(response), options_.answers);
    const bool ours = answer && answer->nonce == nonce_ && answer->origin == options_.origin;
    if (!ours && (response.status == 400 || response.status == 413)) return on_refused_batch(response);
    if (!ours)
        return fail(response.status == 403 || response.status == 404 ? SyncTrouble::not_known
                                                                     : SyncTrouble::not_ours);
    heard(answer->time);
    session_is_new_ = false;
    poll_s_ = std::clamp(answer->poll_s, poll_s_min, poll_s_max);
    const bool elsewhere = answer->outcome == PushOutcome::diverged || answer->outcome == PushOutcome::gap;
    if (elsewhere && ++elsewhere_ > elsewhere_max) return fail(SyncTrouble::not_ours);
    if (answer->outcome == PushOutcome::diverged) return on(tell::Acknowledged::other);
    if (answer->outcome == PushOutcome::gap) return ask::Acknowledge{answer->have};
    elsewhere_ = 0;
    const Record& sent_last = run_.records.back();
    // What is acknowledged is what was sent, or nothing is.
    if (answer->have != LogPlace{sent_last.id.epoch, sent_last.id.seq, sent_last.hash})
        return fail(SyncTrouble::not_ours);
    if (doing_ == Doing::quarantining) ++view_.quarantined;
    records_max_ = std::min(push_events_max, records_max_ * 2);
    // The rest of this epoch belongs to the fork as well; one new epoch is enough.
    const bool current = sent_last.id.epoch == log_.epoch;
    if (answer->outcome == PushOutcome::forked) view_.forked = true;
    epoch_after_ack_ = answer->outcome == PushOutcome::forked && current;
    if (epoch_after_ack_) log_.epoch = {log_.epoch.value + 1};
    return ask::Acknowledge{answer->have};
}

Ask Engine::send_pull() {
    if (view_.standing != Standing::active) return rest();
    nonce_ = fresh_nonce();
    doing_ = Doing::pulling;
    const std::string query = "?cursor=" + std::to_string(cursor_.revision) +
                              "&tag=" + to_hex64(cursor_.tag) + "&nonce=" + to_hex(nonce_);
    return ask::Send{{"GET", path("pull") + query, session_->token, ""}};
}

Ask Engine::send_own() {
    nonce_ = fresh_nonce();
    doing_ = Doing::own;
    const std::string query = "?epoch=" + std::to_string(own_after_->epoch.value) +
                              "&seq=" + std::to_string(own_after_->seq.value) + "&nonce=" + to_hex(nonce_);
    return ask::Send{{"GET", path("own") + query, session_->token, ""}};
}

Ask Engine::on_page(const HttpResponse& response) {
    if (response.status == 401) return session_lost();
    // Not approved, or revoked meanwhile: sending goes on, reading does not.
    if (response.status == 403) {
        own_after_.reset();
        session_.reset();
        return rest();
    }
    auto page = read_pull_page(body_of(response), options_.answers);
    const bool own = doing_ == Doing::own;
    if (response.status != 200 || !page || page->nonce != nonce_ || page->community != options_.community ||
        (!own && page->from != cursor_)) {
        return fail(SyncTrouble::not_ours);
    }
    heard(page->time);
    session_is_new_ = false;
    poll_s_ = std::clamp(page->poll_s, poll_s_min, poll_s_max);
    // A page that brings nothing and promises more would be asked for without end.
    more_ = page->more && (own ? !page->news.records.empty() : page->to != cursor_);
    if (own) {
        if (!page->news.records.empty()) own_after_ = page->news.records.back().id;
        return ask::TakeNews{std::move(page->news), std::nullopt};
    }
    keys_ = page->keys;
    const bool moved = page->to != cursor_;
    cursor_ = page->to;
    if (!moved && page->news.records.empty()) return finish();
    return ask::TakeNews{std::move(page->news), cursor_};
}

Ask Engine::on(const tell::NewsTaken&) {
    if (doing_ == Doing::own) {
        if (more_) return send_own();
        own_after_.reset();
        return read_outbox();
    }
    return more_ ? send_pull() : finish();
}

// All is sent and all is read: which keys may sign slips is the last thing to know.
Ask Engine::finish() {
    if (!keys_ || keys_->version <= log_.key_set || keys_->version == keys_refused_) return rest();
    doing_ = Doing::keys;
    return ask::Send{{"GET", "/v1/key-set", "", ""}};
}

// Its root signed it; who carries it does not matter.
Ask Engine::on_key_set(const HttpResponse& response) {
    if (response.status != 200) return rest();
    return ask::TakeKeys{options_.answers, keys_->root, response.body};
}

Ask Engine::on(const tell::KeysTaken& told) {
    if (told.taken) {
        log_.key_set = keys_->version;
    } else {
        keys_refused_ = keys_->version;
    }
    return rest();
}

Ask Engine::on(const tell::CardsWiped&) {
    wipe_ = false;
    return rest();
}

// All is sent and all is read.
Ask Engine::rest() {
    if (wipe_) return ask::WipeCards{};
    doing_ = Doing::waiting;
    // Approval is told with a session: whoever waits for it asks anew each time.
    const bool unapproved = view_.standing == Standing::waiting;
    if (unapproved) session_.reset();
    failed_ = false;
    back_off_.reset();
    view_.trouble = SyncTrouble::none;
    const bool soon = unapproved && ++approval_looks_ <= approval_looks_max;
    const std::int64_t poll_ms = (soon ? std::min(poll_s_, approval_poll_s) : poll_s_) * 1000;
    // A tenth earlier or later, so that kiosks switched on together don't stay together.
    const auto jitter =
        static_cast<std::int64_t>(random_->below(static_cast<std::uint64_t>(poll_ms / 5 + 1)));
    wait_until_ = {now_.value + poll_ms - poll_ms / 10 + jitter};
    return ask::Wait{wait_until_};
}

Ask Engine::fail(SyncTrouble trouble, std::optional<std::int64_t> retry_after_s) {
    doing_ = Doing::waiting;
    failed_ = true;
    view_.trouble = trouble;
    view_.good_in_a_row = 0;
    wait_until_ = {now_.value + back_off_.next_ms(*random_, retry_after_s)};
    return ask::Wait{wait_until_};
}

// The token ran out, or headquarters was set up anew. A session that was refused at once is a failure.
Ask Engine::session_lost() {
    session_.reset();
    if (session_is_new_) return fail(SyncTrouble::not_known);
    doing_ = Doing::looking;
    return ask::LookAtLog{options_.answers};
}

std::string Engine::path(const std::string& action) const {
    return "/v1/kiosks/" + to_hex(options_.origin) + "/" + action;
}

Nonce Engine::fresh_nonce() {
    return random_->draw<Nonce>();
}

void Engine::heard(UtcMillis hq_time) {
    view_.last_good = now_;
    ++view_.good_in_a_row;
    view_.time = EngineView::TimeSeen{hq_time, now_};
    view_.trouble = SyncTrouble::none;
    back_off_.reset();
}

}  // namespace baodao
