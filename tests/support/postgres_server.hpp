// SPDX-License-Identifier: MIT
// A PostgreSQL server of its own for one test binary: fresh folder, free port on loopback, gone at the end.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/temporary_folder.hpp"

namespace baodao::test {

class PostgresServer {
  public:
    // nullptr when PostgreSQL is not installed here.
    [[nodiscard]] static std::unique_ptr<PostgresServer> start();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // A new empty database each time.
    [[nodiscard]] std::string fresh_database();
    // As if the machine lost power, and on again.
    void stop_at_once();
    void start_again();

  private:
    PostgresServer() = default;
    [[nodiscard]] bool control(const std::string& arguments) const;

    TemporaryFolder folder_;
    std::string programs_;
    int port_ = 0;
    int databases_ = 0;
};

// One server for the whole binary, started when first asked for.
[[nodiscard]] PostgresServer* shared_postgres();

}  // namespace baodao::test
