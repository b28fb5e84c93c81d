// SPDX-License-Identifier: MIT
#include "sync/hq/serve.hpp"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <mutex>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/host/system_random.hpp"
#include "sync/hq/folder.hpp"
#include "sync/hq/headquarters.hpp"
#include "sync/hq/projector_thread.hpp"
#include "sync/hq/server.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/web.hpp"

namespace baodao::hq {

namespace {

// Whole lines from several threads; a reader that went away is no reason to stop.
class RequestLog {
  public:
    void write(const Json& line) {
        const std::string text = to_compact(line) + "\n";
        const std::scoped_lock lock(mutex_);
        (void)std::fwrite(text.data(), 1, text.size(), stdout);
        (void)std::fflush(stdout);
    }

  private:
    std::mutex mutex_;
};

// Signals are taken by this thread alone; blocked before any other one starts.
class StopSignals {
  public:
    StopSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait() const {
        int signal = 0;
        sigwait(&signals_, &signal);
    }

  private:
    sigset_t signals_{};
};

// For a browser: as other machines reach this one, when it listens to all of them.
std::string page_address(const std::string& address, std::uint16_t port) {
    const bool all = address == "0.0.0.0" || address == "::";
    std::string host = all ? outside_host() : address;
    if (host.find(':') != std::string::npos) host = "[" + host + "]";
    return "https://" + host + ":" + std::to_string(port);
}

}  // namespace

Status serve(const ServeOptions& options) {
    const StopSignals stop;
    const auto folder = load_folder(options.folder);
    if (!folder) return folder.error();
    auto pool = Pool::open(folder->store);
    if (!pool) return pool.error();
    SystemClock clock;
    SystemRandom random;
    RequestLog log;
    ProjectorThread projector(**pool);
    const std::string token = to_hex(random.draw<SecretKey>());
    const auto on_approved = [&] { projector.look_at_all(); };
    Headquarters headquarters({folder->keys, **pool, clock, random,
                               [&](const LogName& name) { projector.wake(name); }, token, on_approved});

    std::atomic<std::uint16_t> port = options.port;  // 0 until one was found
    const auto address = [&] { return page_address(options.address, port); };
    Web web({folder->keys, **pool, clock, random, folder->certificate.certificate, address, on_approved});
    const auto handle = [&](const HttpRequest& request) {
        const ClockReading begin = clock.now();
        Answer answer = Web::is_page(request.target) ? Answer{web.answer(request), "page", 0}
                                                     : headquarters.answer(request);
        log.write({{"t", begin.wall.value},
                   {"route", answer.route},
                   {"status", answer.response.status},
                   {"events", answer.events},
                   {"bytes_in", request.body.size()},
                   {"bytes_out", answer.response.body.size()},
                   {"ms", clock.now().mono - begin.mono}});
        return std::move(answer.response);
    };
    auto server = Server::start(
        {options.address, options.port, folder->certificate, 2, {}, slips_upload_address}, handle);
    if (!server) return server.error();
    if (auto written = write_serving(options.folder, {(*server)->port(), token}); !written) return written;
    port = (*server)->port();
    const std::string pages = address() + "/";
    log.write({{"t", clock.now().wall.value},
               {"listening", options.address},
               {"port", (*server)->port()},
               {"pages", pages}});
    std::fprintf(stderr, "the town's pages: %s\n", pages.c_str());
    stop.wait();
    (*server)->stop();
    remove_serving(options.folder);
    log.write({{"t", clock.now().wall.value}, {"stopped", true}});
    return {};
}

}  // namespace baodao::hq
