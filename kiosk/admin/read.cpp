// SPDX-License-Identifier: MIT
// baodaoctl read: every pass of the scan pipeline on each picture. One line a file: file, tab, text or "-".
#include "domain/qr/picture_file.hpp"
#include "domain/qr/scan_pipeline.hpp"
#include "kiosk/admin/command.hpp"
#include "sync/host/system_clock.hpp"

namespace baodao::admin {

namespace {

struct ReadOptions {
    std::vector<std::filesystem::path> files;
    bool time = false;
};

// What a code may say goes on one line of a table.
std::string on_one_line(std::string text) {
    for (char& c : text) {
        if (c == '\t' || c == '\n' || c == '\r' || c == '\0') c = ' ';
    }
    return text;
}

Exit read(const ReadOptions& options) {
    const SystemClock clock;
    Exit status = Exit::good;
    for (const auto& file : options.files) {
        const auto picture = load_picture(file);
        if (!picture) {
            status = report(picture.error());
            if (!put_line(file.string() + "\t-")) return Exit::refused;
            continue;
        }
        const MonoMillis before = clock.now().mono;
        const ScanResult result = read_picture(*picture);
        const std::int64_t passed = clock.now().mono - before;
        std::string line = file.string() + "\t";
        for (const std::string& text : result.texts)
            line += (line.ends_with('\t') ? "" : " ") + on_one_line(text);
        if (result.texts.empty()) line += "-";
        if (options.time) line += "\t" + std::to_string(passed) + " ms";
        if (!put_line(line)) return Exit::refused;
    }
    return status;
}

}  // namespace

void add_read(CommandLine& app) {
    auto command = app.command("read", "Read the codes on pictures (PNG, JPEG, PGM) with every pass");
    auto options = std::make_shared<ReadOptions>();
    command.flag("--time", &options->time, "say how long each took");
    command.needs("FILE", &options->files, "pictures");
    command.runs([options] { return read(*options); });
}

}  // namespace baodao::admin
