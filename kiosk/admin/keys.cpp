// SPDX-License-Identifier: MIT
// baodaoctl keys --data DIR: which keys this kiosk trusts. Public parts only.
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/app/installation.hpp"

namespace baodao::admin {

namespace {

Exit list_keys(const std::filesystem::path& folder) {
    const auto installation = load_installation(folder);
    if (!installation) return report(installation.error());
    const KeySet& set = installation->keys;
    Json keys = Json::array();
    for (const IssuerKey& key : set.keys) {
        keys.push_back({{"id", key.id.value},
                        {"public_key", to_hex(key.public_key)},
                        {"first_day", to_string(key.first_day)},
                        {"last_day", to_string(key.last_day)},
                        {"test", key.test},
                        {"delegated", key.delegated},
                        {"revoked", key.revoked}});
    }
    const Json result{{"community", installation->community.value},
                      {"root", to_hex(installation->root.public_key)},
                      {"version", set.version.value},
                      {"refresh_by", to_string(set.refresh_by)},
                      {"keys", keys}};
    return put_line(to_compact(result)) ? Exit::good : Exit::refused;
}

}  // namespace

void add_keys(CommandLine& app) {
    auto command = app.command("keys", "List the keys that this kiosk trusts, as JSON");
    auto folder = std::make_shared<std::filesystem::path>();
    command.needs("--data", folder.get(), "the kiosk's data");
    command.runs([folder] { return list_keys(*folder); });
}

}  // namespace baodao::admin
