// SPDX-License-Identifier: MIT
// The only owner of libcurl: HTTPS to one server whose certificate is pinned. There is no way to switch the
// check off, no redirect is followed, and every phase has a limit.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "domain/base/result.hpp"
#include "sync/wire/http.hpp"

namespace baodao {

struct HttpsOptions {
    std::string url;          // https://host:port
    std::string certificate;  // PEM of the authority, or of the server itself: nothing else is believed
    std::string proxy;        // http://host:port; empty: straight
    std::int64_t connect_ms_max = 15'000;
    std::int64_t stall_s_max = 30;  // slower than a hundred bytes a second for so long
    std::int64_t whole_ms_max = 180'000;
    // Asked about once a second while a request is under way: true ends it. From the thread that sends.
    std::function<bool()> given_up = {};
};

// Connections are kept open between requests. One thread at a time.
class HttpsClient {
  public:
    [[nodiscard]] static Result<HttpsClient> make(HttpsOptions options);
    HttpsClient(HttpsClient&&) noexcept;
    HttpsClient& operator=(HttpsClient&&) noexcept;
    ~HttpsClient();

    // Any status is an answer. io: none came; the message says what staff can look at: the line, the name,
    // the certificate, and whether this machine's clock may be why (fault 67).
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request);

  private:
    class Impl;
    explicit HttpsClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// The certificate (PEM) that whoever answers at that address shows. Nothing is sent, and nothing is believed:
// it is for a caller who knows its print already and compares, before a client is made that pins it. io: no
// answer.
[[nodiscard]] Result<std::string> shown_certificate(const HttpsOptions& options);

}  // namespace baodao
