// SPDX-License-Identifier: MIT
// The kiosk's side of synchronisation as a stepped machine: it is told what happened and says what to do
// next. No clock, no socket, no file of its own; time and randomness are passed in, so a month of it runs in
// a test. PROTOCOL: sync/hq/SYNC_PROTOCOL.md. One thread at a time.
//
// Rules that hold whatever headquarters or the network says: nothing is acknowledged but by a signed answer
// to the very request; nothing is ever given up; one batch is under way; never more than one attempt a second
// after a failure.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "domain/base/random.hpp"
#include "sync/core/back_off.hpp"
#include "sync/wire/http.hpp"
#include "sync/wire/messages.hpp"

namespace baodao {

struct EngineOptions {
    OriginId origin;
    SigningKey key;     // of this kiosk
    PublicKey answers;  // what headquarters says is signed by it
    CommunityId community;
};

// The kiosk's own log and how far news were taken in.
struct LogView {
    LogPlace acked;
    Epoch epoch;  // that new records carry
    Seq last;     // of the newest record in that epoch; 0: none yet
    std::uint64_t waits = 0;
    FeedCursor cursor;
    UtcMillis wall;             // the kiosk's clock
    std::uint32_t key_set = 0;  // version of this headquarters' key set; 0: none yet
};

// What is to be done. Exactly one thing at a time; its end is told with the next step.
namespace ask {
struct Wait {  // until then, or until something was recorded
    MonoMillis until;
};
struct Send {
    HttpRequest request;
};
struct LookAtLog {
    PublicKey answers;  // of the headquarters that is followed
};
struct Acknowledge {
    LogPlace place;  // epoch 0: as if nothing had been sent yet
};
struct ReadOutbox {  // own records after what is acknowledged, with their cards
    std::size_t records_max;
};
struct TakeNews {
    Batch news;
    std::optional<FeedCursor> cursor;  // to be kept once the news are; none: parts of our own log
};
struct BeginEpoch {
    std::string why;
};
struct TakeKeys {  // headquarters' next key set, to be believed if `root` signed it
    PublicKey answers;
    PublicKey root;
    std::string key_set;
};
struct WipeCards {};  // every name that this kiosk keeps; its records stay
}  // namespace ask
using Ask = std::variant<ask::Wait, ask::Send, ask::LookAtLog, ask::Acknowledge, ask::ReadOutbox,
                         ask::TakeNews, ask::TakeKeys, ask::BeginEpoch, ask::WipeCards>;

namespace tell {
struct Start {};     // or: the wait is over
struct Recorded {};  // something new stands in the log; only while waiting
struct Answered {
    HttpResponse response;
};
struct Unreachable {};
struct Log {
    LogView view;
};
enum class Acknowledged {
    done,
    ahead,  // headquarters has more of our log than we do
    other,  // headquarters has another record under that name
};
struct Outbox {
    Run run;  // no records: nothing waits
};
struct NewsTaken {};
struct KeysTaken {
    bool taken = false;  // false: refused, nothing was changed
};
struct EpochBegun {};
struct CardsWiped {};
struct LocalTrouble {};  // the log could not be read or written just now
}  // namespace tell
using Tell = std::variant<tell::Start, tell::Recorded, tell::Answered, tell::Unreachable, tell::Log,
                          tell::Acknowledged, tell::Outbox, tell::NewsTaken, tell::KeysTaken,
                          tell::EpochBegun, tell::CardsWiped, tell::LocalTrouble>;

// Why it is not getting on; for the staff side, in words of its own.
enum class SyncTrouble {
    none,
    unreachable,  // no line
    busy,         // headquarters asks to come back later
    not_ours,     // something answers that is not headquarters
    not_known,    // headquarters does not know this kiosk, or its key
    too_old,      // headquarters speaks only newer versions
    local,        // the records could not be read or written
};

struct EngineView {
    SyncTrouble trouble = SyncTrouble::none;
    std::optional<Standing> standing;     // as headquarters said last
    std::optional<MonoMillis> last_good;  // the last signed answer
    int good_in_a_row = 0;                // signed answers since the last failure
    struct TimeSeen {
        UtcMillis hq;
        MonoMillis at;  // when the answer came
    };
    std::optional<TimeSeen> time;
    std::uint64_t quarantined = 0;  // events sent apart in this run
    bool forked = false;            // another machine writes under our name
};

class Engine {
  public:
    explicit Engine(EngineOptions options) : options_(std::move(options)) {}

    [[nodiscard]] Ask step(MonoMillis now, const Tell& happened, Random& random);
    [[nodiscard]] const EngineView& view() const { return view_; }

  private:
    enum class Doing {
        waiting,
        looking,
        hello,
        challenge,
        session,
        pushing,
        quarantining,
        own,
        pulling,
        keys
    };
    struct Session {
        std::string token;
        MonoMillis until;
        LogPlace have;
    };

    [[nodiscard]] Ask on(const tell::Start&);
    [[nodiscard]] Ask on(const tell::Recorded&);
    [[nodiscard]] Ask on(const tell::Answered&);
    [[nodiscard]] Ask on(const tell::Unreachable&);
    [[nodiscard]] Ask on(const tell::Log&);
    [[nodiscard]] Ask on(const tell::Acknowledged&);
    [[nodiscard]] Ask on(const tell::Outbox&);
    [[nodiscard]] Ask on(const tell::NewsTaken&);
    [[nodiscard]] Ask on(const tell::KeysTaken&);
    [[nodiscard]] Ask on(const tell::EpochBegun&);
    [[nodiscard]] Ask on(const tell::CardsWiped&);
    [[nodiscard]] Ask on(const tell::LocalTrouble&);

    [[nodiscard]] Ask on_hello(const HttpResponse& response);
    [[nodiscard]] Ask on_challenge(const HttpResponse& response);
    [[nodiscard]] Ask on_session(const HttpResponse& response);
    [[nodiscard]] Ask on_push(const HttpResponse& response);
    [[nodiscard]] Ask on_page(const HttpResponse& response);
    [[nodiscard]] Ask on_key_set(const HttpResponse& response);
    [[nodiscard]] Ask on_refused_batch(const HttpResponse& response);

    [[nodiscard]] Ask send_push();
    [[nodiscard]] Ask send_quarantine(const std::string& why);
    [[nodiscard]] Ask send_pull();
    [[nodiscard]] Ask send_own();
    [[nodiscard]] Ask read_outbox() const;
    [[nodiscard]] Ask finish();
    [[nodiscard]] Ask rest();
    [[nodiscard]] Ask fail(SyncTrouble trouble, std::optional<std::int64_t> retry_after_s = std::nullopt);
    [[nodiscard]] Ask session_lost();
    [[nodiscard]] std::string path(const std::string& action) const;
    [[nodiscard]] Nonce fresh_nonce();
    void heard(UtcMillis hq_time);

    EngineOptions options_;
    EngineView view_;
    Doing doing_ = Doing::waiting;
    // Of the step that is running.
    MonoMillis now_;
    Random* random_ = nullptr;

    BackOff back_off_;
    MonoMillis wait_until_;
    bool failed_ = false;  // the wait is a back-off: recording something doesn't end it
    std::int64_t poll_s_ = 30;
    LogView log_;
    std::optional<Session> session_;
    bool session_is_new_ = false;  // nothing was accepted under it yet
    Nonce nonce_;
    Run run_;
    std::size_t records_max_ = push_events_max;
    FeedCursor cursor_;
    bool more_ = false;
    std::optional<PullPage::Keys> keys_;  // as the last page says
    std::uint32_t keys_refused_ = 0;      // a version that was not believed: not asked for again
    bool epoch_after_ack_ = false;
    bool wipe_ = false;                 // headquarters asked for it; done once all is sent
    std::optional<EventId> own_after_;  // records of ours after this one are to be fetched
    int elsewhere_ = 0;
    int approval_looks_ = 0;  // sessions that found this kiosk not approved
};

}  // namespace baodao
