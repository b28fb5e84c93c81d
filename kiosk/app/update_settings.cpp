// SPDX-License-Identifier: MIT
// 设置: each touch holds at once and is kept at once.
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

constexpr int day_minutes = 24 * 60;

DayMinute moved(DayMinute time, int minutes) {
    return {(time.minute + minutes + day_minutes) % day_minutes};
}

struct Touched {
    Model& model;
    Effects& effects;

    void operator()(const LanguageChosen& touch) const {
        model.language = model.choices.language = touch.language;
        keep();
    }
    void operator()(const LargeTextChosen& touch) const {
        model.large_text = model.choices.large_text = touch.large;
        keep();
    }
    void operator()(const MotionChosen& touch) const {
        model.choices.reduced_motion = touch.reduced;
        keep();
    }
    void operator()(const VolumeMoved& touch) const {
        model.choices.volume = std::clamp(model.choices.volume + touch.by, 0, 100);
        keep();
        effects.emplace_back(PlaySound{Sound::sign_in});
    }
    void operator()(const QuietFromMoved& touch) const {
        model.choices.quiet_from = moved(model.choices.quiet_from, touch.minutes);
        keep();
    }
    void operator()(const QuietToMoved& touch) const {
        model.choices.quiet_to = moved(model.choices.quiet_to, touch.minutes);
        keep();
    }
    void operator()(const SettingsPrinted& touch) const {
        effects.emplace_back(
            StaffRequest{PrintSettings{model.choices, model.printer, model.camera, touch.to_stick}});
    }

  private:
    void keep() const { effects.emplace_back(StaffRequest{SaveChoices{model.choices}}); }
};

}  // namespace

void on_settings_touch(Model& model, const SettingsTouch& touch, Effects& effects) {
    if (shown_page<SettingsPage>(model) != nullptr) std::visit(Touched{model, effects}, touch);
}

void on_settings(Model& model, const SettingsAnswered& answer) {
    if (auto* page = shown_page<SettingsPage>(model)) page->facts = answer.facts;
}

}  // namespace baodao::update_parts
