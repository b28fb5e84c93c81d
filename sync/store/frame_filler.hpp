// SPDX-License-Identifier: MIT
// Writes many records and cards to the mirror, some hundreds to a frame.
#pragma once

#include "sync/store/mirror_writer.hpp"
#include "sync/store/store.hpp"

namespace baodao {

class FrameFiller {
  public:
    // `begin` makes the writer when the first frame is full, so that nothing to write leaves no segment.
    explicit FrameFiller(std::function<Result<MirrorWriter>()> begin) : begin_(std::move(begin)) {}

    // After an error nothing more is taken; finish() tells it.
    Step add(Record record);
    Step add(SealedCard card);
    // The writer, or none when nothing was added.
    [[nodiscard]] Result<std::optional<MirrorWriter>> finish();
    [[nodiscard]] std::uint64_t records() const { return records_; }

  private:
    Step flush_when_full();
    void flush();

    std::function<Result<MirrorWriter>()> begin_;
    std::optional<MirrorWriter> writer_;
    std::optional<Error> error_;
    Batch batch_;
    std::uint64_t records_ = 0;
};

}  // namespace baodao
