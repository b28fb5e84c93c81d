# SPDX-License-Identifier: MIT
"""month_offline.py BIN WORK DATA: a window that was without a line for a month, with twenty thousand events and a clock that is
wrong, drains to a headquarters on PostgreSQL over a line that keeps breaking, while headquarters is killed twice. In the
end headquarters has every event once, and its page shows the hours of the window."""
import datetime
import json
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pages"))
from jobs import KioskDriver, slips_of  # noqa: E402
from browser import Browser  # noqa: E402
from clocks import DAY_S, at  # noqa: E402
from fault_proxy import FaultProxy  # noqa: E402
from headquarters import Headquarters  # noqa: E402
from postgres import Postgres  # noqa: E402
from steps import minutes_at_the_window, minutes_shown, pass_the_door  # noqa: E402
from walk import compare  # noqa: E402

EVENTS = 20_000
PATIENCE_S = 300
CHINA = datetime.timezone(datetime.timedelta(hours=8))
PASSWORD = "correct horse battery"


def ctl(programs, *words, given=None):
    return subprocess.run([str(programs / "baodaoctl"), *map(str, words)], input=given, check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def a_month_without_a_line(programs, data, slips):
    """Ten members register and serve on four Saturdays; the rest of the log is a town's old records."""
    texts = "\n".join(slip["text"] for slip in slips[:10]) + "\n"
    today = datetime.datetime.now(CHINA).replace(hour=9, minute=0, second=0, microsecond=0)
    for weeks in (4, 3, 2, 1):
        morning = today - datetime.timedelta(weeks=weeks)
        if weeks == 4:
            ctl(programs, "scan", "--data", data, "--at", morning.isoformat(), "-", given=texts)
        for minutes in (10, 160 + weeks):
            when = morning + datetime.timedelta(minutes=minutes)
            ctl(programs, "scan", "--data", data, "--at", when.isoformat(), "-", given=texts)
    subprocess.run([str(programs / "fill_journal"), str(data), str(EVENTS)], check=True)


def by_a_wrong_clock(kiosk, number):
    """One of the members signs in while the window believes that it is twenty days later; who has not registered
    could be too late by then."""
    kiosk.type_like_a_scanner(kiosk.slips[number]["text"])
    kiosk.wait_for("sign_in", kiosk.slips[number]["name"][0])


def drain(kiosk, headquarters, line):
    for share in (4, 2):
        headquarters.wait_for_records(EVENTS // share, PATIENCE_S)
        headquarters.kill()
        at_kill = headquarters.records()
        by_a_wrong_clock(kiosk, share)
        headquarters.start()
        print(f"headquarters was killed when it held {at_kill} records", flush=True)
    headquarters.wait_for_records(EVENTS, PATIENCE_S)
    kiosk.wait_for("home", "已联网")
    print(f"the line broke {line.broken} times", flush=True)
    if line.broken == 0:
        raise RuntimeError("the line was to break")


def same_hours_on_the_page(programs, headquarters, data):
    second = headquarters.add_user("王书记", PASSWORD)
    browser = Browser()
    try:
        browser.open(f"https://127.0.0.1:{headquarters.port}/")
        pass_the_door(browser, "王书记", PASSWORD, second)
        shown = minutes_shown(browser, f"https://127.0.0.1:{headquarters.port}", "枫林")
    finally:
        browser.close()
    wanted = minutes_at_the_window(json.loads(ctl(programs, "ledger", "--data", data, "--json")))
    if not wanted or shown != wanted:
        raise RuntimeError(f"the page shows {shown}, the window {wanted}")
    print(f"the page shows the hours of the window: {len(wanted)} members, {sum(wanted.values())} minutes", flush=True)


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    folder = work / "hq"
    shutil.rmtree(folder, ignore_errors=True)
    a_month_without_a_line(programs, data, slips_of(work))
    with Postgres() as server, Headquarters(programs, folder, server.address) as headquarters, \
            FaultProxy(lambda: headquarters.port, seed=7) as line:
        headquarters.enrol(data, line.port)
        headquarters.kill()  # no line yet
        kiosk = KioskDriver(programs, work, data, before=at(20 * DAY_S))
        try:
            kiosk.wait_for("home")
            by_a_wrong_clock(kiosk, 0)
            headquarters.start()
            drain(kiosk, headquarters, line)
            if difference := compare(programs, data, folder, PATIENCE_S):
                raise RuntimeError(difference)
            same_hours_on_the_page(programs, headquarters, data)
        except RuntimeError:
            kiosk.picture(work / "trouble.png")
            raise
        finally:
            kiosk.stop()
    ctl(programs, "verify", data)


if __name__ == "__main__":
    main()
