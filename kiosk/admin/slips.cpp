// SPDX-License-Identifier: MIT
// baodaoctl slips: a batch of signed slips from a roster.
#include "kiosk/admin/command.hpp"
#include "kiosk/admin/slip_files.hpp"

namespace baodao::admin {

namespace {

struct SlipOptions {
    std::filesystem::path folder;
    SlipFiles files;
    std::string from;
    std::string to;
    std::string at;
};

// False, and said, when the text is not a date.
bool read_day(const std::string& text, std::optional<LocalDate>& out) {
    if (text.empty()) return true;
    const auto day = parse_date(text);
    if (!day) {
        say(day.error().text());
        return false;
    }
    out = *day;
    return true;
}

Exit slips(SlipOptions options) {
    if (!read_day(options.from, options.files.from) || !read_day(options.to, options.files.to))
        return Exit::usage;
    const auto wanted = desk_options(options.folder, options.at);
    if (!wanted) {
        say(wanted.error().text());
        return Exit::usage;
    }
    const auto opened = OpenedDesk::open(*wanted);
    if (!opened) return report(opened.error());
    const auto issued = write_slip_files(**opened, options.files);
    if (!issued) return report(issued.error());
    say(std::to_string(*issued) + " slips in " + options.files.pdf.string());
    return Exit::good;
}

}  // namespace

void add_slips(CommandLine& app) {
    auto command = app.command("slips", "Sign slips for a roster: a PDF to cut up and a table of texts");
    auto options = std::make_shared<SlipOptions>();
    command.needs("--data", &options->folder, "the kiosk's data");
    command.needs("--roster", &options->files.roster, "CSV with 姓名 and 单位, in UTF-8 or GB18030");
    command.needs("--out", &options->files.pdf, "PDF to write, eight 签到卡 to an A4 sheet");
    command.needs("--texts", &options->files.texts, "TSV to write: serial, name, text");
    command.takes("--from", &options->from, "first day of the slips, like 2026-03-01");
    command.takes("--to", &options->to, "last day for a first registration");
    command.takes("--at", &options->at, "time to believe; test data only");
    command.runs([options] { return slips(*options); });
}

}  // namespace baodao::admin
