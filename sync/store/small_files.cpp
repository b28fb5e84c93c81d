// SPDX-License-Identifier: MIT
#include "sync/store/small_files.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "domain/base/text.hpp"
#include "sync/store/segments.hpp"

namespace baodao {

namespace {

constexpr const char* origin_name = "origin";
constexpr const char* distrust_name = "verify-at-start";
constexpr const char* starts_name = "starts";

std::string text_of(Disk& disk, const std::string& path) {
    const auto bytes = read_whole(disk, path);
    return bytes ? std::string(bytes->begin(), bytes->end()) : std::string();
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

template <class Number>
std::optional<Number> number_of(const std::string& word) {
    Number value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
    return value;
}

}  // namespace

Status replace_file(Disk& disk, const std::string& folder, const std::string& name, std::string_view bytes) {
    const std::string path = folder + "/" + name;
    const std::string beside = path + ".new";
    {
        auto file = disk.open(beside, OpenFor::writing);
        if (!file) return file.error();
        if (const auto emptied = (*file)->truncate(0); !emptied) return emptied;
        if (const auto written = (*file)->write_at(0, as_bytes(bytes)); !written) return written;
        if (const auto synced = (*file)->sync(); !synced) return synced;
    }
    if (const auto renamed = disk.rename(beside, path); !renamed) return renamed;
    return disk.sync_folder(folder);
}

std::optional<OriginFile> read_origin_file(Disk& disk, const std::string& folder) {
    const auto words = words_of(text_of(disk, folder + "/" + origin_name));
    if (words.size() != 5 || words[0] != "baodao" || words[1] != "origin" || words[3] != "epoch") {
        return std::nullopt;
    }
    const auto origin = id_from_hex<OriginId>(words[2]);
    const auto epoch = number_of<std::uint32_t>(words[4]);
    if (!origin || !epoch) return std::nullopt;
    return OriginFile{*origin, {*epoch}};
}

Status write_origin_file(Disk& disk, const std::string& folder, const OriginFile& content) {
    return replace_file(
        disk, folder, origin_name,
        "baodao origin " + to_hex(content.origin) + " epoch " + std::to_string(content.epoch.value) + "\n");
}

bool is_distrusted(Disk& disk, const std::string& folder) {
    return disk.identity(folder + "/" + distrust_name).ok();
}

Status distrust(Disk& disk, const std::string& folder) {
    return replace_file(disk, folder, distrust_name, "");
}

Status trust_again(Disk& disk, const std::string& folder) {
    const auto removed = disk.remove(folder + "/" + distrust_name);
    if (!removed && removed.error().kind == ErrorKind::not_found) return {};
    return removed;
}

bool note_start(Disk& disk, const std::string& folder, const ClockReading& now) {
    std::vector<std::int64_t> starts;
    const auto words = words_of(text_of(disk, folder + "/" + starts_name));
    if (!words.empty() && words.front() == to_hex(now.boot)) {
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto start = number_of<std::int64_t>(words[i]);
            if (start && *start <= now.mono.value && now.mono.value - *start < crash_loop_ms) {
                starts.push_back(*start);
            }
        }
    }
    starts.push_back(now.mono.value);
    const std::size_t kept = std::min(starts.size(), crash_loop_starts);
    std::string text = to_hex(now.boot);
    for (std::size_t i = starts.size() - kept; i < starts.size(); ++i) {
        text += ' ' + std::to_string(starts[i]);
    }
    // A start that cannot be noted must still happen.
    (void)replace_file(disk, folder, starts_name, text + "\n");
    return starts.size() >= crash_loop_starts;
}

Result<std::string> put_aside(Disk& disk, const std::string& folder, const std::string& name, UtcMillis now) {
    std::string stamp = to_rfc3339(now, UtcOffset{0});
    std::erase_if(stamp, [](char c) { return c == ':' || c == '-'; });
    std::string aside = name + ".damaged-" + stamp;
    for (int i = 2; disk.identity(folder + "/" + aside).ok(); ++i) {
        aside = name + ".damaged-" + stamp + "-" + std::to_string(i);
    }
    if (const auto renamed = disk.rename(folder + "/" + name, folder + "/" + aside); !renamed) {
        return renamed.error();
    }
    if (const auto synced = disk.sync_folder(folder); !synced) return synced.error();
    return aside;
}

}  // namespace baodao
