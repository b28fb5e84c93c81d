// SPDX-License-Identifier: MIT
// The OpenAPI file says what headquarters does: each route answers, with a status and a type that stand
// there.
#include <catch2/catch.hpp>
#include <set>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "tests/support/hq_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

Json openapi() {
    const auto text = read_file(std::string(BAODAO_SOURCE_DIR) + "/sync/hq/openapi.json", 1 << 20);
    REQUIRE(text);
    auto json = parse_json(*text);
    REQUIRE(json);
    return *json;
}

// The route of a target, as the file names it.
std::string route_of(const std::string& target, const OriginId& origin) {
    std::string path = target.substr(0, target.find('?'));
    if (const auto at = path.find(to_hex(origin)); at != std::string::npos) path.replace(at, 32, "{origin}");
    return path;
}

void check_listed(const Json& api, const HttpRequest& request, const HttpResponse& response,
                  const OriginId& origin) {
    const std::string route = route_of(request.target, origin);
    INFO(request.method << " " << route << " " << response.status);
    REQUIRE(api["paths"].contains(route));
    const Json& operations = api["paths"][route];
    const std::string method = request.method == "GET" ? "get" : "post";
    REQUIRE(operations.contains(method));
    const Json& responses = operations[method]["responses"];
    const std::string status = std::to_string(response.status);
    REQUIRE(responses.contains(status));
    if (responses[status].contains("content"))
        CHECK(responses[status]["content"].contains(response.content_type));
}

}  // namespace

TEST_CASE("what headquarters answers stands in the OpenAPI file, and every route of the file answers") {
    const Json api = openapi();
    HqScene hq;
    KioskScene kiosk(hq, 1);
    const OriginId origin = kiosk.journal->origin();
    std::set<std::string> seen;
    std::string token;
    const auto line = [&](const HttpRequest& request) {
        auto response = hq.answer(request);
        check_listed(api, request, response, origin);
        seen.insert(route_of(request.target, origin));
        if (!request.token.empty()) token = request.token;
        return std::optional(response);
    };
    kiosk.add_numbered(20);
    Event poison = numbered_event(8);
    poison.body = R"({"n":1,"n":2})";
    kiosk.add(poison);
    kiosk.add_numbered(3);
    CHECK(kiosk.run_until_rest(line));
    const std::string base = "/v1/kiosks/" + to_hex(origin);
    for (const HttpRequest& request :
         {HttpRequest{"GET", "/v1/key-set", "", ""}, HttpRequest{"POST", "/v1/enrol", "", "{}"},
          HttpRequest{"GET", base + "/own?epoch=1&seq=5&nonce=" + std::string(32, '0'), token, ""},
          HttpRequest{"GET", base + "/own?epoch=x&seq=5", token, ""},
          HttpRequest{"GET", base + "/pull?cursor=-1", token, ""},
          HttpRequest{"GET", base + "/pull?cursor=0&tag=0000000000000000&nonce=" + std::string(32, '0'), "",
                      ""},
          HttpRequest{"POST", base + "/push", token, "BDW1 and nothing more"},
          HttpRequest{"POST", base + "/push", token + "0", ""},
          HttpRequest{"POST", base + "/quarantine", token, std::string(100, '\0')},
          HttpRequest{"POST", base + "/session", "", "[]"},
          HttpRequest{"POST", base + "/session", "",
                      R"({"challenge":"abc","nonce":"","proof":"","tail":""})"}}) {
        (void)line(request);
    }
    const auto unknown = hq.answer({"POST", "/v1/kiosks/" + std::string(32, 'a') + "/session", "", "{}"});
    CHECK(unknown.status == 404);
    for (const auto& [route, operations] : api["paths"].items()) {
        INFO(route);
        CHECK(seen.contains(route));
    }
}

TEST_CASE("what is no route of ours is not found") {
    HqScene hq;
    for (const char* target : {"/", "/v1", "/v1/kiosks/", "/v1/kiosks/xyz/push", "/v1/kiosks//push",
                               "/../etc/passwd", "/v1/admin/x", "http://elsewhere/"}) {
        INFO(target);
        CHECK(hq.answer({"GET", target, "", ""}).status == 404);
        CHECK(hq.answer({"DELETE", target, "", ""}).status == 404);
    }
    CHECK(hq.answer({"POST", "/v1/admin", "", R"({"command":"kiosk list"})"}).status == 401);
}
