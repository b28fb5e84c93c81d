# SPDX-License-Identifier: MIT
"""mornings.py BIN WORK DATA: twelve bad mornings on the real kiosk under Xvfb with real input. Each one must be told in
the screen's own words, cost nothing that was recorded, and be over after at most three touches (the cadre's PIN not
counted). Pictures stay in WORK."""
import contextlib
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from clocks import DAY_S, at, clock_says
from jobs import KioskDriver, enter_uncounted, slips_of
from network_camera import NetworkCamera
from software_printer import SoftwarePrinter

MOST_TOUCHES = 3


class Untried(Exception):
    """This machine cannot make that morning."""


class Morning:
    """One kiosk on a copy of the demo community, and what may go wrong around it."""

    def __init__(self, programs, work, data):
        self.programs = programs
        self.work = work
        self.demo = data
        self.number = 0

    @contextlib.contextmanager
    def kiosk(self, data=None, **options):
        if data is None:
            self.number += 1
            data = self.work / f"morning-{self.number}"
            shutil.rmtree(data, ignore_errors=True)
            shutil.copytree(self.demo, data)
        driver = KioskDriver(self.programs, self.work, data, **options)
        driver.data = data
        try:
            driver.wait_for("home")
            yield driver
        except Exception:
            driver.picture(self.work / "trouble.png")
            raise
        finally:
            driver.stop()
            subprocess.run([str(self.programs / "baodaoctl"), "verify", str(data)], check=True,
                           stdout=subprocess.DEVNULL)

    def printer(self, on=True):
        printer = SoftwarePrinter(self.work / "printer")
        if on:
            printer.switch_on()
        return printer

    def look(self, kiosk, name):
        kiosk.picture(self.work / f"{name}.png")


def solved(kiosk):
    if kiosk.touches > MOST_TOUCHES:
        raise RuntimeError(f"it took {kiosk.touches} touches, {MOST_TOUCHES} are allowed")
    return kiosk.touches


def register(kiosk, card):
    kiosk.type_like_a_scanner(kiosk.slips[card]["text"])
    kiosk.wait_for("registered")


def sign_in(kiosk, card):
    register(kiosk, card)
    kiosk.touch("现在就签到")
    kiosk.wait_for("sign_in")
    kiosk.touch("知道了")
    kiosk.wait_for("home")
    kiosk.begin_job()


def printer_out_of_paper(morning):
    with morning.printer() as printer, morning.kiosk(printer=printer.address) as kiosk:
        printer.take_paper_out()
        register(kiosk, 0)
        kiosk.begin_job()
        kiosk.touch("打印回执单")
        kiosk.wait_for("home")
        enter_uncounted(kiosk)
        kiosk.touch("打印单据", whole=True)
        kiosk.wait_for("staff_print", "缺纸")
        morning.look(kiosk, "01-out-of-paper")
        printer.put_paper_in()
        printer.wait_for_papers(1)
        kiosk.wait_for("staff_print", "没有未打印的单据")
        return solved(kiosk)


def printer_gone(morning):
    with morning.printer(on=False) as printer, morning.kiosk(printer=printer.address) as kiosk:
        register(kiosk, 0)
        kiosk.touch("请窗口打印回执单")
        kiosk.wait_for("home")
        enter_uncounted(kiosk)
        kiosk.touch("打印单据", whole=True)
        kiosk.wait_for("staff_print", "没有应答")
        morning.look(kiosk, "02-printer-gone")
        printer.switch_on()
        kiosk.wait_for("staff_print", "已连接")
        kiosk.touch("重打")
        printer.wait_for_papers(1)
        kiosk.wait_for("staff_print", "没有未打印的单据")
        return solved(kiosk)


def camera_unplugged(morning):
    with NetworkCamera() as camera, morning.kiosk(camera=camera.pipeline) as kiosk:
        kiosk.wait_for("home", "光线合适")
        camera.unplug()
        kiosk.wait_for("home", "摄像头没接好，请用扫码枪")
        morning.look(kiosk, "03-camera-unplugged")
        register(kiosk, 0)  # the hand scanner goes on
        kiosk.touch("项目以后再选")
        kiosk.begin_job()
        kiosk.wait_for("home")
        camera.plug_in()
        camera.show(kiosk.work / "cards" / "card-2.png")
        kiosk.wait_for("registered")
        return solved(kiosk)


def camera_in_the_dark(morning):
    with NetworkCamera() as camera, morning.kiosk(camera=camera.pipeline) as kiosk:
        camera.lights_out()
        kiosk.wait_for("home", "光线太暗")
        morning.look(kiosk, "04-dark")
        camera.show(kiosk.work / "cards" / "card-1.png")  # somebody switched the light on
        kiosk.wait_for("registered")
        return solved(kiosk)


def clock_in_1970(morning):
    with morning.kiosk(before=clock_says("1970-01-02 08:00:00")) as kiosk:
        kiosk.wait_for("home", "时间待校准")
        morning.look(kiosk, "05-clock-1970")
        register(kiosk, 0)  # nobody is turned away for the machine's clock
        return solved(kiosk)


def fill(path):
    """Until not a byte fits any more."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(descriptor, bytes(4096))
    os.close(descriptor)


def disk_full(morning):
    if os.geteuid() != 0:
        raise Untried("a small disk can be mounted by root only")
    small = morning.work / "small"
    subprocess.run(["umount", str(small)], check=False, stderr=subprocess.DEVNULL)
    small.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "none", str(small)], check=True)
    try:
        data = small / "data"
        shutil.copytree(morning.demo, data)
        with morning.kiosk(data=data) as kiosk:
            register(kiosk, 0)
            kiosk.touch("项目以后再选")
            kiosk.wait_for("home")
            filler = small / "filler"
            kiosk.begin_job()
            # What is kept free for this moment lets some more people through; then it says so and claims nothing.
            card = 1
            while card < 60:
                fill(filler)
                kiosk.type_like_a_scanner(kiosk.slips[card]["text"])
                time.sleep(1.5)
                if kiosk.frame()["screen"] == "attention":
                    break
                card += 1
            kiosk.wait_for("attention", "签名")
            morning.look(kiosk, "06-disk-full")
            filler.unlink()
            kiosk.touch("返回首页")
            kiosk.wait_for("home")
            register(kiosk, card + 1)
            return solved(kiosk)
    finally:
        subprocess.run(["umount", str(small)], check=False)


def no_line_for_a_month(morning):
    data = morning.work / "month"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(morning.demo, data)
    text = slips_of(morning.work)[0]["text"]
    # Registered in time: a month later the year, and with it the time to register, may be over.
    subprocess.run([str(morning.programs / "baodaoctl"), "scan", "--data", str(data), text], check=True,
                   stdout=subprocess.DEVNULL)
    time.sleep(6)  # or it would still be the same scan
    with morning.kiosk(data, before=at(31 * DAY_S)) as kiosk:
        kiosk.wait_for("home", "没有网络也能办理")
        kiosk.type_like_a_scanner(text)
        kiosk.wait_for("sign_in")
        kiosk.touch("知道了")
        kiosk.wait_for("home")
        enter_uncounted(kiosk)
        kiosk.wait_for("staff_board", "待上报")
        morning.look(kiosk, "07-no-line")
        return solved(kiosk)


def wrong_pin_ten_times(morning):
    with morning.kiosk() as kiosk:
        kiosk.touch("干部登录")
        kiosk.wait_for("staff_pin")
        for _ in range(10):
            if kiosk.says("已锁定"):
                break
            for _ in range(6):
                kiosk.touch("9", whole=True)
            time.sleep(1)
        kiosk.wait_for("staff_pin", "已锁定")
        kiosk.wait_for("staff_pin", "扫码报到签到不受影响")
        morning.look(kiosk, "08-locked")
        kiosk.begin_job()
        kiosk.touch("忘了口令")  # the way out that needs no waiting
        kiosk.wait_for("staff_pin", "请给镇党委打电话")
        kiosk.touch("返回")
        register(kiosk, 0)
        return solved(kiosk)


def forgotten_sign_outs(morning):
    data = morning.work / "yesterday"
    shutil.rmtree(data, ignore_errors=True)
    subprocess.run([*at(-DAY_S), str(morning.programs / "baodaoctl"), "demo", str(data), "--community",
                    str(Path(__file__).resolve().parents[2] / "assets/demo/community.json"), "--roster",
                    str(Path(__file__).resolve().parents[2] / "assets/demo/roster.csv"), "--out",
                    str(morning.work / "yesterday.pdf"), "--texts", str(morning.work / "yesterday.tsv")],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    lines = (morning.work / "yesterday.tsv").read_text(encoding="utf-8").splitlines()[1:]
    texts = [line.split("\t")[2] for line in lines]
    with morning.kiosk(data=data, before=at(-DAY_S)) as kiosk:
        kiosk.slips = [{"text": text} for text in texts]
        sign_in(kiosk, 0)
    with morning.kiosk(data=data) as kiosk:
        enter_uncounted(kiosk)
        kiosk.wait_for("staff_board", "请您处理 1 件")
        morning.look(kiosk, "09-forgotten")
        kiosk.touch("签退" if kiosk.says("建议") else "不计时")
        kiosk.wait_for("staff_board", "没有要处理的")
        return solved(kiosk)


def stranger_hammers_the_screen(morning):
    with morning.kiosk() as kiosk:
        chance = random.Random(1121)
        for _ in range(60):
            subprocess.run(["xdotool", "mousemove", str(chance.randrange(1920)), str(chance.randrange(1080)),
                            "click", "--repeat", str(chance.randrange(1, 6)), "--delay", "30", "1"],
                           env=kiosk.environment, check=True)
        morning.look(kiosk, "10-stranger")
        events = len(recorded(morning, kiosk, "attendance."))
        if events:
            raise RuntimeError("hammering recorded a service")
        kiosk.begin_job()
        for words in ("返回首页", "返回", "中文"):  # whatever stands there
            if kiosk.frame()["screen"] == "home":
                break
            with contextlib.suppress(RuntimeError):
                kiosk.touch(words, whole=True)
                time.sleep(1)
        kiosk.type_like_a_scanner(kiosk.slips[0]["text"])
        kiosk.wait_for("registered")
        return solved(kiosk)


def recorded(morning, kiosk, kind):
    listed = subprocess.run([str(morning.programs / "baodaoctl"), "export", "--data", str(kiosk.data)], check=False,
                            stdout=subprocess.PIPE, text=True)
    return [line for line in listed.stdout.splitlines() if f'"{kind}' in line]


def scanner_gone_mad(morning):
    with morning.kiosk() as kiosk:
        chance = random.Random(7)
        for _ in range(6):
            junk = "".join(chance.choice("ABCDEFGHJKMNPQRSTVWXYZ0123456789") for _ in range(400))
            subprocess.run(["xdotool", "type", "--delay", "1", junk], env=kiosk.environment, check=True)
            subprocess.run(["xdotool", "key", *chance.choices(["Return", "Tab", "Escape", "ctrl+c", "alt+F4", "F5"], k=4)],
                           env=kiosk.environment, check=True)
        time.sleep(2)
        morning.look(kiosk, "11-mad-scanner")
        kiosk.begin_job()
        kiosk.type_like_a_scanner(kiosk.slips[0]["text"])
        kiosk.wait_for("registered")
        return solved(kiosk)


def power_cut_in_a_registration(morning):
    with morning.printer() as printer, morning.kiosk(printer=printer.address) as kiosk:
        register(kiosk, 0)
        kiosk.cut_power()
        kiosk.start()
        kiosk.wait_for("home")
        enter_uncounted(kiosk)
        morning.look(kiosk, "12-after-power-cut")
        kiosk.touch("打印单据", whole=True)
        kiosk.wait_for("staff_print", "回执单")
        kiosk.touch("重打")
        printer.wait_for_papers(1)
        touches = solved(kiosk)
        kiosk.touch("锁定", whole=True)
        kiosk.wait_for("home")
        kiosk.type_like_a_scanner(kiosk.slips[0]["text"])  # she is registered: now it is a sign-in
        kiosk.wait_for("sign_in")
        return touches


MORNINGS = [printer_out_of_paper, printer_gone, camera_unplugged, camera_in_the_dark, clock_in_1970, disk_full,
            no_line_for_a_month, wrong_pin_ten_times, forgotten_sign_outs, stranger_hammers_the_screen,
            scanner_gone_mad, power_cut_in_a_registration]


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    morning = Morning(programs, work, data)
    only = os.environ.get("MORNING", "")
    status = 0
    for one in MORNINGS:
        if only and only not in one.__name__:
            continue
        name = one.__name__.replace("_", " ")
        began = time.monotonic()
        try:
            touches = one(morning)
            print(f"{name}: {touches} touches, {time.monotonic() - began:.0f} s", flush=True)
        except Untried as reason:
            print(f"{name}: not tried; {reason}", flush=True)
        except (RuntimeError, subprocess.CalledProcessError) as problem:
            print(f"{name}: {problem}", file=sys.stderr, flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
