// SPDX-License-Identifier: MIT
#include "sync/hq/web/routes.hpp"

#include "sync/hq/web/pages.hpp"

namespace baodao::hq {

namespace {

const std::set<Role> everybody{Role::town, Role::agency, Role::community};
const std::set<Role> town{Role::town};
const std::set<Role> senders{Role::town, Role::agency};
const std::set<Role> hosts{Role::town, Role::community};

std::vector<std::string_view> pieces(std::string_view path) {
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        out.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return out;
}

const std::vector<Route>& routes() {
    static const std::vector<Route> all{
        {"GET", "/overview", overview_page, everybody},
        {"GET", "/communities", communities_page, hosts},
        {"GET", "/communities/*", community_page, hosts},
        {"GET", "/agencies", agencies_page, everybody},
        {"GET", "/agencies/*", branch_page, everybody},
        {"GET", "/ledger", ledger_page, everybody},
        {"GET", "/ledger/*/*", member_page, everybody},
        {"GET", "/activities", activities_page, hosts},
        {"GET", "/waiting", waiting_page, hosts},
        {"GET", "/waiting/*/*/*/*", doubt_page, hosts},
        {"POST", "/waiting/*/*/*/*", answer_page, town},
        {"GET", "/terminals", terminals_page, hosts},
        {"POST", "/terminals/enrol", enrol_page, town},
        {"POST", "/terminals/approve", approve_page, town},
        {"GET", "/terminals/revoke/*", revoke_question_page, town},
        {"POST", "/terminals/revoke/*", revoke_page, town},
        {"GET", "/slips", slips_page, senders},
        {"POST", slips_upload_address, check_roster_page, senders},
        {"POST", "/slips/sign", sign_slips_page, senders},
        {"GET", "/slips/*/*/*", batch_page, senders},
        {"POST", "/slips/*/*/*", batch_papers_page, senders, true},
        {"GET", "/receipts", receipts_page, senders},
        {"POST", "/receipts/file", file_receipts_page, senders},
        {"POST", "/receipts/code", type_receipt_page, senders},
        {"GET", "/export", export_question_page, everybody},
        {"POST", "/export", export_page, everybody, true},
        {"GET", "/audit", audit_page, town},
    };
    return all;
}

}  // namespace

Found find_route(std::string_view method, std::string_view path) {
    const auto wanted = pieces(path);
    for (const Route& route : routes()) {
        const auto pattern = pieces(route.path);
        if (route.method != method || pattern.size() != wanted.size()) continue;
        Found found{&route, {}};
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] == "*") {
                found.parts.emplace_back(wanted[i]);
            } else if (pattern[i] != wanted[i]) {
                found.route = nullptr;
            }
        }
        if (found.route != nullptr) return found;
    }
    return {};
}

const std::vector<NavEntry>& nav_entries() {
    static const std::vector<NavEntry> all{
        {"overview", "i-home", everybody},   {"communities", "i-place", hosts},
        {"agencies", "i-people", everybody}, {"ledger", "i-card", everybody},
        {"activities", "i-calendar", hosts}, {"slips", "i-slip", senders},
        {"receipts", "i-file", senders},     {"waiting", "i-warn", hosts},
        {"terminals", "i-screen", hosts},    {"audit", "i-lock", town},
    };
    return all;
}

}  // namespace baodao::hq
