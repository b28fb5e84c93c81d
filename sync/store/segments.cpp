// SPDX-License-Identifier: MIT
#include "sync/store/segments.hpp"

#include <algorithm>
#include <charconv>

namespace baodao {

namespace {

constexpr std::string_view name_head = "mirror-";
constexpr std::string_view name_tail = ".bdm";
constexpr std::size_t digits_min = 6;

std::optional<std::uint32_t> number_in(std::string_view name) {
    if (!name.starts_with(name_head) || !name.ends_with(name_tail)) return std::nullopt;
    name.remove_prefix(name_head.size());
    name.remove_suffix(name_tail.size());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc{} || end != name.data() + name.size() || number == 0) return std::nullopt;
    return number;
}

// Takes out records that do not hold. False: there were some.
bool keep_sound(Batch& batch) {
    const auto unsound = [](const Record& record) {
        return chain_hash(record.id, record.prev, record.bytes) != record.hash;
    };
    return std::erase_if(batch.records, unsound) == 0;
}

}  // namespace

std::string segment_name(std::uint32_t number) {
    std::string digits = std::to_string(number);
    if (digits.size() < digits_min) digits.insert(0, digits_min - digits.size(), '0');
    return std::string(name_head) + digits + std::string(name_tail);
}

std::string segment_path(const std::string& folder, std::uint32_t number) {
    return folder + "/" + segment_name(number);
}

Result<std::vector<std::uint32_t>> list_segments(Disk& disk, const std::string& folder) {
    const auto names = disk.list(folder);
    if (!names) {
        if (names.error().kind == ErrorKind::not_found) return std::vector<std::uint32_t>{};
        return names.error();
    }
    std::vector<std::uint32_t> numbers;
    for (const std::string& name : *names) {
        if (const auto number = number_in(name); number && segment_name(*number) == name) {
            numbers.push_back(*number);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<ByteVector> read_from(Disk& disk, const std::string& path, std::uint64_t from) {
    auto file = disk.open(path, OpenFor::reading);
    if (!file) return file.error();
    const auto size = (*file)->size();
    if (!size) return size.error();
    ByteVector bytes(*size > from ? *size - from : 0);
    const auto got = (*file)->read_at(from, bytes);
    if (!got) return got.error();
    bytes.resize(*got);
    return bytes;
}

Result<ByteVector> read_whole(Disk& disk, const std::string& path) {
    return read_from(disk, path, 0);
}

std::optional<SegmentHead> read_segment_head(Disk& disk, const std::string& folder, std::uint32_t number) {
    auto file = disk.open(segment_path(folder, number), OpenFor::reading);
    if (!file) return std::nullopt;
    ByteVector bytes(encode_segment_head({}).size());
    const auto got = (*file)->read_at(0, bytes);
    const auto frame = got ? frame_at(ByteSpan(bytes).first(*got), 0) : std::nullopt;
    return frame ? decode_segment_head(*frame) : std::nullopt;
}

Result<SegmentWalk> walk_segment(Disk& disk, const std::string& folder, std::uint32_t number,
                                 std::uint64_t from,
                                 const std::function<void(const FrameView&, Batch)>& visit) {
    const auto bytes = read_from(disk, segment_path(folder, number), from);
    if (!bytes) return bytes.error();
    SegmentWalk walk;
    std::vector<Gap> undecoded;
    walk.frames = walk_frames(*bytes, 0, [&](FrameView frame) {
        frame.offset += from;
        if (frame.offset == 0) walk.head = decode_segment_head(frame);
        if (frame.type != FrameType::batch) return;
        auto batch = decode_batch(frame);
        if (!batch || !keep_sound(*batch)) undecoded.push_back({frame.offset, frame.end()});
        if (batch) visit(frame, std::move(*batch));
    });
    walk.frames.good_end += from;
    for (Gap& gap : walk.frames.gaps) gap = {gap.from + from, gap.to + from};
    walk.frames.gaps.insert(walk.frames.gaps.begin(), undecoded.begin(), undecoded.end());
    walk.size = from + bytes->size();
    return walk;
}

}  // namespace baodao
