# SPDX-License-Identifier: MIT
"""walk.py BIN WORK DATA HQ: registers, signs in, signs out, is refused and uses a hand scanner, on the real kiosk
under Xvfb with real X11 input, says what it saw, and that headquarters has it all. Exit status 1 when a screen did not come
or the two ledgers differ."""
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from kiosk_driver import KioskDriver


class Walk(KioskDriver):
    def __init__(self, programs, work, data):
        self.pictures = work / "screenshots"
        self.papers = work / "papers"
        shutil.rmtree(self.papers, ignore_errors=True)
        shutil.rmtree(self.pictures, ignore_errors=True)
        self.pictures.mkdir()
        self.shots = []
        super().__init__(programs, work, data, printer=f"folder:{self.papers}")

    def keep(self, name, says):
        path = self.pictures / f"{len(self.shots) + 1:02}-{name}.png"
        self.picture(path)
        self.shots.append((path, says))


def walk(visit):
    visit.wait_for("home", "双报到")
    visit.keep("home", "首页，等人来扫")

    visit.show(1)
    visit.wait_for("registered")
    visit.keep("registered", "第一次扫：报到成功")
    visit.take_away()
    visit.touch("现在就签到")
    visit.wait_for("sign_in")
    visit.keep("sign-in", "点“现在就签到”：签到成功")
    visit.take_away()

    visit.show(1)
    visit.wait_for("confirm_short")
    visit.keep("confirm-short", "不到五分钟又扫：先问一句")
    visit.take_away()
    visit.touch("要签退")
    visit.wait_for("sign_out")
    visit.keep("sign-out", "签退成功，本次多久、今年多久")

    altered = visit.slips[2]["text"]
    altered = altered[:30] + ("A" if altered[30] != "A" else "B") + altered[31:]
    visit.type_like_a_scanner(altered)
    visit.wait_for("attention")
    visit.keep("refused", "改动过的码：不计入，说明怎么办")

    visit.type_like_a_scanner(visit.slips[1]["text"])
    visit.wait_for("registered")
    visit.keep("hand-scanner", "扫码枪：第二位报到")
    visit.touch("打印回执单")

    visit.wait_for("home")
    visit.touch("我的记录")
    visit.wait_for("guide")
    visit.type_like_a_scanner(visit.slips[0]["text"])
    visit.wait_for("record")
    visit.keep("record", "我的记录：每一条都在")
    visit.touch("打印记录表")
    visit.wait_for("home")
    visit.touch("English")
    visit.wait_for("home", "Sign in")
    visit.keep("home-english", "一键换英文")


def told(*command):
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE).stdout


def by_number(people):
    """What two ledgers can be held together by: slips, and what they earned."""
    return {tuple(person["serials"]): (person["services"] if isinstance(person["services"], int) else
                                       len(person["services"]), person["minutes"]) for person in people}


def compare(programs, data, headquarters, patience_s=60):
    """Waits until everything arrived, then holds the ledgers together: what differs, in words."""
    until = time.monotonic() + patience_s
    while True:
        here = json.loads(told(programs / "baodaoctl", "ledger", "--data", data, "--json"))
        there = json.loads(told(programs / "baodao-hq", "verify", "--data", headquarters))
        if there["records"] == here["events"] or time.monotonic() > until:
            break
        time.sleep(0.5)
    if there["records"] != here["events"]:
        return f"headquarters has {there['records']} of {here['events']} events"
    community = json.loads(told(programs / "baodao-hq", "kiosk", "list", "--data", headquarters))[0]["community"]
    ledger = json.loads(told(programs / "baodao-hq", "ledger", "--data", headquarters, "--community", community))
    ours, theirs = by_number(here["people"]), by_number(ledger)
    if ours != theirs:
        return f"the ledgers differ: {sorted(set(ours.items()) ^ set(theirs.items()))}"
    services = sum(count for count, _ in ours.values())
    print(f"窗口的 {here['events']} 条记录都已到总部；两边台账一致：{len(ours)} 人，{services} 次服务")
    return ""


def main():
    programs, work, data, headquarters = map(Path, sys.argv[1:5])
    visit = Walk(programs, work, data)
    status = 0
    try:
        walk(visit)
        visit.touch("中文")
        visit.wait_for("home", "已联网")
        visit.keep("home-online", "已联网：记录自己报上去")
        if difference := compare(programs, data, headquarters):
            raise RuntimeError(difference)
    except RuntimeError as problem:
        print(f"demo: {problem}", file=sys.stderr)
        status = 1
    finally:
        visit.stop()
    for path, says in visit.shots:
        print(f"{says}\n    {path}")
    papers = sorted(visit.papers.glob("*.pdf"))
    for paper in papers:
        print(f"窗口打印的单据（没有打印机，存成 PDF）\n    {paper}")
    if len(papers) != 3:
        print(f"demo: two receipts and a record were to be printed, not {len(papers)}", file=sys.stderr)
        status = 1
    print(f"签到卡（A4，八张一页）\n    {work / '签到卡.pdf'}")
    checked = subprocess.run([str(programs / "baodaoctl"), "verify", str(data)], check=False)
    return status or checked.returncode


if __name__ == "__main__":
    sys.exit(main())
