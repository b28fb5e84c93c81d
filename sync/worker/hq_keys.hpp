// SPDX-License-Identifier: MIT
// Headquarters' key set as a kiosk keeps it: beside the one of its own root, in a file that is replaced as a
// whole. Nothing in it is secret, and nothing is believed but what a pinned root signed.
// FORMAT: "BDKS" 01 000000, then for each headquarters that this kiosk belonged to, the present one last: its
// answering key 32 bytes, its root 32, n 4 (big-endian), n bytes of key set (SLIP_FORMAT.md).
#pragma once

#include <filesystem>
#include <vector>

#include "domain/slip/keyring.hpp"
#include "sync/wire/messages.hpp"

namespace baodao {

// Headquarters, known by the key that signs its answers, and the root that it named first.
struct HqRoot {
    PublicKey answers;
    PublicKey root;
    friend bool operator==(const HqRoot&, const HqRoot&) = default;
};
struct HqKeysHeld {
    HqRoot by;
    ListVersion version;
};
// Of every headquarters. Without a file, or with one that is damaged: none, and they are fetched again.
[[nodiscard]] std::vector<HqKeysHeld> hq_keys_held(const std::filesystem::path& folder);

// Takes the next key set and keeps it: when this returns well it is on the disk. refused: another root than
// the one that this headquarters named first, another signer, or a version that is not higher (fault 73).
[[nodiscard]] Status take_hq_keys(const std::filesystem::path& folder, const HqRoot& by, ByteSpan key_set);

// What is held comes to a keyring that has the kiosk's own root already.
void trust_hq_keys(Keyring& keyring, const std::filesystem::path& folder);

}  // namespace baodao
