// SPDX-License-Identifier: MIT
// A page is a function of what was asked and of the records: no sockets, no clock of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/base/clock.hpp"
#include "sync/hq/keys.hpp"
#include "sync/hq/web/multipart.hpp"
#include "sync/hq/web/speech.hpp"
#include "sync/hq/web/users.hpp"

namespace baodao::hq {

struct Asking {
    sql::Session& session;
    const User& user;
    const Speech& say;
    std::vector<std::string> parts;  // what stands for the stars of the route
    Form query;
    Form form;                       // of a POST
    const UploadedFile* file;        // that came with it; nullptr: none
    std::string form_token;          // for forms on the page
    bool proven = false;             // password and code came with this very request and hold
    std::string back;                // this page's own address
    const ClockReading& clock;       //
    const HqKeys& keys;              //
    const std::string& certificate;  // PEM: stands in invitations
    const std::string& address;      // https://host:port: where kiosks reach this headquarters
    Random& random;                  //

    [[nodiscard]] UtcMillis now() const { return clock.wall; }
};

struct Note {
    std::string text;
    bool amber = false;
};

struct Page {
    int status = 200;
    std::string title = {};
    std::string subtitle = {};
    std::string file = {};   // of the body, in assets/web
    std::string nav = {};    // which entry of the navigation is chosen
    std::string tools = {};  // HTML beside the title, rendered already
    Json view = Json::object();
    std::optional<Note> note = std::nullopt;
    std::string go_to = {};     // instead of a page: look there
    std::string download = {};  // instead of a page: a file of this name with `bytes`
    std::string bytes = {};     //
    std::string file_type = "text/csv; charset=utf-8";
    // Makes the bytes once the database is given back: for what takes its time.
    std::function<Result<std::string>()> later = {};
    bool approved = false;  // a kiosk was: what it sent before is to be projected
};

[[nodiscard]] Page message_page(const Speech& say, int status, std::string_view words);

using PageFunction = Result<Page> (*)(const Asking&);

}  // namespace baodao::hq
