// SPDX-License-Identifier: MIT
#include "sync/store/ballast.hpp"

namespace baodao {

void Ballast::restore() {
    if (!spent()) return;
    const auto room = disk_->free_bytes(folder_);
    if (!room || *room < 2 * bytes_) return;
    // Failing leaves it spent, which health() shows.
    (void)disk_->reserve(path(), bytes_);
}

bool Ballast::release() {
    return bytes_ > 0 && disk_->remove(path()).ok();
}

bool Ballast::spent() const {
    return bytes_ > 0 && !disk_->identity(path()).ok();
}

}  // namespace baodao
