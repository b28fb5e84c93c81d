// SPDX-License-Identifier: MIT
#include "sync/hq/serve.hpp"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <utility>
#include <vector>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "sync/host/file_limit.hpp"
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

// More than this machine may have cores: some wait for the disk, or for the database server.
constexpr std::size_t answering_threads = 5;

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
    // Whether one came within a second.
    [[nodiscard]] bool came() const {
        const timespec patience{1, 0};
        return sigtimedwait(&signals_, nullptr, &patience) > 0;
    }

  private:
    sigset_t signals_{};
};

// Keys and certificate are replaced by commands beside a running headquarters, each file as a whole.
class FolderWatch {
  public:
    explicit FolderWatch(std::filesystem::path folder) : folder_(std::move(folder)), seen_(written()) {}
    // Since the last time that it was asked, or since it was made.
    [[nodiscard]] bool changed() {
        const Times before = std::exchange(seen_, written());
        return before != seen_;
    }

  private:
    using Times = std::vector<std::filesystem::file_time_type>;
    [[nodiscard]] Times written() const {
        Times times;
        std::error_code missing;
        for (const char* file : folder_files)
            times.push_back(std::filesystem::last_write_time(folder_ / file, missing));
        return times;
    }

    std::filesystem::path folder_;
    Times seen_;
};

// For a browser: as other machines reach this one, when it listens to all of them.
std::string page_address(const std::string& address, std::uint16_t port) {
    const bool all = address == "0.0.0.0" || address == "::";
    std::string host = all ? outside_host() : address;
    if (host.find(':') != std::string::npos) host = "[" + host + "]";
    return "https://" + host + ":" + std::to_string(port);
}

enum class Ended { by_signal, for_new_keys };

// `options.port` becomes the one that was found.
Result<Ended> serve_folder(ServeOptions& options, const StopSignals& stop, RequestLog& log) {
    FolderWatch watch(options.folder);
    const auto folder = load_folder(options.folder);
    if (!folder) return folder.error();
    auto pool = Pool::open(folder->store);
    if (!pool) return pool.error();
    SystemClock clock;
    SystemRandom random;
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
        {options.address, options.port, folder->certificate, answering_threads, {}, slips_upload_address},
        handle);
    if (!server) return server.error();
    if (auto written = write_serving(options.folder, {(*server)->port(), token}); !written)
        return written.error();
    port = options.port = (*server)->port();
    const std::string pages = address() + "/";
    log.write({{"t", clock.now().wall.value},
               {"listening", options.address},
               {"port", (*server)->port()},
               {"pages", pages}});
    std::fprintf(stderr, "the town's pages: %s\n", pages.c_str());
    Ended ended = Ended::by_signal;
    while (!stop.came()) {
        if (!watch.changed() || !load_folder(options.folder)) continue;
        ended = Ended::for_new_keys;
        break;
    }
    (*server)->stop();
    remove_serving(options.folder);
    log.write({{"t", clock.now().wall.value}, {"stopped", true}});
    return ended;
}

}  // namespace

Status serve(const ServeOptions& options) {
    const StopSignals stop;
    raise_file_limit();  // each kiosk that is connected takes one
    RequestLog log;
    ServeOptions place = options;
    for (;;) {
        const auto ended = serve_folder(place, stop, log);
        if (!ended) return ended.error();
        if (*ended == Ended::by_signal) return {};
    }
}

}  // namespace baodao::hq
