// SPDX-License-Identifier: MIT
#include "sync/hq/enrolment.hpp"

namespace baodao::hq {

Result<std::string> take_application(sql::Session& session, const std::string& body, UtcMillis now,
                                     Random& random) {
    const auto text = read_application(body);
    if (!text) return text.error();
    const auto invitation = find_invitation(session, text->invitation);
    if (!invitation) return invitation.error();
    if (!*invitation) return Error{ErrorKind::refused, "there is no such invitation", "unknown"};
    const auto application = open_application(*text, (*invitation)->secret);
    if (!application) return application.error();
    if (const auto applied = apply(session, **invitation, *application, now); !applied)
        return applied.error();
    const auto kiosk = find_kiosk(session, application->origin);
    if (!kiosk) return kiosk.error();
    if (!*kiosk) return Error{ErrorKind::refused, "the application was not kept", ""};
    return standing_text((*kiosk)->standing, (*invitation)->secret, random);
}

}  // namespace baodao::hq
