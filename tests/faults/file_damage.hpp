// SPDX-License-Identifier: MIT
// Harm to files, for tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baodao::test {

void copy_folder(const std::string& from, const std::string& to);
[[nodiscard]] std::uint64_t size_of(const std::string& path);
void truncate_file(const std::string& path, std::uint64_t size);
void flip_bit(const std::string& path, std::uint64_t offset);
// Overwrites the first place where `text` stands.
void wipe_text(const std::string& path, std::string_view text);

}  // namespace baodao::test
