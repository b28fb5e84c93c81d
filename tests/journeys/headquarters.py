# SPDX-License-Identifier: MIT
"""A headquarters of its own for a journey, to be killed and started again."""
import json
import subprocess
import time


class Headquarters:
    def __init__(self, programs, folder, store=""):
        """`store`: postgresql://…, or a file in its folder."""
        self.program = str(programs / "baodao-hq")
        self.programs = programs
        self.folder = folder
        self.server = None
        self.port = 0
        self.told("init", folder, *(["--store", store] if store else []))

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()

    def told(self, *words):
        command = [self.program, *map(str, words)]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def start(self):
        (self.folder / "serving.json").unlink(missing_ok=True)
        self.server = subprocess.Popen(
            [self.program, "serve", "--data", str(self.folder), "--listen", f"127.0.0.1:{self.port}"],
            stdout=subprocess.DEVNULL)
        while not (self.folder / "serving.json").exists():
            if self.server.poll() is not None:
                raise RuntimeError("headquarters did not start")
            time.sleep(0.05)
        self.port = json.loads((self.folder / "serving.json").read_text())["port"]

    def kill(self):
        if self.server.poll() is None:
            self.server.kill()
        self.server.wait()

    def enrol(self, data, port=None):
        """The kiosk of that folder comes in: invitation, six digits on both sides, approval. `port`: of a line in between."""
        invitation = self.folder / "invitation.json"
        self.told("kiosk", "enroll", "--data", self.folder, "--name", "枫林A", "--url",
                  f"https://127.0.0.1:{port or self.port}", "--out", invitation)
        digits = subprocess.run([str(self.programs / "baodaoctl"), "sync", "join", "--data", str(data), "--invitation",
                                 str(invitation)], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
        self.told("kiosk", "approve", "--data", self.folder, digits)

    def add_user(self, name, password):
        """Somebody of the town; returns the address of the second factor's secret."""
        return subprocess.run([self.program, "user", "add", "--data", str(self.folder), "--name", name, "--role", "town"],
                              input=password + "\n", check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def invitation_on_a_screen(self, name):
        """Its QR code as a camera sees it on somebody's screen at arm's length: small, turned, soft, in 1280 x 720."""
        code = self.folder / "invitation.png"
        self.told("kiosk", "enroll", "--data", self.folder, "--name", name, "--url", f"https://127.0.0.1:{self.port}", "--qr",
                  code)
        seen = self.folder / "invitation-seen.png"
        subprocess.run(["convert", "-size", "1280x720", "xc:gray60", "(", str(code), "-resize", "380x380", "+level", "8%,88%",
                        "-background", "gray60", "-rotate", "5", ")", "-gravity", "center", "-composite", "-blur", "0x0.8",
                        "-attenuate", "0.2", "+noise", "gaussian", str(seen)], check=True)
        return seen

    def origin(self):
        return json.loads(self.told("kiosk", "list", "--data", self.folder))[0]["origin"]

    def records(self):
        return json.loads(self.told("verify", "--data", self.folder))["records"]

    def wait_for_records(self, at_least, patience_s=60):
        until = time.monotonic() + patience_s
        while self.records() < at_least:
            if time.monotonic() > until:
                raise RuntimeError(f"only {self.records()} records came to headquarters")
            time.sleep(0.05)
