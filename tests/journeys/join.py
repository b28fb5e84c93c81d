# SPDX-License-Identifier: MIT
"""join.py BIN WORK DATA: the kiosk under Xvfb comes to a headquarters by the code that is held up to its camera. At the ordinary
window the code does nothing; inside the staff side it leads to six digits, to approval, and to the same hours on both sides."""
import re
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "assets" / "demo"))
from headquarters import Headquarters  # noqa: E402
from kiosk_driver import KioskDriver  # noqa: E402
from walk import compare  # noqa: E402

PIN = "250719"  # the demo community's


def register(kiosk, number):
    kiosk.type_like_a_scanner(kiosk.slips[number]["text"])
    kiosk.wait_for("registered")
    kiosk.touch("项目以后再选")
    kiosk.wait_for("home")


def take_down(kiosk):
    (kiosk.camera / "card.png").unlink()


def enter(kiosk):
    kiosk.touch("干部登录")
    kiosk.wait_for("staff_pin")
    for digit in PIN:
        kiosk.touch(digit, whole=True)
    kiosk.wait_for("staff_board", "本窗口终端")
    kiosk.touches = 0


def six_digits(frame):
    for item in frame["items"]:
        if found := re.fullmatch(r"(\d{3}) (\d{3})", item["label"]):
            return "".join(found.groups())
    raise RuntimeError("no six digits on the screen")


def agree(programs, data, folder):
    """Nobody scans meanwhile: what was sent before the approval must be counted because of the approval alone."""
    until = time.monotonic() + 60
    while difference := compare(programs, data, folder):
        if time.monotonic() > until:
            raise RuntimeError(difference)
        time.sleep(0.2)


def journey(kiosk, headquarters, programs, data):
    kiosk.wait_for("home")
    register(kiosk, 0)
    picture = headquarters.invitation_on_a_screen("枫林A")
    kiosk.hold_up(picture)
    kiosk.wait_for("home", "这是总部的邀请")
    kiosk.picture(kiosk.work / "join-at-the-window.png")
    take_down(kiosk)
    if headquarters.told("kiosk", "list", "--data", headquarters.folder) != "[]":
        raise RuntimeError("the ordinary window acted on an invitation")
    enter(kiosk)
    kiosk.touch("总部", whole=True)
    kiosk.wait_for("staff_link", "还没有接入总部")
    kiosk.picture(kiosk.work / "join-alone.png")
    kiosk.hold_up(picture)
    frame = kiosk.wait_for("staff_link", "请与总部核对六位数")
    take_down(kiosk)
    kiosk.picture(kiosk.work / "join-digits.png")
    headquarters.told("kiosk", "approve", "--data", headquarters.folder, six_digits(frame))
    kiosk.wait_for("staff_link", "已接入总部")
    kiosk.wait_for("staff_link", "没有待上报的")
    kiosk.picture(kiosk.work / "join-done.png")
    if kiosk.touches > 1:
        raise RuntimeError(f"joining took {kiosk.touches} touches, 1 is allowed")
    agree(programs, data, headquarters.folder)
    kiosk.touch("锁定")
    kiosk.wait_for("home", "已联网")
    register(kiosk, 1)
    agree(programs, data, headquarters.folder)


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    folder = work / "hq"
    shutil.rmtree(folder, ignore_errors=True)
    status = 0
    with Headquarters(programs, folder) as headquarters:
        kiosk = KioskDriver(programs, work, data)
        try:
            journey(kiosk, headquarters, programs, data)
        except RuntimeError as problem:
            print(f"join: {problem}", file=sys.stderr)
            kiosk.picture(work / "trouble.png")
            status = 1
        finally:
            kiosk.stop()
    return status


if __name__ == "__main__":
    sys.exit(main())
