// SPDX-License-Identifier: MIT
// baodao-kiosk: wiring only. The screen's thread is main's; desk and camera have one each.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <thread>

#include "domain/base/file.hpp"
#include "kiosk/app/desk_thread.hpp"
#include "kiosk/app/settings_desk.hpp"
#include "kiosk/base/settings.hpp"
#include "kiosk/devices/eyes.hpp"
#include "kiosk/devices/print_thread.hpp"
#include "kiosk/devices/scan_thread.hpp"
#include "kiosk/devices/sound_thread.hpp"
#include "kiosk/devices/stick_thread.hpp"
#include "kiosk/ui/shell.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/host/system_random.hpp"

namespace {

using namespace baodao;

constexpr std::size_t settings_bytes_max = 256 * 1024;

struct Options {
    KioskSettings settings;
    ShellOptions shell;
    bool open = false;
};

// Exit status for a command line that cannot be used, as baodaoctl has it.
constexpr int usage = 2;

// The settings file first, then what the command line says otherwise.
std::optional<Options> read_options(int argc, char** argv, int& status) {
    Options options;
    std::string file;
    std::string size;
    bool windowed = false;
    bool english = false;
    KioskSettings said;
    CLI::App app("baodao-kiosk: the touch-screen window of the 双报到 scheme", "baodao-kiosk");
    app.add_option("--settings", file, "settings file (TOML)");
    auto* data = app.add_option("--data", said.data_folder, "the kiosk's data, made by `baodaoctl init`");
    auto* camera =
        app.add_option("--camera", said.camera, "auto, /dev/…, folder:PATH, file:PATH, test, or a pipeline");
    auto* printer = app.add_option("--printer", said.printer,
                                   "auto, none, folder:PATH for PDFs, ipp://…, or a print queue");
    app.add_option("--size", size, "in a window of that size, like 1366x768");
    app.add_flag("--window", windowed, "in a window instead of the whole screen");
    app.add_flag("--english", english, "begin in English");
    auto* large = app.add_flag("--large-text", said.large_text, "begin with large text");
    app.add_flag("--open", options.open, "begin on the home screen, without the self-test of a start");
    app.add_option("--describe", options.shell.describe_file, "write what the last frame shows, as JSON");
    app.add_option("--screenshots", options.shell.screenshot_folder,
                   "keep a picture of each screen as it comes");
    app.add_flag("--full-atlas", options.shell.full_atlas,
                 "load all Chinese characters first; for comparison");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        status = app.exit(error) == 0 ? 0 : usage;
        return std::nullopt;
    }
    if (!file.empty()) {
        const auto text = read_file(file, settings_bytes_max);
        const auto settings = text ? read_settings(*text) : Result<KioskSettings>(text.error());
        if (!settings) {
            std::cerr << "baodao-kiosk: " << settings.error().text() << '\n';
            status = usage;
            return std::nullopt;
        }
        options.settings = *settings;
    }
    if (*data) options.settings.data_folder = said.data_folder;
    options.settings = with_choices(options.settings, options.settings.data_folder);
    if (*camera) options.settings.camera = said.camera;
    if (*printer) options.settings.printer = said.printer;
    if (*large) options.settings.large_text = said.large_text;
    if (english) options.settings.language = Language::english;
    if (windowed || !size.empty()) options.settings.fullscreen = false;
    PixelSize& pixels = options.shell.window.size;
    pixels = {options.settings.window_width, options.settings.window_height};
    if (!size.empty() && std::sscanf(size.c_str(), "%dx%d", &pixels.width, &pixels.height) != 2) {
        std::cerr << "baodao-kiosk: a size looks like 1366x768\n";
        status = usage;
        return std::nullopt;
    }
    options.shell.window.fullscreen = options.settings.fullscreen;
    return options;
}

// Ends the program in order on SIGTERM and SIGINT, which are blocked in every other thread.
class SignalThread {
  public:
    SignalThread(std::atomic<bool>& stop) : stop_(stop) {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        thread_ = std::jthread([this](const std::stop_token& done) { wait(done); });
    }

  private:
    void wait(const std::stop_token& done) {
        const timespec patience{0, 200'000'000};
        while (!done.stop_requested()) {
            if (sigtimedwait(&signals_, nullptr, &patience) < 0) continue;
            stop_ = true;
            wake_window();
        }
    }

    std::atomic<bool>& stop_;
    sigset_t signals_;
    std::jthread thread_;
};

// An intent that must arrive: an answer that nobody sees would leave a person waiting.
void deliver(Mailbox<Intent>& inbound, const Intent& intent, const std::atomic<bool>& stop) {
    while (!inbound.post(intent) && !stop) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

// Without it the paper would seem to be on its way until the next start, and the stick at work.
template <class Report>
void hand_in(DeskThread& desk, const Report& report, const std::atomic<bool>& stop) {
    while (!desk.submit(report) && !stop) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

void carry_out(const Effect& effect, DeskThread& desk, SoundThread& sounds, Mailbox<Intent>& inbound) {
    if (const auto* wanted = std::get_if<PlaySound>(&effect)) return sounds.play(wanted->sound);
    std::optional<DeskThread::Request> request;
    if (const auto* scan = std::get_if<SubmitScan>(&effect)) request = *scan;
    if (const auto* receipt = std::get_if<PrintReceipt>(&effect)) request = *receipt;
    if (const auto* record = std::get_if<PrintRecord>(&effect)) request = *record;
    if (const auto* join = std::get_if<JoinActivity>(&effect)) request = *join;
    if (const auto* claim = std::get_if<ClaimItems>(&effect)) request = *claim;
    if (const auto* call = std::get_if<CallStaff>(&effect)) request = *call;
    if (const auto* staff = std::get_if<StaffRequest>(&effect)) {
        if (const auto* chosen = std::get_if<SaveChoices>(staff)) sounds.change(chosen->choices);
        request = *staff;
    }
    if (const auto* people = std::get_if<AskPeople>(&effect)) request = *people;
    if (const auto* wipe = std::get_if<Wipe>(&effect)) request = *wipe;
    if (const auto* team = std::get_if<AskTeamTimes>(&effect)) request = *team;
    if (const auto* asked = std::get_if<AskCorrection>(&effect)) request = *asked;
    if (const auto* event = std::get_if<WatchEvent>(&effect)) request = *event;
    if (const auto* team = std::get_if<SignTeam>(&effect)) request = *team;
    if (const auto* test = std::get_if<RunSelfTest>(&effect)) request = *test;
    if (const auto* tested = std::get_if<RecordSelfTest>(&effect)) request = *tested;
    if (const auto* page = std::get_if<PrintTestPage>(&effect)) request = *page;
    if (!request || desk.submit(*request)) return;
    if (std::holds_alternative<ClaimItems>(effect))
        (void)inbound.post(ClaimRecorded{{ClaimResult::State::not_stored, 0}});
    if (const auto* asked = std::get_if<AskCorrection>(&effect))
        (void)inbound.post(CorrectionStored{asked->event, std::nullopt});
    if (std::holds_alternative<SignTeam>(effect)) (void)inbound.post(TeamSigned{});
    const auto* scan = std::get_if<SubmitScan>(&effect);
    if (scan == nullptr) return;
    ScanAnswer busy;
    busy.outcome = Outcome::store_failed;
    busy.problem = "more scans wait than the desk takes";
    (void)inbound.post(ScanAnswered{scan->ticket, std::move(busy)});
}

// Whether somebody at the machine must act before it makes sense to show a screen.
bool hopeless(const Error& error) {
    return error.kind == ErrorKind::busy || error.kind == ErrorKind::not_found ||
           error.kind == ErrorKind::unsupported || error.kind == ErrorKind::refused;
}

int run(const Options& options) {
    std::atomic<bool> stop{false};
    const SignalThread signals(stop);
    const SystemClock clock;
    Mailbox<Intent> inbound(inbound_intents_max, wake_window);
    LatestSlot<std::shared_ptr<const GreyImage>> preview(wake_window);

    auto printer = open_printer(options.settings.printer);
    if (!printer) {
        std::cerr << "baodao-kiosk: " << printer.error().text() << '\n';
        return usage;
    }
    Mailbox<PaperOrder> papers(paper_orders_max);
    Mailbox<StickOrder> errands(stick_orders_max);
    SystemRandom random;
    SyncInbox sync;

    DeskThread desk(
        {options.settings.data_folder, std::nullopt},
        [&](const Intent& intent) { deliver(inbound, intent, stop); },
        [&](PaperOrder order) { return papers.post(std::move(order)); }, &sync,
        [&](StickOrder order) { return errands.post(std::move(order)); });
    if (const Status& opened = desk.opened(); !opened) {
        std::cerr << "baodao-kiosk: " << opened.error().text() << '\n';
        if (hopeless(opened.error())) {
            stop = true;
            return 1;
        }
    }
    // Ends before the desk, which does its wishes on the log.
    std::optional<SyncThread> syncing;
    if (!desk.crash_loop()) {
        syncing.emplace(
            options.settings.data_folder, clock, random, sync,
            SyncHooks{[&] { return desk.identity(); }, [&](const Ask& wish) { return desk.submit(wish); },
                      [&](const SyncReport& report) { return desk.submit(report); }});
    }
    SoundThread sounds(options.settings.sound, clock, desk.offset());
    // Ends before the desk, which then notes what it still hears of.
    const PrintThread printing(std::move(printer).value(), papers, clock,
                               {[&](const PaperReport& report) { hand_in(desk, report, stop); },
                                [&](const PrinterView& view) { (void)inbound.post(PrinterReported{view}); }});
    const StickThread carrying(
        errands, {[&](const StickDone& done) { hand_in(desk, done, stop); },
                  [&](const std::optional<StickView>& stick) { (void)inbound.post(StickReported{stick}); }});
    Eyes eyes(inbound, preview);
    const std::string& camera = options.settings.camera;
    std::optional<ScanThread> looking;
    if (desk.crash_loop()) {
        // Camera and decoder are the likeliest to fall over again; hand scanner and typed codes still record.
        std::cerr << "baodao-kiosk: started too often within a minute; going on without the camera\n";
        (void)inbound.post(CameraReported{CameraState::lost, Coaching::none});
    } else {
        looking.emplace([&] { return open_frame_source(camera); }, clock,
                        [&](ScanReport report) { eyes.report(std::move(report)); });
    }

    if (!options.open) (void)inbound.post(SelfTestDue{TestOccasion::start});
    Model model;
    model.language = options.settings.language;
    model.large_text = options.settings.large_text;
    model.choices = choices_of(options.settings);
    const Status status =
        run_shell(options.shell, std::move(model),
                  {clock, inbound, preview,
                   [&](const Effect& effect) { carry_out(effect, desk, sounds, inbound); }, stop});
    stop = true;
    if (status) return 0;
    std::cerr << "baodao-kiosk: " << status.error().text() << '\n';
    return 3;
}

}  // namespace

int main(int argc, char** argv) {
    int status = 0;
    const auto options = read_options(argc, argv, status);
    return options ? run(*options) : status;
}
