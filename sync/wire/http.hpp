// SPDX-License-Identifier: MIT
// A request and its answer as both sides see them, whatever carries them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace baodao {

struct HttpRequest {
    std::string method = "GET";
    std::string target;  // path and query
    std::string token;   // of a session, sent as a bearer; empty: none
    std::string body;
    std::string cookie = {};        // of a browser
    std::string content_type = {};  // of its form
};

struct HttpResponse {
    int status = 0;
    std::string content_type = "application/json";
    std::optional<std::int64_t> retry_after_s = std::nullopt;
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};  // more of them
};

inline constexpr const char* message_content_type = "application/vnd.baodao.v1";

}  // namespace baodao
