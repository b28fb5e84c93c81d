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

void add_init(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("init", "Make a kiosk's data with a fresh community of its own");
    auto options = std::make_shared<NewCommunity>();
    command->add_option("DIR", options->folder, "folder to make")->required();
    command->add_flag("--test", options->test, "test data: takes --at, keys and slips valid 2020 to 2099");
    command->add_option("--name", options->settings.name, "the community's name")->capture_default_str();
    command->add_option("--short-name", options->settings.short_name, "head of registration numbers")
        ->capture_default_str();
    command->add_option("--town", options->settings.town, "the town above it");
    command->add_option("--cadre", options->settings.contact_name, "window cadre, public");
    command->add_option("--phone", options->settings.contact_phone, "the cadre's telephone, public");
    command->add_option("--hours", options->settings.hours, "window hours");
    command->add_option("--pin", options->pin, "six digits for the staff side; drawn when not given");
    command->callback([options, &run] {
        run = [options] {
            if (options->pin.empty()) options->pin = drawn_pin();
            const auto made = make_community(*options);
            if (!made) return report(made.error());
            say("made " + options->folder.string() + " for " + options->settings.name);
            say("干部口令 (PIN of the staff side): " + options->pin);
            return Exit::good;
        };
    });
}

}  // namespace baodao::admin
