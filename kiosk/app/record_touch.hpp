// SPDX-License-Identifier: MIT
// What can be touched on 我的记录, on the events behind a figure and on 申请更正.
#pragma once

#include <variant>

#include "kiosk/app/correct.hpp"

namespace baodao {

enum class Figure { year, first_half, second_half };
// A figure, opened to the services that made it.
struct FigureOpened {
    Figure figure;
};
// A service, opened to its events; by its place in RecordView::services.
struct ServiceOpened {
    std::size_t service;
};
// 申请更正 of that service.
struct CorrectionBegun {
    std::size_t service;
};
struct WrongChosen {
    Wrong wrong;
};
struct TimeMoved {
    std::int64_t minutes;
};
struct TimeTaken {  // 与队友一样, 计划结束
    UtcMillis time;
};
using RecordTouch =
    std::variant<FigureOpened, ServiceOpened, CorrectionBegun, WrongChosen, TimeMoved, TimeTaken>;

// What of the record is opened to its events.
struct RecordOpened {
    std::variant<FigureOpened, ServiceOpened> what;
    std::size_t page = 0;
};
inline constexpr std::size_t record_lines_shown = 6;  // on one page

}  // namespace baodao
