// SPDX-License-Identifier: MIT
#include "tests/support/fault_proxy.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

#include "domain/base/check.hpp"

namespace baodao::test {

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int bound_socket(int& port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    BAODAO_CHECK(::bind(socket, raw, size) == 0 && ::getsockname(socket, raw, &size) == 0);
    port = ntohs(address.sin_port);
    return socket;
}

// A reset rather than a polite end.
void break_off(int socket) {
    const linger at_once{1, 0};
    (void)::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(socket);
}

// One direction of a line.
struct Direction {
    int from;
    int to;
    std::optional<std::uint64_t> cut;
    std::optional<std::uint64_t> turn;
    std::uint64_t passed = 0;

    // False: the line ends here.
    bool pass(const LineFault& fault) {
        char buffer[16384];
        const std::size_t most = fault.piece == 0 ? sizeof buffer : std::min(fault.piece, sizeof buffer);
        const ssize_t got = ::recv(from, buffer, most, 0);
        if (got <= 0) return false;
        auto size = static_cast<std::size_t>(got);
        if (turn && *turn >= passed && *turn < passed + size) buffer[*turn - passed] ^= 0x20;
        if (cut && passed + size > *cut) size = static_cast<std::size_t>(*cut - passed);
        if (fault.delay_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(fault.delay_ms));
        for (std::size_t sent = 0; sent < size;) {
            const ssize_t done = ::send(to, buffer + sent, size - sent, MSG_NOSIGNAL);
            if (done <= 0) return false;
            sent += static_cast<std::size_t>(done);
        }
        passed += size;
        return !(cut && passed >= *cut);
    }
};

}  // namespace

int free_loopback_port() {
    int port = 0;
    ::close(bound_socket(port));
    return port;
}

FaultProxy::FaultProxy(int server_port, std::function<LineFault(int)> fault)
    : server_port_(server_port), fault_(std::move(fault)), listener_(bound_socket(port_)) {
    BAODAO_CHECK(::listen(listener_, 64) == 0);
    thread_ = std::thread([this] { listen(); });
}

FaultProxy::~FaultProxy() {
    stopping_ = true;
    thread_.join();
    for (std::thread& line : lines_) line.join();
    ::close(listener_);
}

void FaultProxy::listen() {
    while (!stopping_) {
        pollfd ready{listener_, POLLIN, 0};
        if (::poll(&ready, 1, 20) != 1) continue;
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        lines_.emplace_back([this, client, fault = fault_(connections_++)] { pass(client, fault); });
    }
}

void FaultProxy::pass(int client, LineFault fault) {
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(server_port_);
    const bool connected =
        ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    Direction up{client, server, fault.cut_up, fault.turn_up, 0};
    Direction down{server, client, fault.cut_down, fault.turn_down, 0};
    while (connected && !stopping_) {
        pollfd ready[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
        if (::poll(ready, 2, 20) <= 0) continue;
        if (ready[0].revents != 0 && !up.pass(fault)) break;
        if (ready[1].revents != 0 && !down.pass(fault)) break;
    }
    bytes_up_ = up.passed;
    bytes_down_ = down.passed;
    break_off(client);
    break_off(server);
}

}  // namespace baodao::test
