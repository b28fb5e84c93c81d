// SPDX-License-Identifier: MIT
#include "kiosk/app/paper_content.hpp"

#include "domain/base/text.hpp"
#include "domain/community/issuing.hpp"
#include "domain/slip/slip.hpp"
#include "kiosk/app/claim_desk.hpp"
#include "kiosk/app/people.hpp"
#include "kiosk/app/record_content.hpp"

namespace baodao {

namespace {

// The person whom a paper is about, with what her cards say.
struct Subject {
    LoadedPerson loaded;
    PersonCard card;
};

Result<Subject> load_subject(OpenedDesk& opened, SlipSerial serial, UtcMillis now) {
    auto person = load_person(opened.journal(), serial.value, opened.desk().community(), now);
    if (!person) return person.error();
    if (!person->state.registered) {
        return Error{ErrorKind::not_found, "nobody is registered with this slip", to_hex64(serial.value)};
    }
    Subject subject{std::move(person).value(), {}};
    subject.card = read_card(opened.journal(), subject.loaded.entries, opened.installation().community_key);
    return subject;
}

PaperContact window_contact(const CommunityState& community, LocalDate day) {
    const auto contact = community.contact(day);
    return {contact.name, contact.phone};
}

// The receipt's own code. The same receipt always says the same, so that a reprint is no second one.
Result<std::string> receipt_code(const OpenedDesk& opened, const Subject& subject, SlipSerial serial,
                                 LocalDate registered_on) {
    const Installation& installation = opened.installation();
    const PersonState& person = subject.loaded.state;
    const SlipState* slip = person.slip(person.registered->serial);
    const Signer signer = signer_on(installation, registered_on);
    Slip receipt;
    receipt.key = signer.id;
    receipt.serial = serial;
    receipt.first_day = registered_on;
    receipt.last_day = default_validity(installation.test, registered_on).last;
    receipt.community = installation.community;
    receipt.agency = person.agency.value_or(AgencyId{});
    receipt.purpose = SlipPurpose::receipt;
    if (slip != nullptr && slip->issued) receipt.batch = slip->issued->batch;
    receipt.name = subject.card.name;
    return issue_slip(receipt, signer.key);
}

Result<PaperOrder> receipt_order(OpenedDesk& opened, const Subject& subject, const PaperJob& job,
                                 std::int64_t copy, UtcMillis now) {
    const CommunityState& community = opened.desk().community();
    const CommunitySet settings = community.settings();
    const Registration& registered = *subject.loaded.state.registered;
    const SlipState* slip = subject.loaded.state.slip(registered.serial);

    Receipt receipt;
    receipt.serial = SlipSerial{job.job};
    receipt.registered_on = local_date(registered.at, community.offset());
    auto code = receipt_code(opened, subject, receipt.serial, receipt.registered_on);
    if (!code) return code.error();
    receipt.qr_text = std::move(code).value();
    if (slip != nullptr && slip->issued && !subject.card.agency.empty()) {
        receipt.slip_number = slip_number(*slip->issued, subject.card.agency);
    }
    receipt.registration_number = registered.number;
    receipt.name = subject.card.name;
    receipt.branch = subject.card.branch;
    receipt.items = receipt_items(opened.desk().items(), subject.loaded.state);
    receipt.community = settings.town + settings.name;
    receipt.window = window_contact(community, local_date(now, community.offset()));
    receipt.terminal = terminal_name(opened);
    receipt.copy = static_cast<int>(copy);
    receipt.printed_at = now;
    receipt.offset = community.offset();
    return PaperOrder{{{job.job, job.who, copy}},
                      "回执单 " + registered.number + " 第" + std::to_string(copy) + "份",
                      {"在职党员联系报到回执单", now, community.offset()},
                      std::move(receipt)};
}

Result<PaperOrder> record_order(OpenedDesk& opened, const Subject& subject, const PaperJob& job,
                                std::int64_t copy, UtcMillis now) {
    const CommunityState& community = opened.desk().community();
    const Registration& registered = *subject.loaded.state.registered;
    auto content = record_content(opened, *job.who.serial, subject.loaded);
    if (!content) return content.error();
    ServiceRecord record = std::move(content).value();
    record.registration_number = registered.number;
    record.name = subject.card.name;
    record.branch = subject.card.branch;
    record.registered_on = local_date(registered.at, community.offset());
    record.community = community.settings().town + community.settings().name;
    record.window = window_contact(community, local_date(now, community.offset()));
    record.terminal = terminal_name(opened);
    record.copy = static_cast<int>(copy);
    record.printed_at = now;
    record.offset = community.offset();
    return PaperOrder{{{job.job, job.who, copy}},
                      "记录表 " + registered.number + " 第" + std::to_string(copy) + "份",
                      {"在职党员服务社区情况记录表", now, community.offset()},
                      std::move(record)};
}

}  // namespace

std::string terminal_name(const OpenedDesk& opened) {
    return opened.desk().community().settings().name + "窗口终端 " + opened.installation().terminal;
}

Result<PaperOrder> make_slip_order(OpenedDesk& opened, std::span<const IssuedEntry> entries,
                                   const std::vector<PaperPart>& parts, std::string_view kind,
                                   StartCell start, UtcMillis now) {
    CardSheets sheets{{}, start};
    FormStack stack;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (kind == papers::card) {
            auto card = card_of_slip(opened, entries[i], now);
            if (!card) return card.error();
            sheets.cards.push_back(std::move(card).value());
        } else {
            auto form = form_of_slip(opened, entries[i], parts[i].copy, now);
            if (!form) return form.error();
            stack.forms.push_back(std::move(form).value());
        }
    }
    const bool cards = kind == papers::card;
    const std::string number =
        cards ? sheets.cards.front().slip_number : stack.forms.front().card.slip_number;
    const std::string title =
        (cards ? "签到卡 " : "报到单 ") + number + " 共" + std::to_string(entries.size()) + "张";
    const PaperInfo info{cards ? "在职党员签到卡" : "在职党员联系报到单", now,
                         opened.desk().community().offset()};
    if (cards) return PaperOrder{parts, title, info, std::move(sheets)};
    return PaperOrder{parts, title, info, std::move(stack)};
}

Result<PaperOrder> make_order(OpenedDesk& opened, const PaperJob& job, std::int64_t copy, UtcMillis now) {
    if (!job.who.serial) return Error{ErrorKind::not_found, "the paper names no slip", {}};
    if (job.paper == papers::card || job.paper == papers::form) {
        const auto entry = issued_entry(opened, *job.who.serial);
        if (!entry) return entry.error();
        return make_slip_order(opened, {&*entry, 1}, {{job.job, job.who, copy}}, job.paper, StartCell{}, now);
    }
    const auto subject = load_subject(opened, *job.who.serial, now);
    if (!subject) return subject.error();
    if (job.paper == papers::receipt) return receipt_order(opened, *subject, job, copy, now);
    if (job.paper == papers::record) return record_order(opened, *subject, job, copy, now);
    return Error{ErrorKind::unsupported, "this paper is not known here", job.paper};
}

}  // namespace baodao
