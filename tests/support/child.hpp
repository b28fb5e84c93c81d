// SPDX-License-Identifier: MIT
// Runs a program as a child, reads what it prints, and kills it where asked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace baodao::test {

struct ChildRun {
    bool exited = false;  // false: killed
    int code = 0;         // of an exit
    std::string output;   // its standard output, whole lines or not
};

[[nodiscard]] ChildRun run_child(const std::vector<std::string>& arguments);
[[nodiscard]] ChildRun run_child_killed_after(const std::vector<std::string>& arguments, int milliseconds);
// Killed on entering the n-th system call (from 1) after its first getppid(): deterministic.
[[nodiscard]] ChildRun run_child_killed_at_call(const std::vector<std::string>& arguments, std::uint64_t n);

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

// strace is there and may be used, and this is not a sanitizer build (LeakSanitizer dies under it).
[[nodiscard]] bool can_strace();
// Whole lines of a text.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace baodao::test
