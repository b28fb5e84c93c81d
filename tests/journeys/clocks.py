# SPDX-License-Identifier: MIT
"""Programs whose clock on the wall is wrong."""
import time

DAY_S = 24 * 3600


def clock_says(moment):
    """In front of a program: its clock on the wall says so; the one that only runs forward is left alone. The library
    itself and not its program, which would stand between us and the kiosk when that is ended."""
    return ["env", "LD_PRELOAD=/usr/$LIB/faketime/libfaketimeMT.so.1", f"FAKETIME=@{moment}",
            "FAKETIME_DONT_FAKE_MONOTONIC=1", "DONT_FAKE_MONOTONIC=1"]


def at(seconds_from_now):
    return clock_says(time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(time.time() + seconds_from_now)))
