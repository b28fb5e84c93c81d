// SPDX-License-Identifier: MIT
// The mirror's files: one folder, segments numbered from 1, each at most some megabytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/host/disk.hpp"
#include "sync/wire/frame.hpp"

namespace baodao {

// A place in the mirror: everything before it stands in whole frames.
struct MirrorMark {
    std::uint32_t segment = 0;  // 0: before the first
    std::uint64_t length = 0;
    friend auto operator<=>(const MirrorMark&, const MirrorMark&) = default;
};

// A full segment is followed by a new one. Small, so that damage costs little to mend.
inline constexpr std::uint64_t segment_bytes_full = 4 << 20;

[[nodiscard]] std::string segment_name(std::uint32_t number);  // "mirror-000001.bdm"
[[nodiscard]] std::string segment_path(const std::string& folder, std::uint32_t number);

// Numbers of the segments that are there, rising. A folder that isn't there has none.
[[nodiscard]] Result<std::vector<std::uint32_t>> list_segments(Disk& disk, const std::string& folder);

[[nodiscard]] Result<ByteVector> read_whole(Disk& disk, const std::string& path);
// The last bytes of a file from `from` on.
[[nodiscard]] Result<ByteVector> read_from(Disk& disk, const std::string& path, std::uint64_t from);

// nullopt: cannot be read, or does not begin with a head.
[[nodiscard]] std::optional<SegmentHead> read_segment_head(Disk& disk, const std::string& folder,
                                                           std::uint32_t number);

struct SegmentWalk {
    std::optional<SegmentHead> head;
    FrameWalk frames;
    std::uint64_t size = 0;
};

// Visits the batches of a segment from offset `from` (0: with its head). A frame that decodes to nothing
// and a record whose hash does not hold count as a gap; the frame's other records are passed on.
[[nodiscard]] Result<SegmentWalk> walk_segment(Disk& disk, const std::string& folder, std::uint32_t number,
                                               std::uint64_t from,
                                               const std::function<void(const FrameView&, Batch)>& visit);

}  // namespace baodao
