// SPDX-License-Identifier: MIT
// The thread that prints: draws each paper, reads its codes back, hands it over and follows it to its end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "domain/base/clock.hpp"
#include "kiosk/app/paper_order.hpp"
#include "kiosk/base/mailbox.hpp"
#include "kiosk/devices/printer.hpp"
#include "kiosk/devices/usb_stick.hpp"

namespace baodao {

inline constexpr std::size_t paper_orders_max = 64;  // waiting at once

// How long the thread puts up with what a printer does before it takes the job back.
struct PrintPatience {
    std::chrono::milliseconds poll{500};
    std::chrono::milliseconds look{20'000};     // between two looks at an idle printer
    std::chrono::milliseconds hand{600'000};    // for paper to be put in, or a jam to be cleared
    std::chrono::milliseconds silence{30'000};  // without an answer
    std::chrono::milliseconds work{300'000};    // working, without coming to an end
};

class PrintThread {
  public:
    // Both are called on this thread; they must be quick and not throw.
    struct Outlets {
        std::function<void(const PaperReport&)> report;   // accepted, then printed or failed; or failed
        std::function<void(const PrinterView&)> printer;  // each change of what can be said about it
    };

    // `orders` and `clock` outlive the thread.
    PrintThread(std::unique_ptr<Printer> printer, Mailbox<PaperOrder>& orders, const Clock& clock,
                Outlets outlets, PrintPatience patience = {}, StickPlaces sticks = {});
    // Takes no more orders. A paper that is on its way is not waited for and not reported: the log still has
    // it as requested, and the next start asks.
    ~PrintThread();
    PrintThread(const PrintThread&) = delete;
    PrintThread& operator=(const PrintThread&) = delete;

  private:
    void run(const std::stop_token& stop);
    void print(const PaperOrder& order, const std::stop_token& stop);
    void save(const PaperOrder& order, const std::string& pdf);
    [[nodiscard]] Result<std::string> draw(const PaperOrder& order);
    // How the job ended; nothing when the thread is to stop.
    [[nodiscard]] std::optional<PaperReport> follow(PrintTicket ticket, const PaperOrder& order,
                                                    const std::stop_token& stop);
    void look();

    const std::unique_ptr<Printer> printer_;
    Mailbox<PaperOrder>& orders_;
    const Clock& clock_;
    const Outlets outlets_;
    const PrintPatience patience_;
    const StickPlaces sticks_;
    PrinterView told_;
    std::optional<PdfCanvas> canvas_;  // opened with the first paper: fonts are large
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace baodao
