// SPDX-License-Identifier: MIT
#include "tests/faults/file_damage.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "domain/base/check.hpp"
#include "domain/base/file.hpp"

namespace baodao::test {

void copy_folder(const std::string& from, const std::string& to) {
    std::filesystem::copy(
        from, to,
        std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
}

std::uint64_t size_of(const std::string& path) {
    return std::filesystem::file_size(path);
}

void truncate_file(const std::string& path, std::uint64_t size) {
    std::filesystem::resize_file(path, size);
}

void flip_bit(const std::string& path, std::uint64_t offset) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    BAODAO_CHECK(file.good());
    offset = std::min(offset, size_of(path) - 1);
    file.seekg(static_cast<std::streamoff>(offset));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(offset));
    file.put(static_cast<char>(byte ^ 0x10));
    BAODAO_CHECK(file.good());
}

void wipe_text(const std::string& path, std::string_view text) {
    auto read = read_file(path, 64 << 20);
    BAODAO_CHECK(read.ok());
    std::string& bytes = *read;
    const auto at = bytes.find(text);
    BAODAO_CHECK(at != std::string::npos);
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), text.size(), '\0');
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace baodao::test
