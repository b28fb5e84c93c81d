// SPDX-License-Identifier: MIT
#include "tests/support/postgres_server.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "domain/base/check.hpp"

namespace baodao::test {

namespace {

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    BAODAO_CHECK(::bind(socket, raw, size) == 0 && ::getsockname(socket, raw, &size) == 0);
    ::close(socket);
    return ntohs(address.sin_port);
}

// The server refuses to run as root.
std::string as_postgres() {
    return ::geteuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
}

}  // namespace

std::unique_ptr<PostgresServer> PostgresServer::start() {
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    server->programs_ = "/usr/lib/postgresql/15/bin/";
    if (!std::filesystem::exists(server->programs_ + "initdb")) return nullptr;
    const std::string folder = server->folder_.path().string();
    if (::geteuid() == 0) BAODAO_CHECK(std::system(("chown postgres " + folder).c_str()) == 0);
    server->port_ = free_port();
    const std::string data = folder + "/data";
    const std::string make = as_postgres() + server->programs_ +
                             "initdb -N -A trust -U postgres -E UTF8 --locale=C.UTF-8 -D " + data + " >" +
                             folder + "/initdb.log 2>&1";
    BAODAO_CHECK(std::system(make.c_str()) == 0);
    server->start_again();
    return server;
}

PostgresServer::~PostgresServer() {
    (void)control("-m immediate stop");
}

bool PostgresServer::control(const std::string& arguments) const {
    const std::string folder = folder_.path().string();
    const std::string command = "cd " + folder + " && " + as_postgres() + programs_ + "pg_ctl -w -D " +
                                folder + "/data -l " + folder + "/log " + arguments + " >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

void PostgresServer::start_again() {
    BAODAO_CHECK(control("-o '-p " + std::to_string(port_) + " -h 127.0.0.1 -k " + folder_.path().string() +
                         "' start"));
}

void PostgresServer::stop_at_once() {
    BAODAO_CHECK(control("-m immediate stop"));
}

std::string PostgresServer::fresh_database() {
    const std::string name = "baodao" + std::to_string(++databases_);
    const std::string make =
        programs_ + "createdb -h 127.0.0.1 -U postgres -p " + std::to_string(port_) + " " + name;
    BAODAO_CHECK(std::system(make.c_str()) == 0);
    return "postgresql://postgres@127.0.0.1:" + std::to_string(port_) + "/" + name;
}

PostgresServer* shared_postgres() {
    static const std::unique_ptr<PostgresServer> server = PostgresServer::start();
    return server.get();
}

}  // namespace baodao::test
