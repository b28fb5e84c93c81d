# SPDX-License-Identifier: MIT
"""journeys.py BIN WORK DATA: claiming, the record with a correction, no slip at hand, and the staff pages, on the real kiosk under Xvfb
with real X11 input. Each journey says how many touches it took; more than it may take fails. Pictures stay in WORK."""
import sys
from pathlib import Path

from jobs import KioskDriver, at_most, enter, exit_status, failures


def register_with_two_items(kiosk, card):
    kiosk.wait_for("home")
    kiosk.begin_job()
    kiosk.type_like_a_scanner(kiosk.slips[card]["text"])
    kiosk.wait_for("registered", "请点选 1–2 个服务项目")
    kiosk.picture(kiosk.work / "registered.png")
    kiosk.touch("惠民政策进楼道")
    kiosk.wait_for("registered", "已选 1 / 2")
    kiosk.touch("结对帮扶")
    kiosk.wait_for("registered", "已选 2 / 2")
    kiosk.touch("打印回执单")
    kiosk.wait_for("home")
    at_most(kiosk, 3, "registration with two items and a receipt")


def change_claim(kiosk, card):
    kiosk.touch("认领项目")
    kiosk.wait_for("guide")
    kiosk.type_like_a_scanner(kiosk.slips[card]["text"])
    kiosk.wait_for("claim", "已选满 2 个")
    kiosk.picture(kiosk.work / "claim.png")
    kiosk.touch("结对帮扶")
    kiosk.wait_for("claim", "已选 1 个")
    kiosk.touch("邻里代购")
    kiosk.wait_for("claim", "已选满 2 个")
    kiosk.touch("确认认领")
    kiosk.wait_for("home")
    at_most(kiosk, 4, "changing a claim")


def serve(kiosk, card):
    """In and out, so that there is something to correct."""
    text = kiosk.slips[card]["text"]
    kiosk.type_like_a_scanner(text)
    kiosk.wait_for("sign_in")
    kiosk.touch("知道了")
    kiosk.wait_for("home")
    kiosk.take_away()
    kiosk.type_like_a_scanner(text)
    kiosk.wait_for("confirm_short")
    kiosk.touch("要签退")
    kiosk.wait_for("sign_out")
    kiosk.touch("知道了")
    kiosk.wait_for("home")
    kiosk.begin_job()


def correct(kiosk, card):
    kiosk.touch("我的记录")
    kiosk.wait_for("guide")
    kiosk.type_like_a_scanner(kiosk.slips[card]["text"])
    kiosk.wait_for("record", "惠民政策进楼道")
    kiosk.picture(kiosk.work / "record.png")
    kiosk.touch("申请更正")
    kiosk.wait_for("correct", "请点选一项")
    kiosk.touch("签到时间不对")
    kiosk.wait_for("correct", "我记得的签到时间")
    kiosk.touch("−30 分")
    kiosk.picture(kiosk.work / "correct.png")
    kiosk.touch("提交申请")
    kiosk.wait_for("record", "已申请更正")
    at_most(kiosk, 5, "asking for a correction")
    kiosk.touch("打开这次服务的记录")
    kiosk.wait_for("record_lines", "申请更正")
    kiosk.picture(kiosk.work / "record-events.png")
    kiosk.touch("看好了")
    kiosk.wait_for("record")
    kiosk.touch("看完了")
    kiosk.wait_for("home")
    kiosk.begin_job()


def type_name_and_digits(kiosk, keys, digits):
    for key in keys:
        kiosk.touch(" ".join(key), whole=True)
    for digit in digits:
        kiosk.touch(digit, whole=True)


def find_without_slip(kiosk):
    """欧阳清 has left his slip at home; somebody else first tries that name with digits of his own."""
    kiosk.touch("没带签到卡")
    kiosk.wait_for("find", "点姓名每个字的首字母")
    kiosk.touch("N O P", whole=True)
    kiosk.wait_for("find", "名单已缩小到")
    if kiosk.says("阳清"):
        failures.append("a name was shown before any digit was right")
    type_name_and_digits(kiosk, ("YZ", "QRS"), "0000")
    kiosk.wait_for("find", "没有对上")
    kiosk.picture(kiosk.work / "find-no-match.png")
    kiosk.touch("返回")
    kiosk.wait_for("home")
    kiosk.begin_job()
    kiosk.touch("没带签到卡")
    kiosk.wait_for("find")
    type_name_and_digits(kiosk, ("NOP", "YZ", "QRS"), "1014")
    kiosk.wait_for("registered")
    at_most(kiosk, 8, "registration without a slip, a name of three characters")
    kiosk.touch("项目以后再选")
    kiosk.wait_for("home")


def find_again(kiosk):
    """孙犇, digits first; then for her record, then led by a tile."""
    kiosk.begin_job()
    kiosk.touch("没带签到卡")
    kiosk.wait_for("find")
    type_name_and_digits(kiosk, (), "1011")
    type_name_and_digits(kiosk, ("QRS", "ABC"), "")
    kiosk.wait_for("registered")
    at_most(kiosk, 7, "registration without a slip, a name of two characters")
    kiosk.touch("项目以后再选")
    kiosk.wait_for("home")
    kiosk.begin_job()
    kiosk.touch("没带签到卡")
    kiosk.wait_for("find")
    type_name_and_digits(kiosk, ("QRS", "ABC"), "1011")
    kiosk.wait_for("found", "请点选要办的事")
    at_most(kiosk, 7, "being found without a slip")
    kiosk.picture(kiosk.work / "found.png")
    kiosk.touch("我的记录")
    kiosk.wait_for("record")
    kiosk.touch("看完了")
    kiosk.wait_for("home")
    kiosk.touch("签到签退")
    kiosk.wait_for("guide")
    kiosk.touch("没带签到卡")
    kiosk.wait_for("find")
    kiosk.touch("拼音")
    kiosk.wait_for("find", "打姓名的拼音")
    for letter in "sb":
        kiosk.touch(letter, whole=True)
    type_name_and_digits(kiosk, (), "1011")
    kiosk.wait_for("sign_in")
    kiosk.touch("知道了")
    kiosk.wait_for("home")


def enter_counted(kiosk):
    kiosk.begin_job()
    enter(kiosk, "申请更正")
    at_most(kiosk, 7, "staff log-in")


def answer_correction(kiosk):
    kiosk.touch("申请更正", whole=True)
    kiosk.wait_for("staff_answer", "等您答复")
    kiosk.picture(kiosk.work / "staff-answer.png")
    kiosk.touch("我在现场")
    kiosk.wait_for("staff_answer", "同意：")
    kiosk.touch("同意：")
    kiosk.wait_for("staff_answer", "没有等答复的申请")
    at_most(kiosk, 3, "the answer to a correction")
    kiosk.touch("看板")
    kiosk.wait_for("staff_board")


def register(kiosk, cards):
    for card in cards:
        kiosk.wait_for("home")
        kiosk.type_like_a_scanner(kiosk.slips[card]["text"])
        kiosk.wait_for("registered")
        kiosk.touch("项目以后再选")
    kiosk.wait_for("home")


def back_entry(kiosk, cards):
    kiosk.begin_job()
    kiosk.touch("补录", whole=True)
    kiosk.wait_for("staff_back_entry", "纸质签到表编号")
    kiosk.touch("上门服务")
    kiosk.touch("−", nth=1, whole=True)  # begins earlier
    kiosk.touch("+", nth=2, whole=True)  # ends later
    kiosk.touch("服务在外面")
    for card in cards:
        kiosk.touch(kiosk.slips[card]["name"])
    kiosk.touch("+", nth=3, whole=True)  # the next sheet
    kiosk.wait_for("staff_back_entry", f"补录 {len(cards)} 人")
    kiosk.picture(kiosk.work / "staff-back-entry.png")
    kiosk.touch(f"补录 {len(cards)} 人")
    kiosk.wait_for("staff_board")
    at_most(kiosk, 25, "ten people entered from a sheet")


def event(kiosk, cards):
    kiosk.begin_job()
    kiosk.touch("活动", whole=True)
    kiosk.wait_for("staff_activity", "河道巡护清洁")
    kiosk.picture(kiosk.work / "staff-activity.png")
    kiosk.touch("开始签到")
    kiosk.wait_for("event", "河道巡护清洁")
    at_most(kiosk, 2, "starting an activity")
    here = sum(1 for item in kiosk.frame()["items"] if item["label"].endswith("签退") and item["role"] == "text")
    for number, card in enumerate(cards, start=here + 1):
        kiosk.type_like_a_scanner(kiosk.slips[card]["text"])
        kiosk.wait_for("event", f"已到 {number} 人")
    kiosk.picture(kiosk.work / "event.png")
    at_most(kiosk, 0, f"{len(cards)} people in a row at an event")
    kiosk.touch("返回")
    kiosk.wait_for("home")


def close_activity(kiosk):
    kiosk.touch("活动", whole=True)
    kiosk.wait_for("staff_activity", "河道巡护清洁")
    kiosk.begin_job()
    kiosk.touch("结束活动")
    kiosk.wait_for("staff_activity", "结束“河道巡护清洁”吗？")
    kiosk.picture(kiosk.work / "staff-close.png")
    kiosk.touch("结束活动", whole=True)
    kiosk.wait_for("staff_activity", "已结束")
    at_most(kiosk, 2, "closing an activity")


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    kiosk = KioskDriver(programs, work, data)
    status = 0
    try:
        register_with_two_items(kiosk, 0)
        kiosk.take_away()
        change_claim(kiosk, 0)
        kiosk.take_away()
        serve(kiosk, 0)
        correct(kiosk, 0)
        others = range(1, 11)
        register(kiosk, others)
        enter_counted(kiosk)
        answer_correction(kiosk)
        back_entry(kiosk, others)
        event(kiosk, others)
        enter_counted(kiosk)
        close_activity(kiosk)
        kiosk.touch("锁定")
        kiosk.wait_for("home")
        find_without_slip(kiosk)
        find_again(kiosk)
    except RuntimeError as problem:
        print(f"journeys: {problem}", file=sys.stderr)
        status = 1
    finally:
        kiosk.stop()
    return exit_status("journeys", status, programs, data)


if __name__ == "__main__":
    sys.exit(main())
