// SPDX-License-Identifier: MIT
// Real file systems that are full or cannot be written, in a mount namespace of a child's own.
#pragma once

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

namespace baodao::test {

inline void write_line(const char* path, const std::string& line) {
    std::ofstream(path) << line;
}

// A name space in which this process may mount, as the user that it is.
inline bool own_mounts() {
    const std::string user = std::to_string(::getuid());
    const std::string group = std::to_string(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    write_line("/proc/self/setgroups", "deny");
    write_line("/proc/self/uid_map", "0 " + user + " 1");
    write_line("/proc/self/gid_map", "0 " + group + " 1");
    return true;
}

// Runs `work` as a process that may mount; its answer is the word it returns.
inline std::string in_own_mounts(const std::function<std::string()>& work) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        std::string word = "no mounts here";
        if (own_mounts()) word = work();
        if (::write(ends[1], word.data(), word.size()) < 0) ::_exit(1);
        ::_exit(0);
    }
    ::close(ends[1]);
    char word[256] = {};
    const ssize_t size = ::read(ends[0], word, sizeof word);
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return {word, static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

inline bool mount_stick(const std::filesystem::path& at, unsigned long flags, const char* options) {
    std::filesystem::create_directories(at);
    return ::mount("none", at.c_str(), "tmpfs", flags, options) == 0;
}

}  // namespace baodao::test
