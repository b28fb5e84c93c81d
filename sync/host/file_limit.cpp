// SPDX-License-Identifier: MIT
#include "sync/host/file_limit.hpp"

#include <sys/resource.h>

namespace baodao {

void raise_file_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    // Refused: what there was stays.
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace baodao
