// SPDX-License-Identifier: MIT
// Internal to domain/service: stretches of presence become services with marks and minutes.
#pragma once

#include <map>
#include <vector>

#include "domain/service/pairing.hpp"
#include "domain/service/person.hpp"

namespace baodao {

struct ServiceContext {
    const Facts& facts;
    const Timeline& timeline;
    const Corrections& corrections;
    const CommunityState& community;
    const std::map<SlipSerial, SlipState>& slips;
    const FoldHints& hints;
    UtcMillis now;
};

// All services of the person, by start; each with marks, days and minutes.
[[nodiscard]] std::vector<Service> services_of(const ServiceContext& context);

}  // namespace baodao
