// SPDX-License-Identifier: MIT
// Headquarters' side of the courier: who brought a file last, and what goes back. The files themselves hold
// the line's messages; nothing is taken in any other way because it came on a stick.
#pragma once

#include <filesystem>

#include "sync/courier/courier_file.hpp"
#include "sync/hq/registry.hpp"
#include "sync/wire/http.hpp"

namespace baodao::hq {

// How far the kiosk said it was, for what goes back. The last file that was brought counts.
[[nodiscard]] Status note_courier(sql::Session& session, const CourierCover& cover);
// The cover of what goes back: where this kiosk's log stands here now. A kiosk that never sent a file gets
// all news.
[[nodiscard]] Result<CourierCover> courier_back(sql::Session& session, const Kiosk& kiosk, UtcMillis now);

// A headquarters that runs, or its folder: asked with the word that opens it to programs of this machine.
using AskHq = std::function<Result<HttpResponse>(HttpRequest)>;

struct CourierReceived {
    std::string name;  // of the window
    OriginId origin;
    std::size_t batches = 0;
    LogPlace place;     // everything up to here is held
    bool anew = false;  // there was something that was not held before
};
// refused: of no kiosk of ours, or signed by nobody of ours. damaged: see read_courier. Twice is as good as
// once.
[[nodiscard]] Result<CourierReceived> courier_in(const AskHq& hq, const std::filesystem::path& file);

struct CourierAnswered {
    std::filesystem::path path;
    std::size_t pages = 0;
};
[[nodiscard]] Result<CourierAnswered> courier_out(const AskHq& hq, const OriginId& origin, Random& random,
                                                  const std::filesystem::path& stick);

}  // namespace baodao::hq
