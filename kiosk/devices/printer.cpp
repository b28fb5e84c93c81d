// SPDX-License-Identifier: MIT
#include "kiosk/devices/printer.hpp"

#include <filesystem>

#include "domain/base/file.hpp"
#include "kiosk/devices/ipp_printer.hpp"
#include "kiosk/devices/usb_stick.hpp"

namespace baodao {

namespace {

namespace fs = std::filesystem;

class NoPrinter final : public Printer {
  public:
    PrinterView look() override { return {PrinterPresence::none, PaperSupply::unclear, {}}; }
    std::variant<PrintTicket, PrintTrouble> send(const PrintOrder&) override {
        return PrintTrouble::no_printer;
    }
    JobStage stage(PrintTicket) override { return JobStage::failed; }
    void cancel(PrintTicket) override {}
};

class FolderPrinter final : public Printer {
  public:
    explicit FolderPrinter(fs::path folder) : folder_(std::move(folder)) {}

    PrinterView look() override {
        std::error_code error;
        fs::create_directories(folder_, error);
        const bool there = fs::is_directory(folder_, error);
        return {there ? PrinterPresence::answers : PrinterPresence::away,
                there ? PaperSupply::present : PaperSupply::unclear, folder_.string()};
    }

    std::variant<PrintTicket, PrintTrouble> send(const PrintOrder& order) override {
        if (look().presence != PrinterPresence::answers) return PrintTrouble::away;
        if (!write_file_atomic(free_path(folder_, file_name(order.title)), order.pdf))
            return PrintTrouble::refused;
        return PrintTicket{++written_};
    }
    JobStage stage(PrintTicket) override { return JobStage::printed; }
    void cancel(PrintTicket) override {}

  private:
    const fs::path folder_;
    int written_ = 0;
};

}  // namespace

Result<std::unique_ptr<Printer>> open_printer(const std::string& setting) {
    constexpr std::string_view folder = "folder:";
    using Made = std::unique_ptr<Printer>;
    if (setting.empty()) return Error{ErrorKind::bad_input, "the setting printer is empty", "auto, none, …"};
    if (setting == "none") return Made(std::make_unique<NoPrinter>());
    if (setting == "auto") return Made(std::make_unique<IppPrinter>(std::string()));
    if (setting.starts_with(folder)) {
        return Made(std::make_unique<FolderPrinter>(setting.substr(folder.size())));
    }
    if (setting.find("://") == std::string::npos) return Made(std::make_unique<IppPrinter>(setting));
    const auto address = parse_ipp_address(setting);
    if (!address) return address.error();
    return Made(std::make_unique<IppPrinter>(*address));
}

}  // namespace baodao
