# SPDX-License-Identifier: MIT
"""A job at the window, with its touches and seconds: what the journeys share. More touches than a job may take is a failure;
seconds are printed for the bench, nothing asserts on them."""
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "assets" / "demo"))
from kiosk_driver import KioskDriver, slips_of  # noqa: E402, F401 (the journeys take them from here)

PIN = "250719"  # the demo community's
failures = []


def at_most(kiosk, most, job):
    """The job is done; the next one begins."""
    print(f"{job}: {kiosk.touches} touches of {most}, {time.monotonic() - kiosk.job_began:.1f} s", flush=True)
    if kiosk.touches > most:
        failures.append(f"{job} took {kiosk.touches} touches, {most} are allowed")
    kiosk.begin_job()


def enter(kiosk, shows=""):
    """The cadre's way to the board; the touches of it count."""
    kiosk.wait_for("home")
    kiosk.touch("干部登录")
    kiosk.wait_for("staff_pin")
    for digit in PIN:
        kiosk.touch(digit, whole=True)
    kiosk.wait_for("staff_board", shows)


def enter_uncounted(kiosk):
    enter(kiosk, "本窗口终端")
    kiosk.begin_job()


def exit_status(name, status, programs, data):
    """After the kiosk has stopped: whether every job kept to its touches and the log is whole."""
    for failure in failures:
        print(f"{name}: {failure}", file=sys.stderr)
    checked = subprocess.run([str(programs / "baodaoctl"), "verify", str(data)], check=False)
    return status or checked.returncode or (1 if failures else 0)
