// SPDX-License-Identifier: MIT
// baodaoctl scan: the desk without a screen. One JSON line per text, written and flushed only
// after the event is durable.
#include <cctype>
#include <iostream>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao::admin {

namespace {

struct ScanOptions {
    std::filesystem::path folder;
    std::string at;
    std::vector<std::string> texts;
    bool confirm_short = false;
    std::string activity;
};

Json in_json(const ScanAnswer& answer) {
    Json line{{"outcome", token(answer.outcome)}};
    if (answer.park_reason) line["reason"] = token(*answer.park_reason);
    if (answer.event) {
        line["event"] = {{"origin", to_hex(answer.event->id.origin)},
                         {"epoch", answer.event->id.epoch.value},
                         {"seq", answer.event->id.seq.value},
                         {"hash", to_hex(answer.event->hash)}};
    }
    if (answer.serial) line["serial"] = to_hex64(answer.serial->value);
    if (!answer.name.empty()) line["name"] = answer.name;
    if (!answer.registration_number.empty()) line["number"] = answer.registration_number;
    if (answer.outcome == Outcome::signed_out && answer.service)
        line["minutes"] = answer.service->service.minutes;
    if (answer.year) {
        line["year_minutes"] = answer.year->minutes;
        line["owed"] = answer.year->owed_minutes;
        line["owed_by"] = to_string(answer.year->due);
    }
    for (const ActivityView& choice : answer.choices) {
        line["choices"].push_back({{"activity", to_hex64(choice.id.value)}, {"title", choice.title}});
    }
    if (!answer.problem.empty()) line["problem"] = answer.problem;
    return line;
}

// Fourteen letters and digits, in groups or not: a short code, right or wrong.
bool looks_typed(std::string_view text) {
    std::size_t letters = 0;
    for (const unsigned char c : text) {
        if (std::isalnum(c) != 0) {
            ++letters;
        } else if (c != ' ' && c != '-') {
            return false;
        }
    }
    return letters == short_code_characters;
}

// False when standard output is gone: whoever reads the lines must know what was recorded.
bool scan_one(Desk& desk, const ScanOptions& options, std::string_view text, Exit& status) {
    SubmitScan request;
    request.text = std::string(text);
    request.source = looks_typed(text) ? ScanSource::typed_code : ScanSource::hand_scanner;
    request.sign_out_confirmed = options.confirm_short;
    if (const auto activity = from_hex64(options.activity)) request.activity = ActivityId{*activity};
    const ScanAnswer answer = desk.scan(request);
    if (answer.outcome == Outcome::store_failed) status = Exit::data_fault;
    return put_line(to_compact(in_json(answer)));
}

Exit scan(const ScanOptions& options) {
    const auto wanted = desk_options(options.folder, options.at);
    if (!wanted) {
        say(wanted.error().text());
        return Exit::usage;
    }
    const auto opened = OpenedDesk::open(*wanted);
    if (!opened) return report(opened.error());
    Desk& desk = (*opened)->desk();
    Exit status = Exit::good;
    if (options.texts == std::vector<std::string>{"-"}) {
        for (std::string line; std::getline(std::cin, line);) {
            if (line.ends_with('\r')) line.pop_back();
            if (!line.empty() && !scan_one(desk, options, line, status)) return Exit::refused;
        }
        return status;
    }
    for (const std::string& text : options.texts) {
        if (!scan_one(desk, options, text, status)) return Exit::refused;
    }
    return status;
}

}  // namespace

void add_scan(CommandLine& app) {
    auto command = app.command("scan", "Scan slips at the desk without a screen; one JSON line each");
    auto options = std::make_shared<ScanOptions>();
    command.needs("--data", &options->folder, "the kiosk's data");
    command.takes("--at", &options->at, "time to believe, like 2026-03-01T09:00:00+08:00; test data only");
    command.flag("--confirm-short", &options->confirm_short, "answer yes when a short service asks first");
    command.takes("--activity", &options->activity, "answer to choose_activity: 16 hexadecimal digits");
    command.needs("TEXT", &options->texts,
                  "what the code says, or a short code; - reads lines from standard input");
    command.runs([options] { return scan(*options); });
}

}  // namespace baodao::admin
