// SPDX-License-Identifier: MIT
// A kiosk comes in: invitation, application, six digits on both sides, approval.
#pragma once

#include "sync/hq/registry.hpp"

namespace baodao::hq {

// The body of POST /v1/enrol; gives the body of its answer. Asked again it says how the application stands.
[[nodiscard]] Result<std::string> take_application(sql::Session& session, const std::string& body,
                                                   UtcMillis now, Random& random);

}  // namespace baodao::hq
