// SPDX-License-Identifier: MIT
#include "kiosk/devices/print_thread.hpp"

#include "domain/paper/paper.hpp"

namespace baodao {

namespace {

PaperReport failed(const PaperOrder& order, PrintTrouble trouble) {
    return {order.parts, PaperStage::failed, trouble, {}};
}

// What is to be said when a job stayed in that stage for too long.
PrintTrouble trouble_of(JobStage stage) {
    switch (stage) {
        case JobStage::needs_paper:
            return PrintTrouble::no_paper;
        case JobStage::needs_hand:
            return PrintTrouble::jam;
        case JobStage::unheard:
            return PrintTrouble::lost;
        case JobStage::failed:
            return PrintTrouble::aborted;
        case JobStage::working:
        case JobStage::printed:
            break;
    }
    return PrintTrouble::too_slow;
}

std::chrono::milliseconds patience_for(JobStage stage, const PrintPatience& patience) {
    if (stage == JobStage::needs_paper || stage == JobStage::needs_hand) return patience.hand;
    return stage == JobStage::unheard ? patience.silence : patience.work;
}

}  // namespace

PrintThread::PrintThread(std::unique_ptr<Printer> printer, Mailbox<PaperOrder>& orders, const Clock& clock,
                         Outlets outlets, PrintPatience patience, StickPlaces sticks)
    : printer_(std::move(printer)),
      orders_(orders),
      clock_(clock),
      outlets_(std::move(outlets)),
      patience_(patience),
      sticks_(std::move(sticks)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

PrintThread::~PrintThread() {
    thread_.request_stop();
    orders_.close();
    thread_.join();
}

void PrintThread::run(const std::stop_token& stop) {
    look();
    while (!stop.stop_requested()) {
        if (const auto order = orders_.take_within(patience_.look)) {
            print(*order, stop);
        }
        if (!stop.stop_requested()) look();
    }
}

Result<std::string> PrintThread::draw(const PaperOrder& order) {
    const auto pages = lay_out(order.content);
    if (!pages) return pages.error();
    if (!canvas_) canvas_.emplace();
    return make_paper(*canvas_, *pages, order.info);
}

void PrintThread::print(const PaperOrder& order, const std::stop_token& stop) {
    const auto pdf = draw(order);
    if (!pdf) {
        outlets_.report(failed(order, PrintTrouble::not_drawn));
        return;
    }
    if (stop.stop_requested()) return;
    if (order.way == PaperWay::stick) {
        save(order, *pdf);
        return;
    }
    const auto sent = printer_->send({order.title, *pdf});
    if (const auto* trouble = std::get_if<PrintTrouble>(&sent)) {
        outlets_.report(failed(order, *trouble));
        return;
    }
    outlets_.report({order.parts, PaperStage::accepted, {}, {}});
    if (const auto ended = follow(std::get<PrintTicket>(sent), order, stop)) outlets_.report(*ended);
}

void PrintThread::save(const PaperOrder& order, const std::string& pdf) {
    const auto saved = save_to_stick(sticks_, order.title, pdf);
    if (const auto* trouble = std::get_if<PrintTrouble>(&saved)) {
        outlets_.report(failed(order, *trouble));
        return;
    }
    outlets_.report({order.parts, PaperStage::printed, {}, std::get<std::filesystem::path>(saved).string()});
}

std::optional<PaperReport> PrintThread::follow(PrintTicket ticket, const PaperOrder& order,
                                               const std::stop_token& stop) {
    std::optional<JobStage> before;
    MonoMillis since;
    while (!stop.stop_requested()) {
        const JobStage stage = printer_->stage(ticket);
        if (stage == JobStage::printed) return PaperReport{order.parts, PaperStage::printed, {}, told_.name};
        if (stage == JobStage::failed) return failed(order, trouble_of(stage));
        const MonoMillis now = clock_.now().mono;
        if (before != stage) {
            before = stage;
            since = now;
            look();
        }
        if (now - since >= patience_for(stage, patience_).count()) {
            printer_->cancel(ticket);
            return failed(order, trouble_of(stage));
        }
        std::unique_lock lock(mutex_);
        (void)stopped_.wait_for(lock, stop, patience_.poll, [] { return false; });
    }
    return std::nullopt;
}

void PrintThread::look() {
    PrinterView view = printer_->look();
    if (view == told_) return;
    told_ = std::move(view);
    outlets_.printer(told_);
}

}  // namespace baodao
