// SPDX-License-Identifier: MIT
#include "tests/support/child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <functional>
#include <thread>

#include "domain/base/check.hpp"

namespace baodao::test {

namespace {

class Child {
  public:
    Child(const std::vector<std::string>& arguments, bool traced) {
        std::array<int, 2> ends{};
        BAODAO_CHECK(::pipe2(ends.data(), O_CLOEXEC) == 0);
        // The pipe must hold all that is printed while we wait for something else.
        constexpr int pipe_bytes = 1 << 20;
        (void)::fcntl(ends[0], F_SETPIPE_SZ, pipe_bytes);
        std::vector<char*> words;
        for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
        words.push_back(nullptr);
        process_ = ::fork();
        BAODAO_CHECK(process_ >= 0);
        if (process_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            if (traced) ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
            ::execvp(words[0], words.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        output_ = ends[0];
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { ::close(output_); }

    [[nodiscard]] pid_t process() const { return process_; }
    void kill() const { ::kill(process_, SIGKILL); }

    std::string read_output() const {
        std::string text;
        std::array<char, 4096> part{};
        for (ssize_t got = 0; (got = ::read(output_, part.data(), part.size())) > 0;) {
            text.append(part.data(), static_cast<std::size_t>(got));
        }
        return text;
    }
    ChildRun wait() const {
        ChildRun run;
        run.output = read_output();
        int status = 0;
        ::waitpid(process_, &status, 0);
        return ended(status, std::move(run));
    }
    static ChildRun ended(int status, ChildRun run) {
        run.exited = WIFEXITED(status);
        run.code = run.exited ? WEXITSTATUS(status) : 0;
        return run;
    }

  private:
    pid_t process_ = -1;
    int output_ = -1;
};

bool is_entry(pid_t process, std::uint64_t& number) {
    __ptrace_syscall_info info{};
    const long got = ::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof info, &info);
    if (got <= 0 || info.op != PTRACE_SYSCALL_INFO_ENTRY) return false;
    number = info.entry.nr;
    return true;
}

}  // namespace

ChildRun run_child(const std::vector<std::string>& arguments) {
    return Child(arguments, false).wait();
}

ChildRun run_child_killed_after(const std::vector<std::string>& arguments, int milliseconds) {
    const Child child(arguments, false);
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    child.kill();
    return child.wait();
}

ChildRun run_child_killed_at_call(const std::vector<std::string>& arguments, std::uint64_t n) {
    const Child child(arguments, true);
    const pid_t process = child.process();
    int status = 0;
    ::waitpid(process, &status, 0);
    ::ptrace(PTRACE_SETOPTIONS, process, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    bool counting = false;
    std::uint64_t calls = 0;
    long signal = 0;
    while (!WIFEXITED(status) && !WIFSIGNALED(status)) {
        ::ptrace(PTRACE_SYSCALL, process, 0, signal);
        ::waitpid(process, &status, 0);
        signal = 0;
        if (!WIFSTOPPED(status)) continue;
        if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
            signal = WSTOPSIG(status);
            continue;
        }
        std::uint64_t number = 0;
        if (!is_entry(process, number)) continue;
        if (number == SYS_getppid) counting = true;
        if (counting && ++calls == n + 1) {
            child.kill();
            ::waitpid(process, &status, 0);
        }
    }
    ChildRun run;
    run.output = child.read_output();
    return Child::ended(status, std::move(run));
}

bool can_strace() {
    static const bool works = !sanitized && run_child({"strace", "-qq", "-o", "/dev/null", "true"}).code == 0;
    return works;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

}  // namespace baodao::test
