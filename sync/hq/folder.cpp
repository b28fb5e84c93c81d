// SPDX-License-Identifier: MIT
#include "sync/hq/folder.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <unistd.h>

#include <algorithm>

#include "domain/base/file.hpp"
#include "domain/event/json.hpp"
#include "sync/hq/pool.hpp"

namespace baodao::hq {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t pem_bytes_max = 64 * 1024;
constexpr const char* certificate_name = "certificate.pem";
constexpr const char* private_key_name = "certificate-key.pem";
constexpr const char* serving_name = "serving.json";

std::string text_of(const ifaddrs& interface) {
    char text[INET6_ADDRSTRLEN] = "";
    if (interface.ifa_addr == nullptr) return {};
    if (interface.ifa_addr->sa_family == AF_INET) {
        const auto* address = reinterpret_cast<const sockaddr_in*>(interface.ifa_addr);
        inet_ntop(AF_INET, &address->sin_addr, text, sizeof text);
    } else if (interface.ifa_addr->sa_family == AF_INET6) {
        const auto* address = reinterpret_cast<const sockaddr_in6*>(interface.ifa_addr);
        inet_ntop(AF_INET6, &address->sin6_addr, text, sizeof text);
    }
    return text;
}

}  // namespace

std::vector<std::string> own_hosts() {
    std::vector<std::string> out{"localhost", "127.0.0.1", "::1"};
    const auto add = [&](const std::string& host) {
        if (!host.empty() && std::ranges::find(out, host) == out.end()) out.push_back(host);
    };
    char name[256] = "";
    if (::gethostname(name, sizeof name - 1) == 0) add(name);
    ifaddrs* interfaces = nullptr;
    if (::getifaddrs(&interfaces) != 0) return out;
    for (const ifaddrs* one = interfaces; one != nullptr; one = one->ifa_next) add(text_of(*one));
    ::freeifaddrs(interfaces);
    return out;
}

std::string outside_host() {
    const std::vector<std::string> hosts = own_hosts();
    const auto outside = std::ranges::find_if(hosts, [](const std::string& host) {
        return host.find('.') != std::string::npos && !host.starts_with("127.");
    });
    return outside == hosts.end() ? "127.0.0.1" : *outside;
}

Status make_folder(const NewFolder& wanted, UtcMillis now, Random& random) {
    std::error_code failed;
    if (fs::exists(wanted.folder / "hq.json", failed))
        return Error{ErrorKind::refused, "this folder already holds a headquarters", wanted.folder.string()};
    fs::create_directories(wanted.folder, failed);
    if (failed)
        return Error{ErrorKind::io, "the folder could not be made",
                     wanted.folder.string() + ": " + failed.message()};

    auto keys = make_keys(local_date(now, UtcOffset{}), random);
    if (!keys) return keys.error();
    keys->store = wanted.store;
    std::vector<std::string> hosts = own_hosts();
    hosts.insert(hosts.end(), wanted.hosts.begin(), wanted.hosts.end());
    const auto certificate = make_certificate(hosts, now);
    if (!certificate) return certificate.error();
    const std::string store = wanted.store.empty() ? (wanted.folder / "hq.db").string() : wanted.store;
    if (const auto pool = Pool::open(store); !pool) return pool.error();
    if (auto done = keep_certificate(*certificate, wanted.folder); !done) return done;
    return save_keys(*keys, wanted.folder);
}

Status keep_certificate(const Certificate& certificate, const fs::path& folder) {
    if (auto done = write_file_atomic(folder / certificate_name, certificate.certificate); !done) return done;
    return write_file_atomic(folder / private_key_name, certificate.private_key, Readers::owner_only);
}

Result<Folder> load_folder(const fs::path& folder) {
    auto keys = load_keys(folder);
    if (!keys) return keys.error();
    auto certificate = read_file(folder / certificate_name, pem_bytes_max);
    if (!certificate) return certificate.error();
    auto private_key = read_file(folder / private_key_name, pem_bytes_max);
    if (!private_key) return private_key.error();
    std::string store = keys->store.empty() ? (folder / "hq.db").string() : keys->store;
    return Folder{std::move(*keys), {std::move(*certificate), std::move(*private_key)}, std::move(store)};
}

Status write_serving(const fs::path& folder, const Serving& serving) {
    const Json json{{"port", serving.port}, {"token", serving.token}};
    return write_file_atomic(folder / serving_name, to_compact(json) + "\n", Readers::owner_only);
}

Result<Serving> read_serving(const fs::path& folder) {
    const auto text = read_file(folder / serving_name, 4096);
    if (!text) return text.error();
    const auto json = parse_json(*text);
    if (!json || !json->is_object())
        return Error{ErrorKind::damaged, "serving.json cannot be read", folder.string()};
    return Serving{static_cast<std::uint16_t>(integer_at(*json, "port").value_or(0)),
                   text_at(*json, "token").value_or("")};
}

void remove_serving(const fs::path& folder) {
    std::error_code ignored;
    fs::remove(folder / serving_name, ignored);
}

}  // namespace baodao::hq
