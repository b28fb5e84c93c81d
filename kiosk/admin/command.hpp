// SPDX-License-Identifier: MIT
// What every command of baodaoctl shares: options in, an exit status out. Standard output
// is for the result, standard error for words.
#pragma once

#include <string_view>

#include "kiosk/admin/command_line.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao::admin {

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

// Each adds its command.
void add_init(CommandLine& app);
void add_share(CommandLine& app);
void add_keys(CommandLine& app);
void add_slips(CommandLine& app);
void add_scan(CommandLine& app);
void add_staff(CommandLine& app);
void add_ledger(CommandLine& app);
void add_verify(CommandLine& app);
void add_export(CommandLine& app);
void add_read(CommandLine& app);
void add_demo(CommandLine& app);
void add_sync(CommandLine& app);
void add_courier(CommandLine& app);
void add_fleet(CommandLine& app);

}  // namespace baodao::admin
