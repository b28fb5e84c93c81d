# SPDX-License-Identifier: MIT
"""What more than one walk does on the town's pages, and what a window's ledger must say beside them."""
import datetime
import re
import time

from browser import code_of


def pass_the_door(browser, name, password, second_factor):
    """On the log-in page."""
    browser.type("#name", name)
    browser.type("#password", password)
    browser.type("#code", code_of(second_factor, int(time.time()) // 30))
    browser.follow(browser.find("#login"))


def minutes_shown(browser, base, numbers_begin):
    """This year's minutes of each member on the first page of the ledger, by number."""
    browser.open(base + "/ledger")
    shown = {}
    for row in browser.find_all("table.ledger tbody tr"):
        cells = browser.texts_in(row, "td")
        if not cells[0].startswith(numbers_begin):
            continue
        hours = re.search(r"(\d+) 小时", cells[5])
        minutes = re.search(r"(\d+) 分", cells[5])
        shown[cells[0]] = (int(hours[1]) * 60 if hours else 0) + (int(minutes[1]) if minutes else 0)
    return shown


def minutes_at_the_window(ledger):
    """The same from `baodaoctl ledger --json`."""
    year = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).year
    return {person["number"]: sum(one["minutes"] for one in person["years"] if one["year"] == year)
            for person in ledger["people"] if person.get("number") and not person["parked"]}
