// SPDX-License-Identifier: MIT
// 总部: how this window stands with headquarters, the way to it by its invitation, and the courier's stick.
#include "kiosk/ui/staff_screen.hpp"
#include "kiosk/ui/viewfinder.hpp"

namespace baodao {
namespace {

constexpr float gap = 24;
constexpr float pad = 40;

Intent touch(LinkTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

struct LinkWords {
    Text head;
    Text hint;
    bool good = false;
};

std::optional<LinkWords> words_of(JoinNotice notice) {
    switch (notice) {
        case JoinNotice::none:
            return std::nullopt;
        case JoinNotice::damaged:
            return LinkWords{Text::join_damaged, Text::join_damaged_hint};
        case JoinNotice::newer:
            return LinkWords{Text::join_newer, Text::join_newer_hint};
        case JoinNotice::other:
            return LinkWords{Text::join_other, Text::join_other_hint};
        case JoinNotice::belongs:
            return LinkWords{Text::join_belongs, Text::join_belongs_hint, true};
        case JoinNotice::not_kept:
            return LinkWords{Text::join_not_kept, Text::join_not_kept_hint};
    }
    return std::nullopt;
}

std::optional<LinkWords> words_of(Joining joining) {
    switch (joining) {
        case Joining::none:
            return std::nullopt;
        case Joining::reaching:
            return LinkWords{Text::join_reaching, Text::join_reaching_hint, true};
        case Joining::no_line:
            return LinkWords{Text::join_no_line, Text::join_no_line_hint};
        case Joining::other_machine:
            return LinkWords{Text::join_other_machine, Text::join_other_machine_hint};
        case Joining::used:
            return LinkWords{Text::join_used, Text::join_used_hint};
        case Joining::expired:
            return LinkWords{Text::join_expired, Text::join_expired_hint};
        case Joining::refused:
            return LinkWords{Text::join_refused, Text::join_refused_hint};
        case Joining::not_kept:
            return LinkWords{Text::join_not_kept, Text::join_not_kept_hint};
    }
    return std::nullopt;
}

LinkWords words_of(LinkState state, bool online) {
    switch (state) {
        case LinkState::alone:
            break;
        case LinkState::good:
            return {Text::join_good, online ? Text::join_good_hint : Text::join_offline_hint, true};
        case LinkState::waiting:
            return {Text::join_waiting, Text::join_waiting_hint, true};
        case LinkState::revoked:
            return {Text::link_revoked, Text::join_revoked_hint};
        case LinkState::unknown:
            return {Text::link_unknown, Text::join_unknown_hint};
        case LinkState::outdated:
            return {Text::link_outdated, Text::join_outdated_hint};
    }
    return {Text::join_alone, Text::join_alone_hint, true};
}

LinkWords words_for(const Model& model, const LinkPage& page) {
    const LinkView& link = model.home.link;
    if (const auto notice = words_of(page.notice)) return *notice;
    if (const auto joining = words_of(link.joining)) return *joining;
    return words_of(link.state, model.home.network == NetworkState::online);
}

bool can_stop(const LinkView& link) {
    return link.state == LinkState::waiting || !is_over(link.joining);
}

bool wants_invitation(const LinkView& link) {
    return link.state != LinkState::good && link.state != LinkState::outdated;
}

void draw_join(const Scene& scene, Rect rect, const LinkPage& page) {
    const Palette& palette = scene.palette();
    const LinkView& link = scene.model.home.link;
    const LinkWords words = words_for(scene.model, page);
    card_with_bar(scene.canvas, rect, words.good ? palette.green : palette.amber);
    scene.canvas.note("group", scene.words(words.head), rect);
    const Rect inner = rect.inset(pad);
    float y = inner.y;
    y += scene.canvas.paragraph({inner.x, y, inner.width}, Type::heading, palette.ink,
                                scene.words(words.head)) +
         16;
    y += scene.canvas.paragraph({inner.x, y, inner.width}, Type::title, palette.ink, scene.words(words.hint),
                                4) +
         20;
    if (link.state == LinkState::waiting && link.digits.size() == 6 && is_over(link.joining))
        scene.canvas.text({inner.x, y, inner.width}, Type::giant, palette.ink,
                          link.digits.substr(0, 3) + " " + link.digits.substr(3));
    if (link.state == LinkState::good)
        scene.canvas.text({inner.x, y, inner.width}, Type::title_bold, palette.blue,
                          link.unreported == 0
                              ? std::string(scene.words(Text::line_reported))
                              : scene.words(Text::line_unreported, {std::to_string(link.unreported)}));
    if (!can_stop(link)) return;
    const std::string_view stop = scene.words(Text::join_stop);
    const float width = button_width(scene.canvas, stop, false, button_height_small);
    button(scene.canvas,
           {inner.right() - width, inner.bottom() - button_height_small, width, button_height_small},
           {"join_stop", stop, ButtonKind::secondary, std::nullopt, touch(StopJoining{})});
}

std::string news_words(const Scene& scene, const CourierNews& news) {
    const auto plain = [&](Text words) { return std::string(scene.words(words)); };
    switch (news.word) {
        case CourierWord::carried:
            return news.events == 0 ? plain(Text::courier_carried_none)
                                    : scene.words(Text::courier_carried, {std::to_string(news.events)});
        case CourierWord::brought:
            return scene.words(Text::courier_brought,
                               {std::to_string(news.events), std::to_string(news.news)});
        case CourierWord::known:
            return plain(Text::courier_known);
        case CourierWord::inactive:
            return plain(Text::courier_inactive);
        case CourierWord::absent:
            return plain(Text::courier_absent);
        case CourierWord::full:
            return plain(Text::courier_full);
        case CourierWord::read_only:
            return plain(Text::courier_read_only);
        case CourierWord::gone:
            return plain(Text::courier_gone);
        case CourierWord::none_there:
            return plain(Text::courier_none_there);
        case CourierWord::others:
            return plain(Text::courier_others);
        case CourierWord::not_ours:
            return plain(Text::courier_not_ours);
        case CourierWord::incomplete:
            return plain(Text::courier_incomplete);
        case CourierWord::needs_line:
            return plain(Text::courier_needs_line);
        case CourierWord::alone:
            return plain(Text::courier_alone);
        case CourierWord::failed:
            break;
    }
    return plain(Text::courier_failed);
}

std::string courier_words(const Scene& scene, const LinkPage& page) {
    if (page.carrying) return std::string(scene.words(Text::courier_working));
    if (page.news) return news_words(scene, *page.news);
    if (!scene.model.stick) return std::string(scene.words(Text::courier_hint));
    return scene.words(Text::courier_ready, {std::to_string(scene.model.home.link.unreported)});
}

void draw_courier(const Scene& scene, Rect rect, const LinkPage& page) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    scene.canvas.note("group", scene.words(Text::courier_title), rect);
    const Rect inner = rect.inset(pad, 28);
    const std::string_view out = scene.words(Text::courier_out);
    const std::string_view in = scene.words(Text::courier_in);
    const float width = std::max(button_width(scene.canvas, out, true), button_width(scene.canvas, in, true));
    const float keys = 2 * width + gap;
    const float key_y =
        scene.portrait() ? inner.bottom() - button_height : inner.center().y - button_height / 2;
    const float room = scene.portrait() ? inner.width : inner.width - keys - pad;
    scene.canvas.text({inner.x, inner.y, room}, Type::title_bold, palette.ink,
                      scene.words(Text::courier_title));
    scene.canvas.paragraph({inner.x, inner.y + 64, room}, Type::title, palette.ink,
                           courier_words(scene, page), 3);
    if (page.carrying) return;
    const bool offered = scene.model.stick.has_value();
    button(scene.canvas, {inner.right() - keys, key_y, width, button_height},
           {"carry_out", out, offered ? ButtonKind::primary : ButtonKind::secondary, Icon::door_out,
            touch(CarryOut{})});
    button(scene.canvas, {inner.right() - width, key_y, width, button_height},
           {"bring_in", in, ButtonKind::secondary, Icon::door_in, touch(BringIn{})});
}

}  // namespace

void draw_page(const Scene& scene, const LinkPage& page) {
    draw_staff_strip(scene, scene.words(Text::link_title), StaffStrip::page);
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    const bool camera = wants_invitation(scene.model.home.link);
    const float courier_height = scene.portrait() ? 392 : 268;
    const float height = room.height - courier_height - gap;
    if (!camera) {
        draw_join(scene, {room.x, room.y, room.width, height}, page);
    } else if (scene.portrait()) {
        const float join_height = 620;
        draw_viewfinder_small(scene, {room.x, room.y, room.width, height - join_height - gap});
        draw_join(scene, {room.x, room.y + height - join_height, room.width, join_height}, page);
    } else {
        const float join_width = room.width * 0.56f;
        draw_join(scene, {room.x, room.y, join_width, height}, page);
        draw_viewfinder_small(scene,
                              {room.x + join_width + gap, room.y, room.width - join_width - gap, height});
    }
    draw_courier(scene, {room.x, room.bottom() - courier_height, room.width, courier_height}, page);
}

}  // namespace baodao
