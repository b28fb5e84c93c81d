// SPDX-License-Identifier: MIT
// Stands between a client and a server on loopback and spoils what passes: cut after so many bytes, held up,
// changed, dripping.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace baodao::test {

// What happens to one connection.
struct LineFault {
    std::optional<std::uint64_t> cut_up;    // after so many bytes to the server the line breaks
    std::optional<std::uint64_t> cut_down;  // likewise from the server
    std::optional<std::uint64_t> turn_up;   // that byte is changed
    std::optional<std::uint64_t> turn_down;
    int delay_ms = 0;       // before each piece is passed on
    std::size_t piece = 0;  // bytes passed on at a time; 0: as they come
};

class FaultProxy {
  public:
    // `fault` is asked for each connection, counted from 0, in the proxy's thread.
    FaultProxy(int server_port, std::function<LineFault(int connection)> fault);
    ~FaultProxy();
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] int connections() const { return connections_; }
    // Of the last connection that ended.
    [[nodiscard]] std::uint64_t bytes_up() const { return bytes_up_; }
    [[nodiscard]] std::uint64_t bytes_down() const { return bytes_down_; }

  private:
    void listen();
    void pass(int client, LineFault fault);

    int server_port_;
    std::function<LineFault(int)> fault_;
    int port_ = 0;
    int listener_ = -1;  // after port_, which its making sets
    std::atomic<bool> stopping_ = false;
    std::atomic<int> connections_ = 0;
    std::atomic<std::uint64_t> bytes_up_ = 0;
    std::atomic<std::uint64_t> bytes_down_ = 0;
    std::vector<std::thread> lines_;
    std::thread thread_;
};

// A port of loopback that nobody listens on just now.
[[nodiscard]] int free_loopback_port();

}  // namespace baodao::test
