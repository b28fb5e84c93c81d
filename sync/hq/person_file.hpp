// SPDX-License-Identifier: MIT
// Everything that headquarters holds about one person: her events, when they came in, and what her cards say.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "domain/event/card.hpp"
#include "domain/event/kinds_subjects.hpp"
#include "sync/sql/session.hpp"

namespace baodao::hq {

struct PersonFile {
    std::vector<Entry> entries;  // each once, in no order
    std::map<EventId, UtcMillis> received;
    bool intact = true;  // every record's hash is the one that was sent
};
// About whoever `subject` (serial or member number) names, wherever it was recorded.
[[nodiscard]] Result<PersonFile> load_person_file(sql::Session& session, std::uint64_t subject);

// Who she is, as far as cards that open tell.
struct PersonCard {
    std::string name;
    std::string agency;
    std::string branch;
};
// Names of cards of that community's events, newest first: at most cards_kept.
inline constexpr std::size_t cards_kept = 16;
[[nodiscard]] std::vector<Hash> card_names(const PersonFile& file, CommunityId community);
// The sealed cards of those names that are here, in few statements.
using SealedCards = std::map<Hash, ByteVector>;
[[nodiscard]] Result<SealedCards> find_cards(sql::Session& session, std::span<const Hash> names);
// Newest word first, field by field. `useful`: those cards that gave one.
[[nodiscard]] PersonCard person_card_of(const SealedCards& cards, std::span<const Hash> names,
                                        const SecretKey& community_key, std::vector<Hash>* useful = nullptr);
// Both at once.
[[nodiscard]] Result<PersonCard> read_person_card(sql::Session& session, std::span<const Hash> names,
                                                  const SecretKey& community_key,
                                                  std::vector<Hash>* useful = nullptr);

// The key of a community's cards, or nullopt while none of its kiosks was approved.
[[nodiscard]] Result<std::optional<SecretKey>> find_card_key(sql::Session& session, CommunityId community);

// By which somebody is found who gives her exact name.
using NameHash = Bytes<struct NameHashTag, 16>;
[[nodiscard]] NameHash name_hash(std::string_view name, const SecretKey& community_key);

}  // namespace baodao::hq
