// SPDX-License-Identifier: MIT
// A real IPP printer in software: ippeveprinter on a message bus of its own, where it waits in vain for a
// name service and does its work all the same. Nothing of the machine's is touched; what it prints lies in a
// folder.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.hpp"

namespace baodao::test {

enum class PrinterManner {
    prints,       // at once, and says that A4 lies in its tray
    says_little,  // likewise, and says nothing about A4
    fails,        // gives every job up
    lacks_paper,  // waits until put_paper()
    dawdles,      // takes the document and does not come to an end
    raster_only,  // takes no PDF
};

class SoftwarePrinter {
  public:
    // Throws when the printer does not come up.
    explicit SoftwarePrinter(PrinterManner manner);
    ~SoftwarePrinter();
    SoftwarePrinter(const SoftwarePrinter&) = delete;
    SoftwarePrinter& operator=(const SoftwarePrinter&) = delete;

    [[nodiscard]] std::string uri() const;
    // The documents that came out, in their order.
    [[nodiscard]] std::vector<std::filesystem::path> printed() const;
    // The paper that the jobs asked for: "iso_a4_210x297mm".
    [[nodiscard]] std::string media() const;
    void put_paper() const;
    // Pulls the plug; switch_on() plugs it in again.
    void vanish();
    void switch_on();

  private:
    TemporaryFolder folder_;
    PrinterManner manner_;
    int port_ = 0;
    std::optional<pid_t> bus_;
    std::optional<pid_t> printer_;
};

}  // namespace baodao::test
