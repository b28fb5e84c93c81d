# SPDX-License-Identifier: MIT
"""alone.py BIN WORK DATA: the cadre alone, on the real kiosk under Xvfb with real X11 input: the self-test of a start with
its parts by hand, what waits, and the closing sheet of the day. Each job says how many touches it took; more than it may take fails."""
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from jobs import KioskDriver, at_most, enter_uncounted, exit_status, failures

DEPUTY_PIN = "830416"


def events(programs, data, kind):
    listed = subprocess.run([str(programs / "baodaoctl"), "export", "--data", str(data)], check=False,
                            stdout=subprocess.PIPE, text=True)
    found = [json.loads(line)["event"] for line in listed.stdout.splitlines() if f'"{kind}"' in line]
    return [event for event in found if event["kind"] == kind]


def a_scan_works_while_it_shows(kiosk):
    kiosk.wait_for("selftest", "正常")
    kiosk.type_like_a_scanner(kiosk.slips[0]["text"])
    kiosk.wait_for("registered")
    kiosk.touch("项目以后再选")
    kiosk.wait_for("home")
    kiosk.begin_job()


def wait_for_paper(papers, title):
    for _ in range(300):
        if any(title in paper.name for paper in papers.glob("*.pdf")):
            return
        time.sleep(0.2)
    raise RuntimeError(f"no {title} came out")


def what_waits(kiosk, papers):
    kiosk.touch("待办明细", whole=True)
    kiosk.wait_for("staff_waiting", "待上报")
    kiosk.picture(kiosk.work / "staff-waiting.png")
    at_most(kiosk, 1, "what waits and why")
    kiosk.touch("打印清单", whole=True)
    wait_for_paper(papers, "待办明细")
    at_most(kiosk, 1, "the list of it on paper")
    kiosk.touch("看板")
    kiosk.wait_for("staff_board", "本窗口终端")
    kiosk.begin_job()


def close_the_day(kiosk, papers):
    kiosk.touch("日结", whole=True)
    kiosk.wait_for("staff_day", "今天还没有日结")
    kiosk.picture(kiosk.work / "staff-day.png")
    kiosk.touch("打印日结单")
    wait_for_paper(papers, "日结单")
    at_most(kiosk, 2, "closing the day")


def test_by_hand(kiosk, papers):
    kiosk.touch("设备自检")
    kiosk.wait_for("selftest", "完整")
    kiosk.picture(kiosk.work / "selftest.png")
    at_most(kiosk, 1, "the self-test from the board")
    kiosk.touch("触摸屏")
    kiosk.wait_for("selftest", "点遍每一格")
    for cell in range(1, 25):
        kiosk.touch(str(cell), whole=True)
    kiosk.wait_for("selftest", "声音")
    at_most(kiosk, 25, "every field of the touch screen")
    kiosk.touch("扫码枪")
    kiosk.wait_for("selftest", "扫任意一个条码")
    kiosk.type_like_a_scanner("6901028001915")
    kiosk.wait_for("selftest", "声音")
    at_most(kiosk, 1, "the hand scanner")
    kiosk.touch("声音")
    kiosk.wait_for("selftest", "听到声音了吗")
    kiosk.touch("听到了")
    kiosk.wait_for("selftest", "打印样张")
    at_most(kiosk, 2, "the loudspeaker")
    kiosk.touch("打印样张")
    kiosk.wait_for("selftest", "样张印清楚了吗")
    wait_for_paper(papers, "打印样张")
    kiosk.touch("印清楚了")
    kiosk.wait_for("selftest", "重新检测")
    at_most(kiosk, 2, "the test page")
    kiosk.picture(kiosk.work / "selftest-by-hand.png")
    kiosk.touch("开门")
    kiosk.wait_for("home")
    at_most(kiosk, 1, "opening")


def walk_in(kiosk, papers, programs):
    """闫堃 is on no roster and has no slip; a namesake of somebody comes after her."""
    kiosk.touch("代为登记", whole=True)
    kiosk.wait_for("staff_walk_in", "请先填姓名")
    kiosk.type_pinyin("yan", "闫")
    kiosk.type_pinyin("kun", "堃")
    kiosk.picture(kiosk.work / "staff-walk-in.png")
    kiosk.touch("单位", whole=True)
    kiosk.wait_for("staff_walk_in", "请点选单位")
    kiosk.touch("镇水利站", whole=True)
    kiosk.wait_for("staff_walk_in", "登记并打印")
    for digit in "0426":
        kiosk.touch(digit, whole=True)
    kiosk.wait_for("staff_walk_in", "登记并打印")
    kiosk.touch("登记并打印")
    kiosk.wait_for("staff_walk_in", "报到成功")
    wait_for_paper(papers, "报到单")
    at_most(kiosk, 20, "registration of a walk-in, with slip, card and receipt")
    kiosk.picture(kiosk.work / "staff-walk-in-done.png")
    kiosk.touch("再登记一位")
    kiosk.wait_for("staff_walk_in", "请先填姓名")
    kiosk.type_pinyin("yk", "闫堃")  # the roster's own names come first, by initials as well
    kiosk.touch("单位", whole=True)
    kiosk.wait_for("staff_walk_in", "请点选单位")
    kiosk.touch("派出所", whole=True)
    kiosk.wait_for("staff_walk_in", "登记并打印")
    kiosk.touch("登记并打印")
    kiosk.wait_for("staff_walk_in", "已有同名的人")
    kiosk.touch("镇水利站")
    kiosk.wait_for("staff_walk_in", "早已报到")
    kiosk.touch("锁定")
    kiosk.wait_for("home")
    form = next(paper for paper in papers.glob("*.pdf") if "报到单" in paper.name)
    kiosk.type_like_a_scanner(kiosk.text_on(form, programs))
    kiosk.wait_for("sign_in", "闫")
    kiosk.touch("知道了")
    kiosk.wait_for("home")


def name_deputy(kiosk):
    kiosk.touch("代班人", whole=True)
    kiosk.wait_for("staff_deputy", "请先填姓名")
    kiosk.type_pinyin("wangli", "王丽")
    kiosk.wait_for("staff_deputy", "请先填电话")
    kiosk.touch("联系电话", whole=True)
    for digit in "66120444":
        kiosk.touch(digit, whole=True)
    kiosk.touch("代班口令 6 位", whole=True)
    for digit in DEPUTY_PIN:
        kiosk.touch(digit, whole=True)
    kiosk.wait_for("staff_deputy", "定下代班人")
    kiosk.picture(kiosk.work / "staff-deputy.png")
    kiosk.touch("定下代班人")
    kiosk.wait_for("staff_deputy", "已定：王丽")
    at_most(kiosk, 26, "a stand-in for today")
    kiosk.touch("锁定")
    kiosk.wait_for("home", "代班人")
    kiosk.touch("干部登录")
    kiosk.wait_for("staff_pin")
    for digit in DEPUTY_PIN:
        kiosk.touch(digit, whole=True)
    kiosk.wait_for("staff_board", "王丽")
    kiosk.begin_job()


def settings(kiosk, papers):
    kiosk.touch("设置", whole=True)
    kiosk.wait_for("staff_settings", "80%")
    kiosk.touch("+", whole=True)
    kiosk.wait_for("staff_settings", "90%")
    kiosk.picture(kiosk.work / "staff-settings.png")
    at_most(kiosk, 2, "a louder window")
    kiosk.touch("打印设置单")
    wait_for_paper(papers, "设置单")
    at_most(kiosk, 1, "the settings on paper")
    kiosk.touch("看板")
    kiosk.wait_for("staff_board", "本窗口终端")
    kiosk.begin_job()


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    papers = work / "alone-papers"
    shutil.rmtree(papers, ignore_errors=True)
    kiosk = KioskDriver(programs, work, data, printer=f"folder:{papers}", opens=False)
    status = 0
    try:
        a_scan_works_while_it_shows(kiosk)
        enter_uncounted(kiosk)
        test_by_hand(kiosk, papers)
        enter_uncounted(kiosk)
        what_waits(kiosk, papers)
        walk_in(kiosk, papers, programs)
        enter_uncounted(kiosk)
        name_deputy(kiosk)
        settings(kiosk, papers)
        close_the_day(kiosk, papers)
    except RuntimeError as problem:
        print(f"alone: {problem}", file=sys.stderr)
        kiosk.picture(work / "trouble.png")
        status = 1
    finally:
        kiosk.stop()
    tested = events(programs, data, "kiosk.tested")
    if not tested or not {"touch=good", "scanner=good", "sound=good", "page=good"} <= set(
            tested[-1]["body"]["results"]):
        failures.append("the self-test is not on the log")
    for kind, count in (("slip.issued", 1), ("member.registered", 1)):
        by_staff = [event for event in events(programs, data, kind) if event["actor"].startswith("staff")]
        if len(by_staff) != count:
            failures.append(f"{len(by_staff)} {kind} by staff, {count} was")
    if [event["body"]["name"] for event in events(programs, data, "deputy.named")] != ["王丽"]:
        failures.append("the stand-in is not on the log")
    kept = data / "window.toml"
    if not kept.exists() or "volume = 90\n" not in kept.read_text(encoding="utf-8"):
        failures.append("what was set is not kept")
    closed = events(programs, data, "day.closed")
    if len(closed) != 1 or not closed[0]["body"].get("sheet"):
        failures.append("the closing sheet is not on the log")
    return exit_status("alone", status, programs, data)


if __name__ == "__main__":
    sys.exit(main())
