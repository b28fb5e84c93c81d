// SPDX-License-Identifier: MIT
// baodaoctl export --data DIR: one JSON line per event. The event stands in its exact bytes, so
// that its hash can be computed again from the line.
#include "domain/base/text.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/admin/mirror_log.hpp"

namespace baodao::admin {

namespace {

std::string in_json(const Record& record) {
    return R"({"origin":")" + to_hex(record.id.origin) + R"(","epoch":)" +
           std::to_string(record.id.epoch.value) + R"(,"seq":)" + std::to_string(record.id.seq.value) +
           R"(,"prev":")" + to_hex(record.prev) + R"(","hash":")" + to_hex(record.hash) + R"(","event":)" +
           record.bytes + "}";
}

Exit export_events(const std::filesystem::path& folder) {
    const auto log = read_mirror_log(folder);
    if (!log) return report(log.error());
    for (const Record& record : log->records) {
        if (!put_line(in_json(record))) return Exit::refused;
    }
    for (const std::string& damage : log->summary.damaged) say("damaged: " + damage);
    return log->summary.damaged.empty() ? Exit::good : Exit::data_fault;
}

}  // namespace

void add_export(CommandLine& app) {
    auto command = app.command("export", "Write every event as one JSON line, also while a kiosk runs");
    auto folder = std::make_shared<std::filesystem::path>();
    command.needs("--data", folder.get(), "the kiosk's data");
    command.runs([folder] { return export_events(*folder); });
}

}  // namespace baodao::admin
