# SPDX-License-Identifier: MIT
"""walk.py BIN WORK DATA: registers, signs in, signs out, is refused and uses a hand scanner, on the real kiosk
under Xvfb with real X11 input, and says what it saw. Exit status 1 when a screen did not come."""
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_S = 60  # a slow machine may take long; nothing here measures


class Walk:
    def __init__(self, programs, work, data):
        self.work = work
        self.camera = work / "camera"
        self.frame_file = work / "frame.json"
        self.pictures = work / "screenshots"
        self.papers = work / "papers"
        shutil.rmtree(self.papers, ignore_errors=True)
        shutil.rmtree(self.pictures, ignore_errors=True)
        self.pictures.mkdir()
        self.frame_file.unlink(missing_ok=True)
        lines = (work / "签到卡.tsv").read_text(encoding="utf-8").splitlines()[1:]
        self.slips = [dict(zip(("serial", "name", "text"), line.split("\t"))) for line in lines]
        self.shots = []
        self.start(programs, data)

    def start(self, programs, data):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        self.environment = dict(os.environ, DISPLAY=f":{number}", LIBGL_ALWAYS_SOFTWARE="1")
        self.kiosk = subprocess.Popen(
            [str(programs / "baodao-kiosk"), "--data", str(data), "--camera", f"folder:{self.camera}",
             "--printer", f"folder:{self.papers}", "--size", "1920x1080", "--describe", str(self.frame_file)], env=self.environment)

    def stop(self):
        for process in (self.kiosk, self.server):  # the window before its display
            process.terminate()
            process.wait(timeout=30)

    def frame(self):
        try:
            return json.loads(self.frame_file.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {"screen": "", "items": []}

    def wait_for(self, screen, label=""):
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            frame = self.frame()
            if frame["screen"] == screen and any(label in item["label"] for item in frame["items"]):
                return frame
            if self.kiosk.poll() is not None:
                raise RuntimeError("the kiosk has ended")
            time.sleep(0.1)
        raise RuntimeError(f"the screen {screen} {label} did not come; it is {self.frame()['screen']}")

    def keep(self, name, says):
        time.sleep(0.8)  # until the panel has come to rest
        path = self.pictures / f"{len(self.shots) + 1:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)
        self.shots.append((path, says))

    def touch(self, label):
        items = [item for item in self.frame()["items"] if item["role"] == "button" and label in item["label"]]
        if not items:
            raise RuntimeError(f"there is nothing to touch that says {label}")
        x, y, width, height = items[0]["rect"]
        time.sleep(0.3)  # nobody is faster; a second tap at once would be taken for half of a double tap
        subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2), "click", "1"],
                       env=self.environment, check=True)

    def type_like_a_scanner(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], env=self.environment, check=True)
        subprocess.run(["xdotool", "key", "Return"], env=self.environment, check=True)

    def show(self, number):
        """Holds card `number` (from 1) to the camera."""
        shutil.copy(self.work / "cards" / f"card-{number}.png", self.camera / "card.tmp")
        os.rename(self.camera / "card.tmp", self.camera / "card.png")

    def take_away(self):
        (self.camera / "card.png").unlink(missing_ok=True)
        time.sleep(6)  # longer than the five seconds in which it is the same scan


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


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    visit = Walk(programs, work, data)
    status = 0
    try:
        walk(visit)
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
