// SPDX-License-Identifier: MIT
// The layers' arrows point one way, and each library has one owner.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = BAODAO_SOURCE_DIR;

// A file may include what stands in its own folder or above it in this list.
const std::vector<std::string> layers{
    "domain/base", "domain/slip",   "domain/qr",    "domain/event", "domain/service", "domain/community",
    "domain/year", "domain/paper",  "sync/wire",    "sync/core",    "sync/host",      "sync/sql",
    "sync/store",  "sync/net",      "sync/courier", "sync/worker",  "sync/hq",        "kiosk/base",
    "kiosk/app",   "kiosk/devices", "kiosk/ui",     "kiosk/admin",  "kiosk",
};

// Libraries that exactly one pair of files may include.
const std::map<std::string, std::string> owned{
    {"sqlite3.h", "sync/sql/"},     {"sodium.h", "domain/slip/"},     {"qrencode.h", "domain/qr/"},
    {"ZXing/", "domain/qr/"},       {"zbar", "domain/qr/"},           {"unicode/", "domain/base/"},
    {"alsa/", "kiosk/devices/"},    {"sndfile.h", "kiosk/devices/"},  {"cups/", "kiosk/devices/"},
    {"zip.h", "domain/community/"}, {"expat.h", "domain/community/"}, {"gst/", "kiosk/devices/"},
    {"cairo", "domain/paper/"},     {"pango/", "domain/paper/"},      {"toml++/", "kiosk/base/"},
    {"imgui", "kiosk/ui/"},         {"GLFW/", "kiosk/ui/"},           {"zstd.h", "sync/wire/"},
    {"libpq-fe.h", "sync/sql/"},    {"curl/", "sync/net/"},           {"boost/", "sync/hq/"},
    {"rime_api.h", "kiosk/base/"},  {"openssl/", "sync/hq/"},         {"kainjow/", "sync/hq/"},
    {"liboath/", "sync/hq/"},
};
// ImGui is drawn by one file a screen, so its owner is a folder.
const std::set<std::string> owned_by_a_folder{"imgui", "GLFW/"};

struct Include {
    std::string file;
    std::string target;
};

int layer_of(const std::string& path) {
    int best = -1;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const bool inside = path.rfind(layers[i] + "/", 0) == 0;
        if (inside && (best < 0 || layers[i].size() > layers[static_cast<std::size_t>(best)].size())) {
            best = static_cast<int>(i);
        }
    }
    return best;
}

std::vector<Include> all_includes() {
    static const std::regex line_form(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    for (const char* top : {"domain", "sync", "kiosk"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (extension != ".hpp" && extension != ".cpp") continue;
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                std::smatch match;
                if (std::regex_search(line, match, line_form)) {
                    found.push_back({fs::relative(entry.path(), root).string(), match[1]});
                }
            }
        }
    }
    return found;
}

bool is_ours(const std::string& target) {
    return target.rfind("domain/", 0) == 0 || target.rfind("sync/", 0) == 0 || target.rfind("kiosk/", 0) == 0;
}

}  // namespace

TEST_CASE("includes point up the list of layers only") {
    const auto includes = all_includes();
    REQUIRE(includes.size() > 100);
    for (const auto& [file, target] : includes) {
        if (!is_ours(target)) continue;
        INFO(file << " includes " << target);
        REQUIRE(layer_of(file) >= 0);
        REQUIRE(layer_of(target) >= 0);
        CHECK(layer_of(target) <= layer_of(file));
    }
}

TEST_CASE("each library is included by one pair of files") {
    std::map<std::string, std::set<std::string>> owners;
    for (const auto& [file, target] : all_includes()) {
        if (is_ours(target)) continue;
        for (const auto& [library, folder] : owned) {
            if (target.rfind(library, 0) != 0) continue;
            INFO(file << " includes " << target);
            CHECK(file.rfind(folder, 0) == 0);
            owners[library].insert(fs::path(file).replace_extension().string());
        }
    }
    for (const auto& [library, stems] : owners) {
        INFO(library << " is included by " << Catch::rangeToString(stems));
        if (owned_by_a_folder.count(library) == 0) CHECK(stems.size() == 1);
    }
}
