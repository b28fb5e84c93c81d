// SPDX-License-Identifier: MIT
// Appends frames to the mirror; returns when they are on the medium.
#pragma once

#include <memory>
#include <string>

#include "sync/host/disk.hpp"
#include "sync/store/segments.hpp"

namespace baodao {

class MirrorWriter {
  public:
    // Goes on at `end`, which must be the end of a whole frame in the last segment; what stands behind it
    // there is cut off.
    [[nodiscard]] static Result<MirrorWriter> open(Disk& disk, std::string folder, OriginId origin,
                                                   MirrorMark end);

    // Begins the segment of that number, which must not hold anything of worth.
    [[nodiscard]] static Result<MirrorWriter> begin(Disk& disk, std::string folder, OriginId origin,
                                                    std::uint32_t number);

    // Whole and durable, or an error. After an error call rewind() or give the writer up: what was
    // written since is in doubt.
    [[nodiscard]] Status append(ByteSpan frame);
    // Cuts off what a failed append left, before another try.
    [[nodiscard]] Status rewind();

    [[nodiscard]] MirrorMark end() const { return end_; }
    // Error damaged when the file was removed or exchanged under us.
    [[nodiscard]] Status check_in_place();

  private:
    MirrorWriter(Disk& disk, std::string folder, OriginId origin)
        : disk_(&disk), folder_(std::move(folder)), origin_(origin) {}
    [[nodiscard]] Status open_segment(std::uint32_t number);
    [[nodiscard]] Status begin_segment(std::uint32_t number);

    Disk* disk_;
    std::string folder_;
    OriginId origin_;
    std::unique_ptr<File> file_;
    FileIdentity identity_;
    MirrorMark end_;
};

}  // namespace baodao
