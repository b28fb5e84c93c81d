# SPDX-License-Identifier: MIT
"""A real Chromium by WebDriver, with nothing but Python's standard library, and the second factor's codes."""
import base64
import hashlib
import hmac
import json
import socket
import struct
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--ignore-certificate-errors", "--hide-scrollbars"]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def code_of(address, step):
    """The six digits of an otpauth:// address in one half minute (RFC 6238)."""
    secret = urllib.parse.parse_qs(urllib.parse.urlparse(address).query)["secret"][0]
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1000000:06d}"


class Browser:
    def __init__(self, size=(1600, 1000)):
        self.profile = tempfile.TemporaryDirectory(prefix="baodao-chromium-")
        port = free_port()
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        flags = FLAGS + [f"--user-data-dir={self.profile.name}", f"--window-size={size[0]},{size[1]}"]
        wanted = {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "acceptInsecureCerts": True, "goog:chromeOptions": {"args": flags},
            "goog:loggingPrefs": {"browser": "ALL"}}}}
        self.session = None
        for _ in range(400):
            try:
                self.session = self._ask("POST", "/session", wanted)["sessionId"]
                return
            except urllib.error.URLError:
                if self.driver.poll() is not None:
                    break
                time.sleep(0.05)
        self.close()
        raise RuntimeError("Chromium did not start")

    def _ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            raise LookupError(json.load(refused)["value"]["message"]) from None

    def _in_session(self, method, path, body=None):
        return self._ask(method, f"/session/{self.session}{path}", body)

    def open(self, address):
        self._in_session("POST", "/url", {"url": address})

    def address(self):
        return self._in_session("GET", "/url")

    def find(self, css):
        return self._in_session("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]

    def find_all(self, css):
        found = self._in_session("POST", "/elements", {"using": "css selector", "value": css})
        return [one[ELEMENT] for one in found]

    def text(self, css="body"):
        return self._in_session("GET", f"/element/{self.find(css)}/text")

    def text_of(self, element):
        return self._in_session("GET", f"/element/{element}/text")

    def _inside(self, element, css):
        found = self._in_session("POST", f"/element/{element}/elements", {"using": "css selector", "value": css})
        return [one[ELEMENT] for one in found]

    def texts_in(self, element, css):
        return [self.text_of(one) for one in self._inside(element, css)]

    def follow_in(self, element, css):
        self.follow(self._inside(element, css)[0])

    def click(self, css):
        self._in_session("POST", f"/element/{self.find(css)}/click", {})

    def follow(self, element):
        """Clicks what leads to another page, and waits for that page."""
        before = self.find("html")
        self._in_session("POST", f"/element/{element}/click", {})
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                self._in_session("GET", f"/element/{before}/name")
                time.sleep(0.02)
            except LookupError:
                self.find("body")
                return
        raise RuntimeError("the click led nowhere")

    def type(self, css, text):
        element = self.find(css)
        self._in_session("POST", f"/element/{element}/clear", {})
        self._in_session("POST", f"/element/{element}/value", {"text": text})

    def choose_file(self, css, path):
        self._in_session("POST", f"/element/{self.find(css)}/value", {"text": str(path)})

    def source(self):
        return self._in_session("GET", "/source")

    def cookies(self):
        return self._in_session("GET", "/cookie")

    def cut_off(self):
        """The beginnings of all cards whose content is wider than they are."""
        return self._in_session("POST", "/execute/sync", {"args": [], "script": (
            "return [...document.querySelectorAll('html,.card,.top,.nav')].filter(e => e.scrollWidth > e.clientWidth + 1)"
            ".map(e => e.innerText.slice(0, 60))")})

    def complaints(self):
        """What the browser itself complained about: a broken policy, a missing file."""
        return [line["message"] for line in self._in_session("POST", "/se/log", {"type": "browser"})]

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self._in_session("GET", "/screenshot")))

    def close(self):
        try:
            if self.session:
                self._in_session("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.profile.cleanup()
