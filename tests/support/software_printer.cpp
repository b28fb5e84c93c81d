// SPDX-License-Identifier: MIT
#include "tests/support/software_printer.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace baodao::test {

namespace {

namespace fs = std::filesystem;

// Nothing here measures: a slow machine may take its time.
constexpr std::chrono::seconds patience{30};

// A program with its output in a file; it dies with the test.
pid_t start(const std::vector<std::string>& arguments, const fs::path& output) {
    std::vector<char*> words;
    for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    const pid_t process = ::fork();
    if (process < 0) throw std::runtime_error("no process");
    if (process > 0) return process;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
    ::execvp(words[0], words.data());
    ::_exit(127);
}

void end(std::optional<pid_t>& process) {
    if (!process) return;
    ::kill(*process, SIGKILL);
    ::waitpid(*process, nullptr, 0);
    process.reset();
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path) << text;
}

std::string text_of(const fs::path& path) {
    std::ostringstream all;
    all << std::ifstream(path).rdbuf();
    return all.str();
}

void wait_until(const std::string& what, const std::function<bool()>& is_so) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!is_so()) {
        if (std::chrono::steady_clock::now() > until) throw std::runtime_error("did not come: " + what);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    void* raw = &address;
    const bool bound = ::bind(socket, static_cast<sockaddr*>(raw), size) == 0 &&
                       ::getsockname(socket, static_cast<sockaddr*>(raw), &size) == 0;
    ::close(socket);
    if (!bound) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

bool answers(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(port);
    void* raw = &address;
    const bool connected = ::connect(socket, static_cast<sockaddr*>(raw), sizeof address) == 0;
    ::close(socket);
    return connected;
}

constexpr const char* bus_config =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=FOLDER/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
)";

constexpr const char* a4_printer =
    "ATTR mimeMediaType document-format-supported application/pdf,image/pwg-raster\n"
    "ATTR mimeMediaType document-format-default application/pdf\n"
    "ATTR keyword media-ready iso_a4_210x297mm\n"
    "ATTR keyword media-supported iso_a4_210x297mm\n"
    "ATTR keyword media-default iso_a4_210x297mm\n"
    "ATTR keyword sides-supported one-sided\n"
    "ATTR text printer-make-and-model \"Test A4\"\n";

std::string with(std::string text, const std::string& word, const std::string& value) {
    for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += value.size()) {
        text.replace(at, word.size(), value);
    }
    return text;
}

// What the printer does with a document, $1; its standard error is the printer's state.
std::string script(PrinterManner manner) {
    const std::string keep =
        "echo \"$IPP_MEDIA\" > FOLDER/media\n"
        "n=$(ls FOLDER/out | wc -l); cp \"$1\" FOLDER/out/part; mv FOLDER/out/part FOLDER/out/$n.pdf\n";
    const std::string wait = "while [ -d FOLDER ] && [ ! -e FOLDER/paper ]; do sleep 0.1; done\n";
    std::string lines = "#!/bin/sh\n";
    switch (manner) {
        case PrinterManner::prints:
        case PrinterManner::says_little:
        case PrinterManner::raster_only:
            return lines + keep;
        case PrinterManner::fails:
            return lines + "echo 'ERROR: it is broken' >&2\nexit 1\n";
        case PrinterManner::lacks_paper:
            return lines + "echo 'STATE: +media-empty-error,media-needed' >&2\n" + wait +
                   "echo 'STATE: -media-empty-error,media-needed' >&2\n" + keep;
        case PrinterManner::dawdles:
            return lines + wait;
    }
    return lines;
}

}  // namespace

SoftwarePrinter::SoftwarePrinter(PrinterManner manner) : manner_(manner), port_(free_port()) {
    const fs::path at = folder_.path();
    const std::string folder = at.string();
    fs::create_directory(at / "out");
    fs::create_directory(at / "spool");
    write(at / "bus.conf", with(bus_config, "FOLDER", folder));
    write(at / "a4.conf", a4_printer);
    write(at / "script", with(script(manner), "FOLDER", folder));
    fs::permissions(at / "script", fs::perms::owner_all);

    bus_ = start({"dbus-daemon", "--config-file=" + folder + "/bus.conf", "--nofork", "--nopidfile"},
                 at / "bus.log");
    wait_until("the bus", [&] { return fs::exists(at / "bus"); });
    switch_on();
}

SoftwarePrinter::~SoftwarePrinter() {
    end(printer_);
    end(bus_);
}

void SoftwarePrinter::switch_on() {
    const std::string folder = folder_.path().string();
    std::vector<std::string> words{"env",
                                   "DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + folder + "/bus",
                                   "ippeveprinter",
                                   "-r",
                                   "off",
                                   "-p",
                                   std::to_string(port_),
                                   "-n",
                                   "localhost",
                                   "-d",
                                   folder + "/spool",
                                   "-c",
                                   folder + "/script"};
    const auto add = [&](const char* option, const std::string& value) {
        words.emplace_back(option);
        words.push_back(value);
    };
    if (manner_ == PrinterManner::raster_only) {
        add("-f", "image/pwg-raster");
    } else if (manner_ == PrinterManner::says_little) {
        add("-f", "application/pdf,image/pwg-raster");
    } else {
        add("-a", folder + "/a4.conf");
    }
    words.push_back("Test " + std::to_string(port_));
    printer_ = start(words, folder_.path() / "printer.log");
    wait_until("the printer", [&] { return answers(port_); });
}

void SoftwarePrinter::vanish() {
    end(printer_);
}

std::string SoftwarePrinter::uri() const {
    return "ipp://localhost:" + std::to_string(port_) + "/ipp/print";
}

std::vector<fs::path> SoftwarePrinter::printed() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_.path() / "out")) {
        if (entry.path().extension() == ".pdf") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string SoftwarePrinter::media() const {
    std::string word = text_of(folder_.path() / "media");
    while (!word.empty() && word.back() == '\n') word.pop_back();
    return word;
}

void SoftwarePrinter::put_paper() const {
    write(folder_.path() / "paper", "");
}

}  // namespace baodao::test
