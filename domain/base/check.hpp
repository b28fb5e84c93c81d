// SPDX-License-Identifier: MIT
// Assertions for bugs of ours; they stay in release builds. What the world does
// wrong is a Result, never a check.
#pragma once

#include <string_view>

namespace baodao {

// Called once with the failed expression before the process aborts, so that the
// kiosk can log it and show its fault screen. Set before any thread starts.
using CheckHandler = void (*)(std::string_view expression, std::string_view file, int line);
void set_check_handler(CheckHandler handler);

[[noreturn]] void check_failed(const char* expression, const char* file, int line);

}  // namespace baodao

#define BAODAO_CHECK(expression)                                                    \
    do {                                                                            \
        if (!(expression)) ::baodao::check_failed(#expression, __FILE__, __LINE__); \
    } while (false)
