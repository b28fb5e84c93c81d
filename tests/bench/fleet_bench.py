# SPDX-License-Identifier: MIT
"""Simulated kiosks against a real headquarters over HTTPS: fleet_bench.py BIN FOLDER [--quick].

One kiosk drains a long backlog, beside PouchDB replicating the same documents and beside plain inserts of the same rows; then
many connect at the same moment; then some drain into PostgreSQL through one and through two processes, beside COPY of the
same rows. What was acknowledged is verified after each. FOLDER keeps what npm brings.
"""
import json
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journeys"))
from headquarters import Headquarters  # noqa: E402
from postgres import Postgres  # noqa: E402

BIN = pathlib.Path(sys.argv[1]).resolve()
KEPT = pathlib.Path(sys.argv[2]).resolve()
QUICK = "--quick" in sys.argv
BACKLOG = 5_000 if QUICK else 100_000
KIOSKS = 100 if QUICK else 2_000
EVENTS = 20
ON_POSTGRES = (8, 500 if QUICK else 5_000)  # kiosks, events of each
ROUNDS = 3
BATCH = 500
HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = "origin,epoch,seq,prev,hash,bytes,state,received_ms"


def said(*words, given=None):
    done = subprocess.run([str(word) for word in words], input=given, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{words} ended with {done.returncode}: {done.stderr}")
    return done.stdout


class Twin(Headquarters):
    """Another process on the same database, with the same keys."""

    def __init__(self, first, folder):
        shutil.copytree(first.folder, folder)
        self.program = first.program
        self.programs = first.programs
        self.folder = folder
        self.server = None
        self.port = 0


def most_memory_mb(hq):
    for line in pathlib.Path(f"/proc/{hq.server.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0


def drain(processes, kiosks, events):
    """All of it, or the bench ends."""
    doors = [word for hq in processes for word in ("--hq", hq.folder)]
    drained = json.loads(said(BIN / "baodaoctl", "fleet", *doors, "--kiosks", kiosks, "--events", events))
    found = json.loads(processes[0].told("verify", "--data", processes[0].folder))
    if found["damaged"] or found["forks"] or found["records"] != kiosks * events:
        sys.exit(f"not everything is there as it was sent: {found}, wanted {kiosks * events}")
    return drained


def rate(events, drained):
    return events / (drained["drained_ms"] / 1000)


def kept_rows(hq):
    return sqlite3.connect(hq.folder / "hq.db").execute(f"SELECT {COLUMNS} FROM inbox ORDER BY seq").fetchall()


def plain_inserts(folder, rows):
    """Rows a second of SQLite alone, a durable commit a batch."""
    base = sqlite3.connect(folder / "plain.db", isolation_level=None)
    base.execute("PRAGMA locking_mode=EXCLUSIVE")
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    base.execute(f"CREATE TABLE plain({COLUMNS}, PRIMARY KEY(origin, epoch, seq))")
    begin = time.monotonic()
    for at in range(0, len(rows), BATCH):
        base.execute("BEGIN IMMEDIATE")
        base.executemany("INSERT INTO plain VALUES (?,?,?,?,?,?,?,?)", rows[at:at + BATCH])
        base.execute("COMMIT")
    return len(rows) / (time.monotonic() - begin)


def pouchdb_installed():
    """Only for this comparison, from npm, into FOLDER. False: it can't be had."""
    folder = KEPT / "pouchdb"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "server.js", "replicate.js"):
        shutil.copy(HERE / "pouchdb" / name, folder)
    if (folder / "node_modules" / "express-pouchdb").exists():
        return True
    if shutil.which("npm") is None:
        return False
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode == 0


def pouchdb(folder, documents, batch):
    """Documents a second."""
    program = KEPT / "pouchdb"
    for name in ("server", "client"):
        (folder / name).mkdir(parents=True)
    server = subprocess.Popen(["node", program / "server.js", folder / "server"], stdout=subprocess.PIPE, text=True)
    try:
        port = server.stdout.readline().strip()
        done = json.loads(said("node", program / "replicate.js", folder / "client", port, batch, given="\n".join(documents)))
    finally:
        server.kill()
        server.wait()
    if done["written"] != len(documents):
        sys.exit(f"PouchDB replicated {done['written']} of {len(documents)}")
    return len(documents) / (done["ms"] / 1000)


def one_kiosk(folder):
    with Headquarters(BIN, folder / "one") as hq:
        drained = drain([hq], 1, BACKLOG)
        memory = most_memory_mb(hq)
    rows = kept_rows(hq)
    ours = rate(BACKLOG, drained)
    plain = plain_inserts(folder, rows)
    print(f"  one kiosk drains {BACKLOG} events: {ours:.0f} events/s  x{ours / plain:.2f} of {plain:.0f} plain inserts\n"
          f"  on the line {drained['bytes_pushed'] / BACKLOG:.1f} bytes an event; headquarters {memory:.0f} MB at most",
          flush=True)
    if not pouchdb_installed():
        print("  PouchDB is left out: npm could not bring it", flush=True)
        return
    for batch, words in ((100, "as it comes, 100"), (BATCH, f"told to take {BATCH}")):
        theirs = pouchdb(folder / f"pouchdb_{batch}", [row[5].decode() for row in rows], batch)
        print(f"  PouchDB replicates the same to its server, {words} a batch: {theirs:.0f} documents/s; ours x{ours / theirs:.1f}",
              flush=True)


def many_kiosks(folder):
    with Headquarters(BIN, folder / "many") as hq:
        drained = drain([hq], KIOSKS, EVENTS)
        memory = most_memory_mb(hq)
    print(f"  {KIOSKS} kiosks connect at once, {EVENTS} events each: {drained['drained']} drained in "
          f"{drained['drained_ms'] / 1000:.1f} s, {drained['requests']} requests, {drained['put_off']} asked to come back, "
          f"{drained['unanswered']} without an answer; headquarters {memory:.0f} MB at most", flush=True)


def psql(address, *commands):
    return said("psql", "-q", "-v", "ON_ERROR_STOP=1", address, *[word for one in commands for word in ("-c", one)])


def copied(address, folder, events):
    """Rows a second of COPY, by PostgreSQL's own client; its start is not counted."""
    psql(address, f"\\copy (SELECT {COLUMNS} FROM inbox) TO '{folder}/rows'",
         "CREATE TABLE bare(LIKE inbox INCLUDING INDEXES)")
    (folder / "nothing").write_text("")

    def took(name):
        begin = time.monotonic()
        psql(address, f"\\copy bare FROM '{folder}/{name}'")
        return time.monotonic() - begin

    start = took("nothing")
    return events / (took("rows") - start)


def on_postgres(folder):
    kiosks, events = ON_POSTGRES
    rates = {1: [], 2: []}
    copies = []
    with Postgres() as server:
        for turn in range(ROUNDS):
            for processes in rates:
                name = f"round{turn}_{processes}"
                psql(server.address, f"CREATE DATABASE {name}")
                address = server.address.rsplit("/", 1)[0] + "/" + name
                first = Headquarters(BIN, folder / name, address)
                all_of_it = [first, Twin(first, folder / (name + "_twin"))][:processes]
                for hq in all_of_it:
                    hq.start()
                rates[processes].append(rate(kiosks * events, drain(all_of_it, kiosks, events)))
                for hq in all_of_it:
                    hq.kill()
            copies.append(copied(address, folder, kiosks * events))
    copy = statistics.median(copies)
    for processes, found in rates.items():
        ours = statistics.median(found)
        print(f"  {kiosks} kiosks drain {kiosks * events} events into PostgreSQL, {processes} process{'es' * (processes > 1)}: "
              f"{ours:.0f} events/s  x{ours / copy:.2f} of {copy:.0f} by COPY", flush=True)


def main():
    print("headquarters over HTTPS, simulated kiosks of the same machine")
    with tempfile.TemporaryDirectory(prefix="baodao-fleet-") as name:
        folder = pathlib.Path(name)
        one_kiosk(folder)
        many_kiosks(folder)
        on_postgres(folder)


main()
