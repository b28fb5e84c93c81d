// SPDX-License-Identifier: MIT
#include "domain/base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace baodao {

namespace {
CheckHandler g_handler = nullptr;
}

void set_check_handler(CheckHandler handler) {
    g_handler = handler;
}

void check_failed(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "baodao: check failed: %s (%s:%d)\n", expression, file, line);
    if (g_handler != nullptr) g_handler(expression, file, line);
    std::abort();
}

}  // namespace baodao
