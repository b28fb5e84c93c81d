// SPDX-License-Identifier: MIT
// baodao-hq as a process of its own, to be killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sync/net/https_client.hpp"
#include "tests/support/hq_scene.hpp"

namespace baodao::test {

class HqProcess {
  public:
    // Gives the scene's keys and records to a process; the scene lets go of them.
    HqProcess(HqScene& scene, std::string program);
    ~HqProcess();
    HqProcess(const HqProcess&) = delete;
    HqProcess& operator=(const HqProcess&) = delete;

    void start();  // and waits until it answers
    void kill_at_once();
    void pause();  // SIGSTOP
    void go_on();
    // SIGTERM; true: it ended by itself and said well.
    [[nodiscard]] bool stop();
    // What its command line prints; must end well.
    [[nodiscard]] std::string told(const std::vector<std::string>& words) const;
    // An invitation as the kiosk's camera reads it.
    [[nodiscard]] std::string invitation(const std::string& name) const;
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] HttpsOptions https(int port) const;

  private:
    HqScene* scene_;
    std::string program_;
    std::filesystem::path folder_;
    std::string certificate_;
    int port_;
    pid_t child_ = 0;
};

// A line over HTTPS; a new client when the old one lost its server.
[[nodiscard]] KioskScene::Line https_line(HttpsClient& client);

}  // namespace baodao::test
