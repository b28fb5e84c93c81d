// SPDX-License-Identifier: MIT
#include "sync/wire/messages.hpp"

#include <array>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/slip/byte_io.hpp"

namespace baodao {

namespace {

Error malformed(const char* what) {
    return {ErrorKind::bad_input, "a message cannot be read", what};
}

constexpr std::array<std::pair<Standing, const char*>, 3> standings{
    {{Standing::active, "active"}, {Standing::waiting, "waiting"}, {Standing::revoked, "revoked"}}};
constexpr std::array<std::pair<PushOutcome, const char*>, 4> outcomes{{{PushOutcome::stored, "stored"},
                                                                       {PushOutcome::gap, "gap"},
                                                                       {PushOutcome::diverged, "diverged"},
                                                                       {PushOutcome::forked, "forked"}}};

template <class Table, class Value>
const char* word_of(const Table& table, Value value) {
    for (const auto& [known, word] : table) {
        if (known == value) return word;
    }
    BAODAO_CHECK(false);
}

// Fields of a head, read once; what is missing or wrong is remembered.
class HeadReader {
  public:
    explicit HeadReader(std::string_view text) {
        if (auto json = parse_json(text); json && json->is_object()) {
            json_ = std::move(json).value();
        } else {
            good_ = false;
        }
    }
    [[nodiscard]] bool good() const { return good_; }
    std::string text(const char* key) {
        const auto value = text_at(json_, key);
        good_ = good_ && value.has_value();
        return value.value_or("");
    }
    std::int64_t number(const char* key) {
        const auto value = integer_at(json_, key);
        good_ = good_ && value.has_value() && *value >= 0;
        return value.value_or(0);
    }
    [[nodiscard]] bool has(const char* key) const { return json_.contains(key); }
    [[nodiscard]] bool flag(const char* key) const { return flag_at(json_, key); }
    template <class BytesId>
    BytesId id(const char* key) {
        const auto value = id_from_hex<BytesId>(text(key));
        good_ = good_ && value.has_value();
        return value.value_or(BytesId{});
    }
    LogPlace place() {
        LogPlace place;
        const std::int64_t epoch = number("epoch");
        good_ = good_ && epoch <= UINT32_MAX;
        place.epoch = {static_cast<std::uint32_t>(epoch)};
        place.seq = {static_cast<std::uint64_t>(number("seq"))};
        place.tail = id<Hash>("tail");
        return place;
    }
    template <class Table>
    auto word(const Table& table, const char* key) {
        const std::string found = text(key);
        for (const auto& [value, word] : table) {
            if (word == found) return value;
        }
        good_ = false;
        return table.front().first;
    }
    FeedCursor cursor(const char* revision, const char* tag) {
        FeedCursor cursor{number(revision), 0};
        const auto read = from_hex64(text(tag));
        good_ = good_ && read.has_value();
        cursor.tag = read.value_or(0);
        return cursor;
    }
    std::vector<Verdict> verdicts() {
        std::vector<Verdict> out;
        const auto list = json_.find("verdicts");
        if (list == json_.end() || !list->is_array()) return out;
        for (const Json& item : *list) {
            const auto seq = integer_at(item, "seq");
            const auto word = text_at(item, "word");
            if (seq && word && *seq > 0) out.push_back({{static_cast<std::uint64_t>(*seq)}, *word});
        }
        return out;
    }

  private:
    Json json_ = Json::object();
    bool good_ = true;
};

void put_place(Json& head, const LogPlace& place) {
    head["epoch"] = place.epoch.value;
    head["seq"] = place.seq.value;
    head["tail"] = to_hex(place.tail);
}

std::optional<Run> run_in(const ByteVector& body, const OriginId& origin) {
    const auto frame = frame_at(body, 0);
    if (!frame || frame->end() != body.size()) return std::nullopt;
    auto run = decode_run(*frame);
    if (!run || run->records.front().id.origin != origin) return std::nullopt;
    return run;
}

}  // namespace

std::string to_text(const Hello& hello) {
    return to_compact(
        Json{{"versions", hello.versions}, {"time", hello.time.value}, {"key_set", hello.key_set.value}});
}

Result<Hello> read_hello(std::string_view text) {
    HeadReader in(text);
    Hello hello;
    hello.time = {in.number("time")};
    hello.key_set = {static_cast<std::uint32_t>(in.number("key_set"))};
    const auto json = parse_json(text);
    if (!in.good() || !json) return malformed("hello");
    for (const Json& version : json->value("versions", Json::array())) {
        if (version.is_number_integer()) hello.versions.push_back(version.get<std::int64_t>());
    }
    return hello;
}

ByteVector session_proof_bytes(const OriginId& origin, const std::string& challenge, const Nonce& nonce) {
    ByteWriter out;
    out.put(as_bytes(std::string_view("BDW1 session\0", 13)));
    out.put(origin.bytes);
    out.put(nonce.bytes);
    out.put(as_bytes(challenge));
    return out.take();
}

Result<ByteVector> to_bytes(const SessionGrant& grant, const SigningKey& hq) {
    Json head{{"nonce", to_hex(grant.nonce)}, {"origin", to_hex(grant.origin)},
              {"token", grant.token},         {"expires_s", grant.expires_s},
              {"time", grant.time.value},     {"standing", word_of(standings, grant.standing)}};
    put_place(head, grant.have);
    if (grant.wipe) head["wipe"] = true;
    return sign_message({MessageType::session_grant, to_compact(head), {}}, hq);
}

Result<SessionGrant> read_session_grant(ByteSpan bytes, const PublicKey& hq) {
    const auto message = open_message(bytes, MessageType::session_grant, hq);
    if (!message) return message.error();
    HeadReader in(message->head);
    SessionGrant grant;
    grant.nonce = in.id<Nonce>("nonce");
    grant.origin = in.id<OriginId>("origin");
    grant.token = in.text("token");
    grant.expires_s = in.number("expires_s");
    grant.time = {in.number("time")};
    grant.standing = in.word(standings, "standing");
    grant.have = in.place();
    grant.wipe = in.flag("wipe");
    if (!in.good()) return malformed("session");
    return grant;
}

Result<ByteVector> to_bytes(const Push& push, const SigningKey& kiosk) {
    const Json head{{"nonce", to_hex(push.nonce)}};
    return sign_message({MessageType::push, to_compact(head), encode_run(push.run)}, kiosk);
}

Result<Push> read_push(ByteSpan bytes, const OriginId& origin, const PublicKey& kiosk) {
    const auto message = open_message(bytes, MessageType::push, kiosk);
    if (!message) return message.error();
    HeadReader in(message->head);
    const auto nonce = in.id<Nonce>("nonce");
    auto run = run_in(message->body, origin);
    if (!in.good() || !run) return malformed("push");
    return Push{nonce, std::move(*run)};
}

Result<ByteVector> to_bytes(const Quarantine& quarantine, const SigningKey& kiosk) {
    const Json head{{"nonce", to_hex(quarantine.nonce)}, {"why", quarantine.why}};
    return sign_message({MessageType::quarantine, to_compact(head), encode_run(quarantine.run)}, kiosk);
}

Result<Quarantine> read_quarantine(ByteSpan bytes, const OriginId& origin, const PublicKey& kiosk) {
    const auto message = open_message(bytes, MessageType::quarantine, kiosk);
    if (!message) return message.error();
    HeadReader in(message->head);
    Quarantine quarantine{in.id<Nonce>("nonce"), {}, in.text("why")};
    auto run = run_in(message->body, origin);
    if (!in.good() || !run || run->records.size() != 1) return malformed("quarantine");
    quarantine.run = std::move(*run);
    return quarantine;
}

Result<ByteVector> to_bytes(const PushAnswer& answer, const SigningKey& hq) {
    Json head{{"nonce", to_hex(answer.nonce)},
              {"origin", to_hex(answer.origin)},
              {"outcome", word_of(outcomes, answer.outcome)},
              {"durable", answer.durable.value},
              {"time", answer.time.value},
              {"poll_s", answer.poll_s}};
    put_place(head, answer.have);
    Json verdicts = Json::array();
    for (const Verdict& verdict : answer.verdicts) {
        verdicts.push_back({{"seq", verdict.seq.value}, {"word", verdict.word}});
    }
    head["verdicts"] = std::move(verdicts);
    return sign_message({MessageType::push_answer, to_compact(head), {}}, hq);
}

Result<PushAnswer> read_push_answer(ByteSpan bytes, const PublicKey& hq) {
    const auto message = open_message(bytes, MessageType::push_answer, hq);
    if (!message) return message.error();
    HeadReader in(message->head);
    PushAnswer answer;
    answer.nonce = in.id<Nonce>("nonce");
    answer.origin = in.id<OriginId>("origin");
    answer.outcome = in.word(outcomes, "outcome");
    answer.have = in.place();
    answer.durable = {static_cast<std::uint64_t>(in.number("durable"))};
    answer.time = {in.number("time")};
    answer.poll_s = in.number("poll_s");
    answer.verdicts = in.verdicts();
    if (!in.good()) return malformed("answer to a push");
    return answer;
}

Result<ByteVector> to_bytes(const PullPage& page, const SigningKey& hq) {
    Json head{{"nonce", to_hex(page.nonce)}, {"community", page.community.value},
              {"from", page.from.revision},  {"from_tag", to_hex64(page.from.tag)},
              {"to", page.to.revision},      {"to_tag", to_hex64(page.to.tag)},
              {"more", page.more},           {"time", page.time.value},
              {"poll_s", page.poll_s}};
    if (page.keys) {
        head["root"] = to_hex(page.keys->root);
        head["key_set"] = page.keys->version;
    }
    ByteVector body;
    if (!page.news.records.empty() || !page.news.cards.empty())
        body = encode_batch(page.news.records, page.news.cards);
    return sign_message({MessageType::pull_page, to_compact(head), std::move(body)}, hq);
}

Result<PullPage> read_pull_page(ByteSpan bytes, const PublicKey& hq) {
    const auto message = open_message(bytes, MessageType::pull_page, hq);
    if (!message) return message.error();
    HeadReader in(message->head);
    PullPage page;
    page.nonce = in.id<Nonce>("nonce");
    page.community = {static_cast<std::uint32_t>(in.number("community"))};
    page.from = in.cursor("from", "from_tag");
    page.to = in.cursor("to", "to_tag");
    page.more = in.flag("more");
    page.time = {in.number("time")};
    page.poll_s = in.number("poll_s");
    if (in.has("key_set")) {
        const std::int64_t version = in.number("key_set");
        if (version > UINT32_MAX) return malformed("page");
        page.keys = PullPage::Keys{in.id<PublicKey>("root"), static_cast<std::uint32_t>(version)};
    }
    if (!in.good()) return malformed("page");
    if (message->body.empty()) return page;
    const auto frame = frame_at(message->body, 0);
    auto news = frame && frame->end() == message->body.size() ? decode_batch(*frame) : std::nullopt;
    if (!news) return malformed("page");
    for (const Record& record : news->records) {
        if (chain_hash(record.id, record.prev, record.bytes) != record.hash) return malformed("page");
    }
    page.news = std::move(*news);
    return page;
}

}  // namespace baodao
