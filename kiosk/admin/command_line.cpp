// SPDX-License-Identifier: MIT
#include "kiosk/admin/command_line.hpp"

#include <CLI/CLI.hpp>

namespace baodao::admin {

namespace {

CLI::Option* add(CLI::App& app, const char* name, CommandLine::Into into, const char* words) {
    return std::visit([&](auto* value) { return app.add_option(name, *value, words); }, into);
}

}  // namespace

CommandLine CommandLine::command(const char* name, const char* words) {
    app_->require_subcommand(1);
    return {*app_->add_subcommand(name, words), *chosen_};
}

CommandLine& CommandLine::needs(const char* name, Into into, const char* words) {
    add(*app_, name, into, words)->required();
    return *this;
}

CommandLine& CommandLine::takes(const char* name, Into into, const char* words) {
    add(*app_, name, into, words)->capture_default_str();
    return *this;
}

CommandLine& CommandLine::flag(const char* name, bool* into, const char* words) {
    app_->add_flag(name, *into, words);
    return *this;
}

void CommandLine::runs(Run work) {
    app_->callback([chosen = chosen_, work = std::move(work)] { *chosen = work; });
}

Exit run_command_line(int argc, char** argv, const char* name, const char* words,
                      std::initializer_list<void (*)(CommandLine&)> commands) {
    CLI::App app(words, name);
    CommandLine::Run chosen;
    CommandLine whole(app, chosen);
    for (const auto add_to : commands) add_to(whole);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Exit::good : Exit::usage;
    }
    return chosen();
}

}  // namespace baodao::admin
