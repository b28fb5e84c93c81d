// SPDX-License-Identifier: MIT
// A desk that asks for one receipt and prints it into a folder, so that a test can kill it anywhere and look.
// paper_probe DATA TIME SERIAL FOLDER; prints "sent JOB COPY" before the paper is handed over and "told" when
// its end is in the log. Exit 3: could not open, 4: could not print.
#include <unistd.h>

#include <cstdlib>

#include "domain/base/text.hpp"
#include "domain/paper/paper.hpp"
#include "kiosk/app/paper_desk.hpp"
#include "kiosk/devices/printer.hpp"

using namespace baodao;

namespace {

// At once and whole, without a buffer that a kill would take along.
void print(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0) std::exit(5);
}

bool hand_over(const PaperOrder& order, const std::string& folder) {
    PdfCanvas canvas;
    const auto pages = lay_out(order.content);
    const auto pdf = pages ? make_paper(canvas, *pages, order.info) : Result<std::string>(pages.error());
    const auto printer = open_printer("folder:" + folder);
    if (!pdf || !printer) return false;
    const PaperPart& part = order.parts.front();
    print("sent " + to_hex64(part.job) + " " + std::to_string(part.copy));
    const auto sent = (*printer)->send({order.title, *pdf});
    return std::holds_alternative<PrintTicket>(sent);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const auto time = parse_rfc3339(argv[2]);
    const auto serial = from_hex64(argv[3]);
    if (!time || !serial) return 2;
    auto opened = OpenedDesk::open({argv[1], *time});
    if (!opened) return 3;
    std::vector<PaperOrder> orders;
    auto papers = PaperDesk::open(**opened, [&](PaperOrder order) {
        orders.push_back(std::move(order));
        return true;
    });
    if (!papers) return 3;
    (void)::getppid();  // from here on system calls are counted
    if (!papers->receipt(SlipSerial{*serial})) return 4;
    for (const PaperOrder& order : orders) {
        if (!hand_over(order, argv[4])) return 4;
        if (!papers->heard({order.parts, PaperStage::printed, PrintTrouble::aborted, "folder"})) return 4;
        print("told");
    }
    return 0;
}
