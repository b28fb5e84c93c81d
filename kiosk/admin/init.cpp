// SPDX-License-Identifier: MIT
// baodaoctl init [--test] DIR: a kiosk's data with a fresh community of its own, no questions asked.
// baodaoctl share, then init --copy FILE DIR: a further window of the same community.
#include <iostream>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/slip/pin.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/app/new_community.hpp"

namespace baodao::admin {

namespace {

std::string drawn_pin() {
    SystemRandom random;
    std::string pin;
    do {
        pin = std::to_string(1'000'000 + random.below(1'000'000)).substr(1);
    } while (is_easy_pin(pin));
    return pin;
}

constexpr std::size_t copy_bytes_max = 8 * 1024 * 1024;

struct InitOptions {
    NewCommunity community;
    std::filesystem::path copy;
    std::string letter = "B";
};

Exit made(const Status& status, const std::filesystem::path& folder, const std::string& name,
          const std::string& pin) {
    if (!status) return report(status.error());
    say("made " + folder.string() + " for " + name);
    say("干部口令 (PIN of the staff side): " + pin);
    return Exit::good;
}

Exit make_from_copy(const InitOptions& options) {
    auto bytes = read_file(options.copy, copy_bytes_max);
    if (!bytes) return report(bytes.error());
    say("password of the copy:");
    CommunityCopy copy{*std::move(bytes), {}};
    std::getline(std::cin, copy.password);
    FurtherWindow wanted{options.community.folder, '\0', options.community.pin};
    if (options.letter.size() == 1) wanted.letter = options.letter[0];
    return made(make_further_window(wanted, copy), wanted.folder, "window " + options.letter, wanted.pin);
}

struct ShareOptions {
    std::filesystem::path folder;
    std::filesystem::path out;
};

Exit share(const ShareOptions& options) {
    auto opened = OpenedDesk::open({options.folder, std::nullopt});
    if (!opened) return report(opened.error());
    const auto copy = copy_community(**opened);
    if (!copy) return report(copy.error());
    if (auto written = write_file_atomic(options.out, copy->bytes, Readers::owner_only); !written)
        return report(written.error());
    say("口令 (password, shown once; delete the file when the further window is made):");
    return put_line(copy->password) ? Exit::good : Exit::refused;
}

}  // namespace

void add_share(CommandLine& app) {
    auto command = app.command("share", "The community's keys and settings for a further window of it");
    auto options = std::make_shared<ShareOptions>();
    command.needs("--data", &options->folder, "the first window's data");
    command.needs("--out", &options->out, "file for `init --copy`; its password is printed");
    command.runs([options] { return share(*options); });
}

void add_init(CommandLine& app) {
    auto command = app.command("init", "Make a kiosk's data with a fresh community of its own");
    auto all = std::make_shared<InitOptions>();
    NewCommunity* options = &all->community;
    command.needs("DIR", &options->folder, "folder to make");
    command.takes("--copy", &all->copy,
                  "a further window of the community that `share` made this file of; the password is read "
                  "from standard input");
    command.takes("--letter", &all->letter, "of a further window, in its registration numbers");
    command.flag("--test", &options->test, "test data: takes --at, keys and slips valid 2020 to 2099");
    command.takes("--name", &options->settings.name, "the community's name");
    command.takes("--short-name", &options->settings.short_name, "head of registration numbers");
    command.takes("--town", &options->settings.town, "the town above it");
    command.takes("--cadre", &options->settings.contact_name, "window cadre, public");
    command.takes("--phone", &options->settings.contact_phone, "the cadre's telephone, public");
    command.takes("--hours", &options->settings.hours, "window hours");
    command.takes("--pin", &options->pin, "six digits for the staff side; drawn when not given");
    command.runs([all] {
        NewCommunity& wanted = all->community;
        if (wanted.pin.empty()) wanted.pin = drawn_pin();
        if (!all->copy.empty()) return make_from_copy(*all);
        return made(make_community(wanted), wanted.folder, wanted.settings.name, wanted.pin);
    });
}

}  // namespace baodao::admin
