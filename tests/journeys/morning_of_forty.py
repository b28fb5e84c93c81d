# SPDX-License-Identifier: MIT
"""morning_of_forty.py BIN WORK DATA: forty people before nine o'clock at one window, on the real kiosk under Xvfb with real
input and a real IPP printer in software. Thirty-five bring their slips, two of them of one name; three have left theirs at
home; one has lost hers and gets a new one from the cadre; one is on no roster and is registered by the cadre. Everybody registers, gets a receipt and is signed in; nothing is
lost on the way to the log, to the ledger or to paper."""
import json
import subprocess
import sys
import time
from pathlib import Path

from jobs import KioskDriver, enter
from software_printer import SoftwarePrinter

PEOPLE = 40
PAPERS = PEOPLE + 2  # a receipt each, one new card, and the slip of who came without one, who comes last
AT_HOME = {"欧阳清": (("NOP", "YZ", "QRS"), "1014"), "单志强": (("QRS", "YZ", "QRS"), "1015"),
           "曾丽华": (("YZ", "KLM", "GHJ"), "1017")}
LOST = "韩雪梅"


def sign_in_now(kiosk, name):
    kiosk.wait_for("registered", name[0])  # after three seconds the rest of it is masked
    kiosk.touch("现在就签到")
    kiosk.wait_for("sign_in", name[0])


def with_slip(kiosk, slip):
    kiosk.type_like_a_scanner(slip["text"])
    sign_in_now(kiosk, slip["name"])


def without_slip(kiosk, name):
    keys, digits = AT_HOME[name]
    kiosk.touch("知道了")
    kiosk.wait_for("home")
    kiosk.touch("没带签到卡")
    kiosk.wait_for("find")
    for key in keys:
        kiosk.touch(" ".join(key), whole=True)
    for digit in digits:
        kiosk.touch(digit, whole=True)
    sign_in_now(kiosk, name)


def newest(printer):
    return max(printer.papers(), key=lambda paper: int(paper.stem))


def lost_slip(kiosk, printer, programs, slip):
    """The cadre makes a new one; the old code is refused from then on, at once."""
    before = len(printer.papers())
    kiosk.touch("知道了")
    enter(kiosk)
    kiosk.touch("打印单据", whole=True)
    kiosk.wait_for("staff_print", "年第")
    kiosk.touch("年第 1 批")
    kiosk.wait_for("staff_print", slip["name"])
    kiosk.touch(slip["name"])
    kiosk.wait_for("staff_print", "选了 1 张")
    kiosk.touch("丢失", whole=True)
    kiosk.wait_for("staff_print", "停用旧码，打印新码")
    kiosk.touch("停用旧码，打印新码")
    printer.wait_for_papers(before + 1)
    kiosk.touch("锁定", whole=True)
    kiosk.wait_for("home")
    kiosk.type_like_a_scanner(slip["text"])
    kiosk.wait_for("attention")
    kiosk.type_like_a_scanner(kiosk.text_on(newest(printer), programs))
    sign_in_now(kiosk, slip["name"])


def walk_in(kiosk, printer, programs):
    """On no roster, without a slip: typed by the cadre, registered, signed in with the card that came out."""
    before = PAPERS - 2
    printer.wait_for_papers(before)  # of everybody who came before
    kiosk.touch("知道了")
    enter(kiosk)
    kiosk.touch("代为登记", whole=True)
    kiosk.wait_for("staff_walk_in", "请先填姓名")
    kiosk.type_pinyin("xu", "徐")
    kiosk.type_pinyin("wei", "薇")
    kiosk.touch("单位", whole=True)
    kiosk.wait_for("staff_walk_in", "请点选单位")
    kiosk.touch("镇水利站", whole=True)
    kiosk.wait_for("staff_walk_in", "登记并打印")
    kiosk.touch("登记并打印")
    kiosk.wait_for("staff_walk_in", "报到成功")
    printer.wait_for_papers(PAPERS)
    kiosk.touch("锁定", whole=True)
    kiosk.wait_for("home")
    time.sleep(5)  # sooner it would be the registration once more
    form = sorted(printer.papers(), key=lambda paper: int(paper.stem))[before]
    kiosk.type_like_a_scanner(kiosk.text_on(form, programs))
    kiosk.wait_for("sign_in", "徐")


def morning(kiosk, printer, programs):
    kiosk.wait_for("home")
    kiosk.begin_job()
    lost = next(slip for slip in kiosk.slips if slip["name"] == LOST)
    bring = [slip for slip in kiosk.slips if slip["name"] not in AT_HOME and slip is not lost]
    names = [slip["name"] for slip in bring[:PEOPLE - len(AT_HOME) - 2]]
    if not any(names.count(name) == 2 for name in names):
        # Both of one name are among those who come.
        twice = next(name for name in {slip["name"] for slip in bring} if sum(s["name"] == name for s in bring) == 2)
        bring.sort(key=lambda slip: slip["name"] != twice)
    absent = list(AT_HOME)
    for number, slip in enumerate(bring[:PEOPLE - len(AT_HOME) - 2], start=1):
        with_slip(kiosk, slip)  # while the confirmation of the one before still shows
        if number % 11 == 0 and absent:
            without_slip(kiosk, absent.pop())
    lost_slip(kiosk, printer, programs, lost)
    walk_in(kiosk, printer, programs)
    kiosk.touch("知道了")
    kiosk.wait_for("home")
    return kiosk.touches


def check_ledger(programs, data):
    listed = subprocess.run([str(programs / "baodaoctl"), "ledger", "--data", str(data), "--json"], check=True,
                            stdout=subprocess.PIPE, text=True)
    here = [person for person in json.loads(listed.stdout)["people"] if person.get("registered")]
    signed_in = [person for person in here if any(not service.get("out") for service in person["services"])]
    numbers = {person["number"] for person in here}
    if not len(here) == len(signed_in) == len(numbers) == PEOPLE:
        raise RuntimeError(f"{len(here)} registered, {len(signed_in)} signed in, {len(numbers)} numbers; "
                           f"{PEOPLE} people came")


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    with SoftwarePrinter(work / "printer") as printer:
        printer.switch_on()
        kiosk = KioskDriver(programs, work, data, printer=printer.address)
        try:
            began = time.monotonic()
            touches = morning(kiosk, printer, programs)
            took = time.monotonic() - began
            printer.wait_for_papers(PAPERS)
            print(f"{PEOPLE} people, {touches} touches, {took:.0f} s, {len(printer.papers())} papers", flush=True)
        except RuntimeError:
            kiosk.picture(work / "trouble.png")
            raise
        finally:
            kiosk.stop()
    if len(printer.papers()) != PAPERS:
        raise RuntimeError(f"{len(printer.papers())} papers came out, {PAPERS} are owed")
    check_ledger(programs, data)
    subprocess.run([str(programs / "baodaoctl"), "verify", str(data)], check=True)


if __name__ == "__main__":
    try:
        main()
    except (RuntimeError, subprocess.CalledProcessError) as problem:
        print(f"morning of forty: {problem}", file=sys.stderr)
        sys.exit(1)
