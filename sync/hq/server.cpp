// SPDX-License-Identifier: MIT
#include "sync/hq/server.hpp"

#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <optional>
#include <set>
#include <thread>

namespace baodao::hq {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Problem = boost::system::error_code;

HttpRequest request_of(const http::request<http::string_body>& from) {
    HttpRequest out;
    out.method = std::string(from.method_string());
    out.target = std::string(from.target());
    const std::string_view authorization(from[http::field::authorization].data(),
                                         from[http::field::authorization].size());
    constexpr std::string_view bearer = "Bearer ";
    if (authorization.starts_with(bearer)) out.token = authorization.substr(bearer.size());
    const std::string_view cookie(from[http::field::cookie].data(), from[http::field::cookie].size());
    out.cookie = cookie;
    const std::string_view type(from[http::field::content_type].data(),
                                from[http::field::content_type].size());
    out.content_type = type;
    out.body = from.body();
    return out;
}

http::response<http::string_body> response_of(const HttpResponse& from, unsigned version, bool keep_alive) {
    http::response<http::string_body> out;
    out.version(version);
    out.result(static_cast<unsigned>(from.status));
    out.keep_alive(keep_alive);
    out.set(http::field::content_type, from.content_type);
    out.set(http::field::cache_control, "no-store");
    out.set("X-Content-Type-Options", "nosniff");
    if (from.retry_after_s) out.set(http::field::retry_after, std::to_string(*from.retry_after_s));
    for (const auto& [name, value] : from.headers) out.insert(name, value);
    out.body() = from.body;
    out.prepare_payload();
    return out;
}

}  // namespace

class Server::Impl : public std::enable_shared_from_this<Server::Impl> {
  public:
    Impl(const ServerOptions& options, Handler handler)
        : options_(options),
          handler_(std::move(handler)),
          tls_(asio::ssl::context::tls_server),
          acceptor_(sockets_),
          accept_pause_(sockets_),
          workers_(options.threads) {}

    Status listen();
    void run();
    void stop();
    [[nodiscard]] std::uint16_t port() const { return port_; }

  private:
    class Connection;
    void accept();
    void accept_later();

    ServerOptions options_;
    Handler handler_;
    asio::io_context sockets_{1};
    asio::ssl::context tls_;
    Tcp::acceptor acceptor_;
    asio::steady_timer accept_pause_;
    asio::thread_pool workers_;
    std::thread thread_;
    std::uint16_t port_ = 0;
    std::atomic<std::size_t> in_hand_{0};  // requests read and not answered yet
    // Of the socket thread only.
    std::set<Connection*> connections_;
    bool stopping_ = false;
};

// One connection. Everything but the handler itself runs in the socket thread.
class Server::Impl::Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Tcp::socket socket, std::shared_ptr<Impl> server)
        : stream_(std::move(socket), server->tls_), server_(std::move(server)) {
        server_->connections_.insert(this);
    }
    ~Connection() { server_->connections_.erase(this); }

    void begin() {
        limit(server_->options_.limits.handshake_s);
        stream_.async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](Problem problem) {
            if (!problem) self->read_header();
        });
    }

    // Waiting for a request that has not begun: nothing is lost by closing now.
    void close_if_idle() {
        if (idle_) beast::get_lowest_layer(stream_).close();
    }
    void close() { beast::get_lowest_layer(stream_).close(); }

  private:
    void limit(int seconds) { beast::get_lowest_layer(stream_).expires_after(std::chrono::seconds(seconds)); }

    void read_header() {
        if (server_->stopping_) return shut_down();
        const ServerLimits& limits = server_->options_.limits;
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        parser_->body_limit(limits.body_bytes);
        limit(limits.header_s);
        idle_ = true;
        http::async_read_header(stream_, buffer_, *parser_,
                                [self = shared_from_this()](Problem problem, std::size_t) {
                                    self->idle_ = false;
                                    if (problem) return self->on_bad_read(problem);
                                    self->read_body();
                                });
    }

    void read_body() {
        limit(server_->options_.limits.body_s);
        if (parser_->get().target() == server_->options_.upload_target)
            parser_->body_limit(server_->options_.limits.upload_bytes);
        http::async_read(stream_, buffer_, *parser_,
                         [self = shared_from_this()](Problem problem, std::size_t) {
                             if (problem) return self->on_bad_read(problem);
                             self->hand_over();
                         });
    }

    void on_bad_read(Problem problem) {
        if (problem == http::error::body_limit) return refuse(413);
        if (problem == http::error::header_limit) return refuse(431);
        if (problem == http::error::end_of_stream) return shut_down();
        if (problem.category() == make_error_code(http::error::bad_method).category()) return refuse(400);
    }

    void refuse(int status) {
        answer({status, "application/json", std::nullopt, R"({"error":"refused"})"}, false);
    }

    void hand_over() {
        if (server_->in_hand_ >= server_->options_.limits.waiting_requests)
            return answer({503, "application/json", 5, R"({"error":"later"})"}, true);
        ++server_->in_hand_;
        // The handler may take its time; nobody times the connection meanwhile.
        beast::get_lowest_layer(stream_).expires_never();
        asio::post(server_->workers_, [self = shared_from_this(), request = request_of(parser_->get())]() {
            HttpResponse response = self->server_->handler_(request);
            asio::post(self->server_->sockets_, [self, response = std::move(response)]() {
                --self->server_->in_hand_;
                self->answer(response, true);
            });
        });
    }

    void answer(const HttpResponse& response, bool go_on) {
        const bool keep = go_on && parser_->get().keep_alive() && !server_->stopping_;
        response_ = response_of(response, 11, keep);
        limit(server_->options_.limits.answer_s);
        http::async_write(stream_, *response_,
                          [self = shared_from_this(), keep](Problem problem, std::size_t) {
                              if (problem) return;
                              if (keep) return self->read_header();
                              self->shut_down();
                          });
    }

    void shut_down() {
        limit(5);
        stream_.async_shutdown([self = shared_from_this()](Problem) {});
    }

    beast::ssl_stream<beast::tcp_stream> stream_;
    std::shared_ptr<Impl> server_;
    beast::flat_buffer buffer_{64 * 1024 + 512 * 1024};
    std::optional<http::request_parser<http::string_body>> parser_;
    std::optional<http::response<http::string_body>> response_;
    bool idle_ = false;
};

Status Server::Impl::listen() {
    Problem problem;
    tls_.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1,
                     problem);
    const Certificate& certificate = options_.certificate;
    tls_.use_certificate_chain(asio::buffer(certificate.certificate), problem);
    if (!problem)
        tls_.use_private_key(asio::buffer(certificate.private_key), asio::ssl::context::pem, problem);
    if (problem)
        return Error{ErrorKind::damaged, "the server's certificate cannot be used", problem.message()};
    const auto address = asio::ip::make_address(options_.address, problem);
    if (problem) return Error{ErrorKind::bad_input, "this is not an address to listen on", options_.address};
    const Tcp::endpoint endpoint(address, options_.port);
    acceptor_.open(endpoint.protocol(), problem);
    if (!problem) acceptor_.set_option(asio::socket_base::reuse_address(true), problem);
    if (!problem) acceptor_.bind(endpoint, problem);
    if (!problem) acceptor_.listen(asio::socket_base::max_listen_connections, problem);
    if (problem) {
        return Error{ErrorKind::refused, "this address cannot be listened on",
                     options_.address + ":" + std::to_string(options_.port) + " " + problem.message()};
    }
    port_ = acceptor_.local_endpoint().port();
    return {};
}

void Server::Impl::run() {
    accept();
    thread_ = std::thread([this] { sockets_.run(); });
}

void Server::Impl::accept() {
    acceptor_.async_accept([self = shared_from_this()](Problem problem, Tcp::socket socket) {
        if (problem == asio::error::operation_aborted || self->stopping_) return;
        if (!problem && self->connections_.size() < self->options_.limits.connections) {
            Problem ignored;
            socket.set_option(Tcp::no_delay(true), ignored);
            std::make_shared<Connection>(std::move(socket), self)->begin();
        }
        if (problem) return self->accept_later();
        self->accept();
    });
}

// No file is free for another connection, most likely: asking again at once would only take the time of those
// that are there.
void Server::Impl::accept_later() {
    accept_pause_.expires_after(std::chrono::milliseconds(100));
    accept_pause_.async_wait([self = shared_from_this()](Problem problem) {
        if (!problem && !self->stopping_) self->accept();
    });
}

void Server::Impl::stop() {
    if (!thread_.joinable()) return;
    asio::post(sockets_, [this] {
        stopping_ = true;
        Problem ignored;
        acceptor_.close(ignored);
        accept_pause_.cancel();
        for (Connection* connection : std::set<Connection*>(connections_)) connection->close_if_idle();
    });
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(options_.limits.stop_s);
    while (in_hand_ > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    workers_.join();
    asio::post(sockets_, [this] {
        for (Connection* connection : std::set<Connection*>(connections_)) connection->close();
    });
    thread_.join();
}

Server::Server(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() {
    stop();
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Handler handler) {
    auto impl = std::make_shared<Impl>(options, std::move(handler));
    if (const auto listening = impl->listen(); !listening) return listening.error();
    impl->run();
    return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::uint16_t Server::port() const {
    return impl_->port();
}

void Server::stop() {
    impl_->stop();
}

}  // namespace baodao::hq
