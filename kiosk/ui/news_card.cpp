// SPDX-License-Identifier: MIT
#include "kiosk/ui/news_card.hpp"

#include "kiosk/ui/reason_words.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

Text title_of(EventWhat what) {
    switch (what) {
        case EventWhat::refused:
            return Text::news_refused;
        case EventWhat::recorded:
            return Text::news_recorded;
        case EventWhat::voided:
            return Text::news_voided;
        case EventWhat::confirmed:
            return Text::news_confirmed;
        default:
            return Text::news_amended;
    }
}

}  // namespace

void draw_news(const Scene& scene, Rect rect) {
    const auto& all = scene.model.visit->answer.news;
    if (all.empty()) return;
    const Palette& palette = scene.palette();
    const NewsView& news = all.front();
    notice_box(scene.canvas, rect, palette.blue_tint, palette.blue);
    draw_icon(scene.canvas, Icon::pencil, rect.middle_left(36, 68, 68), palette.blue);
    const float x = rect.x + 131;
    const float room = rect.right() - x - 24;
    const std::string service = news.title.empty() ? std::string(scene.words(Text::unplanned)) : news.title;
    std::string head = scene.words(
        title_of(news.what), {news.started ? scene.words.short_date(*news.started) : std::string(), service});
    std::string line;
    if (news.what == EventWhat::refused) {
        line = scene.words(Text::news_reason, {reason_words(scene.words, news.reason)});
    } else if (news.started && news.ended && news.what != EventWhat::voided) {
        line = scene.words(Text::news_times, {scene.words.span(*news.started, *news.ended),
                                              scene.words.duration(news.minutes)});
    }
    line += scene.words(Text::news_hint);
    const float top = rect.center().y - (scene.canvas.measure(Type::body, line) <= room ? 50.0f : 66.0f);
    scene.canvas.text({x, top, room}, Type::title_bold, palette.ink, head);
    scene.canvas.paragraph({x, top + 50, room}, Type::body, palette.ink, line);
}

}  // namespace baodao
