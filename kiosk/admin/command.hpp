// SPDX-License-Identifier: MIT
// What every command of baodaoctl shares: options in, an exit status out. Standard output
// is for the result, standard error for words.
#pragma once

#include <CLI/CLI.hpp>
#include <string_view>

#include "kiosk/app/opened_desk.hpp"

namespace baodao::admin {

enum class Exit : int {
    good = 0,
    refused = 1,     // understood and not done: what was given is wrong, or somebody else holds the data
    usage = 2,       // the command line itself
    data_fault = 3,  // disk or data damaged
};

// Says the error on standard error and gives the status that fits its kind.
[[nodiscard]] Exit report(const Error& error);
// The options of a command that works at the desk: --data, and --at with its text or none. An error is in the
// command line itself.
[[nodiscard]] Result<OpenDeskOptions> desk_options(const std::filesystem::path& folder,
                                                   const std::string& at);
// A line of words on standard error.
void say(std::string_view words);
// A line of result on standard output, flushed. False when nobody reads it any more.
[[nodiscard]] bool put_line(std::string_view line);

// Each adds its subcommand. The chosen command's work is left in `run`.
using Run = std::function<Exit()>;
void add_init(CLI::App& app, Run& run);
void add_keys(CLI::App& app, Run& run);
void add_slips(CLI::App& app, Run& run);
void add_scan(CLI::App& app, Run& run);
void add_staff(CLI::App& app, Run& run);
void add_ledger(CLI::App& app, Run& run);
void add_verify(CLI::App& app, Run& run);
void add_export(CLI::App& app, Run& run);
void add_read(CLI::App& app, Run& run);
void add_demo(CLI::App& app, Run& run);
void add_sync(CLI::App& app, Run& run);
void add_courier(CLI::App& app, Run& run);

}  // namespace baodao::admin
