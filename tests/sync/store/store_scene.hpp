// SPDX-License-Identifier: MIT
// A journal in a folder of its own, events to put into it, and the rule that every
// fault test asserts.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "domain/base/clock.hpp"
#include "domain/base/random.hpp"
#include "sync/host/system_disk.hpp"
#include "sync/store/journal.hpp"

namespace baodao::test {

// Removed with everything in it at the end.
class ScratchFolder {
  public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

// The n-th event of a fixed series: sign-ins of a few members, every tenth for the whole community.
[[nodiscard]] Event numbered_event(std::uint64_t n);
[[nodiscard]] SealedCard numbered_card(std::uint64_t n);
// Subject: the actor; none for machines.
[[nodiscard]] std::vector<SubjectKey> index_by_actor(const Event& event);

// Everything a journal needs from outside, on the real disk unless told otherwise.
class StoreScene {
  public:
    explicit StoreScene(std::string data_folder) : data_folder_(std::move(data_folder)) {}
    [[nodiscard]] JournalOptions options(OpenMode mode = OpenMode::create);

    SystemDisk system_disk;
    Disk* disk = &system_disk;
    std::string vfs;
    std::uint64_t ballast_bytes = 0;
    ManualClock clock{{{1'795'000'000'000}, {1'000}, BootId{}}};
    SeededRandom random{1};
    const std::string& data_folder() const { return data_folder_; }

  private:
    std::string data_folder_;
};

// The rule of faults.md for one store: `acked` are all there exactly once with their bytes, everything
// verifies, and own records that were never acked are listed as unconfirmed. Empty: holds; else what is
// wrong.
[[nodiscard]] std::string broken_promise(Journal& journal, const std::vector<Record>& acked);

}  // namespace baodao::test
