// SPDX-License-Identifier: MIT
// Wiping cards: the names leave database and mirror, the events stay (requirements §4).
#include "sync/store/journal_impl.hpp"

namespace baodao {

namespace {

// Rewrites in place every frame that holds one of the cards. The length stays, so a cut in the middle
// leaves one damaged frame at most, which the database mends.
Status wipe_in_segment(Disk& disk, const std::string& path, std::span<const Hash> names) {
    const auto bytes = read_whole(disk, path);
    if (!bytes) return bytes.error();
    auto file = disk.open(path, OpenFor::writing);
    if (!file) return file.error();
    Status status;
    bool wiped = false;
    (void)walk_frames(*bytes, 0, [&](const FrameView& view) {
        if (view.type != FrameType::batch || !status) return;
        const auto at = bytes->begin() + static_cast<std::ptrdiff_t>(view.offset);
        ByteVector frame(at, at + static_cast<std::ptrdiff_t>(view.end() - view.offset));
        bool changed = false;
        for (const Hash& name : names) changed = wipe_card(frame, name) || changed;
        if (changed) status = (*file)->write_at(view.offset, frame);
        wiped = wiped || changed;
    });
    if (!status || !wiped) return status;
    return (*file)->sync();
}

}  // namespace

Status Journal::Impl::purge_cards(std::span<const Hash> names) {
    const auto removed = change([&](Progress&) -> Status {
        for (const Hash& name : names) {
            if (const auto done = store_->database.remove_card(name); !done) return done;
        }
        return {};
    });
    if (!removed) return removed;
    // The write-ahead log still holds the old pages.
    if (const auto folded = store_->database.checkpoint(); !folded) return folded;
    const auto numbers = list_segments(*options_.disk, options_.mirror_folder);
    if (!numbers) return numbers.error();
    for (const std::uint32_t number : *numbers) {
        const auto wiped =
            wipe_in_segment(*options_.disk, segment_path(options_.mirror_folder, number), names);
        if (!wiped) return wiped;
    }
    return {};
}

}  // namespace baodao
