// SPDX-License-Identifier: MIT
#include "domain/service/pairing.hpp"

#include <algorithm>

#include "domain/service/person.hpp"

namespace baodao {

namespace {

class Pairing {
  public:
    Pairing(const CommunityState& community, const Corrections& corrections)
        : community_(community), corrections_(corrections) {}

    void sign_in(const Scan& scan) {
        Stretch* here = open_for_sign_in(scan);
        if (here != nullptr) {
            join(*here, scan);
            return;
        }
        Stretch fresh;
        fresh.in = scan.id;
        fresh.serial = scan.serial;
        fresh.activity = scan.activity;
        fresh.start = scan.at;
        const Activity* activity = scan.activity ? community_.activity(*scan.activity) : nullptr;
        fresh.limit = closing_limit(scan.at, activity, community_.rules(), community_.offset());
        join(fresh, scan);
        stretches_.push_back(std::move(fresh));
    }

    void sign_out(const Scan& scan) {
        bool closed = false;
        for (Stretch& stretch : stretches_) {
            if (!open_for(stretch, scan)) continue;
            close(stretch, scan);
            closed = true;
        }
        if (closed) return;
        if (Stretch* ended = ended_before(scan)) {
            const bool planned = ended->activity && ended->activity == scan.activity;
            if (planned && ended->out) {
                close(*ended, scan);
            } else {
                join(*ended, scan);
            }
            return;
        }
        Stretch alone;
        alone.out = scan.id;
        alone.serial = scan.serial;
        alone.activity = scan.activity;
        alone.end = scan.at;
        join(alone, scan);
        stretches_.push_back(std::move(alone));
    }

    std::vector<Stretch> take() { return std::move(stretches_); }

  private:
    // A slip that waits for HQ neither takes from nor ends what another, good slip recorded.
    static bool belong_together(const Stretch& stretch, const Scan& scan) {
        return stretch.waits == scan.waits || stretch.serial == scan.serial;
    }

    bool open_for(const Stretch& stretch, const Scan& scan) const {
        if (!stretch.start || stretch.out || scan.at > stretch.limit) return false;
        if (!belong_together(stretch, scan)) return false;
        const GivenTimes given = corrections_.times(stretch.events);
        // Staff ended it before this scan was made.
        return !given.ended_at || scan.at <= *given.ended_at;
    }

    // The open stretch that a sign-in repeats: of the same activity, or any when nothing is named.
    Stretch* open_for_sign_in(const Scan& scan) {
        const auto found = std::find_if(stretches_.rbegin(), stretches_.rend(), [&](const Stretch& stretch) {
            return (!scan.activity || stretch.activity == scan.activity) && open_for(stretch, scan);
        });
        return found == stretches_.rend() ? nullptr : &*found;
    }

    // The newest ended stretch whose limit has not passed; of the same activity if there is one.
    Stretch* ended_before(const Scan& scan) {
        Stretch* other = nullptr;
        for (auto stretch = stretches_.rbegin(); stretch != stretches_.rend(); ++stretch) {
            if (!stretch->start || scan.at > stretch->limit || !belong_together(*stretch, scan)) continue;
            if (stretch->activity == scan.activity) return &*stretch;
            if (other == nullptr) other = &*stretch;
        }
        return other;
    }

    static void join(Stretch& stretch, const Scan& scan) {
        stretch.events.push_back(scan.id);
        stretch.last_seen = scan.at;
        stretch.waits |= scan.waits;
        stretch.doubtful |= scan.doubtful;
        stretch.late |= scan.late;
    }

    static void close(Stretch& stretch, const Scan& scan) {
        join(stretch, scan);
        stretch.out = scan.id;
        stretch.end = scan.at;
    }

    const CommunityState& community_;
    const Corrections& corrections_;
    std::vector<Stretch> stretches_;
};

// The word of staff over what was scanned.
void apply_given_times(Stretch& stretch, const Corrections& corrections) {
    if (!stretch.start) return;
    const GivenTimes given = corrections.times(stretch.events);
    if (given.start) {
        stretch.start = given.start;
        stretch.start_given = true;
    }
    if (given.end) {
        stretch.end = given.end;
    } else if (!stretch.end && given.confirmed_end) {
        stretch.end = given.confirmed_end;
        stretch.end_confirmed = true;
    }
    const bool absurd =
        stretch.end && (*stretch.end < *stretch.start || *stretch.end - *stretch.start > stretch_ms_max);
    if (absurd) {
        stretch.end.reset();
        stretch.end_confirmed = false;
    }
}

}  // namespace

std::vector<Stretch> pair_scans(const std::vector<Scan>& scans, const CommunityState& community,
                                const Corrections& corrections) {
    Pairing pairing(community, corrections);
    for (const Scan& scan : scans) {
        if (scan.way == Scan::Way::in) {
            pairing.sign_in(scan);
        } else {
            pairing.sign_out(scan);
        }
    }
    auto stretches = pairing.take();
    for (Stretch& stretch : stretches) apply_given_times(stretch, corrections);
    return stretches;
}

}  // namespace baodao
