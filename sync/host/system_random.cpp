// SPDX-License-Identifier: MIT
#include "sync/host/system_random.hpp"

#include <sys/random.h>

#include <cerrno>

#include "domain/base/check.hpp"

namespace baodao {

void SystemRandom::fill(std::span<std::uint8_t> out) {
    while (!out.empty()) {
        const ssize_t got = getrandom(out.data(), out.size(), 0);
        BAODAO_CHECK(got > 0 || errno == EINTR);
        if (got > 0) out = out.subspan(static_cast<std::size_t>(got));
    }
}

}  // namespace baodao
