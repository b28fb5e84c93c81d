# SPDX-License-Identifier: MIT
"""A PostgreSQL server of its own for a journey, on loopback, in a folder that goes away with it."""
import os
import shutil
import socket
import subprocess
import tempfile

PROGRAMS = "/usr/lib/postgresql/15/bin/"
# The server refuses to run as root.
AS_POSTGRES = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []


class Postgres:
    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="baodao-pg-")
        if AS_POSTGRES:
            shutil.chown(self.folder, "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.told("initdb", "-N", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-D", self.data)
        self.control("-l", f"{self.folder}/log", "-o", f"-p {self.port} -h 127.0.0.1 -k {self.folder}", "start")
        return self

    def __exit__(self, *_):
        self.control("-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def data(self):
        return f"{self.folder}/data"

    @property
    def address(self):
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def control(self, *words):
        self.told("pg_ctl", "-w", "-D", self.data, *words)

    def told(self, program, *words):
        subprocess.run([*AS_POSTGRES, PROGRAMS + program, *words], check=True, cwd=self.folder, stdout=subprocess.DEVNULL)
