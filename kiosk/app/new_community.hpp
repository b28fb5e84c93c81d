// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "domain/base/result.hpp"
#include "domain/event/kinds_machine.hpp"

namespace baodao {

struct NewCommunity {
    std::filesystem::path folder;
    bool test = false;
    CommunitySet settings{"本社区", "本区", "", "", "", "", 480};
    std::string pin = {};  // of the staff side; empty: none, to be set later
};

// Keys, an empty log, and its first events: the community's settings and its key. Refused when the folder
// holds a kiosk's data already.
[[nodiscard]] Status make_community(const NewCommunity& wanted);

}  // namespace baodao
