// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {

namespace {

struct OnTouch {
    Model& model;
    LinkPage& page;
    Effects& effects;

    void operator()(const StopJoining& touch) const {
        page.notice = JoinNotice::none;
        effects.emplace_back(StaffRequest{touch});
    }
    void operator()(const CarryOut& touch) const { carry(touch); }
    void operator()(const BringIn& touch) const { carry(touch); }

    template <class Touch>
    void carry(const Touch& touch) const {
        if (page.carrying) return;
        page.carrying = true;
        page.news.reset();
        effects.emplace_back(StaffRequest{touch});
    }
};

}  // namespace

void on_link_touch(Model& model, const LinkTouch& touch, Effects& effects) {
    if (auto* page = shown_page<LinkPage>(model)) std::visit(OnTouch{model, *page, effects}, touch);
}

void on_invitation(Model& model, const ScanRead& scan, Effects& effects) {
    if (!model.staff) return say(model, Text::toast_invitation);
    on_touch(model);
    if (auto* page = shown_page<LinkPage>(model)) {
        page->notice = JoinNotice::none;
    } else {
        model.staff->page = LinkPage{};
    }
    effects.emplace_back(PlaySound{Sound::key});
    effects.emplace_back(StaffRequest{JoinWith{scan.text}});
}

void on_join(Model& model, const JoinAnswered& answer) {
    if (auto* page = shown_page<LinkPage>(model)) page->notice = answer.notice;
}

void on_courier(Model& model, const CourierAnswered& answer) {
    auto* page = shown_page<LinkPage>(model);
    if (page == nullptr) return;
    page->carrying = false;
    page->news = answer.news;
}

void on_stick(Model& model, const StickReported& report) {
    const bool fresh = report.stick && !model.stick;
    model.stick = report.stick;
    if (fresh && model.staff) say(model, Text::toast_stick);
}

}  // namespace baodao::update_parts
