// SPDX-License-Identifier: MIT
// Drives update() without a window: sends intents, lets time pass, keeps the effects
// of the last step.
#pragma once

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/update.hpp"
#include "tests/ui/canned.hpp"

namespace baodao::test {

struct ScreenDriver {
    Model model = canned_model();
    MonoMillis now{1'000'000};
    UtcMillis wall = canned_time(8, 57);
    std::vector<Effect> effects;

    ScreenDriver() { send(Tick{wall}); }

    void send(const Intent& intent) { effects = update(model, intent, now); }

    void wait(std::int64_t ms) {
        now.value += ms;
        wall = wall + ms;
        send(Tick{wall});
    }

    // Scans and returns what was sent to the desk.
    SubmitScan scan(const std::string& text, ScanSource source = ScanSource::camera) {
        send(ScanRead{text, source});
        return only<SubmitScan>();
    }

    void answer(ScanTicket ticket, const ScanAnswer& answer) { send(ScanAnswered{ticket, answer}); }

    template <class Kind>
    [[nodiscard]] int count() const {
        int found = 0;
        for (const Effect& effect : effects) found += std::holds_alternative<Kind>(effect) ? 1 : 0;
        return found;
    }
    template <class Kind>
    [[nodiscard]] bool has() const {
        return count<Kind>() > 0;
    }
    template <class Kind>
    [[nodiscard]] Kind only() const {
        REQUIRE(count<Kind>() == 1);
        for (const Effect& effect : effects)
            if (const Kind* found = std::get_if<Kind>(&effect)) return *found;
        return {};
    }
    [[nodiscard]] std::optional<Sound> sound() const {
        for (const Effect& effect : effects)
            if (const PlaySound* played = std::get_if<PlaySound>(&effect)) return played->sound;
        return std::nullopt;
    }
};

// What the last step asked the staff's desk for.
template <class Request>
[[nodiscard]] std::optional<Request> asked(const ScreenDriver& screen) {
    for (const Effect& effect : screen.effects) {
        const auto* request = std::get_if<StaffRequest>(&effect);
        if (request == nullptr) continue;
        if (const Request* found = std::get_if<Request>(request)) return *found;
    }
    return std::nullopt;
}

// The cadre has come through the door and looks at the board.
[[nodiscard]] inline ScreenDriver staff_inside() {
    ScreenDriver screen;
    screen.send(CommandTouched{Command::staff});
    screen.send(StaffAnswer{StaffAdmitted{"周敏"}});
    REQUIRE(screen.model.screen == Screen::staff);
    return screen;
}

}  // namespace baodao::test
