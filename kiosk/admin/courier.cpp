// SPDX-License-Identifier: MIT
// baodaoctl courier: a kiosk's data and headquarters by way of a USB stick.
#include "kiosk/admin/command.hpp"
#include "sync/worker/courier_side.hpp"

namespace baodao::admin {

namespace {

struct CourierOptions {
    std::filesystem::path folder;
    std::filesystem::path stick;
    std::filesystem::path file;
};

// With the data and its headquarters opened.
Exit with_window(const CourierOptions& options, const std::function<Exit(const CourierWindow&)>& work) {
    const auto opened = OpenedDesk::open({options.folder, std::nullopt});
    if (!opened) return report(opened.error());
    const auto link = load_link(options.folder);
    if (!link) return report(link.error());
    return work({(*opened)->journal(), options.folder, (*opened)->installation().community, *link,
                 (*opened)->clock(), (*opened)->random()});
}

Exit out(const CourierOptions& options) {
    return with_window(options, [&](const CourierWindow& window) {
        const auto sent = courier_out(window, options.stick);
        if (!sent) return report(sent.error());
        say(std::to_string(sent->events) + " events wait and are on the stick; they stay here as well");
        return put_line(sent->path.string()) ? Exit::good : Exit::refused;
    });
}

Exit in(const CourierOptions& options) {
    return with_window(options, [&](const CourierWindow& window) {
        const auto taken = courier_in(window, options.file);
        if (!taken) return report(taken.error());
        if (taken->older) say("this file says nothing that is not known here already");
        if (!taken->active) say("headquarters has not approved this window, or took it out of use");
        const auto waits = window.journal.outbox_count();
        const std::string line = "confirmed " + std::to_string(taken->confirmed) + ", news " +
                                 std::to_string(taken->news) + ", waiting " +
                                 std::to_string(waits ? *waits : 0);
        return put_line(line) ? Exit::good : Exit::refused;
    });
}

}  // namespace

void add_courier(CommandLine& app) {
    auto courier = app.command("courier", "Where there is no line: files on a USB stick");
    auto options = std::make_shared<CourierOptions>();

    auto out_command = courier.command("out", "All that waits, into a file for headquarters");
    out_command.needs("--data", &options->folder, "the kiosk's data");
    out_command.needs("--to", &options->stick, "folder of the stick");
    out_command.runs([options] { return out(*options); });

    auto in_command = courier.command("in", "Headquarters' answer: acknowledgement and news");
    in_command.needs("--data", &options->folder, "the kiosk's data");
    in_command.needs("FILE", &options->file, "baodao-to-window-….bdc");
    in_command.runs([options] { return in(*options); });
}

}  // namespace baodao::admin
