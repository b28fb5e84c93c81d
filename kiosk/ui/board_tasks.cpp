// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "kiosk/ui/attention_words.hpp"
#include "kiosk/ui/board_cards.hpp"
#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/reason_words.hpp"

namespace baodao {
namespace {

constexpr float gap = 16;
constexpr float keys_width = 252;

// One card: three lines, and at most two keys.
struct Task {
    std::string name;
    std::string remark;  // beside the name
    std::string first;
    std::string second;
    std::vector<Button> keys;
};

Button key(std::string id, std::string label, ButtonKind kind, BoardTouch touch,
           std::vector<std::string>& kept) {
    kept.push_back(std::move(id));
    const std::string_view kept_id = kept.back();
    kept.push_back(std::move(label));
    return {kept_id, kept.back(), kind, std::nullopt, StaffIntent{std::move(touch)}};
}

std::string basis_text(const Scene& scene, const MissingEnd& end) {
    switch (end.basis) {
        case EndBasis::team:
            return scene.words(Text::board_basis_team,
                               {std::to_string(end.team), scene.words.span(end.team_first, end.team_last)});
        case EndBasis::plan:
            return scene.words(Text::board_basis_plan, {scene.words.clock(*end.proposed)});
        case EndBasis::last_seen:
            return scene.words(Text::board_basis_seen, {scene.words.clock(*end.proposed)});
        case EndBasis::none:
            break;
    }
    return std::string(scene.words(Text::board_basis_none_hint));
}

Task task_of(const Scene& scene, const MissingEnd& end, std::vector<std::string>& kept) {
    const std::string id = to_string(end.event);
    Task task{
        spaced_name(end.name), scene.words(Text::board_signed_in, {when_text(scene, end.since)}), {}, {}, {}};
    task.second = basis_text(scene, end);
    if (!end.proposed) {
        task.first = scene.words(Text::board_basis_none);
        task.keys = {key("time_" + id, std::string(scene.words(Text::board_change_time)),
                         ButtonKind::secondary, AdjustEnd{end.event}, kept),
                     key("zero_" + id, std::string(scene.words(Text::board_not_timed)), ButtonKind::secondary,
                         ConfirmEnd{end.who, end.event, end.since}, kept)};
        return task;
    }
    const std::int64_t minutes = std::max<std::int64_t>(0, (*end.proposed - end.since) / ms_per_minute);
    const std::string clock = scene.words.clock(*end.proposed);
    task.first = scene.words(Text::board_propose, {clock, scene.words.duration(minutes)});
    task.keys = {key("end_" + id, scene.words(Text::board_sign_out_at, {clock}), ButtonKind::primary,
                     ConfirmEnd{end.who, end.event, *end.proposed}, kept),
                 key("time_" + id, std::string(scene.words(Text::board_otherwise)), ButtonKind::secondary,
                     AdjustEnd{end.event}, kept)};
    return task;
}

Task task_of(const Scene& scene, const StaffCall& call, std::vector<std::string>& kept) {
    const std::string name =
        call.name.empty() ? std::string(scene.words(Text::board_somebody)) : spaced_name(call.name);
    Text why = Text::board_call_attention;
    if (call.reason == token(HelpReason::correct_time)) why = Text::board_call_time;
    if (call.reason == token(HelpReason::correct_activity)) why = Text::board_call_activity;
    if (call.reason == token(HelpReason::no_card)) why = Text::board_call_no_card;
    Task task{name,
              when_text(scene, call.at),
              std::string(scene.words(Text::board_call)),
              std::string(scene.words(why)),
              {}};
    task.keys = {key("call_" + to_string(call.event), std::string(scene.words(Text::board_call_done)),
                     ButtonKind::secondary, AnswerCall{call.event, call.serial}, kept)};
    return task;
}

Task task_of(const Scene& scene, const HeldItem& item, std::vector<std::string>& kept) {
    const std::string name =
        item.name.empty() ? std::string(scene.words(Text::board_somebody)) : spaced_name(item.name);
    Task task{name, when_text(scene, item.at), {}, {}, {}};
    switch (item.why) {
        case HeldWhy::parked:
            task.first = scene.words(Text::board_parked, {park_words(scene.words, item.detail)});
            task.second = scene.words(Text::board_parked_remedy);
            break;
        case HeldWhy::disputed:
            task.first = scene.words(Text::board_disputed);
            task.second = scene.words(Text::board_disputed_remedy);
            break;
        case HeldWhy::unconfirmed:
            task.first = scene.words(Text::board_unconfirmed);
            task.second = scene.words(Text::board_unconfirmed_remedy);
            break;
    }
    if (item.event)
        task.keys = {key("seen_" + to_string(*item.event), std::string(scene.words(Text::board_seen)),
                         ButtonKind::secondary, SettleEvent{*item.event}, kept)};
    return task;
}

void draw_task(const Scene& scene, Rect rect, const Task& task) {
    const Palette& palette = scene.palette();
    scene.canvas.fill(rect, palette.surface, 24);
    scene.canvas.outline(rect, palette.amber, 3, 24);
    const float x = rect.x + 28;
    const bool keyed = !task.keys.empty();
    const float room = rect.width - 56 - (keyed ? keys_width + 12 : 0);
    float y = rect.y + std::max(12.0f, (rect.height - 148) / 2);
    const float width = scene.canvas.text({x, y, room}, Type::title_bold, palette.ink, task.name);
    scene.canvas.text({x + width + 16, y + 6, room - width - 16}, Type::body, palette.ink_second,
                      task.remark);
    scene.canvas.text({x, y + 54, room}, Type::body_bold, palette.ink, task.first);
    if (rect.height >= 200)
        scene.canvas.paragraph({x, y + 98, room}, Type::body, palette.ink_second, task.second);
    else
        scene.canvas.text({x, y + 98, room}, Type::body, palette.ink_second, task.second);
    if (!keyed) return;
    const float count = static_cast<float>(task.keys.size());
    const float height = std::min(88.0f, (rect.height - 32 - (count - 1) * 12) / count);
    float top = rect.center().y - (count * height + (count - 1) * 12) / 2;
    for (const Button& one : task.keys) {
        button(scene.canvas, {rect.right() - 20 - keys_width, top, keys_width, height}, one);
        top += height + 12;
    }
}

void draw_pager(const Scene& scene, Rect rect, std::size_t page, std::size_t pages) {
    const float width = (rect.width - 2 * gap) / 3;
    const auto turn = [&](std::string_view id, Text label, float x, int by) {
        button(scene.canvas, {x, rect.y, width, rect.height},
               {id, scene.words(label), ButtonKind::secondary, std::nullopt,
                StaffIntent{BoardTouch{TurnTasks{by}}}});
    };
    if (page > 0) turn("tasks_back", Text::page_back, rect.x, -1);
    scene.canvas.text({rect.center().x, rect.y + 24, width, Align::center}, Type::body,
                      scene.palette().ink_second, std::to_string(page + 1) + " / " + std::to_string(pages));
    if (page + 1 < pages) turn("tasks_on", Text::page_forward, rect.right() - width, +1);
}

}  // namespace

void draw_tasks(const Scene& scene, Rect rect, const BoardPage& page) {
    const Board& board = *page.board;
    const Palette& palette = scene.palette();
    const std::size_t count = task_count(board);
    scene.canvas.text({rect.x, rect.y + 4, rect.width}, Type::title_bold, palette.ink,
                      count == 0 ? std::string(scene.words(Text::board_tasks_none))
                                 : scene.words(Text::board_tasks, {std::to_string(count)}));
    scene.canvas.text(
        {rect.x, rect.y + 56, rect.width}, Type::body, palette.ink_second,
        scene.words(board.missing_ends.empty() ? Text::board_tasks_none_hint : Text::board_missing_hint));
    // The buttons of this frame name these; they are drawn before this returns.
    std::vector<std::string> kept;
    kept.reserve(4 * count);
    std::vector<Task> tasks;
    for (const StaffCall& call : board.calls) tasks.push_back(task_of(scene, call, kept));
    for (const MissingEnd& end : board.missing_ends) tasks.push_back(task_of(scene, end, kept));
    for (const HeldItem& item : board.held) tasks.push_back(task_of(scene, item, kept));

    const std::size_t pages = std::max<std::size_t>(1, (count + tasks_on_page - 1) / tasks_on_page);
    constexpr float pager_height = 88;
    const float top = rect.y + 108;
    const float room = rect.bottom() - top - (pages > 1 ? pager_height + gap : 0);
    const float height = std::min(236.0f, (room - 2 * gap) / 3);
    for (std::size_t i = 0; i < tasks_on_page; ++i) {
        const std::size_t index = page.task_page * tasks_on_page + i;
        if (index >= tasks.size()) break;
        draw_task(scene, {rect.x, top + static_cast<float>(i) * (height + gap), rect.width, height},
                  tasks[index]);
    }
    if (pages > 1)
        draw_pager(scene, {rect.x, rect.bottom() - pager_height, rect.width, pager_height}, page.task_page,
                   pages);
}

void draw_end_choice(const Scene& scene, const EndChoice& choice) {
    Canvas& canvas = scene.canvas;
    const Palette& palette = scene.palette();
    canvas.cover(canvas.whole(), with_alpha(light_palette().ink, 0.6));
    const Rect dialog{canvas.whole().center().x - 460, canvas.whole().center().y - 300, 920, 600};
    canvas.fill(dialog, palette.surface, 24);
    const Rect inner = dialog.inset(40);
    const auto touch = [](BoardTouch what) { return StaffIntent{std::move(what)}; };
    canvas.text({inner.x, inner.y, inner.width}, Type::title_bold, palette.ink,
                scene.words(Text::board_end_title,
                            {spaced_name(choice.service.name), when_text(scene, choice.service.since)}));
    canvas.text({inner.center().x, inner.y + 76, inner.width, Align::center}, Type::giant, palette.ink,
                scene.words.clock(choice.end));
    const std::int64_t minutes = (choice.end - choice.service.since) / ms_per_minute;
    canvas.text({inner.center().x, inner.y + 216, inner.width, Align::center}, Type::body, palette.ink_second,
                scene.words(Text::board_end_counts, {scene.words.duration(minutes)}));
    struct StepKey {
        std::string_view id;
        Text label;
        int minutes;
    };
    constexpr StepKey steps[] = {{"minus_hour", Text::board_minus_hour, -60},
                                 {"minus", Text::board_minus, -5},
                                 {"plus", Text::board_plus, 5},
                                 {"plus_hour", Text::board_plus_hour, 60}};
    const float width = (inner.width - 3 * gap) / 4;
    float x = inner.x;
    for (const StepKey& step : steps) {
        button(canvas, {x, inner.y + 276, width, 88},
               {step.id, scene.words(step.label), ButtonKind::secondary, std::nullopt,
                touch(StepEnd{step.minutes})});
        x += width + gap;
    }
    const float third = (inner.width - 2 * gap) / 3;
    const float y = inner.bottom() - 104;
    const std::string confirm = scene.words(Text::board_end_confirm, {scene.words.clock(choice.end)});
    button(canvas, {inner.x, y, third, 104},
           {"end_leave", scene.words(Text::back), ButtonKind::secondary, std::nullopt, touch(LeaveEnd{})});
    button(canvas, {inner.x + third + gap, y, third, 104},
           {"end_zero", scene.words(Text::board_not_timed), ButtonKind::secondary, std::nullopt,
            touch(ConfirmEnd{choice.service.who, choice.service.event, choice.service.since})});
    button(canvas, {inner.x + 2 * (third + gap), y, third, 104},
           {"end_confirm", confirm, ButtonKind::primary, std::nullopt,
            touch(ConfirmEnd{choice.service.who, choice.service.event, choice.end})});
}

}  // namespace baodao
