// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "domain/base/result.hpp"

namespace baodao::hq {

struct ServeOptions {
    std::filesystem::path folder;
    std::string address = "0.0.0.0";
    std::uint16_t port = 8443;
};

// Keys and certificate that a command replaced meanwhile are taken up within a second or two; requests that
// are being answered are answered first. Runs until SIGINT or SIGTERM. One line of JSON on standard output
// for each request: numbers, never names.
[[nodiscard]] Status serve(const ServeOptions& options);

}  // namespace baodao::hq
