// SPDX-License-Identifier: MIT
#include "sync/hq/password_prompt.hpp"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "domain/base/file.hpp"
#include "sync/hq/web/qr_picture.hpp"

namespace baodao::hq {

namespace {

// While it lives, what is typed is not shown.
class NoEcho {
  public:
    NoEcho() : known_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~NoEcho() {
        if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

  private:
    termios before_{};
    bool known_;
};

std::string ask(const char* words) {
    std::fputs(words, stderr);
    std::string line;
    const NoEcho quiet;
    std::getline(std::cin, line);
    std::fputs("\n", stderr);
    return line;
}

}  // namespace

Result<std::string> read_new_password() {
    if (::isatty(STDIN_FILENO) == 0) {
        std::string line;
        std::getline(std::cin, line);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        return line;
    }
    std::string first = ask("password: ");
    if (first != ask("once more: ")) return Error{ErrorKind::refused, "the two passwords differ", ""};
    return first;
}

Status show_second_factor(const std::string& address, const std::string& svg_file) {
    std::printf("%s\n", address.c_str());
    if (!svg_file.empty()) {
        const auto svg = qr_svg(address);
        if (!svg) return svg.error();
        return write_file_atomic(svg_file, *svg + "\n", Readers::owner_only);
    }
    if (::isatty(STDOUT_FILENO) == 0) return {};
    const auto picture = qr_terminal(address);
    if (!picture) return picture.error();
    std::printf("%s", picture->c_str());
    return {};
}

}  // namespace baodao::hq
