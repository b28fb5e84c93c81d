// SPDX-License-Identifier: MIT
// What the commands of baodaoctl may be told on the command line. The parser behind it is seen by one file
// alone: it takes longer to compile than all of the commands.
#pragma once

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

namespace CLI {
class App;
}

namespace baodao::admin {

enum class Exit : int {
    good = 0,
    refused = 1,     // understood and not done: what was given is wrong, or somebody else holds the data
    usage = 2,       // the command line itself
    data_fault = 3,  // disk or data damaged
};

// A command, or the program with its commands.
class CommandLine {
  public:
    using Run = std::function<Exit()>;
    // Where a value goes; it must live until the command has run. What stands there is the default.
    using Into = std::variant<std::string*, std::filesystem::path*, int*, std::vector<std::string>*,
                              std::vector<std::filesystem::path>*>;

    CommandLine(CLI::App& app, Run& chosen) : app_(&app), chosen_(&chosen) {}

    // One of its commands, of which one must be given.
    CommandLine command(const char* name, const char* words);
    // Names that begin with -- are options, others are told by their place.
    CommandLine& needs(const char* name, Into into, const char* words);
    CommandLine& takes(const char* name, Into into, const char* words);
    CommandLine& flag(const char* name, bool* into, const char* words);
    void runs(Run work);

  private:
    CLI::App* app_;
    Run* chosen_;
};

// Runs the command that the words choose. A wrong command line is said on standard error, help on standard
// output.
[[nodiscard]] Exit run_command_line(int argc, char** argv, const char* name, const char* words,
                                    std::initializer_list<void (*)(CommandLine&)> commands);

}  // namespace baodao::admin
