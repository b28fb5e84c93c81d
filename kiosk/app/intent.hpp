// SPDX-License-Identifier: MIT
// Everything that can happen to the screen: a closed list. Touches come from the
// window's own thread, the rest from any thread through the shell's mailbox.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/app/answer.hpp"
#include "kiosk/app/effect.hpp"
#include "kiosk/app/event_mode.hpp"
#include "kiosk/app/find.hpp"
#include "kiosk/app/home_view.hpp"
#include "kiosk/app/printer_view.hpp"
#include "kiosk/app/record_touch.hpp"

namespace baodao {

// ---- touches
enum class HomeTile { registration, attendance, claim, record, no_card };
struct TileTouched {
    HomeTile tile;
};
enum class Command {
    back,             // one step, never past home
    done,             // 知道了, 看完了
    print_receipt,    //
    choose_later,     // 项目以后再选: prints too
    sign_in_now,      // 现在就签到, from the registration
    keep_service,     // 不签退
    sign_out_anyway,  // 要签退
    wrong_activity,   // 不是这项活动
    unplanned,        // 未列入计划的服务
    wrong_time,       // 时间不对, 申请更正
    join_next,        // 我要参加
    call_staff,       // 请工作人员协助
    wait_for_me,      // 再等我一下
    page_back,        //
    page_forward,     //
    print_record,     //
    language,         // 中文 ↔ English
    large_text,       // 大字
    all_posts,        // 看全部岗位
    claim,            // 确认认领
    send_correction,  // 提交申请
    staff,            // 干部登录
};
struct CommandTouched {
    Command command;
};
struct ActivityTouched {
    ActivityId activity;
};
// 我的记录 and 申请更正: see record_touch.hpp; 没带卡: find.hpp.
// Ticks a service item, or takes the tick away.
struct ItemTouched {
    ItemId item;
};
// A touch that hit nothing: somebody is there.
struct ScreenTouched {};

// ---- from devices
struct ScanRead {
    std::string text;
    ScanSource source;
};
struct CameraReported {
    CameraState state;
    Coaching coaching = Coaching::none;
};

// ---- from the desk
struct ScanAnswered {
    ScanTicket ticket;
    ScanAnswer answer;
};
struct RecordAnswered {
    ScanTicket ticket;
    RecordView record;
};
struct ClaimAnswered {
    ScanTicket ticket;
    ClaimView claim;
};
struct EventChanged {
    EventView event;
};
// The window was started anew at a site: it stood at that event before.
struct EventResumed {
    EventView event;
};
// A leader's card was scanned at the event.
struct TeamOpened {
    ScanTicket ticket;
    TeamList team;
};
struct TeamSigned {
    bool stored = false;
    std::vector<EventPerson> people;  // the list anew
};
struct TeamTimesAnswered {
    ActivityId activity;
    TeamTimes times;
};
struct CorrectionStored {
    EventId event;                  // that it names
    std::optional<EventLine> line;  // of the record; nothing: it could not be stored
};
struct ClaimRecorded {
    ClaimResult result;
};
// Sent when something on the home screen changed: counts, theme, contact, network.
struct HomeChanged {
    HomeView home;
};
// What became of a paper that this person waits for.
enum class PaperState {
    sent,        // on its way to the printer
    accepted,    // the printer has it
    queued,      // it did not come out now; the cadre prints it later
    unrecorded,  // not even its request could be recorded
};
struct PaperReported {
    SlipSerial serial;
    PaperState state;
};

// ---- from the printer
struct PrinterReported {
    PrinterView printer;
};

// ---- a USB stick was plugged in or pulled out
struct StickReported {
    std::optional<StickView> stick;
};

// ---- the self-test: SelfTestDue, SelfTestTouch, MachineChecked, SheetReported, see self_test.hpp

// ---- the staff side: StaffIntent (touches) and StaffAnswer (from the desk), see staff.hpp

// ---- the clock: sent by the shell before every frame and whenever a deadline of the model is due
struct Tick {
    UtcMillis wall;
};

using Intent = std::variant<TileTouched, CommandTouched, ActivityTouched, ItemTouched, RecordTouch,
                            EventTouch, FindTouch, ScreenTouched, ScanRead, CameraReported, ScanAnswered,
                            RecordAnswered, ClaimAnswered, ClaimRecorded, PeopleAnswered, TeamTimesAnswered,
                            CorrectionStored, EventChanged, EventResumed, TeamOpened, TeamSigned, HomeChanged,
                            PaperReported, PrinterReported, StaffIntent, StaffAnswer, SelfTestDue,
                            SelfTestTouch, MachineChecked, SheetReported, StickReported, Tick>;

}  // namespace baodao
