// SPDX-License-Identifier: MIT
#include "kiosk/devices/usb_stick.hpp"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <string_view>

#include "domain/base/file.hpp"

namespace baodao {

namespace {

namespace fs = std::filesystem;

constexpr const char* folder_on_stick = "报到";

bool is_mount(const fs::path& path) {
    struct stat own {};
    struct stat above {};
    return ::stat(path.c_str(), &own) == 0 && ::stat(path.parent_path().c_str(), &above) == 0 &&
           own.st_dev != above.st_dev;
}

bool is_read_only(const fs::path& path) {
    struct statvfs facts {};
    return ::statvfs(path.c_str(), &facts) == 0 && (facts.f_flag & ST_RDONLY) != 0;
}

bool is_there(const StickPlaces& places, const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error) && (!places.mounts_only || is_mount(path));
}

std::vector<fs::path> folders_in(const fs::path& path) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored)) folders.push_back(it->path());
    }
    return folders;
}

PrintTrouble trouble_of(const Error& error, const StickPlaces& places, const fs::path& stick) {
    if (!is_there(places, stick)) return PrintTrouble::stick_gone;
    if (is_read_only(stick)) return PrintTrouble::stick_read_only;
    return error.kind == ErrorKind::full ? PrintTrouble::stick_full : PrintTrouble::stick_gone;
}

}  // namespace

std::vector<UsbStick> find_sticks(const StickPlaces& places) {
    std::vector<UsbStick> sticks;
    for (const fs::path& root : places.roots) {
        for (const fs::path& folder : folders_in(root)) {
            if (is_there(places, folder)) {
                sticks.push_back({folder, folder.filename().string()});
                continue;
            }
            if (!places.mounts_only) continue;
            for (const fs::path& below : folders_in(folder)) {
                if (is_there(places, below)) sticks.push_back({below, below.filename().string()});
            }
        }
    }
    std::sort(sticks.begin(), sticks.end(),
              [](const UsbStick& a, const UsbStick& b) { return a.path < b.path; });
    return sticks;
}

std::variant<fs::path, PrintTrouble> save_to_stick(const StickPlaces& places, const std::string& name,
                                                   const std::string& pdf) {
    const auto sticks = find_sticks(places);
    if (sticks.empty()) return PrintTrouble::stick_absent;
    const fs::path& stick = sticks.front().path;
    if (is_read_only(stick)) return PrintTrouble::stick_read_only;
    const fs::path folder = stick / folder_on_stick;
    std::error_code made;
    fs::create_directories(folder, made);
    if (made && made != std::errc::no_space_on_device)
        return trouble_of({ErrorKind::io, made.message(), {}}, places, stick);
    const fs::path path = free_path(folder, file_name(name));
    if (const auto written = write_file_atomic(path, pdf); !written)
        return trouble_of(written.error(), places, stick);
    const auto read = read_file(path, pdf.size());
    if (!read || *read != pdf || !is_there(places, stick)) return PrintTrouble::stick_gone;
    return path;
}

namespace {

constexpr std::size_t courier_bytes_max = 512U << 20;
constexpr std::string_view courier_ending = ".bdc";

CourierWord word_of(PrintTrouble trouble) {
    switch (trouble) {
        case PrintTrouble::stick_full:
            return CourierWord::full;
        case PrintTrouble::stick_read_only:
            return CourierWord::read_only;
        default:
            return CourierWord::gone;
    }
}

CourierWord put(const StickPlaces& places, const fs::path& stick, const StickOrder& order) {
    if (is_read_only(stick)) return CourierWord::read_only;
    const auto bytes = read_file(order.here, courier_bytes_max);
    if (!bytes) return CourierWord::failed;
    const fs::path there = stick / order.name;
    if (const auto written = write_file_atomic(there, *bytes); !written)
        return word_of(trouble_of(written.error(), places, stick));
    const auto read = read_file(there, courier_bytes_max);
    return read && *read == *bytes && is_there(places, stick) ? CourierWord::carried : CourierWord::gone;
}

// Headquarters' files for other windows lie there, or our own on its way up, or nothing of ours.
CourierWord without_ours(const StickPlaces& places, const fs::path& stick, const std::string& name) {
    if (!is_there(places, stick)) return CourierWord::gone;
    const std::string_view kind = std::string_view(name).substr(0, name.rfind('-') + 1);
    std::error_code error;
    for (fs::directory_iterator it(stick, error), end; !error && it != end; it.increment(error)) {
        const std::string other = it->path().filename().string();
        if (other.starts_with(kind) && other.ends_with(courier_ending)) return CourierWord::others;
    }
    return CourierWord::none_there;
}

CourierWord fetch(const StickPlaces& places, const fs::path& stick, const StickOrder& order) {
    const auto bytes = read_file(stick / order.name, courier_bytes_max);
    if (!bytes && bytes.error().kind == ErrorKind::not_found) return without_ours(places, stick, order.name);
    if (!bytes) return CourierWord::gone;
    return write_file_atomic(order.here, *bytes) ? CourierWord::brought : CourierWord::failed;
}

}  // namespace

CourierWord carry(const StickPlaces& places, const StickOrder& order) {
    const auto sticks = find_sticks(places);
    if (sticks.empty()) return CourierWord::absent;
    const fs::path& stick = sticks.front().path;
    return order.what == StickOrder::What::put ? put(places, stick, order) : fetch(places, stick, order);
}

std::string file_name(std::string title) {
    constexpr std::string_view forbidden = "/\\:*?\"<>| ";
    for (char& c : title) {
        if (forbidden.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20) c = '-';
    }
    return title;
}

fs::path free_path(const fs::path& folder, const std::string& name) {
    fs::path path = folder / (name + ".pdf");
    for (int n = 2; fs::exists(path); ++n) path = folder / (name + "-" + std::to_string(n) + ".pdf");
    return path;
}

}  // namespace baodao
