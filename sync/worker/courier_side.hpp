// SPDX-License-Identifier: MIT
// A window's side of the courier: what waits goes into a file, headquarters' answer comes back in one. On
// the thread that owns the journal. The line's rules hold: nothing counts as acknowledged but what
// headquarters signed, and nothing is removed on account of a file.
#pragma once

#include <filesystem>
#include <functional>

#include "sync/courier/courier_file.hpp"
#include "sync/store/journal.hpp"
#include "sync/worker/kiosk_link.hpp"
#include "sync/worker/log_side.hpp"

namespace baodao {

struct CourierWindow {
    Journal& journal;
    const std::filesystem::path& folder;  // of the kiosk
    CommunityId community;
    const KioskLink& link;
    const Clock& clock;
    Random& random;
};

struct CourierSent {
    std::filesystem::path path;
    std::uint64_t events = 0;  // all that wait
};
// Into the folder of a stick. Written again it is the same file with what came since.
[[nodiscard]] Result<CourierSent> courier_out(const CourierWindow& window,
                                              const std::filesystem::path& stick);

struct CourierTaken {
    std::uint64_t confirmed = 0;  // events of this window that headquarters has, by this file
    std::uint64_t news = 0;       // records taken in, known ones among them
    bool older = false;           // says less than is known here already: it did nothing
    bool active = true;           // false: headquarters has not approved this window, or took it out of use
};
// The context of a refusal that only a line can mend: the records here and there went apart.
inline constexpr std::string_view needs_a_line = "needs a line";
// refused: made for another window, or by another headquarters. damaged: see read_courier. The same file
// twice is as good as once; one that is older than what is known changes nothing.
[[nodiscard]] Result<CourierTaken> courier_in(const CourierWindow& window, const std::filesystem::path& file,
                                              const Taken& taken = {});

}  // namespace baodao
