// SPDX-License-Identifier: MIT
#include <csignal>

#include "kiosk/admin/command.hpp"

int main(int argc, char** argv) {
    using namespace baodao::admin;
    // A reader that went away (| head) is an ordinary end of writing, not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);

    CLI::App app("baodaoctl: the operator's tool of Baodao", "baodaoctl");
    app.require_subcommand(1);
    Run run;
    for (const auto add : {add_init, add_keys, add_slips, add_scan, add_staff, add_ledger, add_verify,
                           add_export, add_read, add_demo, add_sync, add_courier}) {
        add(app, run);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int status = app.exit(error);
        return status == 0 ? 0 : static_cast<int>(Exit::usage);
    }
    return static_cast<int>(run());
}
