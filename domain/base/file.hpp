// SPDX-License-Identifier: MIT
// Whole files, read with a limit and written so that a power cut leaves either
// the old file or the new one (fault 86).
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "domain/base/result.hpp"

namespace baodao {

// The bytes of a file. not_found when there is none, bad_input when it holds more than
// `bytes_max` (no more than that is ever read), io when the system refuses.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max);

// Writes beside `path`, flushes, renames over it and flushes the folder: when this returns well the new
// file is on the disk, and when it fails the old one stands and nothing is left over (if only the last
// flush failed, either of the two may stand, whole). Two writers of one path don't mix: the last one
// wins. full when the disk is, io otherwise.
enum class Readers { owner_and_group, owner_only };  // owner_only: secrets, from the first byte on
[[nodiscard]] Status write_file_atomic(const std::filesystem::path& path, std::string_view bytes,
                                       Readers readers = Readers::owner_and_group);

}  // namespace baodao
