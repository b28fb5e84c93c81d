// SPDX-License-Identifier: MIT
// The Internet Printing Protocol, as little of it as papers need. The only owner of libcups.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/base/result.hpp"

namespace baodao {

struct IppAddress {
    std::string host;
    int port = 631;
    std::string resource;  // /ipp/print
    bool encrypted = false;
    [[nodiscard]] std::string uri() const;
};

// bad_input: not ipp://host[:port]/resource or ipps://…
[[nodiscard]] Result<IppAddress> parse_ipp_address(const std::string& uri);

struct IppPrinterFacts {
    std::string name;                  // make and model
    std::vector<std::string> formats;  // MIME types that it takes
    std::vector<std::string> ready;    // sizes of paper in its trays, empty when it does not say
    std::vector<std::string> reasons;  // "media-empty-warning" …; empty when there are none
    bool accepting = true;
};

enum class IppJobEnd { none, completed, aborted, cancelled };

// Each ends within `patience_ms` of silence; io: the printer does not answer, refused: it answered no.
[[nodiscard]] Result<IppPrinterFacts> ipp_printer_facts(const IppAddress& address, int patience_ms);
// Sends the whole PDF for A4 paper, at its own size; the number of the job.
[[nodiscard]] Result<int> ipp_print_pdf(const IppAddress& address, const std::string& title,
                                        const std::string& pdf, int patience_ms);
[[nodiscard]] Result<IppJobEnd> ipp_job_end(const IppAddress& address, int job, int patience_ms);
[[nodiscard]] Status ipp_cancel(const IppAddress& address, int job, int patience_ms);

// A destination that this machine knows.
struct PrintQueue {
    std::string name;
    std::optional<IppAddress> device;  // the printer itself, when it speaks IPP
    IppAddress queue;                  // through the print service
};

// The queue of that name; without one the default, else the first that is found within `patience_ms`.
[[nodiscard]] std::optional<PrintQueue> find_print_queue(const std::string& name, int patience_ms);

}  // namespace baodao
