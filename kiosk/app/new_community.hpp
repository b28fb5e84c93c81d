// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "domain/base/result.hpp"
#include "domain/event/kinds_machine.hpp"
#include "kiosk/app/opened_desk.hpp"

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

// A community's keys and settings for a further window of it, sealed. The password is drawn (120 bits) and
// stands nowhere else; whoever has both can sign slips in the community's name.
// FORMAT: "BDCOPY1\n", then JSON {format 1, secrets, key_set, settings} as seal() has it, bound to these
// eight bytes, under SHA-256 of them and the password's 24 characters.
struct CommunityCopy {
    std::string bytes;
    std::string
        password;  // XXXXXX-XXXXXX-XXXXXX-XXXXXX; typed without groups or in small letters it holds too
};
[[nodiscard]] Result<CommunityCopy> copy_community(OpenedDesk& opened);

struct FurtherWindow {
    std::filesystem::path folder;
    char letter = 'B';     // in registration numbers; each window of a community has its own
    std::string pin = {};  // of its staff side
};
// A log of its own, and the community's keys and settings. refused: another password, or the folder is not
// empty; bad_input: no copy, or the first window's letter.
[[nodiscard]] Status make_further_window(const FurtherWindow& wanted, const CommunityCopy& copy);

}  // namespace baodao
