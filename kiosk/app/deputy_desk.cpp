// SPDX-License-Identifier: MIT
#include "kiosk/app/deputy_desk.hpp"

#include "domain/base/text.hpp"
#include "kiosk/app/drafts.hpp"

namespace baodao {

DeputyBoard deputy_board(const CommunityState& community, const StaffDoor& door, LocalDate today) {
    DeputyBoard board;
    board.today = today;
    const auto named = community.deputy_from(today);
    if (!named) return board;
    const auto& known = door.deputy();
    const bool may_enter = known && known->first == named->first && known->last == named->last;
    board.named = DeputyView{named->name, named->phone, named->first, named->last, may_enter};
    return board;
}

DeputyNamed deputy_of(const NameDeputy& request) {
    return {std::string(trim(request.name)), request.phone, request.first, request.last};
}

std::vector<Draft> ending_drafts(const CommunityState& community, LocalDate today) {
    const auto named = community.deputy_from(today);
    if (!named) return {};
    return {draft_of(DeputyNamed{{}, {}, today, named->last})};
}

}  // namespace baodao
