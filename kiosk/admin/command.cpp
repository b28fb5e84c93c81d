// SPDX-License-Identifier: MIT
#include "kiosk/admin/command.hpp"

#include <cstdio>
#include <iostream>

namespace baodao::admin {

Exit report(const Error& error) {
    say(error.text());
    switch (error.kind) {
        case ErrorKind::damaged:
        case ErrorKind::io:
        case ErrorKind::full:
            return Exit::data_fault;
        default:
            return Exit::refused;
    }
}

Result<OpenDeskOptions> desk_options(const std::filesystem::path& folder, const std::string& at) {
    OpenDeskOptions options{folder, std::nullopt};
    if (at.empty()) return options;
    const auto time = parse_rfc3339(at);
    if (!time) return time.error();
    options.at = *time;
    return options;
}

void say(std::string_view words) {
    std::cerr << "baodaoctl: " << words << '\n';
}

bool put_line(std::string_view line) {
    std::cout << line << '\n';
    return static_cast<bool>(std::cout.flush());
}

}  // namespace baodao::admin
