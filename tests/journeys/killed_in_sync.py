# SPDX-License-Identifier: MIT
"""killed_in_sync.py BIN WORK DATA: the kiosk under Xvfb drains a month's backlog to a headquarters; each of the two is killed
in the middle of it, somebody registers meanwhile, and in the end headquarters has every event once and the same hours."""
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "assets" / "demo"))
from headquarters import Headquarters  # noqa: E402
from kiosk_driver import KioskDriver  # noqa: E402
from walk import compare  # noqa: E402

BACKLOG = 8_000


def journey(kiosk, headquarters):
    kiosk.wait_for("home")
    headquarters.wait_for_records(1_000)
    kiosk.cut_power()
    at_cut = headquarters.records()
    kiosk.start()
    kiosk.wait_for("home")
    headquarters.wait_for_records(at_cut + 1)
    headquarters.kill()
    kiosk.type_like_a_scanner(kiosk.slips[0]["text"])
    kiosk.wait_for("registered")
    print(f"the kiosk was killed when headquarters held {at_cut} records")
    headquarters.start()
    kiosk.wait_for("home", "已联网")


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    folder = work / "hq"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([str(programs / "fill_journal"), str(data), str(BACKLOG)], check=True)
    with Headquarters(programs, folder) as headquarters:
        headquarters.enrol(data)
        kiosk = KioskDriver(programs, work, data)
        try:
            journey(kiosk, headquarters)
            if difference := compare(programs, data, folder):
                raise RuntimeError(difference)
        finally:
            kiosk.stop()
    subprocess.run([str(programs / "baodaoctl"), "verify", str(data)], check=True)


if __name__ == "__main__":
    main()
