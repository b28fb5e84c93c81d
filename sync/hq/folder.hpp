// SPDX-License-Identifier: MIT
// A headquarters' folder: keys, certificate, records, and how to reach it while it runs.
#pragma once

#include <filesystem>

#include "sync/hq/certificate.hpp"
#include "sync/hq/keys.hpp"

namespace baodao::hq {

// What a headquarters' folder holds beside its records, and what a copy of it must hold.
inline constexpr const char* folder_files[] = {"keyset.bin", "certificate.pem", "certificate-key.pem",
                                               "hq.json"};

struct Folder {
    HqKeys keys;
    Certificate certificate;
    std::string store;  // for sql::open_session
};

struct NewFolder {
    std::filesystem::path folder;
    std::string store;               // postgresql://…; empty: SQLite in the folder
    std::vector<std::string> hosts;  // more names and addresses for the certificate
};

// Asks nothing. refused: the folder holds one already.
[[nodiscard]] Status make_folder(const NewFolder& wanted, UtcMillis now, Random& random);
[[nodiscard]] Status keep_certificate(const Certificate& certificate, const std::filesystem::path& folder);
[[nodiscard]] Result<Folder> load_folder(const std::filesystem::path& folder);

// Names and addresses of this machine, loopback included.
[[nodiscard]] std::vector<std::string> own_hosts();
// The address that other machines use, if there is one; else loopback.
[[nodiscard]] std::string outside_host();

// While `serve` runs: where, and the word that opens /v1/admin. Gone when it ends properly.
struct Serving {
    std::uint16_t port = 0;
    std::string token;
};
[[nodiscard]] Status write_serving(const std::filesystem::path& folder, const Serving& serving);
[[nodiscard]] Result<Serving> read_serving(const std::filesystem::path& folder);
void remove_serving(const std::filesystem::path& folder);

}  // namespace baodao::hq
