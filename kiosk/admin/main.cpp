// SPDX-License-Identifier: MIT
#include <csignal>

#include "kiosk/admin/command.hpp"

int main(int argc, char** argv) {
    using namespace baodao::admin;
    // A reader that went away (| head) is an ordinary end of writing, not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    return static_cast<int>(
        run_command_line(argc, argv, "baodaoctl", "baodaoctl: the operator's tool of Baodao",
                         {add_init, add_share, add_keys, add_slips, add_scan, add_staff, add_ledger,
                          add_verify, add_export, add_read, add_demo, add_sync, add_courier, add_fleet}));
}
