// SPDX-License-Identifier: MIT
// HTTPS: sockets, TLS and limits; what is said over them is the handler's. One file, for Boost's sake.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "domain/base/result.hpp"
#include "sync/hq/certificate.hpp"
#include "sync/wire/http.hpp"

namespace baodao::hq {

struct ServerLimits {
    std::size_t connections = 4096;
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 512 * 1024;
    std::size_t upload_bytes = 2 * 1024 * 1024;  // of a body for upload_target
    int handshake_s = 15;
    int header_s = 20;  // between two requests, or while a header comes in
    int body_s = 60;
    int answer_s = 60;
    std::size_t waiting_requests = 512;  // beyond that: 503 at once
    int stop_s = 15;
};

struct ServerOptions {
    std::string address = "0.0.0.0";
    std::uint16_t port = 0;  // 0: any
    Certificate certificate;
    std::size_t threads = 2;  // that answer; one more does the sockets
    ServerLimits limits;
    std::string upload_target = {};  // the one address that takes files
};

// Called from several threads at once; may block.
using Handler = std::function<HttpResponse(const HttpRequest&)>;

class Server {
  public:
    // Listens when this returns. refused: the address is taken or not ours.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Handler handler);
    ~Server();  // stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    // No new connections; requests that are in hand are answered, within limits.stop_s.
    void stop();

  private:
    class Impl;
    explicit Server(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> impl_;
};

}  // namespace baodao::hq
