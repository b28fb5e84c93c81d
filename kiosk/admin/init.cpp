// SPDX-License-Identifier: MIT
// baodaoctl init [--test] DIR: a kiosk's data with a fresh community of its own, no questions asked.
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

}  // namespace

void add_init(CommandLine& app) {
    auto command = app.command("init", "Make a kiosk's data with a fresh community of its own");
    auto options = std::make_shared<NewCommunity>();
    command.needs("DIR", &options->folder, "folder to make");
    command.flag("--test", &options->test, "test data: takes --at, keys and slips valid 2020 to 2099");
    command.takes("--name", &options->settings.name, "the community's name");
    command.takes("--short-name", &options->settings.short_name, "head of registration numbers");
    command.takes("--town", &options->settings.town, "the town above it");
    command.takes("--cadre", &options->settings.contact_name, "window cadre, public");
    command.takes("--phone", &options->settings.contact_phone, "the cadre's telephone, public");
    command.takes("--hours", &options->settings.hours, "window hours");
    command.takes("--pin", &options->pin, "six digits for the staff side; drawn when not given");
    command.runs([options] {
        if (options->pin.empty()) options->pin = drawn_pin();
        const auto made = make_community(*options);
        if (!made) return report(made.error());
        say("made " + options->folder.string() + " for " + options->settings.name);
        say("干部口令 (PIN of the staff side): " + options->pin);
        return Exit::good;
    });
}

}  // namespace baodao::admin
