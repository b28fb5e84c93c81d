// SPDX-License-Identifier: MIT
#include "sync/store/frame_filler.hpp"

namespace baodao {

Step FrameFiller::add(Record record) {
    ++records_;
    batch_.records.push_back(std::move(record));
    return flush_when_full();
}

Step FrameFiller::add(SealedCard card) {
    batch_.cards.push_back(std::move(card));
    return flush_when_full();
}

Step FrameFiller::flush_when_full() {
    // Counted in items only: each has a limit of its own, and the product stays below a frame's.
    static_assert(bulk_records * (event_bytes_max + 128) <= frame_payload_max);
    if (batch_.records.size() + batch_.cards.size() >= bulk_records) flush();
    return error_ ? Step::stop : Step::go_on;
}

void FrameFiller::flush() {
    if (error_ || (batch_.records.empty() && batch_.cards.empty())) return;
    if (!writer_) {
        auto begun = begin_();
        if (!begun) {
            error_ = begun.error();
            return;
        }
        writer_ = std::move(*begun);
    }
    const auto appended = writer_->append(encode_batch(batch_.records, batch_.cards));
    if (!appended) error_ = appended.error();
    batch_ = {};
}

Result<std::optional<MirrorWriter>> FrameFiller::finish() {
    flush();
    if (error_) return *error_;
    return std::move(writer_);
}

}  // namespace baodao
