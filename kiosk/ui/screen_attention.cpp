// SPDX-License-Identifier: MIT
// Screen 05: recorded and to be checked, or something that the person should read.
#include "kiosk/ui/attention_words.hpp"
#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/outcome.hpp"

namespace baodao {
namespace {

void draw_contact(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const ContactView& contact = scene.model.home.contact;
    notice_box(scene.canvas, rect, palette.amber_tint, palette.amber, 20);
    draw_icon(scene.canvas, Icon::phone, rect.middle_left(38, 46, 46), palette.amber_ink);
    const float top = rect.center().y - 26;
    float x = rect.x + 111;
    x += scene.canvas.text({x, top}, Type::title, palette.ink,
                           scene.words(contact.deputy ? Text::contact_deputy : Text::contact)) +
         25;
    x += scene.canvas.text({x, top}, Type::title_bold, palette.ink, spaced_name(contact.name)) + 25;
    scene.canvas.text({x, top - 9}, Type::heading, palette.ink, contact.phone);
}

}  // namespace

void draw_attention(const Scene& scene) {
    if (!scene.model.visit) return;
    const Palette& palette = scene.palette();
    const AttentionWords said =
        attention_words(scene.words, scene.model.visit->answer, scene.model.home.contact);
    OutcomeLook look = said.failed ? red_look(scene) : amber_look(scene);
    look.sign = Icon::triangle;
    look.tag = said.tag;
    look.word = said.word;
    const OutcomePlaces places = draw_outcome(scene, look);
    const Rect v = places.values;
    const float top = scene.portrait() ? v.y - 30 : v.y + 78;
    scene.canvas.text({v.x, top, v.width}, Type::heading, look.ink, said.panel_title);
    scene.canvas.text({v.x, top + 72, v.width}, Type::title, look.ink, said.panel_hint);
    draw_values(scene, {v.x, top + (scene.portrait() ? 128.0f : 143.0f)}, v.width, look.ink, said.values);
    draw_outcome_ring(scene, look, RingSize::small);

    const Rect c = places.content;
    const float room = c.width - (scene.portrait() ? 0 : 130);
    scene.canvas.text({c.x, c.y + 4, room}, Type::heading, palette.ink, said.title);
    scene.canvas.text({c.x, c.y + 68, room}, Type::title, palette.ink_second, said.hint);
    const float contact_top = scene.portrait() ? 1420 : 799;
    draw_advice_card(scene, {c.x, c.y + 145, c.width, contact_top - 30 - c.y - 145},
                     said.failed ? palette.accent : palette.amber_ink, said.rows);
    draw_contact(scene, {c.x, contact_top, c.width, 109});

    const std::vector<Button> buttons{command_button("back", scene.words(Text::back_home),
                                                     ButtonKind::secondary, Command::back, Icon::arrow_left),
                                      command_button("call_staff", scene.words(Text::call_staff),
                                                     ButtonKind::primary, Command::call_staff, Icon::bell)};
    draw_actions(scene, places.actions, {.buttons = buttons, .last_grows = true, .remark = {}});
}

}  // namespace baodao
