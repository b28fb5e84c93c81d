# SPDX-License-Identifier: MIT
"""The real kiosk under Xvfb, driven by real X11 input: what the demo's walk and the journeys share. Each touch is counted."""
import json
import os
import shutil
import signal
import subprocess
import time

PATIENCE_S = 60  # a slow machine may take long; nothing here measures


def slips_of(work):
    """The demo's slips, in the order of its roster."""
    lines = (work / "签到卡.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [dict(zip(("serial", "name", "text"), line.split("\t"))) for line in lines]


class KioskDriver:
    def __init__(self, programs, work, data, size="1920x1080", printer="", before=(), camera="",
                 opens=True):
        """`before`: words in front of the kiosk's command line, like those of faketime. `opens`: the self-test of a
        start is left at once."""
        self.opens = opens
        self.work = work
        self.camera = work / "camera"
        self.frame_file = work / "frame.json"
        self.frame_file.unlink(missing_ok=True)
        self.slips = slips_of(work)
        self.begin_job()
        self.command = [*before, str(programs / "baodao-kiosk"), "--data", str(data), "--camera",
                        camera or f"folder:{self.camera}", "--size", size, "--describe", str(self.frame_file)]
        if printer:
            self.command += ["--printer", printer]
        self.open_display(size)
        self.start()

    def open_display(self, size):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        self.environment = dict(os.environ, DISPLAY=f":{number}", LIBGL_ALWAYS_SOFTWARE="1")

    def start(self):
        self.kiosk = subprocess.Popen(self.command, env=self.environment, start_new_session=True)
        if self.opens:
            self.open_window()

    def open_window(self):
        """From the self-test of a start to the home screen, whatever it found; not counted."""
        self.wait_for("selftest", "开门")
        self.touch("开门")
        self.begin_job()

    def begin_job(self):
        """From here on its touches are counted."""
        self.touches = 0
        self.job_began = time.monotonic()

    def cut_power(self):
        """Ends it as a power cut does, with whatever runs in front of it."""
        os.killpg(self.kiosk.pid, signal.SIGKILL)
        self.kiosk.wait(timeout=30)
        self.frame_file.unlink(missing_ok=True)

    def stop(self):
        if self.kiosk.poll() is None:
            os.killpg(self.kiosk.pid, signal.SIGTERM)
        self.kiosk.wait(timeout=30)  # the window before its display
        self.server.terminate()
        self.server.wait(timeout=30)

    def frame(self):
        try:
            return json.loads(self.frame_file.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {"screen": "", "items": []}

    def buttons(self):
        return [item["label"] for item in self.frame()["items"] if item["role"] == "button"]

    def says(self, label):
        return any(label in item["label"] for item in self.frame()["items"])

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

    def picture(self, path):
        time.sleep(0.8)  # until the panel has come to rest
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def touch(self, label, nth=0, whole=False):
        """Touches the button that says so, or the nth of several; `whole`: it says nothing else."""
        items = [item for item in self.frame()["items"] if item["role"] == "button" and
                 (item["label"] == label if whole else label in item["label"])]
        if len(items) <= nth:
            raise RuntimeError(f"there is nothing to touch that says {label}")
        x, y, width, height = items[nth]["rect"]
        time.sleep(0.3)  # nobody is faster; a second tap at once would be taken for half of a double tap
        subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2), "click", "1"],
                       env=self.environment, check=True)
        self.touches += 1

    def type_pinyin(self, letters, word):
        """Letter by letter on the glass, then the word among those offered, on whichever page it stands."""
        screen = self.frame()["screen"]
        for letter in letters:
            self.touch(letter, whole=True)
        self.wait_for(screen, letters)
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            offered = self.buttons()
            if word in offered:
                return self.touch(word, whole=True)
            time.sleep(0.1)
            if "›" in offered:
                self.touch("›", whole=True)
                while self.buttons() == offered and time.monotonic() < until:
                    time.sleep(0.1)
        raise RuntimeError(f"{letters} does not offer {word}")

    def text_on(self, paper, programs):
        """The code of a printed sheet, read from what another program made of the PDF."""
        picture = self.work / "printed"
        subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", str(paper), str(picture)], check=True)
        read = subprocess.run([str(programs / "baodaoctl"), "read", f"{picture}.png"], check=True,
                              stdout=subprocess.PIPE, text=True)
        return read.stdout.splitlines()[0].split("\t")[1]

    def type_like_a_scanner(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], env=self.environment, check=True)
        subprocess.run(["xdotool", "key", "Return"], env=self.environment, check=True)

    def show(self, number):
        """Holds card `number` (from 1) to the camera."""
        self.hold_up(self.work / "cards" / f"card-{number}.png")

    def hold_up(self, picture):
        shutil.copy(picture, self.camera / "card.tmp")
        os.rename(self.camera / "card.tmp", self.camera / "card.png")

    def take_away(self):
        (self.camera / "card.png").unlink(missing_ok=True)
        time.sleep(6)  # longer than the five seconds in which it is the same scan
