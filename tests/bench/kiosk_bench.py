# SPDX-License-Identifier: MIT
"""kiosk_bench.py BIN [--quick]: the real kiosk under Xvfb beside the same desk without a screen. Each row is a ratio with
both sides measured in this run; the seconds are there to judge the ratios by."""
import atexit
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAMS = Path(sys.argv[1])
PEOPLE = 12 if "--quick" in sys.argv else 40
IDLE_S = 5 if "--quick" in sys.argv else 20


def ctl(*words, given=None):
    return subprocess.run([str(PROGRAMS / "baodaoctl"), *map(str, words)], input=given, capture_output=True, text=True,
                          check=True).stdout


def community(folder):
    ctl("init", "--test", folder / "data")
    roster = folder / "roster.csv"
    roster.write_text("姓名,单位\n" + "".join(f"党员{n},财政所\n" for n in range(PEOPLE)), encoding="utf-8")
    began = time.monotonic()
    ctl("slips", "--data", folder / "data", "--roster", roster, "--out", folder / "slips.pdf", "--texts",
        folder / "slips.tsv")
    took = time.monotonic() - began
    lines = (folder / "slips.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t")[2] for line in lines], PEOPLE / took


class Kiosk:
    """The program on a display of its own; `screen()` is what the last frame shows."""

    def __init__(self, data, folder, *options):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1920x1080x24"],
                                       pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            self.environment = dict(os.environ, DISPLAY=":" + answer.readline().strip())
        self.frame = folder / "frame.json"
        self.frame.unlink(missing_ok=True)
        began = time.monotonic()
        self.program = subprocess.Popen(
            [str(PROGRAMS / "baodao-kiosk"), "--data", str(data), "--size", "1920x1080", "--describe", str(self.frame),
             *options], env=self.environment, stderr=subprocess.DEVNULL)
        atexit.register(self.stop)
        while not self.frame.exists():
            time.sleep(0.002)
        self.first_frame_s = time.monotonic() - began

    def shows(self, words, patience_s=30):
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            try:
                text = self.frame.read_text(encoding="utf-8")
            except FileNotFoundError:
                continue
            if words in text:
                return
            time.sleep(0.002)
        raise SystemExit(f"the screen never said {words}")

    def scan(self, text):
        subprocess.run(["xdotool", "type", "--delay", "6", text], env=self.environment, check=True)

    def cpu_s(self):
        fields = Path(f"/proc/{self.program.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self):
        for line in Path(f"/proc/{self.program.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0

    def stop(self):
        for process in (self.program, self.server):
            process.terminate()
            process.wait()


def row(name, value):
    print(f"{name:<58} {value}")


def desk_alone(folder, texts, outcome):
    """Seconds per scan of the same desk without a screen: decode of the text, verification, commit."""
    running = subprocess.Popen([str(PROGRAMS / "baodaoctl"), "scan", "--data", str(folder / "data"), "-"],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    running.stdin.write("https://example.org\n")
    running.stdin.flush()
    running.stdout.readline()
    began = time.monotonic()
    for text in texts:
        running.stdin.write(text + "\n")
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["outcome"] == outcome
    took = (time.monotonic() - began) / len(texts)
    running.stdin.close()
    running.wait()
    return took


def main():
    print(f"the kiosk as a whole, {PEOPLE} people")
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        one, two = Path(one), Path(two)
        texts, slips_per_s = community(one)
        alone_texts, _ = community(two)
        # Everybody is registered already: a morning is sign-ins, and those give way to the next scan at once.
        desk_alone(one, texts, "registered")
        desk_alone(two, alone_texts, "registered")
        time.sleep(6)  # or it would still be the same scan
        alone_s = desk_alone(two, alone_texts, "signed_in")
        row("slips signed, laid out, proved and written", f"{slips_per_s:.0f} a second")

        kiosk = Kiosk(one / "data", one, "--camera", f"folder:{one / 'none'}")
        kiosk.shows('"home"')
        row("first frame after", f"{kiosk.first_frame_s * 1000:.0f} ms")
        began = time.monotonic()
        latencies = []
        for number, text in enumerate(texts):
            kiosk.scan(text)
            typed = time.monotonic()
            kiosk.shows(f"党员{number} 同志")
            latencies.append(time.monotonic() - typed)
        took = time.monotonic() - began
        latencies.sort()
        p50 = statistics.median(latencies)
        p99 = latencies[min(len(latencies) - 1, int(len(latencies) * 0.99))]
        row("last key to painted, p50 against the desk alone", f"x{p50 / alone_s:.1f}  ({p50 * 1000:.0f} ms to {alone_s * 1000:.1f} ms)")
        row("last key to painted, p99 against the desk alone", f"x{p99 / alone_s:.1f}  ({p99 * 1000:.0f} ms)")
        row("people in a row through one kiosk, by hand scanner", f"{60 * len(texts) / took:.0f} a minute")
        row("memory after them", f"{kiosk.memory_mb():.0f} MB")
        kiosk.stop()

        kiosk = Kiosk(one / "data", one, "--camera", "file:/nonexistent.png")
        kiosk.shows('"home"')
        time.sleep(3)
        before = kiosk.cpu_s()
        time.sleep(IDLE_S)
        row("idle without a camera, share of a core", f"{100 * (kiosk.cpu_s() - before) / IDLE_S:.2f} %")
        kiosk.stop()


if __name__ == "__main__":
    main()
