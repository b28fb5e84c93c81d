// SPDX-License-Identifier: MIT
// Persons, brought up from the journal when somebody stands at the desk; none is
// loaded before, so that the start does not grow with the log.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/service/person.hpp"
#include "domain/slip/crypto.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// What the cards say about a person; empty where nothing is known.
struct PersonCard {
    std::string name;
    std::string branch;
    std::string agency;
    std::string skills;
    std::string wishes;
};

// One person with everything the journal holds about her.
struct LoadedPerson {
    std::vector<Entry> entries;
    PersonState state;
    FoldHints hints;  // with which `state` was folded
};

// Somebody who is registered here, with the names that the screens and papers say.
struct KnownPerson {
    SlipSerial serial;  // of the slip or short code that she showed
    std::string name;   // of the card, else of the slip
    PersonCard card;
    LoadedPerson person;
};

// Error damaged or io: the store could not be read.
[[nodiscard]] Result<LoadedPerson> load_person(Journal& journal, std::uint64_t subject,
                                               const CommunityState& community, UtcMillis now);
// From the newest card that opens; a purged or missing card leaves fields empty.
[[nodiscard]] PersonCard read_card(Journal& journal, const std::vector<Entry>& entries, const SecretKey& key);

// Index keys for the journal, as the domain reads them.
[[nodiscard]] std::vector<SubjectKey> index_keys(const Event& event);

}  // namespace baodao
