# SPDX-License-Identifier: MIT
"""Simulated kiosks drain into a real headquarters. Usage: fleet_test.py BIN [unittest options]"""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "journeys"))
from headquarters import Headquarters  # noqa: E402

PROGRAMS = Path(sys.argv.pop(1))


def begin_fleet(*words):
    return subprocess.Popen([str(PROGRAMS / "baodaoctl"), "fleet", *map(str, words)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


def fleet(*words, check=0):
    process = begin_fleet(*words)
    out, err = process.communicate()
    if process.returncode != check:
        raise AssertionError(f"fleet {words} ended with {process.returncode}, not {check}: {err}")
    return json.loads(out) if check == 0 else err


class Fleet(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.hq = Headquarters(PROGRAMS, Path(folder.name) / "hq")
        self.hq.start()
        self.addCleanup(self.hq.kill)

    def verified(self):
        return json.loads(self.hq.told("verify", "--data", self.hq.folder))

    def test_what_every_kiosk_sends_is_there_once(self):
        drained = fleet("--hq", self.hq.folder, "--kiosks", 6, "--events", 1_201)
        self.assertEqual(drained["drained"], 6)
        self.assertGreater(drained["bytes_pushed"], 0)
        self.assertEqual(self.verified(), {"damaged": [], "forks": 0, "logs": 6, "quarantined": 0, "records": 6 * 1_201})

    def test_a_headquarters_that_is_killed_meanwhile_has_everything_once_as_well(self):
        process = begin_fleet("--hq", self.hq.folder, "--kiosks", 4, "--events", 10_000)
        self.hq.wait_for_records(2_000)
        self.hq.kill()
        self.hq.start()
        out, err = process.communicate()
        self.assertEqual(process.returncode, 0, err)
        self.assertGreater(json.loads(out)["unanswered"], 0, "it was killed too late to prove anything")
        self.assertEqual(self.verified(), {"damaged": [], "forks": 0, "logs": 4, "quarantined": 0, "records": 40_000})

    def test_more_kiosks_than_headquarters_can_have_connections_come_in_one_after_the_other(self):
        subprocess.run(["prlimit", "--pid", str(self.hq.server.pid), "--nofile=64:64"], check=True)
        self.assertEqual(fleet("--hq", self.hq.folder, "--kiosks", 150, "--events", 20)["drained"], 150)
        self.assertEqual(self.verified(), {"damaged": [], "forks": 0, "logs": 150, "quarantined": 0, "records": 3_000})

    def test_a_headquarters_with_kiosks_of_its_own_is_left_alone(self):
        kiosk = self.hq.folder / "kiosk"
        subprocess.run([str(PROGRAMS / "baodaoctl"), "init", "--test", str(kiosk)], check=True, stdout=subprocess.DEVNULL)
        self.hq.enrol(kiosk)
        said = fleet("--hq", self.hq.folder, "--kiosks", 1, "--events", 1, check=1)
        self.assertIn("make another one to be measured (枫林A)", said)
        self.assertEqual(self.verified()["records"], 0)

    def test_what_is_wrong_is_said(self):
        self.assertIn("--kiosks 1 to", fleet("--hq", self.hq.folder, "--kiosks", 0, check=2))
        self.hq.told("init", self.hq.folder / "other")
        self.assertIn("not running", fleet("--hq", self.hq.folder / "other", check=1))


if __name__ == "__main__":
    unittest.main()
