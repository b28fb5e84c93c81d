// SPDX-License-Identifier: MIT
#pragma once

namespace baodao {

// As many open files and connections as this process may have at all; systems begin with few (often 1024).
void raise_file_limit();

}  // namespace baodao
