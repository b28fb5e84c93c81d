// SPDX-License-Identifier: MIT
// Fictional people and days, as on the drawn screens: for the gallery and for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/qr/grey_image.hpp"
#include "kiosk/app/model.hpp"

namespace baodao::test {

[[nodiscard]] UtcMillis canned_time(int hour, int minute);  // on 2026-11-22, local
[[nodiscard]] HomeView canned_home();
[[nodiscard]] Model canned_model();  // the idle screen at 08:57

[[nodiscard]] ClaimView canned_claim();
[[nodiscard]] ScanAnswer registered_answer();
[[nodiscard]] ScanAnswer signed_in_answer();
[[nodiscard]] ScanAnswer signed_out_answer();
[[nodiscard]] ScanAnswer newcomer_signed_out_answer();
[[nodiscard]] ScanAnswer parked_answer();
[[nodiscard]] ScanAnswer choose_answer();
[[nodiscard]] ScanAnswer refused_answer(Outcome outcome);
[[nodiscard]] EventState canned_event();
[[nodiscard]] TeamList canned_team();
[[nodiscard]] std::vector<EventLine> canned_events();
[[nodiscard]] RecordView canned_record();

// Every screen in every state that has its own words, by a name for the file.
struct CannedScreen {
    std::string name;
    Model model;
};
[[nodiscard]] std::vector<CannedScreen> canned_screens();

// A hand holding a slip before a camera, roughly.
[[nodiscard]] GreyImage canned_camera_picture();

}  // namespace baodao::test
