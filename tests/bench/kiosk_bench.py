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
QUICK = "--quick" in sys.argv
PEOPLE = 12 if QUICK else 40
IDLE_S = 5 if QUICK else 20
ROUNDS = 3 if QUICK else 7
SHORT_LOG, LONG_LOG = 1_000, 100_000 if QUICK else 1_000_000
NO_CAMERA = "file:/nonexistent.png"
# What a webcam gives in a room where something moves: 720p at fifteen frames a second.
CAMERA = "videotestsrc is-live=true pattern=ball ! video/x-raw,format=GRAY8,width=1280,height=720,framerate=15/1"


def ctl(*words, given=None):
    return subprocess.run([str(PROGRAMS / "baodaoctl"), *map(str, words)], input=given, capture_output=True, text=True,
                          check=True).stdout


def community(folder):
    folder.mkdir(exist_ok=True)
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
            [str(PROGRAMS / "baodao-kiosk"), "--data", str(data), "--size", "1920x1080", "--open", "--describe", str(self.frame),
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
    print(f"{name:<58} {value}", flush=True)


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


def morning(folder, camera):
    """Everybody in a row by hand scanner; seconds from the last key to the painted name, and for all of it."""
    texts, _ = community(folder)
    # Registered already: a morning is sign-ins, and those give way to the next scan at once.
    desk_alone(folder, texts, "registered")
    time.sleep(6)  # or it would still be the same scan
    kiosk = Kiosk(folder / "data", folder, "--camera", camera)
    kiosk.shows('"home"')
    began = time.monotonic()
    latencies = []
    for number, text in enumerate(texts):
        kiosk.scan(text)
        typed = time.monotonic()
        kiosk.shows(f"党员{number} 同志")
        latencies.append(time.monotonic() - typed)
    took = time.monotonic() - began
    memory = kiosk.memory_mb()
    kiosk.stop()
    return sorted(latencies), 60 * len(texts) / took, memory


def scans(folder):
    with tempfile.TemporaryDirectory() as alone:
        texts, slips_per_s = community(Path(alone))
        desk_alone(Path(alone), texts, "registered")
        time.sleep(6)
        desk_s = desk_alone(Path(alone), texts, "signed_in")
    latencies, per_minute, memory = morning(folder / "without", NO_CAMERA)
    _, per_minute_seen, _ = morning(folder / "with", CAMERA)
    p50 = statistics.median(latencies)
    p99 = latencies[min(len(latencies) - 1, int(len(latencies) * 0.99))]
    row("slips signed, laid out, proved and written", f"{slips_per_s:.0f} a second")
    row("verify, decide and commit, alone", f"x1.00  ({desk_s * 1000:.1f} ms)")
    row("last key to painted, p50", f"x{p50 / desk_s:.1f}  ({p50 * 1000:.0f} ms)")
    row("last key to painted, p99", f"x{p99 / desk_s:.1f}  ({p99 * 1000:.0f} ms)")
    row(f"{PEOPLE} people in a row, no camera", f"x1.00  ({per_minute:.0f} a minute, {memory:.0f} MB after them)")
    row(f"{PEOPLE} people in a row, camera running", f"x{per_minute_seen / per_minute:.2f}  ({per_minute_seen:.0f} a minute)")


def first_frame_s(data, folder, *options):
    kiosk = Kiosk(data, folder, "--camera", NO_CAMERA, *options)
    kiosk.stop()
    return kiosk.first_frame_s


def start_and_scan_s(data, text):
    began = time.monotonic()
    ctl("scan", "--data", data, text)
    return time.monotonic() - began


def long_log(folder):
    """First frame and one scan, start included, by the length of the log; the two by turns."""
    frames, started = {}, {}
    logs = {}
    for length in (SHORT_LOG, LONG_LOG):
        logs[length] = folder / str(length)
        logs[length].mkdir()
        texts, _ = community(logs[length])
        subprocess.run([str(PROGRAMS / "fill_journal"), str(logs[length] / "data"), str(length)], check=True)
        frames[length], started[length] = [], []
        for turn in range(ROUNDS):
            started[length].append(start_and_scan_s(logs[length] / "data", texts[turn]))
    for _ in range(ROUNDS):
        for length, log in logs.items():
            frames[length].append(first_frame_s(log / "data", log))
    for name, times in (("first frame", frames), ("start and one scan, no screen", started)):
        short, long = statistics.median(times[SHORT_LOG]), statistics.median(times[LONG_LOG])
        row(f"{name}, log of {SHORT_LOG:,}", f"x1.00  ({short * 1000:.0f} ms)")
        row(f"{name}, log of {LONG_LOG:,}", f"x{long / short:.2f}  ({long * 1000:.0f} ms; target 1.3)")


def fonts_on_demand(folder):
    """The same program with every common Chinese character loaded before its first frame; the two by turns."""
    community(folder)
    times = {False: [], True: []}
    for _ in range(ROUNDS):
        for full, found in times.items():
            found.append(first_frame_s(folder / "data", folder, *(["--full-atlas"] if full else [])))
    full, ours = statistics.median(times[True]), statistics.median(times[False])
    row("first frame, all Chinese characters loaded first", f"x1.00  ({full * 1000:.0f} ms)")
    row("first frame, characters on demand", f"x{ours / full:.2f}  ({ours * 1000:.0f} ms; target 0.4)")


def share_of_a_core(kiosk):
    before = kiosk.cpu_s()
    time.sleep(IDLE_S)
    return (kiosk.cpu_s() - before) / IDLE_S


def naive_loop_share(folder):
    """The same pictures drawn sixty times a second, whether or not anything changed."""
    kiosk = Kiosk(folder / "data", folder, "--camera", NO_CAMERA)  # for its display only
    printed = subprocess.run([str(PROGRAMS / "ui_naive_loop"), str(IDLE_S)], env=kiosk.environment, check=True,
                             capture_output=True, text=True).stdout
    kiosk.stop()
    return float(printed.split()[0]), printed.strip()


def rest(folder):
    community(folder)
    naive, naive_words = naive_loop_share(folder)
    shares = {}
    for name, camera in (("idle, no camera", NO_CAMERA), ("idle, camera at 15 frames a second", CAMERA)):
        kiosk = Kiosk(folder / "data", folder, "--camera", camera)
        kiosk.shows('"home"')
        time.sleep(3)
        shares[name] = share_of_a_core(kiosk)
        kiosk.stop()
    row("the naive loop", f"x1.00  ({naive_words})")
    for name, share in shares.items():
        row(name, f"x{share / naive:.3f}  ({100 * share:.2f} % of a core)")


def main():
    print(f"the kiosk as a whole, {PEOPLE} people")
    with tempfile.TemporaryDirectory() as scratch:
        for part in (scans, long_log, fonts_on_demand, rest):
            folder = Path(scratch) / part.__name__
            folder.mkdir()
            part(folder)


if __name__ == "__main__":
    main()
