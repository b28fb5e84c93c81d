# SPDX-License-Identifier: MIT
"""baodaoctl as its users see it: real processes, real files. Usage: baodaoctl_test.py BIN [unittest options]"""
import csv
import hashlib
import json
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAMS = Path(sys.argv.pop(1))
CTL = PROGRAMS / "baodaoctl"


def ctl(*words, given=None, check=0):
    done = subprocess.run([str(CTL), *map(str, words)], input=given, capture_output=True, text=True, check=False)
    if check is not None and done.returncode != check:
        raise AssertionError(f"{words} ended with {done.returncode}, not {check}: {done.stderr}")
    return done


class Community(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.data = self.root / "data"
        ctl("init", "--test", self.data)

    def slips(self, roster, check=0, *options):
        (self.root / "roster.csv").write_bytes(roster if isinstance(roster, bytes) else roster.encode())
        done = ctl("slips", "--data", self.data, "--roster", self.root / "roster.csv", "--out", self.root / "slips.pdf",
                   "--texts", self.root / "slips.tsv", *options, check=check)
        if check != 0:
            return done
        with open(self.root / "slips.tsv", encoding="utf-8") as table:
            return list(csv.DictReader(table, delimiter="\t"))

    def scan(self, at, *texts, **more):
        done = ctl("scan", "--data", self.data, "--at", at, *texts, **more)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def ledger(self, at="2026-12-01T00:00:00+08:00"):
        return json.loads(ctl("ledger", "--data", self.data, "--json", "--at", at).stdout)

    def export(self):
        return [json.loads(line) for line in ctl("export", "--data", self.data).stdout.splitlines()]


class Slips(Community):
    def test_two_people_of_one_name_are_two_people(self):
        slips = self.slips("name,agency\n陈建国,财政所\n陈建国,财政所\n")
        self.assertEqual([slip["name"] for slip in slips], ["陈建国", "陈建国"])
        self.assertEqual(len({slip["serial"] for slip in slips}), 2)

    def test_columns_come_in_any_order_in_either_language_and_gb18030(self):
        slips = self.slips("支部,agency,姓名,体重\n第一支部,财政所,王䶮,70\n".encode("gb18030"))
        self.assertEqual(slips[0]["name"], "王䶮")

    def test_a_fault_names_its_row_and_nothing_is_issued(self):
        before = len(self.export())
        done = self.slips("姓名,单位\n陈建国,财政所\n,财政所\n林晓燕,\n", 1)
        self.assertIn("第 3 行", done.stderr)
        self.assertIn("第 4 行", done.stderr)
        self.assertFalse((self.root / "slips.pdf").exists())
        self.assertEqual(len(self.export()), before)

    def test_each_code_on_the_sheet_reads_with_another_decoder(self):
        slips = self.slips("姓名,单位\n" + "".join(f"党员{n},财政所\n" for n in range(9)))
        # The other decoder now and then stumbles over one code at one resolution; a scanner has many.
        read = set()
        for dpi in ("150", "200", "300"):
            subprocess.run(["pdftoppm", "-r", dpi, "-png", self.root / "slips.pdf", self.root / f"at{dpi}"], check=True)
            pages = sorted(self.root.glob(f"at{dpi}-*.png"))
            self.assertEqual(len(pages), 2)
            done = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *pages],
                                  capture_output=True, text=True, check=True)
            read |= set(done.stdout.split())
        self.assertEqual(read, {slip["text"] for slip in slips})

    def test_read_gives_one_line_a_file(self):
        slips = self.slips("姓名,单位\n陈建国,财政所\n")
        subprocess.run(["pdftoppm", "-r", "150", "-png", self.root / "slips.pdf", self.root / "page"], check=True)
        empty = self.root / "empty.pgm"
        empty.write_bytes(b"P5 64 64 255\n" + bytes(64 * 64))
        page = next(self.root.glob("page-*.png"))
        lines = ctl("read", page, empty).stdout.splitlines()
        self.assertEqual(lines, [f"{page}\t{slips[0]['text']}", f"{empty}\t-"])


class Scan(Community):
    def test_a_year_of_one_member(self):
        slip = self.slips("姓名,单位\n陈建国,财政所\n")[0]["text"]
        first, = self.scan("2026-01-05T09:00:00+08:00", slip)
        self.assertEqual((first["outcome"], first["name"]), ("registered", "陈建国"))
        self.assertEqual(self.scan("2026-03-01T09:00:00+08:00", slip)[0]["outcome"], "signed_in")
        out, = self.scan("2026-03-01T11:30:59+08:00", slip)
        self.assertEqual((out["outcome"], out["minutes"], out["year_minutes"], out["owed"]),
                         ("signed_out", 150, 150, 450))
        # Over the end of the year: each year gets its own.
        self.scan("2026-12-31T22:00:00+08:00", slip)
        out, = self.scan("2027-01-01T02:00:00+08:00", slip)
        self.assertEqual((out["minutes"], out["year_minutes"]), (240, 120))
        person, = [p for p in self.ledger("2027-02-01T00:00:00+08:00")["people"] if p["name"] == "陈建国"]
        self.assertEqual({year["year"]: year["minutes"] for year in person["years"]}, {2026: 270, 2027: 120})

    def test_what_the_line_names_is_in_the_log_with_a_hash_that_anybody_can_compute(self):
        slip = self.slips("姓名,单位\n陈建国,财政所\n")[0]["text"]
        event = self.scan("2026-01-05T09:00:00+08:00", slip)[0]["event"]
        done = ctl("export", "--data", self.data)
        line = next(line for line in done.stdout.splitlines() if event["hash"] in line and '"hash":"' + event["hash"] in line)
        record = json.loads(line)
        raw = line[line.index('"event":') + len('"event":'):-1].encode()
        digest = hashlib.sha256(b"BDE1\0" + bytes.fromhex(record["origin"]) + record["epoch"].to_bytes(4, "big") +
                                record["seq"].to_bytes(8, "big") + bytes.fromhex(record["prev"]) + raw)
        self.assertEqual(digest.hexdigest(), event["hash"])

    def test_texts_come_on_standard_input_too(self):
        slips = self.slips("姓名,单位\n陈建国,财政所\n林晓燕,财政所\n")
        done = ctl("scan", "--data", self.data, "--at", "2026-01-05T09:00:00+08:00", "-",
                   given="".join(slip["text"] + "\n" for slip in slips) + "https://example.org\n")
        outcomes = [json.loads(line)["outcome"] for line in done.stdout.splitlines()]
        self.assertEqual(outcomes, ["registered", "registered", "foreign"])

    def test_fault_001_what_was_answered_survives_kill_minus_nine(self):
        slips = self.slips("姓名,单位\n" + "".join(f"党员{n},财政所\n" for n in range(60)))
        running = subprocess.Popen([str(CTL), "scan", "--data", str(self.data), "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, text=True)
        running.stdin.write("".join(slip["text"] + "\n" for slip in slips))
        running.stdin.flush()
        answered = [json.loads(running.stdout.readline()) for _ in range(20)]
        running.send_signal(signal.SIGKILL)
        running.wait()
        running.stdin.close()
        running.stdout.close()
        hashes = {record["hash"] for record in self.export()}
        for answer in answered:
            self.assertIn(answer["event"]["hash"], hashes)
        ctl("verify", self.data)

    def test_no_name_stands_in_the_clear_on_the_disk(self):
        self.scan("2026-01-05T09:00:00+08:00", self.slips("姓名,单位\n慕容清歌,财政所\n")[0]["text"])
        for file in self.data.rglob("*"):
            if file.is_file():
                self.assertNotIn("慕容清歌".encode(), file.read_bytes(), file)


class FurtherWindow(Community):
    def test_it_registers_people_of_the_first_ones_roster_under_its_own_letter(self):
        slips = self.slips("姓名,单位\n陈建国,财政所\n林晓燕,财政所\n")
        copy = self.root / "copy"
        shared = ctl("share", "--data", self.data, "--out", copy)
        self.assertEqual(copy.stat().st_mode & 0o077, 0)
        second = self.root / "second"
        refused = ctl("init", "--copy", copy, second, given="0" * 24 + "\n", check=1)
        self.assertIn("password", refused.stderr)
        self.assertFalse(second.exists())
        ctl("init", "--copy", copy, "--letter", "C", "--pin", "204816", second, given=shared.stdout)
        at = "2026-03-07T09:00:00+08:00"
        here = self.scan(at, slips[0]["text"])[0]
        there = json.loads(ctl("scan", "--data", second, "--at", at, slips[1]["text"]).stdout)
        self.assertEqual([here["outcome"], there["outcome"]], ["registered"] * 2)
        self.assertRegex(here["number"], "A-")
        self.assertRegex(there["number"], "C-")


class Refusals(Community):
    def test_exit_statuses(self):
        ctl("scan", "--data", self.root / "nothing", "X", check=1)
        ctl("scan", check=2)
        ctl("nonsense", check=2)
        ctl("init", "--test", self.data, check=1)
        ctl("scan", "--data", self.data, "--at", "yesterday", "X", check=2)

    def test_a_time_is_told_to_test_data_only(self):
        real = self.root / "real"
        ctl("init", real)
        ctl("scan", "--data", real, "--at", "2026-01-05T09:00:00+08:00", "X", check=1)

    def test_fault_025_a_second_program_on_the_data_is_refused_in_words(self):
        first = subprocess.Popen([str(CTL), "scan", "--data", str(self.data), "-"], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, text=True)
        first.stdin.write("https://example.org\n")
        first.stdin.flush()
        first.stdout.readline()
        second = ctl("scan", "--data", self.data, "X", check=1)
        self.assertTrue(second.stderr.strip())
        # Reading goes on meanwhile.
        self.assertGreater(self.ledger()["events"], 0)
        ctl("verify", self.data)
        first.stdin.close()
        self.assertEqual(first.wait(), 0)
        first.stdout.close()

    def test_verify_says_when_the_log_was_damaged(self):
        ctl("verify", self.data)
        for file in (self.data / "mirror").iterdir():
            raw = bytearray(file.read_bytes())
            raw[len(raw) // 2] ^= 1
            file.write_bytes(raw)
        (self.data / "baodao.db").unlink()
        ctl("verify", self.data, check=3)


if __name__ == "__main__":
    unittest.main(verbosity=2)
