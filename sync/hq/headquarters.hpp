// SPDX-License-Identifier: MIT
// Headquarters without sockets: a request in, an answer out. Nothing is answered with 200 before its bytes
// are committed. PROTOCOL: SYNC_PROTOCOL.md, openapi.json. Any number of threads may call answer().
#pragma once

#include <functional>

#include "domain/base/clock.hpp"
#include "sync/hq/keys.hpp"
#include "sync/hq/pool.hpp"
#include "sync/hq/projector.hpp"
#include "sync/hq/registry.hpp"
#include "sync/wire/http.hpp"

namespace baodao::hq {

struct HqParts {
    const HqKeys& keys;
    Pool& pool;
    const Clock& clock;
    Random& random;  // thread-safe
    // A log got new records. Called after their commit, from whichever thread took them.
    std::function<void(const LogName&)> on_stored;
    std::string admin_token;  // opens /v1/admin to programs of this machine; empty: closed
    // A kiosk was approved: what it sent before is to be projected. After the commit, from any thread.
    std::function<void()> on_approved = {};
};

// What the log says about a request beside its status: numbers only.
struct Answer {
    HttpResponse response;
    const char* route = "none";
    std::int64_t events = 0;
};

class Headquarters {
  public:
    explicit Headquarters(HqParts parts) : parts_(std::move(parts)) {}
    [[nodiscard]] Answer answer(const HttpRequest& request);

  private:
    struct Path;
    [[nodiscard]] Answer for_kiosk(const HttpRequest& request, const Path& path);
    [[nodiscard]] HttpResponse hello() const;
    [[nodiscard]] HttpResponse enrol(const HttpRequest& request);
    [[nodiscard]] HttpResponse admin(const HttpRequest& request);
    [[nodiscard]] HttpResponse session(const HttpRequest& request, const Kiosk& kiosk);
    [[nodiscard]] Answer push(const HttpRequest& request, const Kiosk& kiosk);
    [[nodiscard]] HttpResponse courier(const HttpRequest& request, const Kiosk& kiosk);
    [[nodiscard]] bool from_this_machine(const HttpRequest& request) const;
    [[nodiscard]] HttpResponse quarantine(const HttpRequest& request, const Kiosk& kiosk);
    [[nodiscard]] HttpResponse pull(const Path& path, const Kiosk& kiosk);
    [[nodiscard]] HttpResponse own(const Path& path, const Kiosk& kiosk);
    [[nodiscard]] Result<Taken> keep(const Run& run, const Kiosk& kiosk, std::optional<Kept> as);
    [[nodiscard]] HttpResponse push_answer(const Taken& taken, const Nonce& nonce, const OriginId& origin,
                                           std::vector<Verdict> verdicts) const;
    [[nodiscard]] UtcMillis now() const { return parts_.clock.now().wall; }

    HqParts parts_;
};

// {"command":"kiosk list"} and so on: what the command line asks of a running headquarters, or of its folder.
[[nodiscard]] Result<std::string> run_command(const std::string& request, Pool& pool, const HqKeys& keys,
                                              UtcMillis now, Random& random);

}  // namespace baodao::hq
