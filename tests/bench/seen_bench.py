# SPDX-License-Identifier: MIT
"""seen_bench.py BIN WORK DATA: from a slip in the camera's picture to its painted confirmation, on the real kiosk under Xvfb
and a camera of ten pictures a second, beside the reading of the same pictures alone. Run by the demo's script (--run)."""
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "journeys"))
from jobs import KioskDriver, slips_of  # noqa: E402
from network_camera import NetworkCamera  # noqa: E402

LOOK_S = 0.002


def row(name, value):
    print(f"{name:<58} {value}", flush=True)


def reading_ms(programs, picture):
    line = subprocess.run([str(programs / "baodaoctl"), "read", "--time", str(picture)], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    text, took = line.rstrip("\n").split("\t")[1:3]
    return text, float(took.split()[0])


def seen_to_painted_s(kiosk, camera, picture, shows):
    camera.show(picture)
    began = time.monotonic()
    while time.monotonic() < began + 60:
        frame = kiosk.frame()
        if frame["screen"] == shows[0] and any(shows[1] in item["label"] for item in frame["items"]):
            took = time.monotonic() - began
            camera.show_nothing()
            return took
        time.sleep(LOOK_S)
    raise SystemExit(f"{shows[1]} was not seen; the screen is {kiosk.frame()['screen']}")


def main():
    programs, work, data = map(Path, sys.argv[1:4])
    pictures = sorted((work / "cards").glob("card-*.png"))
    read = [reading_ms(programs, picture) for picture in pictures]
    names = {slip["text"]: slip["name"] for slip in slips_of(work)}
    with NetworkCamera() as camera:
        kiosk = KioskDriver(programs, work, data, camera=camera.pipeline)
        kiosk.wait_for("home")
        took = []
        for screen in ("registered", "sign_in"):
            for picture, (text, _) in zip(pictures, read):
                took.append(seen_to_painted_s(kiosk, camera, picture, (screen, names[text])))
        kiosk.stop()
    alone = statistics.median(ms for _, ms in read)
    p50, worst = statistics.median(took) * 1000, max(took) * 1000
    row("reading a picture alone, every pass allowed", f"x1.00  ({alone:.1f} ms)")
    row(f"slip in view to painted, p50 of {len(took)}", f"x{p50 / alone:.1f}  ({p50:.0f} ms; 100 ms between two pictures)")
    row("slip in view to painted, the longest", f"x{worst / alone:.1f}  ({worst:.0f} ms)")


if __name__ == "__main__":
    main()
