# SPDX-License-Identifier: MIT
"""The town's pages in a real browser against the running headquarters: walk.py BIN WORK.

Logs in, looks at the overview, opens a member, answers for a slip that nobody could verify, and logs out, in Chinese and in
English. Pictures of every page stay in WORK. Ends with status 1 and a sentence when something is not as it should be.
"""
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

from browser import Browser, free_port
from steps import minutes_at_the_window, minutes_shown, pass_the_door

BIN = pathlib.Path(sys.argv[1]).resolve()
WORK = pathlib.Path(sys.argv[2]).resolve()
PASSWORD = "correct horse battery"
STRANGER = "何玉兰<script>alert(1)</script>"
ROSTER = """姓名,单位,支部,批次,期初次数,期初时长
陈建国,镇水利站,镇水利站党支部,1,2,300
吴永年,镇林业站,镇林业站党支部,1,1,120
刘秀英,镇财政所,镇财政所党支部,1,3,660
赵文博,镇司法所,镇司法所党支部,1,0,0
"曹""志勇",镇机关第二,镇机关第二党支部,1,0,0
林晓燕,镇财政所,镇财政所党支部,1,0,0
马志强,供电所,供电所党支部,1,0,0
"""


def fail(words):
    sys.exit(f"the pages: {words}")


def run(*arguments, given=None):
    done = subprocess.run([str(part) for part in arguments], input=given, text=True, capture_output=True)
    if done.returncode != 0:
        fail(f"{arguments[0]} {arguments[1]} said {done.returncode}: {done.stderr}")
    return done.stdout


def check(holds, words):
    if not holds:
        fail(words)


def keep_picture(browser, name):
    browser.picture(WORK / f"{name}.png")
    check(not browser.cut_off(), f"on {name} something is wider than its card: {browser.cut_off()}")


class Scene:
    """A headquarters and one kiosk, with a month of its records and one slip of a stranger."""

    def __init__(self):
        shutil.rmtree(WORK, ignore_errors=True)
        WORK.mkdir(parents=True)
        self.hq = WORK / "hq"
        self.kiosk = WORK / "kiosk"
        run(BIN / "baodao-hq", "init", self.hq)
        self.port = free_port()
        self.log = open(WORK / "hq.log", "w")
        self.server = subprocess.Popen([BIN / "baodao-hq", "serve", "--data", self.hq, "--listen",
                                        f"127.0.0.1:{self.port}"], stdout=self.log, stderr=subprocess.PIPE, text=True)
        said = self.server.stderr.readline()
        self.base = f"https://127.0.0.1:{self.port}"
        check(f"{self.base}/" in said, f"serve does not say where the pages are: {said}")

    def fill(self):
        run(BIN / "baodaoctl", "init", "--test", "--name", "枫林社区", "--short-name", "枫林", "--town", "云溪镇", "--cadre",
            "周敏", "--phone", "6612 0319", "--pin", "250719", self.kiosk)
        texts = self.slips(self.kiosk, ROSTER, "cards")
        day = datetime.datetime.now(datetime.timezone.utc).astimezone(
            datetime.timezone(datetime.timedelta(hours=8))).replace(hour=9, minute=0, second=0, microsecond=0)
        days = [day - datetime.timedelta(days=back) for back in (20, 13, 6)]
        self.scan(texts, days[0])
        for number, visit in enumerate(days):
            people = texts[: 4 - number]
            self.scan(people, visit + datetime.timedelta(hours=1))
            if number < 2:
                self.scan(people, visit + datetime.timedelta(hours=3, minutes=30 - 10 * number))
        other = WORK / "other"
        run(BIN / "baodaoctl", "init", "--test", "--pin", "250719", other)
        stranger = self.slips(other, f"姓名,单位,支部\n{STRANGER},县水利局,局机关\n", "stranger")
        self.scan(stranger, days[2])
        run(BIN / "baodao-hq", "kiosk", "enroll", "--data", self.hq, "--name", "枫林A", "--url", self.base, "--out",
            WORK / "invitation.json")
        digits = run(BIN / "baodaoctl", "sync", "join", "--data", self.kiosk, "--invitation",
                     WORK / "invitation.json").split()[0]
        run(BIN / "baodao-hq", "kiosk", "approve", "--data", self.hq, digits)
        run(BIN / "baodaoctl", "sync", "once", "--data", self.kiosk)

    def slips(self, data, roster, name):
        (WORK / f"{name}.csv").write_text(roster, encoding="utf-8")
        run(BIN / "baodaoctl", "slips", "--data", data, "--roster", WORK / f"{name}.csv", "--out", WORK / f"{name}.pdf",
            "--texts", WORK / f"{name}.tsv")
        lines = (WORK / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        return [line.split("\t")[-1] for line in lines]

    def scan(self, texts, when):
        run(BIN / "baodaoctl", "scan", "--data", self.kiosk, "--at", when.isoformat(), "-", given="\n".join(texts) + "\n")

    def ledger(self, when):
        return json.loads(run(BIN / "baodaoctl", "ledger", "--data", self.kiosk, "--json", "--at", when.isoformat()))

    def add_user(self):
        return run(BIN / "baodao-hq", "user", "add", "--data", self.hq, "--name", "王书记", "--role", "town", "--qr",
                   WORK / "second-factor.svg", given=PASSWORD + "\n").strip()

    def stop(self):
        self.server.terminate()
        ended = self.server.wait()
        self.log.close()
        return ended


def log_in(browser, scene, second):
    browser.open(scene.base + "/")
    check(browser.address().endswith("/login"), "a stranger is not led to the door")
    keep_picture(browser, "login")
    pass_the_door(browser, "王书记", PASSWORD, second)
    check(browser.address().endswith("/overview"), f"the door did not open: {browser.text()}")
    kept = {cookie["name"]: cookie for cookie in browser.cookies()}["__Host-baodao"]
    check(kept["secure"] and kept["httpOnly"] and kept["sameSite"] == "Strict", f"the cookie is open: {kept}")


def same_figures(browser, scene):
    """Every member's minutes and half-years on the page are those of the kiosk."""
    shown = minutes_shown(browser, scene.base, "枫林A-0")
    wanted = minutes_at_the_window(scene.ledger(datetime.datetime.now(datetime.timezone.utc)))
    check(wanted and shown == wanted, f"the page shows {shown}, the kiosk {wanted}")


def look_around(browser, scene):
    for tongue in ("en", "zh"):
        for path in ("overview", "communities", "agencies", "ledger", "activities", "slips", "receipts", "waiting", "terminals", "export",
                     "audit"):
            back = urllib.parse.quote(f"/{path}", safe="")
            browser.open(f"{scene.base}/language?to={tongue}&back={back}")
            check(browser.address().endswith(f"/{path}"), f"/{path} led to {browser.address()}")
            keep_picture(browser, f"{path}-{tongue}")
            serious = [line for line in browser.complaints() if "autocomplete" not in line]
            check(not serious, f"the browser complains about /{path}: {serious}")
    check("云溪镇党委" in browser.text(".nav"), "the town is not named")


def open_member(browser, scene):
    browser.open(scene.base + "/ledger?q=" + urllib.parse.quote("陈建国"))
    browser.follow(browser.find("td a.row"))
    check("主体管理" in browser.text("#member") and "协助管理" in browser.text("#member"), "both sides are to be named")
    check("记录完整，未被改动" in browser.text("#member"), "the record is not said to be whole")
    keep_picture(browser, "member-zh")
    browser.open(f"{scene.base}/language?to=en&back=" + urllib.parse.quote(urllib.parse.urlparse(browser.address()).path, safe=""))
    keep_picture(browser, "member-en")
    browser.open(f"{scene.base}/language?to=zh&back=%2Foverview")


def answer_for_a_slip(browser, scene):
    browser.open(scene.base + "/waiting")
    listed = browser.text("main")
    check("待核实" in listed and "何＊＊" in listed, f"the stranger's slip does not wait: {listed}")
    check("玉兰" not in listed, "a list of doubt names somebody")
    before = len(browser.find_all(".lines li"))
    for line in browser.find_all(".lines li"):
        if "待核实" in browser.text_of(line):
            browser.follow_in(line, "a.button")
            break
    check(STRANGER in browser.text("main"), "the record does not name the person, or changed her name")
    check("<script>" not in browser.source().replace("&lt;script&gt;", ""), "a name became a script")
    keep_picture(browser, "answer-zh")
    browser.click("#answer-new")
    browser.follow(browser.find("button#answer"))
    check("已记入台账" in browser.text("main"), f"the answer was not taken: {browser.text('main')}")
    check(len(browser.find_all(".lines li")) == before - 1, "what was answered still waits")
    run(BIN / "baodaoctl", "sync", "once", "--data", scene.kiosk)
    people = scene.ledger(datetime.datetime.now(datetime.timezone.utc))["people"]
    accepted = [one for one in people if one["name"] == STRANGER]
    check(len(accepted) == 1 and not accepted[0]["parked"], f"the kiosk did not hear the answer: {accepted}")


def sign_a_roster(browser, scene):
    """A file with a fault, then the mended one: looked at, signed, listed; and a receipt ticked back."""
    bad = WORK / "bad.csv"
    bad.write_text("姓名,单位,支部\n周明,,镇财政所党支部\n", encoding="utf-8")
    good = WORK / "good.csv"
    good.write_text("姓名,单位,支部,社区\n周明,镇财政所,镇财政所党支部,枫林社区\n李娜,镇财政所,镇财政所党支部,枫林社区\n", encoding="utf-8")
    browser.open(scene.base + "/slips")
    browser.choose_file("#roster", bad)
    browser.follow(browser.find("button#check"))
    check("第 2 行" in browser.text("main") and not browser.find_all("#sign"), f"the fault is not told: {browser.text('main')}")
    keep_picture(browser, "roster-faults-zh")
    browser.open(scene.base + "/slips")
    browser.choose_file("#roster", good)
    browser.follow(browser.find("button#check"))
    check("李娜" in browser.text("main"), f"no preview: {browser.text('main')}")
    keep_picture(browser, "roster-preview-zh")
    browser.follow(browser.find("button#sign"))
    check("第 1 批" in browser.text("main"), f"nothing was signed: {browser.text('main')}")
    keep_picture(browser, "slips-signed-zh")
    browser.follow(browser.find("td a"))
    check("枫林社区" in browser.text("main"), "the batch does not say for whom")
    keep_picture(browser, "batch-zh")
    run(BIN / "baodao-hq", "slips", "--data", scene.hq, "--out", WORK / "hq-slips.pdf", "--texts", WORK / "hq-slips.tsv")
    check((WORK / "hq-slips.pdf").read_bytes().startswith(b"%PDF-"), "the paper is no PDF")
    check(len((WORK / "hq-slips.tsv").read_text(encoding="utf-8").splitlines()) == 3, "not both slips are in the table")
    again = run(BIN / "baodao-hq", "roster", "import", "--data", scene.hq, "--roster", good)
    check(json.loads(again)["issued"] == 2, f"the command line did not sign: {again}")
    browser.open(scene.base + "/receipts")
    before = len(browser.find_all("input[type=checkbox]"))
    check(before > 0, "no receipt is outstanding")
    browser.click("input[type=checkbox]")
    browser.follow(browser.find("button#file"))
    check("已登记 1 份" in browser.text("main"), f"the receipt was not filed: {browser.text('main')}")
    check(len(browser.find_all("input[type=checkbox]")) == before - 1, "what is back is still outstanding")
    keep_picture(browser, "receipts-filed-zh")


def report(scene):
    run(BIN / "baodao-hq", "report", "--data", scene.hq, "--out", WORK / "ledger.csv")
    ledger = (WORK / "ledger.csv").read_text(encoding="utf-8-sig")
    check("\"陈建国\"" in ledger and "\"曹\"\"志勇\"" in ledger, f"the report lacks somebody: {ledger}")


def main():
    scene = Scene()
    browser = None
    try:
        scene.fill()
        second = scene.add_user()
        check("<path" in (WORK / "second-factor.svg").read_text(), "the second factor has no picture")
        browser = Browser()
        log_in(browser, scene, second)
        look_around(browser, scene)
        same_figures(browser, scene)
        open_member(browser, scene)
        answer_for_a_slip(browser, scene)
        sign_a_roster(browser, scene)
        report(scene)
        browser.open(scene.base + "/audit")
        noted = browser.text("main")
        check(all(word in noted for word in ("登录", "查看台账", "查看个人记录", "处理", "导出台账")), f"the audit log lacks something: {noted}")
        browser.follow(browser.find("#logout"))
        check(browser.address().endswith("/login"), "log-out did not lead to the door")
        browser.open(scene.base + "/ledger")
        check(browser.address().endswith("/login"), "the ledger opens after log-out")
    finally:
        if browser:
            browser.close()
        ended = scene.stop()
    check(ended == 0, f"headquarters ended with {ended}")
    print(f"the pages: all well; pictures in {WORK}")


if __name__ == "__main__":
    main()
