// SPDX-License-Identifier: MIT
#include "sync/host/system_clock.hpp"

#include <time.h>

#include <algorithm>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "sync/host/system_random.hpp"

namespace baodao {

namespace {

std::int64_t milliseconds(clockid_t clock) {
    timespec now{};
    BAODAO_CHECK(clock_gettime(clock, &now) == 0);
    return static_cast<std::int64_t>(now.tv_sec) * ms_per_second + now.tv_nsec / 1'000'000;
}

BootId kernel_boot_id() {
    constexpr std::size_t text_max = 64;
    if (auto text = read_file("/proc/sys/kernel/random/boot_id", text_max); text.ok()) {
        std::string digits(trim(*text));
        std::erase(digits, '-');
        if (const auto id = id_from_hex<BootId>(digits)) return *id;
    }
    return SystemRandom().draw<BootId>();
}

}  // namespace

SystemClock::SystemClock() : boot_(kernel_boot_id()) {}

ClockReading SystemClock::now() const {
    return {{milliseconds(CLOCK_REALTIME)}, {milliseconds(CLOCK_BOOTTIME)}, boot_};
}

}  // namespace baodao
