// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "tests/support/crash_disk.hpp"

namespace baodao::test {

// SQLite's way to a CrashDisk, registered under its name while the object lives. One connection at
// a time: locks are not kept.
class CrashVfs {
  public:
    explicit CrashVfs(CrashDisk& disk);
    ~CrashVfs();
    CrashVfs(const CrashVfs&) = delete;
    CrashVfs& operator=(const CrashVfs&) = delete;
    [[nodiscard]] const std::string& name() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace baodao::test
