# SPDX-License-Identifier: MIT
"""courier.py BIN WORK DATA: a window without a line, on the real kiosk under Xvfb: a USB stick is plugged in, the staff side offers
it, the records go to headquarters' own program and its receipt comes back; full, read-only and missing sticks are told apart. The
sticks are file systems in a mount namespace of the kiosk's own."""
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "assets" / "demo"))
from headquarters import Headquarters  # noqa: E402
from join import enter, register  # noqa: E402
from kiosk_driver import KioskDriver  # noqa: E402

STICK = "/media/KINGSTON"


class Window:
    """The kiosk, and what is plugged into it."""

    def __init__(self, programs, work, data):
        alone = ["unshare", "--map-root-user", "--mount", "sh", "-c", 'mount -t tmpfs none /media && exec "$@"', "sh"]
        self.kiosk = KioskDriver(programs, work, data, before=alone)

    def inside(self, *words):
        enter_it = ["nsenter", "--target", str(self.kiosk.kiosk.pid), "--user", "--mount", "--preserve-credentials"]
        return subprocess.run([*enter_it, *map(str, words)], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def plug_in(self, options):
        self.inside("mkdir", "-p", STICK)
        self.inside("mount", "-t", "tmpfs", "-o", options, "none", STICK)

    def pull_out(self):
        self.inside("umount", STICK)
        self.inside("rmdir", STICK)


def carry(window, key, says):
    window.kiosk.touch(key, whole=True)
    window.kiosk.wait_for("staff_link", says)


def troubles(window):
    carry(window, "带走", "没找到能用的 U 盘")
    window.plug_in("size=4k")
    window.kiosk.wait_for("staff_link", "U 盘已插好")
    window.inside("sh", "-c", f"cat /dev/zero > {STICK}/film 2>/dev/null || true")
    carry(window, "带走", "U 盘满了")
    window.pull_out()
    window.plug_in("ro")
    carry(window, "带走", "U 盘写不进去")
    window.pull_out()


def journey(window, headquarters, programs):
    kiosk = window.kiosk
    kiosk.wait_for("home")
    register(kiosk, 0)
    enter(kiosk)
    kiosk.touch("总部", whole=True)
    kiosk.wait_for("staff_link", "没有网的时候")
    troubles(window)
    kiosk.touch("看板")
    kiosk.wait_for("staff_board", "本窗口终端")
    window.plug_in("size=4m")
    kiosk.wait_for("staff_board", "U 盘")
    kiosk.picture(kiosk.work / "courier-offered.png")
    kiosk.touches = 0
    kiosk.touch("U 盘", whole=True)
    kiosk.wait_for("staff_link", "带走")
    carry(window, "带走", "可以拔了")
    kiosk.picture(kiosk.work / "courier-out.png")
    if kiosk.touches > 2:
        raise RuntimeError(f"taking the records along took {kiosk.touches} touches, 2 are allowed")
    carry(window, "带来", "没有总部给本终端的文件")
    up = window.inside("sh", "-c", f"ls {STICK}/baodao-to-hq-*.bdc")
    hq = [programs / "baodao-hq", "courier"]
    window.inside(*hq, "in", "--data", headquarters.folder, up)
    origin = headquarters.origin()
    window.inside(*hq, "out", "--data", headquarters.folder, "--kiosk", origin, "--to", STICK)
    carry(window, "带来", "总部已收到")
    kiosk.picture(kiosk.work / "courier-in.png")
    carry(window, "带来", "这些都已经知道了")
    if headquarters.records() == 0:
        raise RuntimeError("headquarters has nothing")


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    folder = work / "hq"
    shutil.rmtree(folder, ignore_errors=True)
    status = 0
    with Headquarters(programs, folder) as headquarters:
        headquarters.enrol(data)
        headquarters.kill()  # no line from here on
        window = Window(programs, work, data)
        try:
            journey(window, headquarters, programs)
        except (RuntimeError, subprocess.CalledProcessError) as problem:
            print(f"courier: {problem}", file=sys.stderr)
            window.kiosk.picture(work / "trouble.png")
            status = 1
        finally:
            window.kiosk.stop()
    return status


if __name__ == "__main__":
    sys.exit(main())
