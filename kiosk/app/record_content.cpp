// SPDX-License-Identifier: MIT
#include "kiosk/app/record_content.hpp"

#include <algorithm>
#include <array>

#include "domain/event/kinds_attendance.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/app/words.hpp"

namespace baodao {

namespace {

void add(std::string& remarks, const std::string& remark) {
    remarks += (remarks.empty() ? "" : "；") + remark;
}

std::string with_reason(std::string word, const std::string& reason) {
    return reason.empty() ? word : word + "：" + reason;
}

// Corrections carry their reasons in their own events.
struct Reasons {
    const LoadedPerson& person;

    template <class Body>
    [[nodiscard]] std::optional<Body> of(const Service& service) const {
        const auto is_behind = [&](const EventId& id) {
            return service.in == id || service.out == id ||
                   std::find(service.others.begin(), service.others.end(), id) != service.others.end();
        };
        for (const Entry& entry : person.entries) {
            if (!is_behind(entry.id)) continue;
            if (auto body = body_of<Body>(entry.event)) return body;
        }
        return std::nullopt;
    }
};

// Marks that need no more than their word.
struct PlainMark {
    Mark mark;
    const char* words;
};
constexpr std::array<PlainMark, 9> plain_marks{{
    {Mark::forgotten, "没有签退，待补记"},
    {Mark::without_sign_in, "没有签到，待核实"},
    {Mark::parked, "待核实"},
    {Mark::confirmed, "签退时间由窗口补记"},
    {Mark::disputed, "本人已申请更正"},
    {Mark::pending_review, "待复核"},
    {Mark::overlapping, "同一时段两处有记录，按一次计"},
    {Mark::doubtful_clock, "时间待校准"},
    {Mark::refused, "核实未通过，未计入"},
}};

std::string remarks_of(const Service& service, const Reasons& reasons) {
    std::string remarks;
    if (service.has(Mark::voided)) {
        const auto body = reasons.of<AttendanceVoided>(service);
        add(remarks, with_reason("扫错，未计入", body ? body->reason : ""));
    }
    if (service.has(Mark::back_entry)) {
        const auto body = reasons.of<AttendanceRecorded>(service);
        std::string words = with_reason("补录", body ? body->reason : "");
        if (body && !body->sheet.empty()) words += "，纸质签到表第 " + body->sheet + " 号";
        add(remarks, words);
    }
    if (service.has(Mark::amended)) {
        const auto body = reasons.of<AttendanceAmended>(service);
        add(remarks, with_reason("更正", body ? body->reason : ""));
    }
    for (const PlainMark& plain : plain_marks) {
        if (service.has(plain.mark)) add(remarks, plain.words);
    }
    return remarks;
}

std::string minutes_of(const Service& service, const Words& words) {
    if (service.has(Mark::voided) || service.has(Mark::refused)) return "不计时";
    if (service.has(Mark::forgotten) || service.has(Mark::without_sign_in)) return "待补记";
    if (service.has(Mark::open)) return "服务中";
    if (service.has(Mark::parked)) return "待核实";
    return words.duration(service.minutes);
}

struct LineMaker {
    const CommunityState& community;
    Words words;
    Reasons reasons;

    [[nodiscard]] ServiceLine line(const ServiceView& view) const {
        const Service& service = view.service;
        const UtcMillis start = service.started.value_or(service.ended.value_or(UtcMillis{}));
        ServiceLine line;
        line.day = words.date(start);
        line.title = view.title.empty() ? std::string(words(Text::unplanned)) : view.title;
        line.post = view.post;
        line.place = view.place;
        const Activity* activity = service.activity ? community.activity(*service.activity) : nullptr;
        if (activity != nullptr) line.kind = activity->plan.service;
        if (service.started) line.in = words.clock(*service.started);
        if (service.ended) {
            const bool same_day = words.date(*service.ended) == line.day;
            line.out = (same_day ? "" : "次日 ") + words.clock(*service.ended);
        }
        line.minutes = minutes_of(service, words);
        line.cadre = community.contact(line.day).name;
        line.remarks = remarks_of(service, reasons);
        return line;
    }
};

Completion completion_of(const YearAccount& year) {
    const auto is = [&](Duty duty) {
        return year.hours == duty && year.halves[0].duty == duty && year.halves[1].duty == duty;
    };
    if (is(Duty::not_asked)) return Completion::not_asked;
    const auto settled = [](Duty duty) { return duty != Duty::owed; };
    const bool done = settled(year.hours) && settled(year.halves[0].duty) && settled(year.halves[1].duty);
    return done ? Completion::done : Completion::not_yet;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : "、") + part;
    return all;
}

}  // namespace

Result<ServiceRecord> record_content(OpenedDesk& opened, SlipSerial serial, const LoadedPerson& person) {
    SubmitScan request;
    request.text = short_code(serial);
    request.source = ScanSource::typed_code;
    const auto view = opened.desk().record(request);
    if (!view) return view.error();

    const CommunityState& community = opened.desk().community();
    const LineMaker maker{community, Words(Language::chinese, community.offset()), Reasons{person}};
    const YearAccount& year = view->year;
    ServiceRecord record;
    record.year = year.year;
    record.first = date_from_civil({year.year, 1, 1});
    record.last = date_from_civil({year.year, 12, 31});
    record.check_code = view->check_code;
    record.teams = joined(view->claimed_items);
    for (auto service = view->services.rbegin(); service != view->services.rend(); ++service) {
        ServiceLine line = maker.line(*service);
        if (year_of(line.day) == year.year) record.lines.push_back(std::move(line));
    }
    record.first_half = year.halves[0].count;
    record.second_half = year.halves[1].count;
    record.total = maker.words.duration(year.minutes);
    if (year.opening_minutes != 0) {
        record.opening = with_reason("含期初 " + maker.words.duration(year.opening_minutes) + "，依据",
                                     year.opening_source);
    }
    record.completion = completion_of(year);
    return record;
}

}  // namespace baodao
