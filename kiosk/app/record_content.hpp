// SPDX-License-Identifier: MIT
// The services of a member's year as the lines of her printed record, each mark with its reason.
#pragma once

#include "domain/paper/service_record.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao {

// Services, totals and check code of the year that the desk's clock says; who she is and where it is printed
// are the caller's to fill in. `serial` is a slip of hers that is in use.
[[nodiscard]] Result<ServiceRecord> record_content(OpenedDesk& opened, SlipSerial serial,
                                                   const LoadedPerson& person);

}  // namespace baodao
