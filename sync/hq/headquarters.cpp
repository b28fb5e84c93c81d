// SPDX-License-Identifier: MIT
#include "sync/hq/headquarters.hpp"

#include <charconv>
#include <map>

#include "domain/base/text.hpp"
#include "domain/event/event_outline.hpp"
#include "domain/event/json.hpp"
#include "sync/hq/courier.hpp"
#include "sync/hq/enrolment.hpp"
#include "sync/hq/passes.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t poll_s = 30;
constexpr std::int64_t busy_retry_s = 5;
constexpr std::size_t own_records_max = 500;

HttpResponse refusal(int status, const char* word) {
    return {status, "application/json", std::nullopt, to_compact(Json{{"error", word}})};
}

// What went wrong on our side, or could not be done now: the kiosk keeps everything and comes back.
HttpResponse trouble(const Error& error) {
    if (error.kind == ErrorKind::bad_input) return refusal(400, "bad_message");
    if (error.kind == ErrorKind::refused) return refusal(403, "refused");
    auto response = refusal(503, "later");
    response.retry_after_s = busy_retry_s;
    return response;
}

HttpResponse message(Result<ByteVector> bytes, int status = 200) {
    if (!bytes) return trouble(bytes.error());
    return {status, message_content_type, std::nullopt, std::string(bytes->begin(), bytes->end())};
}

std::string command_of(const std::string& body) {
    const auto json = parse_json(body);
    return json && json->is_object() ? text_at(*json, "command").value_or("") : "";
}

Kept kept_as(Standing standing) {
    return standing == Standing::active ? Kept::in_use : Kept::waiting;
}

// What is to be said about a run, and whether its events are such at all: bytes that no version of ours would
// write are poison. Kinds and schemas of the future are events.
struct Judged {
    std::vector<Verdict> verdicts;
    bool poison = false;
};

Judged judge(const Run& run, const Kiosk& kiosk) {
    Judged out;
    for (const Record& record : run.records) {
        const auto event = event_outline(record.bytes);
        if (!event) {
            out.verdicts.push_back({record.id.seq, "unreadable"});
            out.poison = true;
            continue;
        }
        if (event->at.confidence == Confidence::doubtful)
            out.verdicts.push_back({record.id.seq, "clock_doubtful"});
        if (event->community != kiosk.community) out.verdicts.push_back({record.id.seq, "other_community"});
        if (event->sv > 1) out.verdicts.push_back({record.id.seq, "future_schema"});
    }
    return out;
}

}  // namespace

// /v1/kiosks/<origin>/<action>?<key>=<value>&…
struct Headquarters::Path {
    std::string action;
    std::optional<OriginId> origin;
    std::map<std::string, std::string, std::less<>> query;

    static std::optional<Path> of(std::string_view target) {
        Path path;
        const auto mark = target.find('?');
        if (mark != std::string_view::npos) path.read_query(target.substr(mark + 1));
        std::string_view rest = target.substr(0, mark);
        constexpr std::string_view head = "/v1/kiosks/";
        if (!rest.starts_with(head)) return std::nullopt;
        rest.remove_prefix(head.size());
        const auto slash = rest.find('/');
        if (slash == std::string_view::npos) return std::nullopt;
        path.origin = id_from_hex<OriginId>(rest.substr(0, slash));
        path.action = rest.substr(slash + 1);
        return path;
    }
    void read_query(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find('&'), text.size());
            const std::string_view pair = text.substr(0, end);
            const auto equal = pair.find('=');
            if (equal != std::string_view::npos) query.emplace(pair.substr(0, equal), pair.substr(equal + 1));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view key) const {
        const auto found = query.find(key);
        if (found == query.end()) return std::nullopt;
        std::int64_t value = -1;
        const char* end = found->second.data() + found->second.size();
        const auto [stop, error] = std::from_chars(found->second.data(), end, value);
        if (error != std::errc() || stop != end || value < 0) return std::nullopt;
        return value;
    }
    [[nodiscard]] std::optional<std::uint64_t> tag() const {
        const auto found = query.find("tag");
        return found == query.end() ? std::nullopt : from_hex64(found->second);
    }
    [[nodiscard]] std::optional<Nonce> nonce() const {
        const auto found = query.find("nonce");
        return found == query.end() ? std::nullopt : id_from_hex<Nonce>(found->second);
    }
};

Answer Headquarters::answer(const HttpRequest& request) {
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    if (request.target == "/v1/hello" && get) return {hello(), "hello", 0};
    if (request.target == "/v1/key-set" && get) {
        const ByteVector& bytes = parts_.keys.key_set;
        return {{200, "application/octet-stream", std::nullopt, std::string(bytes.begin(), bytes.end())},
                "key-set",
                0};
    }
    if (request.target == "/v1/enrol" && post) return {enrol(request), "enrol", 0};
    if (request.target == "/v1/admin" && post) return {admin(request), "admin", 0};
    const auto path = Path::of(request.target);
    if (!path || !path->origin || !(get || post)) return {refusal(404, "no_such_thing"), "none", 0};
    return for_kiosk(request, *path);
}

Answer Headquarters::for_kiosk(const HttpRequest& request, const Path& path) {
    const auto kiosk = parts_.pool.with<std::optional<Kiosk>>(
        [&](sql::Session& session) { return find_kiosk(session, *path.origin); });
    if (!kiosk) return {trouble(kiosk.error()), "kiosk", 0};
    if (!*kiosk) return {refusal(404, "unknown_kiosk"), "kiosk", 0};
    const bool post = request.method == "POST";
    if (path.action == "session" && post) return {session(request, **kiosk), "session", 0};
    // A courier's file is handed in on this machine; what it holds is signed as on the line.
    const bool local = from_this_machine(request);
    if (path.action == "courier" && local) return {courier(request, **kiosk), "courier", 0};
    const bool known =
        local || pass_holds(PassUse::session, request.token, *path.origin, now(), parts_.keys.sessions);
    if (!known) return {refusal(401, "session_needed"), "kiosk", 0};
    if (path.action == "push" && post) return push(request, **kiosk);
    if (path.action == "quarantine" && post) return {quarantine(request, **kiosk), "quarantine", 1};
    if (post) return {refusal(404, "no_such_thing"), "none", 0};
    const bool may_read = (*kiosk)->standing == Standing::active;
    if (path.action == "pull")
        return {may_read ? pull(path, **kiosk) : refusal(403, "not_approved"), "pull", 0};
    if (path.action == "own") return {may_read ? own(path, **kiosk) : refusal(403, "not_approved"), "own", 0};
    return {refusal(404, "no_such_thing"), "none", 0};
}

HttpResponse Headquarters::hello() const {
    return {200, "application/json", std::nullopt,
            to_text(Hello{{protocol_version}, now(), parts_.keys.keys.version})};
}

HttpResponse Headquarters::session(const HttpRequest& request, const Kiosk& kiosk) {
    const auto json = parse_json(request.body);
    if (!json || !json->is_object()) return refusal(400, "bad_message");
    const auto challenge = text_at(*json, "challenge");
    if (!challenge) {
        const UtcMillis until = now() + challenge_s * ms_per_second;
        const Json body{
            {"challenge", make_pass(PassUse::challenge, kiosk.origin, until, parts_.keys.sessions)}};
        return {200, "application/json", std::nullopt, to_compact(body)};
    }
    const auto nonce = id_from_hex<Nonce>(text_at(*json, "nonce").value_or(""));
    const auto proof = id_from_hex<Signature>(text_at(*json, "proof").value_or(""));
    const auto tail = id_from_hex<Hash>(text_at(*json, "tail").value_or(""));
    if (!nonce || !proof || !tail) return refusal(400, "bad_message");
    const bool fresh = pass_holds(PassUse::challenge, *challenge, kiosk.origin, now(), parts_.keys.sessions);
    const ByteVector signed_bytes = session_proof_bytes(kiosk.origin, *challenge, *nonce);
    if (!fresh || !signature_holds(kiosk.public_key, signed_bytes, *proof)) return refusal(401, "not_proven");

    const LogPlace acked{{static_cast<std::uint32_t>(integer_at(*json, "epoch").value_or(0))},
                         {static_cast<std::uint64_t>(integer_at(*json, "seq").value_or(0))},
                         *tail};
    const UtcMillis at = now();
    const std::int64_t clock_ms = integer_at(*json, "clock").value_or(at.value) - at.value;
    const auto have = parts_.pool.with<LogPlace>([&](sql::Session& session) -> Result<LogPlace> {
        const auto noted =
            note_seen(session, kiosk.origin, at, integer_at(*json, "waits").value_or(0), clock_ms);
        if (!noted) return noted.error();
        return held_place(session, kiosk.origin, acked);
    });
    if (!have) return trouble(have.error());
    const std::string token =
        make_pass(PassUse::session, kiosk.origin, at + session_s * ms_per_second, parts_.keys.sessions);
    return message(
        to_bytes(SessionGrant{*nonce, kiosk.origin, token, session_s, at, kiosk.standing, *have, kiosk.wipe},
                 parts_.keys.answers));
}

Result<Taken> Headquarters::keep(const Run& run, const Kiosk& kiosk, std::optional<Kept> as) {
    const UtcMillis at = now();
    auto taken = parts_.pool.with<Taken>([&](sql::Session& session) -> Result<Taken> {
        Result<Taken> out = Taken{};
        const auto committed = session.transaction([&]() -> Status {
            // Nobody else writes this kiosk's log meanwhile, and its standing is what it is now.
            const auto locked = lock_kiosk(session, kiosk.origin);
            if (!locked) return locked.error();
            if (!*locked) return Error{ErrorKind::refused, "the kiosk is gone", ""};
            out = take_run(session, run, as.value_or(kept_as((*locked)->standing)), at);
            if (!out) return out.error();
            if (as == Kept::quarantined && out->stored > 0)
                return note_attention(session, run.records.front().id, "quarantined", at);
            return {};
        });
        if (!committed) return committed.error();
        return out;
    });
    if (taken && parts_.on_stored) {
        for (const OriginId& branch : taken->changed)
            parts_.on_stored({kiosk.origin, run.records.front().id.epoch, branch});
    }
    return taken;
}

HttpResponse Headquarters::push_answer(const Taken& taken, const Nonce& nonce, const OriginId& origin,
                                       std::vector<Verdict> verdicts) const {
    PushAnswer answer{nonce, origin, taken.outcome, taken.have, {}, now(), poll_s, {}};
    const bool taken_in = taken.outcome == PushOutcome::stored || taken.outcome == PushOutcome::forked;
    if (taken_in) answer.verdicts = std::move(verdicts);
    return message(to_bytes(answer, parts_.keys.answers), taken_in ? 200 : 409);
}

Answer Headquarters::push(const HttpRequest& request, const Kiosk& kiosk) {
    const auto push = read_push(as_bytes(request.body), kiosk.origin, kiosk.public_key);
    if (!push && push.error().kind == ErrorKind::refused) return {refusal(401, "not_signed"), "push", 0};
    if (!push) return {refusal(400, "bad_message"), "push", 0};
    if (push->run.records.size() > push_events_max) return {refusal(413, "too_many"), "push", 0};
    Judged judged = judge(push->run, kiosk);
    if (judged.poison) return {refusal(400, "bad_event"), "push", 0};
    const auto taken = keep(push->run, kiosk, std::nullopt);
    if (!taken) return {trouble(taken.error()), "push", 0};
    return {push_answer(*taken, push->nonce, kiosk.origin, std::move(judged.verdicts)), "push",
            static_cast<std::int64_t>(push->run.records.size())};
}

HttpResponse Headquarters::quarantine(const HttpRequest& request, const Kiosk& kiosk) {
    const auto found = read_quarantine(as_bytes(request.body), kiosk.origin, kiosk.public_key);
    if (!found && found.error().kind == ErrorKind::refused) return refusal(401, "not_signed");
    if (!found) return refusal(400, "bad_message");
    // What only went apart because something in between refused the batches is an event like any other.
    Judged judged = judge(found->run, kiosk);
    const auto taken =
        keep(found->run, kiosk, judged.poison ? std::optional(Kept::quarantined) : std::nullopt);
    if (!taken) return trouble(taken.error());
    return push_answer(*taken, found->nonce, kiosk.origin, std::move(judged.verdicts));
}

HttpResponse Headquarters::pull(const Path& path, const Kiosk& kiosk) {
    const auto cursor = path.number("cursor");
    const auto tag = path.tag();
    const auto nonce = path.nonce();
    if (!cursor || !tag || !nonce) return refusal(400, "bad_message");
    const FeedCursor from{*cursor, *tag};
    auto page = parts_.pool.with<FeedPage>(
        [&](sql::Session& session) { return feed_after(session, kiosk.community, from, kiosk.origin); });
    if (!page) return trouble(page.error());
    return message(to_bytes(
        PullPage{*nonce, kiosk.community, from, page->to, page->more, now(), poll_s, std::move(page->news),
                 PullPage::Keys{parts_.keys.root.public_key, parts_.keys.keys.version.value}},
        parts_.keys.answers));
}

// A kiosk that lost the end of its own log gets it back.
HttpResponse Headquarters::own(const Path& path, const Kiosk& kiosk) {
    const auto epoch = path.number("epoch");
    const auto seq = path.number("seq");
    const auto nonce = path.nonce();
    if (!epoch || *epoch > UINT32_MAX || !seq || !nonce) return refusal(400, "bad_message");
    auto records = parts_.pool.with<std::vector<Record>>([&](sql::Session& session) {
        return kept_records(session, kiosk.origin, {static_cast<std::uint32_t>(*epoch)},
                            {static_cast<std::uint64_t>(*seq)}, own_records_max);
    });
    if (!records) return trouble(records.error());
    PullPage page{*nonce, kiosk.community, {}, {}, records->size() == own_records_max, now(), poll_s, {}};
    page.news.records = std::move(records).value();
    return message(to_bytes(page, parts_.keys.answers));
}

HttpResponse Headquarters::enrol(const HttpRequest& request) {
    const auto body = parts_.pool.with<std::string>(
        [&](sql::Session& session) { return take_application(session, request.body, now(), parts_.random); });
    if (!body && body.error().kind == ErrorKind::refused && !body.error().context.empty())
        return refusal(403, body.error().context.c_str());
    if (!body) return trouble(body.error());
    return {200, "application/json", std::nullopt, *body};
}

bool Headquarters::from_this_machine(const HttpRequest& request) const {
    const Hash given = sha256({as_bytes(request.token)});
    return !parts_.admin_token.empty() && same_secret(given, sha256({as_bytes(parts_.admin_token)}));
}

HttpResponse Headquarters::courier(const HttpRequest& request, const Kiosk& kiosk) {
    if (request.method == "POST") {
        const auto cover = read_cover(as_bytes(request.body), kiosk.public_key);
        if (!cover || cover->origin != kiosk.origin) return refusal(401, "not_signed");
        const auto noted =
            parts_.pool.with<void>([&](sql::Session& session) { return note_courier(session, *cover); });
        if (!noted) return trouble(noted.error());
    }
    const auto back = parts_.pool.with<CourierCover>(
        [&](sql::Session& session) { return courier_back(session, kiosk, now()); });
    if (!back) return trouble(back.error());
    if (request.method == "GET") return message(to_bytes(*back, parts_.keys.answers));
    const Json body{{"name", kiosk.name},
                    {"epoch", back->place.epoch.value},
                    {"seq", back->place.seq.value},
                    {"tail", to_hex(back->place.tail)}};
    return {200, "application/json", std::nullopt, to_compact(body)};
}

HttpResponse Headquarters::admin(const HttpRequest& request) {
    if (!from_this_machine(request)) return refusal(401, "not_allowed");
    const auto done = run_command(request.body, parts_.pool, parts_.keys, now(), parts_.random);
    if (!done)
        return {400, "application/json", std::nullopt, to_compact(Json{{"error", done.error().text()}})};
    if (parts_.on_approved && command_of(request.body) == "kiosk approve") parts_.on_approved();
    return {200, "application/json", std::nullopt, *done};
}

}  // namespace baodao::hq
