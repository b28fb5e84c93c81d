// SPDX-License-Identifier: MIT
// A printer on the other end of IPP: straight when it takes PDF, through the machine's print queue otherwise.
#pragma once

#include <functional>

#include "kiosk/devices/ipp_client.hpp"
#include "kiosk/devices/printer.hpp"

namespace baodao {

class IppPrinter final : public Printer {
  public:
    // At an address.
    explicit IppPrinter(IppAddress address);
    // A queue of the machine by its name; empty: the default, or the first that is there.
    explicit IppPrinter(std::string queue_name);

    [[nodiscard]] PrinterView look() override;
    [[nodiscard]] std::variant<PrintTicket, PrintTrouble> send(const PrintOrder& order) override;
    [[nodiscard]] JobStage stage(PrintTicket ticket) override;
    void cancel(PrintTicket ticket) override;

  private:
    // Where to, and what is there now; nothing while the printer is away.
    struct Reached {
        IppAddress address;
        IppPrinterFacts facts;
    };
    [[nodiscard]] std::optional<Reached> reach();
    [[nodiscard]] std::optional<Reached> reach_queue();

    std::optional<std::string> queue_name_;  // absent: address_ was given
    std::optional<IppAddress> address_;      // once found
};

// By the stem of the reasons: printers add -error, -warning, -report as they like.
[[nodiscard]] PaperSupply paper_supply(const IppPrinterFacts& facts);

}  // namespace baodao
