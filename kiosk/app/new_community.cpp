// SPDX-License-Identifier: MIT
#include "kiosk/app/new_community.hpp"

#include "domain/base/text.hpp"
#include "domain/event/kinds_staff.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/staff_door.hpp"
#include "sync/host/system_clock.hpp"

namespace baodao {

namespace {

// The log is made first and the secrets last, so that a folder with secrets is complete.
Status make_log(const std::filesystem::path& folder, SystemClock& clock, SystemRandom& random) {
    SystemDisk disk;
    auto options = journal_options(folder, disk, clock, random);
    options.mode = OpenMode::create;
    auto opened = Journal::open(std::move(options));
    if (!opened) return opened.error();
    return opened->journal.close();
}

Status set_first_pin(OpenedDesk& opened, const NewCommunity& wanted) {
    auto door =
        StaffDoor::open(wanted.folder, opened.installation().community, opened.clock(), opened.random());
    if (!door) return door.error();
    if (auto set = door->set_pin(wanted.pin); !set) return set;
    return opened.desk().note({draft_of(StaffPinSet{"init"})});
}

}  // namespace

Status make_community(const NewCommunity& wanted) {
    std::error_code unreadable;
    if (std::filesystem::exists(wanted.folder, unreadable) &&
        !std::filesystem::is_empty(wanted.folder, unreadable)) {
        return Error{ErrorKind::refused, "the folder is not empty", wanted.folder.string()};
    }
    SystemClock clock;
    SystemRandom random;
    const LocalDate today = local_date(clock.now().wall, {wanted.settings.utc_offset_minutes});
    const Installation installation = make_installation(wanted.test, today, random);
    if (auto made = make_log(wanted.folder, clock, random); !made) return made;
    if (auto saved = save_installation(installation, wanted.folder); !saved) return saved;

    auto opened = OpenedDesk::open({wanted.folder, std::nullopt});
    if (!opened) return opened.error();
    Desk& desk = (*opened)->desk();
    if (auto noted = desk.note({draft_of(wanted.settings)}); !noted) return noted;
    if (!wanted.pin.empty()) {
        if (auto set = set_first_pin(**opened, wanted); !set) return set;
    }
    for (const IssuerKey& key : installation.keys.keys) {
        const KeyAdded added{key.id, to_hex(key.public_key), key.first_day, key.last_day,
                             wanted.settings.name};
        if (auto noted = desk.note({draft_of(added)}); !noted) return noted;
    }
    return {};
}

}  // namespace baodao
