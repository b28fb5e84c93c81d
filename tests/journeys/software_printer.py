# SPDX-License-Identifier: MIT
"""A real IPP printer in software: ippeveprinter on a bus of its own, with a tray that can be empty."""
import os
import shutil
import socket
import subprocess
import time

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""
ATTRIBUTES = """ATTR mimeMediaType document-format-supported application/pdf,image/pwg-raster
ATTR mimeMediaType document-format-default application/pdf
ATTR keyword media-ready iso_a4_210x297mm
ATTR keyword media-supported iso_a4_210x297mm
ATTR keyword media-default iso_a4_210x297mm
ATTR keyword sides-supported one-sided
ATTR text printer-make-and-model "Test A4"
"""
SCRIPT = """#!/bin/sh
if [ ! -e {folder}/paper ]; then
  echo 'STATE: +media-empty-error,media-needed' >&2
  while [ -d {folder} ] && [ ! -e {folder}/paper ]; do sleep 0.1; done
  echo 'STATE: -media-empty-error,media-needed' >&2
fi
n=$(ls {folder}/out | wc -l); cp "$1" {folder}/out/part; mv {folder}/out/part {folder}/out/$n.pdf
"""


class SoftwarePrinter:
    def __init__(self, folder):
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "out").mkdir(parents=True)
        (folder / "spool").mkdir()
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        (folder / "attributes").write_text(ATTRIBUTES)
        script = folder / "print"
        script.write_text(SCRIPT.format(folder=folder))
        script.chmod(0o755)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.processes = []
        self.put_paper_in()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.switch_off()

    @property
    def address(self):
        return f"ipp://localhost:{self.port}/ipp/print"

    def run(self, *command):
        environment = dict(os.environ, DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={self.folder}/bus")
        log = open(self.folder / "log", "ab")
        self.processes.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))

    def switch_on(self):
        self.run("dbus-daemon", "--config-file", str(self.folder / "bus.conf"), "--nofork")
        self.wait_until(lambda: (self.folder / "bus").exists())
        self.run("ippeveprinter", "-r", "off", "-p", str(self.port), "-n", "localhost", "-d", str(self.folder / "spool"),
                 "-a", str(self.folder / "attributes"), "-c", str(self.folder / "print"), "Test A4")
        self.wait_until(self.answers)

    def switch_off(self):
        for process in self.processes:
            process.kill()
            process.wait()
        self.processes = []
        (self.folder / "bus").unlink(missing_ok=True)

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def put_paper_in(self):
        (self.folder / "paper").touch()

    def take_paper_out(self):
        (self.folder / "paper").unlink()

    def papers(self):
        return sorted((self.folder / "out").glob("*.pdf"))

    def wait_for_papers(self, count):
        self.wait_until(lambda: len(self.papers()) >= count)

    @staticmethod
    def wait_until(is_so, patience_s=60):
        until = time.monotonic() + patience_s
        while not is_so():
            if time.monotonic() > until:
                raise RuntimeError("the software printer did not come so far")
            time.sleep(0.1)
