// SPDX-License-Identifier: MIT
#include "tests/support/hq_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "domain/base/file.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/hq/folder.hpp"
#include "sync/wire/invitation.hpp"
#include "tests/support/child.hpp"
#include "tests/support/fault_proxy.hpp"

namespace baodao::test {

HqProcess::HqProcess(HqScene& scene, std::string program)
    : scene_(&scene),
      program_(std::move(program)),
      folder_(scene.folder.path() + "/served"),
      port_(free_loopback_port()) {
    scene.close();
    std::filesystem::create_directories(folder_);
    hq::HqKeys keys = scene.keys;
    keys.store = scene.where;
    const auto certificate = hq::make_certificate(hq::own_hosts(), SystemClock().now().wall);
    BAODAO_CHECK(certificate.ok());
    certificate_ = certificate->certificate;
    BAODAO_CHECK(write_file_atomic(folder_ / "certificate.pem", certificate->certificate).ok());
    BAODAO_CHECK(write_file_atomic(folder_ / "certificate-key.pem", certificate->private_key).ok());
    BAODAO_CHECK(hq::save_keys(keys, folder_).ok());
}

HqProcess::~HqProcess() {
    kill_at_once();
}

HttpsOptions HqProcess::https(int port) const {
    HttpsOptions options;
    options.url = "https://127.0.0.1:" + std::to_string(port);
    options.certificate = certificate_;
    options.stall_s_max = 20;
    return options;
}

void HqProcess::start() {
    BAODAO_CHECK(child_ == 0);
    const std::string listen = "127.0.0.1:" + std::to_string(port_);
    const std::string log = (folder_ / "log").string();
    const auto serving = folder_ / "serving.json";
    std::filesystem::remove(serving);
    child_ = ::fork();
    if (child_ == 0) {
        const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        ::execl(program_.c_str(), "baodao-hq", "serve", "--data", folder_.c_str(), "--listen", listen.c_str(),
                static_cast<char*>(nullptr));
        ::_exit(127);
    }
    auto client = HttpsClient::make(https(port_));
    BAODAO_CHECK(client.ok());
    for (;;) {
        const auto answer = client->send({"GET", "/v1/hello", "", ""});
        if (answer && answer->status == 200 && std::filesystem::exists(serving)) return;
        BAODAO_CHECK(::waitpid(child_, nullptr, WNOHANG) == 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

std::string HqProcess::told(const std::vector<std::string>& words) const {
    std::vector<std::string> command{program_};
    command.insert(command.end(), words.begin(), words.end());
    const ChildRun run = run_child(command);
    BAODAO_CHECK(run.exited && run.code == 0);
    return run.output;
}

std::string HqProcess::invitation(const std::string& name) const {
    const auto text = read_invitation(
        told({"kiosk", "enroll", "--data", folder_.string(), "--name", name, "--url", https(port_).url}));
    BAODAO_CHECK(text.ok());
    const auto code = to_code(*text);
    BAODAO_CHECK(code.ok());
    return *code;
}

void HqProcess::kill_at_once() {
    if (child_ == 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    child_ = 0;
}

void HqProcess::pause() {
    ::kill(child_, SIGSTOP);
}

void HqProcess::go_on() {
    ::kill(child_, SIGCONT);
}

bool HqProcess::stop() {
    ::kill(child_, SIGTERM);
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

KioskScene::Line https_line(HttpsClient& client) {
    return [&client](const HttpRequest& request) -> std::optional<HttpResponse> {
        auto response = client.send(request);
        if (!response) return std::nullopt;
        return std::move(*response);
    };
}

}  // namespace baodao::test
