// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/staff_screen.hpp"

namespace baodao {
namespace {

constexpr float toolbar_height = 136;
constexpr float key_height = 112;
constexpr float gap = 16;
constexpr std::size_t keys_in_a_row_portrait = 5;

void draw_key(const Scene& scene, Rect rect, const StaffTool& tool) {
    // A stick that was plugged in is what somebody came for.
    const bool stick = scene.model.stick && std::holds_alternative<LinkPage>(tool.page);
    const std::string_view label = scene.words(stick ? Text::tool_stick : tool.label);
    const bool pressed = scene.canvas.touchable(tool.id, label, rect, staff_touch(PageOpened{tool.page}));
    const Palette& palette = scene.palette();
    scene.canvas.fill(rect, pressed ? palette.sunk : palette.surface, 20);
    scene.canvas.outline(rect, stick ? palette.accent : palette.edge, stick ? 6 : 3, 20);
    draw_icon(scene.canvas, stick ? Icon::save : tool.icon, {rect.center().x - 18, rect.y + 12, 36, 36},
              palette.ink);
    scene.canvas.text({rect.center().x, rect.y + 54, rect.width - 12, Align::center}, Type::title_bold,
                      palette.ink, label);
}

}  // namespace

std::span<const StaffTool> staff_tools() {
    static const StaffTool tools[] = {
        {"tool_activity", Text::tool_activity, Icon::calendar, ActivityPage{}},
        {"tool_entry", Text::tool_entry, Icon::pencil, BackEntryPage{}},
        {"tool_print", Text::print_title, Icon::printer, PrintPage{}},
        {"tool_answer", Text::tool_answer, Icon::clock_question, AnswerPage{}},
        {"tool_walk_in", Text::tool_walk_in, Icon::person_plus, WalkInPage{}},
        {"tool_deputy", Text::tool_deputy, Icon::people, DeputyPage{}},
        {"tool_day", Text::day_title, Icon::clipboard_check, DayPage{}},
        {"tool_settings", Text::tool_settings, Icon::gear, SettingsPage{}},
        {"tool_link", Text::link_title, Icon::building, LinkPage{}},
    };
    return tools;
}

float draw_staff_toolbar(const Scene& scene) {
    const auto tools = staff_tools();
    const Layout& layout = scene.canvas.layout();
    if (tools.empty()) return layout.height;
    const std::size_t columns =
        scene.portrait() ? std::min(tools.size(), keys_in_a_row_portrait) : tools.size();
    const std::size_t rows = (tools.size() + columns - 1) / columns;
    const float height = toolbar_height + static_cast<float>(rows - 1) * (key_height + gap);
    const float top = layout.height - height;
    scene.canvas.fill({0, top, layout.width, height}, scene.palette().surface);
    scene.canvas.fill({0, top, layout.width, 2}, scene.palette().line);
    const float left = side_margin(scene);
    const float room = layout.width - 2 * left;
    const float width =
        std::min(300.0f, (room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const float x = left + static_cast<float>(i % columns) * (width + gap);
        const float y = top + 12 + static_cast<float>(i / columns) * (key_height + gap);
        draw_key(scene, {x, y, width, key_height}, tools[i]);
    }
    return top;
}

}  // namespace baodao
