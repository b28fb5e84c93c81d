// SPDX-License-Identifier: MIT
#include "sync/store/mirror_writer.hpp"

namespace baodao {

Result<MirrorWriter> MirrorWriter::open(Disk& disk, std::string folder, OriginId origin, MirrorMark end) {
    MirrorWriter writer(disk, std::move(folder), origin);
    writer.end_ = end;
    if (const auto opened = writer.open_segment(end.segment); !opened) return opened.error();
    const auto size = writer.file_->size();
    if (!size) return size.error();
    if (*size > end.length) {
        if (const auto cut = writer.rewind(); !cut) return cut.error();
    }
    return writer;
}

Result<MirrorWriter> MirrorWriter::begin(Disk& disk, std::string folder, OriginId origin,
                                         std::uint32_t number) {
    if (const auto made = disk.make_folder(folder); !made) return made.error();
    MirrorWriter writer(disk, std::move(folder), origin);
    if (const auto begun = writer.begin_segment(number); !begun) return begun.error();
    return writer;
}

Status MirrorWriter::open_segment(std::uint32_t number) {
    const std::string path = segment_path(folder_, number);
    auto file = disk_->open(path, OpenFor::writing);
    if (!file) return file.error();
    const auto identity = disk_->identity(path);
    if (!identity) return identity.error();
    file_ = std::move(*file);
    identity_ = *identity;
    return {};
}

Status MirrorWriter::begin_segment(std::uint32_t number) {
    if (const auto opened = open_segment(number); !opened) return opened;
    const ByteVector head = encode_segment_head({origin_, number});
    if (const auto emptied = file_->truncate(0); !emptied) return emptied;
    if (const auto written = file_->write_at(0, head); !written) return written;
    if (const auto synced = file_->sync(); !synced) return synced;
    if (const auto synced = disk_->sync_folder(folder_); !synced) return synced;
    end_ = {number, head.size()};
    return {};
}

Status MirrorWriter::append(ByteSpan frame) {
    if (end_.length >= segment_bytes_full) {
        if (const auto begun = begin_segment(end_.segment + 1); !begun) return begun;
    }
    if (const auto written = file_->write_at(end_.length, frame); !written) return written;
    if (const auto synced = file_->sync(); !synced) return synced;
    end_.length += frame.size();
    return {};
}

Status MirrorWriter::rewind() {
    if (const auto cut = file_->truncate(end_.length); !cut) return cut;
    return file_->sync();
}

Status MirrorWriter::check_in_place() {
    const auto identity = disk_->identity(segment_path(folder_, end_.segment));
    if (identity.ok() && *identity == identity_) return {};
    return Error{ErrorKind::damaged, "the mirror's file was taken away while it was open",
                 segment_path(folder_, end_.segment)};
}

}  // namespace baodao
