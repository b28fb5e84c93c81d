// SPDX-License-Identifier: MIT
// Room kept back on the disk, given up when it is full so that what is being
// recorded still fits (fault 8).
#pragma once

#include <cstdint>
#include <string>

#include "sync/host/disk.hpp"

namespace baodao {

class Ballast {
  public:
    Ballast(Disk& disk, std::string folder, std::uint64_t bytes)
        : disk_(&disk), folder_(std::move(folder)), bytes_(bytes) {}

    // Makes it unless it is there, when at least twice its size is free. Never fills a disk.
    void restore();
    // True: there was one, and its room is free now.
    [[nodiscard]] bool release();
    // It should be there and is not.
    [[nodiscard]] bool spent() const;

  private:
    [[nodiscard]] std::string path() const { return folder_ + "/ballast"; }
    Disk* disk_;
    std::string folder_;
    std::uint64_t bytes_;
};

}  // namespace baodao
