// SPDX-License-Identifier: MIT
// The windows' kiosks: last seen, clock, what they hold back; taking one in, and turning one away.
#include "domain/base/text.hpp"
#include "sync/hq/registry.hpp"
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/leaf.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/qr_picture.hpp"
#include "sync/hq/web/terminal_rows.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t kiosk_name_bytes_max = 60;
constexpr std::size_t rows_on_page = 50;

Result<Page> terminals_with(const Asking& asking, std::optional<Note> note) {
    const auto rows = terminal_rows(asking);
    if (!rows) return rows.error();
    Page page;
    page.title = asking.say("nav_terminals");
    page.nav = "terminals";
    page.file = "terminals.html";
    page.note = std::move(note);
    const Leaf leaf = leaf_of(asking, "/terminals", rows->size(), rows_on_page);
    page.view["terminals"] = Json::array();
    for (std::size_t i = leaf.from; i < leaf.to; ++i) page.view["terminals"].push_back((*rows)[i]);
    page.view["turn"] = leaf.turn;
    page.view["town"] = asking.user.role == Role::town;
    return page;
}

Result<Kiosk> kiosk_of_part(const Asking& asking) {
    const auto origin = id_from_hex<OriginId>(asking.parts[0]);
    if (!origin) return Error{ErrorKind::not_found, "no such kiosk", ""};
    const auto kiosk = find_kiosk(asking.session, *origin);
    if (!kiosk) return kiosk.error();
    if (!*kiosk) return Error{ErrorKind::not_found, "no such kiosk", ""};
    return **kiosk;
}

}  // namespace

Result<Page> terminals_page(const Asking& asking) {
    if (asking.query.has("approved")) return terminals_with(asking, Note{asking.say("approved"), false});
    if (asking.query.has("revoked")) return terminals_with(asking, Note{asking.say("revoked_done"), false});
    return terminals_with(asking, std::nullopt);
}

Result<Page> enrol_page(const Asking& asking) {
    const std::string name(trim(asking.form.text("name")));
    if (name.empty() || name.size() > kiosk_name_bytes_max)
        return terminals_with(asking, Note{asking.say("name_needed"), true});
    const auto noted = note_audit(asking, "enrol", name);
    if (!noted) return noted.error();
    const auto made = invite(asking.session, name, asking.now(), asking.random);
    if (!made) return made.error();
    const InvitationText invitation{asking.address, asking.certificate, asking.keys.answers.public_key,
                                    made->id, made->secret};
    const std::string text = to_text(invitation);
    const auto code = to_code(invitation);
    if (!code) return code.error();
    const auto picture = qr_svg(*code);
    auto page = terminals_with(asking, std::nullopt);
    if (!page) return page;
    page->view["invitation"] = {
        {"words", asking.say("invitation_ready", {name, clock_text(made->expires, town_offset)})},
        {"text", text},
        {"picture", picture ? *picture : ""}};
    return page;
}

Result<Page> approve_page(const Asking& asking) {
    const std::string digits(trim(asking.form.text("digits")));
    const auto waiting = applicants(asking.session);
    if (!waiting) return waiting.error();
    std::vector<OriginId> chosen;
    for (const Applicant& applicant : *waiting) {
        const std::string shown =
            six_digits(applicant.secret, applicant.kiosk.public_key, asking.keys.answers.public_key);
        if (shown == digits) chosen.push_back(applicant.kiosk.origin);
    }
    // Two that show the same: neither, they are to be invited anew.
    if (chosen.size() != 1) return terminals_with(asking, Note{asking.say("digits_unknown"), true});
    const auto noted = note_audit(asking, "approve", to_hex(chosen[0]));
    if (!noted) return noted.error();
    const auto done = set_standing(asking.session, chosen[0], Standing::active);
    if (!done) return done.error();
    Page page;
    page.go_to = "/terminals?approved=1";
    page.approved = true;
    return page;
}

Result<Page> revoke_question_page(const Asking& asking) {
    const auto kiosk = kiosk_of_part(asking);
    if (!kiosk) return kiosk.error();
    Page page;
    page.title = asking.say("revoke_title", {kiosk->name});
    page.nav = "terminals";
    page.file = "revoke.html";
    page.view["origin"] = to_hex(kiosk->origin);
    return page;
}

Result<Page> revoke_page(const Asking& asking) {
    const auto kiosk = kiosk_of_part(asking);
    if (!kiosk) return kiosk.error();
    const auto noted = note_audit(asking, "revoke", kiosk->name + " " + to_hex(kiosk->origin));
    if (!noted) return noted.error();
    const auto done = set_standing(asking.session, kiosk->origin, Standing::revoked);
    if (!done) return done.error();
    Page page;
    page.go_to = "/terminals?revoked=1";
    return page;
}

}  // namespace baodao::hq
