// SPDX-License-Identifier: MIT
// Everything the screens need, as plain data: a frame is a function of this and
// nothing else. Only update() changes it.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/time.hpp"
#include "kiosk/app/answer.hpp"
#include "kiosk/app/effect.hpp"
#include "kiosk/app/find.hpp"
#include "kiosk/app/home_view.hpp"
#include "kiosk/app/intent.hpp"
#include "kiosk/app/printing.hpp"
#include "kiosk/app/screen.hpp"
#include "kiosk/base/settings.hpp"
#include "kiosk/base/text_table.hpp"

namespace baodao {

// One person's turn: wiped as a whole.
struct Turn {
    ScanRead scan;  // sent again with the answer to a question
    ScanAnswer answer;
    std::optional<RecordView> record;
    std::optional<RecordOpened> opened;  // of the record
    std::optional<CorrectState> correct;
    std::optional<ClaimState> claim;
    std::size_t record_page = 0;
    bool receipt_owed = false;
    bool joined_next = false;
    MonoMillis shown_since;
};

// How long the screen stays. A touch restarts it, or pauses it on the two confirmations.
struct Countdown {
    MonoMillis due;
    std::int64_t length_ms = 0;
};

// A scan that the desk has not answered yet.
struct PendingScan {
    ScanTicket ticket;
    ScanRead scan;
    MonoMillis since;
};

// Somebody else's code while a person still reads (报到, 我的记录).
struct HandOver {
    ScanRead scan;
    MonoMillis due;
};

struct Toast {
    Text words;
    MonoMillis until;
};

// When a text was last seen by the camera. Only a fingerprint of it is kept.
struct CodeSighting {
    std::size_t fingerprint = 0;
    MonoMillis last;
};

struct Model {
    Language language = Language::chinese;
    bool large_text = false;
    WindowChoices choices;  // of the cadre: what the window opens with, sound, motion
    HomeView home;
    CameraState camera = CameraState::starting;
    Coaching coaching = Coaching::none;
    PrinterView printer;
    std::optional<StickView> stick;  // that is plugged in
    UtcMillis wall;                  // as of the last Tick
    MonoMillis now;                  // likewise

    Screen screen = Screen::home;
    ScanPurpose purpose = ScanPurpose::attend;  // of the next scan; a tile sets it, home resets it
    std::optional<HomeTile> guided_by;          // the tile that led to the guide
    std::optional<Turn> visit;
    std::optional<Countdown> countdown;
    std::optional<PrintingState> printing;  // on the screen of that name
    std::optional<HandOver> hand_over;
    std::optional<Toast> toast;
    std::optional<PinState> pin;               // at the door of the staff side
    std::optional<StaffState> staff;           // somebody is in
    std::optional<BackEntryDraft> back_entry;  // kept while the staff side is locked; holds no name
    std::optional<SelfTest> self_test;         // until the window opens
    std::optional<UtcMillis> tested;           // when the last one began
    std::optional<EventState> event;           // this device stands at a service event
    std::optional<FindState> find;             // somebody without her slip
    FindGuard find_guard;
    FindTicket find_ticket;
    MonoMillis last_activity;

    std::deque<PendingScan> pending;
    ScanTicket last_ticket;
    std::vector<CodeSighting> sightings;
};

inline constexpr std::size_t pending_scans_max = 64;  // more wait for nobody: the scan is not taken
inline constexpr std::size_t sightings_max = 64;      // texts remembered by fingerprint
inline constexpr std::size_t short_code_length = 14;  // 13 characters and one to check them
inline constexpr std::size_t record_rows = 4;         // services on one page of 我的记录

// ---- what the screens read off the model

// The word of frame descriptions: of the screen, on the staff side of the page.
[[nodiscard]] std::string_view screen_name(const Model& model);
// The person's name as it may be drawn now: in full for 3 s, then masked. Empty when nobody knows it.
[[nodiscard]] std::string shown_name(const Model& model);
[[nodiscard]] bool dimmed(const Model& model);
// After that long without a touch the staff side locks: later while headquarters' word is awaited.
[[nodiscard]] std::int64_t staff_patience_ms(const Model& model);
// Whether "saving" is to be said because the desk takes its time.
[[nodiscard]] bool saving(const Model& model);
// Too many tries did not match: the keys of the search rest, and what is scanned goes first.
[[nodiscard]] bool find_paused(const Model& model);
// Whole seconds that the ring shows, counting down to 1; 0 without a countdown.
[[nodiscard]] std::int64_t seconds_left(const Model& model);
// The next moment at which the picture changes by itself; nothing: only at the next minute of the wall clock.
[[nodiscard]] std::optional<MonoMillis> next_change(const Model& model);

}  // namespace baodao
