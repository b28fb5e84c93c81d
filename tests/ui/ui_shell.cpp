// SPDX-License-Identifier: MIT
// The real screen with a desk of fictional answers behind it, for the tests that use
// real input: what is typed by the hand scanner names the answer.
//   ui_shell --describe FILE [--screenshots FOLDER] [--size WxH] [--camera] [--full-atlas] [--english]
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <thread>

#include "kiosk/ui/shell.hpp"
#include "tests/ui/canned.hpp"

namespace {

using namespace baodao;

std::atomic<bool> stopping{false};

void stop(int) {
    stopping = true;
}

// The wall clock stands on the fictional day and goes on from there.
class CannedClock final : public Clock {
  public:
    [[nodiscard]] ClockReading now() const override {
        const std::int64_t mono = std::chrono::duration_cast<std::chrono::milliseconds>(
                                      std::chrono::steady_clock::now().time_since_epoch())
                                      .count();
        return {test::canned_time(8, 57) + (mono - start_), MonoMillis{mono}, {}};
    }

  private:
    std::int64_t start_ = std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::steady_clock::now().time_since_epoch())
                              .count();
};

ScanAnswer answer_named(const std::string& text) {
    const std::map<std::string, ScanAnswer> answers{
        {"REGISTERED", test::registered_answer()}, {"SIGNEDIN", test::signed_in_answer()},
        {"SIGNEDOUT", test::signed_out_answer()},  {"NEWCOMER", test::newcomer_signed_out_answer()},
        {"PARKED99", test::parked_answer()},       {"CHOOSE99", test::choose_answer()},
    };
    const auto found = answers.find(text);
    return found == answers.end() ? test::refused_answer(Outcome::foreign) : found->second;
}

// Answers at once, through the mailbox, as the real desk does from its thread.
void answer(const Effect& effect, Mailbox<Intent>& inbound) {
    if (const auto* receipt = std::get_if<PrintReceipt>(&effect))
        (void)inbound.post(PaperReported{receipt->serial, PaperState::accepted});
    const auto* scan = std::get_if<SubmitScan>(&effect);
    if (scan == nullptr) return;
    const bool posted = scan->purpose == ScanPurpose::show_record
                            ? inbound.post(RecordAnswered{scan->ticket, test::canned_record()})
                            : inbound.post(ScanAnswered{scan->ticket, answer_named(scan->text)});
    if (!posted) std::fprintf(stderr, "the mailbox is full\n");
}

struct Options {
    ShellOptions shell;
    bool camera = false;
    Language language = Language::chinese;
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto next = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string(); };
        if (word == "--describe") options.shell.describe_file = next();
        if (word == "--screenshots") options.shell.screenshot_folder = next();
        if (word == "--size") {
            PixelSize& size = options.shell.window.size;
            std::sscanf(next().c_str(), "%dx%d", &size.width, &size.height);
        }
        if (word == "--camera") options.camera = true;
        if (word == "--full-atlas") options.shell.full_atlas = true;
        if (word == "--english") options.language = Language::english;
    }
    return options;
}

// Fifteen pictures a second, as a camera gives them.
void run_camera(LatestSlot<std::shared_ptr<const GreyImage>>& preview) {
    GreyImage picture = test::canned_camera_picture();
    for (std::uint8_t grey = 0; !stopping; ++grey) {
        picture.at(grey, 0) = grey;
        preview.put(std::make_shared<const GreyImage>(picture));
        std::this_thread::sleep_for(std::chrono::microseconds(66'667));
    }
}

}  // namespace

int main(int argc, char** argv) {
    const auto started = std::chrono::steady_clock::now();
    std::signal(SIGTERM, stop);
    Options options = parse(argc, argv);
    options.shell.on_first_frame = [&] {
        const auto ms =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started)
                .count();
        std::printf("first frame after %lld ms\n", static_cast<long long>(ms));
        std::fflush(stdout);
    };
    Mailbox<Intent> inbound(inbound_intents_max, wake_window);
    LatestSlot<std::shared_ptr<const GreyImage>> preview(wake_window);
    Model model = test::canned_model();
    model.language = options.language;
    model.camera = options.camera ? CameraState::working : CameraState::lost;
    std::thread camera;
    if (options.camera) camera = std::thread([&] { run_camera(preview); });
    const CannedClock clock;
    const Status status = run_shell(
        options.shell, model,
        {clock, inbound, preview, [&](const Effect& effect) { answer(effect, inbound); }, stopping});
    stopping = true;
    if (camera.joinable()) camera.join();
    if (!status.ok()) std::fprintf(stderr, "%s\n", status.error().text().c_str());
    return status.ok() ? 0 : 1;
}
