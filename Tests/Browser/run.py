"""Checks the demonstration at WEFT_URL: journeys, then every page for everybody."""

import os
import sys
import time
from pathlib import Path

from canary import Canary
from crawler import Crawl, Seen
from journeys import ALL, FOUND_BY_LINKS, PUBLIC, Place
from report import Report
from visitor import chromium, sign_in

MINUTES = float(os.environ.get("BROWSER_MINUTES", "15"))
PAGES_WITHOUT_SCRIPTS = 30


def first_line(error: Exception) -> str:
    """What went wrong, in one line."""
    return (str(error) or repr(error)).splitlines()[0]


def run_journeys(place: Place, report: Report) -> None:
    """Takes every journey; one that breaks off has failed."""
    for journey in ALL:
        try:
            journey(place)
            faults = []
        except Exception as error:  # Whatever stops a journey is its fault.
            faults = [first_line(error)]
        report.add(journey.__doc__ or journey.__name__, faults)


def crawl_everything(place: Place, report: Report) -> None:
    """Goes everywhere: as the public and as each role, with and without JavaScript."""
    seen = Seen(deadline=time.monotonic() + 60 * MINUTES)
    found: set[str] = set()
    for javascript in (True, False):
        limit = 150 if javascript else PAGES_WITHOUT_SCRIPTS
        suffix = "" if javascript else " without scripts"
        with place.visitor(javascript) as visitor:
            pages = Crawl(visitor, "the public" + suffix, report, seen, limit).run(*PUBLIC)
            found.update(pages)
            report.note(f"the public{suffix}: {len(pages)} pages")
        for role in place.roles():
            with place.visitor(javascript) as visitor:
                sign_in(visitor, role)
                pages = Crawl(visitor, role.label + suffix, report, seen, limit).run("/work", "/")
                found.update(pages)
                report.note(f"{role.label}{suffix}: {len(pages)} pages")
    for path in FOUND_BY_LINKS:
        report.add(f"somebody finds {path}", [] if path in found else ["no link leads there"])


def check_messages(place: Place, report: Report) -> None:
    """Nothing that the server printed while it was used names anybody."""
    with place.visitor() as visitor:
        canary = Canary(visitor)
    for variable in ("WEFT_OUTPUT", "WEFT_MESSAGES"):
        lines = Path(os.environ[variable]).read_text(errors="replace").splitlines()
        faults = [f"line {number}" for number, line in enumerate(lines, 1) if canary.found(line)]
        report.add(f"{variable} names nobody", faults)


def main() -> int:
    """Runs everything and prints the count last."""
    report = Report()
    with chromium() as browser:
        place = Place(browser, os.environ["WEFT_URL"])
        run_journeys(place, report)
        try:
            crawl_everything(place, report)
        except Exception as error:  # The count is printed whatever happens.
            report.add("going everywhere", [first_line(error)])
        check_messages(place, report)
    print(report.summary(), flush=True)
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
