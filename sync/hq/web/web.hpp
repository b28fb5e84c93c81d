// SPDX-License-Identifier: MIT
// Headquarters' pages: a browser's request in, an answer out, without sockets. Everything but the door and
// the style sheet needs a session. Any number of threads may call answer().
#pragma once

#include <functional>

#include "sync/hq/web/page.hpp"
#include "sync/wire/http.hpp"

namespace baodao::hq {

struct WebParts {
    const HqKeys& keys;
    Pool& pool;
    const Clock& clock;
    Random& random;                        // thread-safe
    std::string certificate;               // PEM
    std::function<std::string()> address;  // https://host:port, as other machines reach it
    // A kiosk was approved: what it sent before is to be projected. After the commit, from any thread.
    std::function<void()> on_approved = {};
};

class Web {
  public:
    explicit Web(WebParts parts) : parts_(std::move(parts)) {}
    [[nodiscard]] HttpResponse answer(const HttpRequest& request);
    // Not the kiosks' side of headquarters.
    [[nodiscard]] static bool is_page(std::string_view target) { return !target.starts_with("/v1/"); }

  private:
    struct Visitor;
    [[nodiscard]] HttpResponse door(const HttpRequest& request, const Speech& say, std::string_view wrong);
    [[nodiscard]] HttpResponse enter(const HttpRequest& request, const Speech& say);
    [[nodiscard]] HttpResponse leave(const HttpRequest& request, const Visitor& visitor);
    [[nodiscard]] std::optional<Visitor> visitor_of(const HttpRequest& request);
    [[nodiscard]] HttpResponse show(const HttpRequest& request, const Visitor& visitor, const Speech& say);
    [[nodiscard]] HttpResponse framed(const Page& page, const Asking& asking);

    WebParts parts_;
};

}  // namespace baodao::hq
