// SPDX-License-Identifier: MIT
// What is carried between this window and headquarters on a USB stick, as the screen and the desk speak of
// it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace baodao {

// What became of 带走 or 带来.
enum class CourierWord {
    carried,     // all that waits is on the stick; it waits here as well until headquarters has it
    brought,     // headquarters' answer was taken in
    known,       // it said nothing that was not known here: the same file again, or an older one
    inactive,    // taken in; headquarters has not approved this window, or took it out of use
    absent,      // no stick, or none that this machine can read
    full,        //
    read_only,   //
    gone,        // pulled out too early: nothing was changed
    none_there,  // no file from headquarters on the stick
    others,      // only for another window
    not_ours,    // made for another window, or by another headquarters
    incomplete,  // the file has no end
    needs_line,  // only a line can help: the records went apart
    alone,       // this window belongs to no headquarters
    failed,      // this machine's own disk
};
struct CourierNews {
    CourierWord word = CourierWord::failed;
    std::int64_t events = 0;  // carried: that wait; brought: of this window that headquarters has now
    std::int64_t news = 0;    // brought: records taken in
};

struct StickView {
    std::string label;
    friend bool operator==(const StickView&, const StickView&) = default;
};

// The desk's files and the stick's: written and read by a thread of its own, because a stick may hang.
struct StickOrder {
    enum class What { put, fetch };
    What what = What::put;
    std::filesystem::path here;  // of the kiosk's folder; fetch: to be written
    std::string name;            // on the stick
    std::int64_t events = 0;     // in it
};
struct StickDone {
    StickOrder order;
    CourierWord word = CourierWord::failed;  // carried, brought: done; else why not
};

}  // namespace baodao
