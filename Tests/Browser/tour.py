"""The whole journey as a newcomer takes it: from the home page to the checked log, in one go."""

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from visitor import Visitor

TITLE = "Council tax discount review"


class Newcomer:
    """Somebody who follows the tour by clicking what the pages offer, and never types a path."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.page: Page = visitor.page
        self.addresses: list[str] = []
        self.titles: list[str] = []
        self.agreement = ""
        # The text of one page with two people's records, to try the canary on.
        self.read_records = ""
        self.page.on("response", lambda answer: self.addresses.append(answer.url))

    def step(self, title: str) -> None:
        """Goes home and takes a step of the tour, as the person it names."""
        self.page.goto("/")
        place = self.page.locator(".weft-tour__step").filter(has_text=title)
        self.click(place.get_by_role("button"))

    def press(self, name: str | re.Pattern[str]) -> None:
        """Presses the button with a name."""
        self.click(self.page.get_by_role("button", name=name).first)

    def follow(self, name: str | re.Pattern[str]) -> None:
        """Follows the link with a name."""
        self.click(self.page.locator("main").get_by_role("link", name=name).first)

    def tick_all(self, group: str) -> None:
        """Ticks every box of a group."""
        for box in self.page.locator(f"input[name={group}]").all():
            box.check()

    def reads(self, text: str | re.Pattern[str]) -> None:
        """Fails when the page does not say something."""
        expect(self.page.locator("main")).to_contain_text(text)

    def click(self, target: Locator) -> None:
        """Clicks, waits for the page that follows, and looks at it."""
        with self.page.expect_navigation():
            target.click()
        heading = self.page.locator("h1")
        assert heading.count() == 1, f"{self.page.url} has {heading.count()} main headings"
        self.titles.append(self.page.title())
        self._photograph()

    def _photograph(self) -> None:
        """Keeps a picture of the page at two widths when BROWSER_PICTURES names a folder."""
        folder = os.environ.get("BROWSER_PICTURES")
        if not folder:
            return
        wide = self.page.viewport_size
        for width in (1280, 320):
            self.page.set_viewport_size({"width": width, "height": 800})
            name = f"{len(self.titles):02d}-{width}.png"
            self.page.screenshot(path=str(Path(folder) / name), full_page=True)
        self.page.set_viewport_size(wide)


def sign_charter(one: Newcomer) -> None:
    one.step("A partner joins")
    one.press("Sign for Marlsea")
    one.reads("Tick each statement")
    one.tick_all("statements")
    one.press("Sign for Marlsea")
    one.reads("is a member now")


def draft(one: Newcomer) -> None:
    one.step("Draft an agreement")
    one.page.get_by_label(TITLE).check()
    one.press("Continue")
    for party in ("Ambermere County Council", "Tollesham District Council"):
        one.page.get_by_label(party).check()
    one.press("Make the draft")
    one.reads("7 of 7 parts are complete")
    one.follow("Check and send for approval")
    one.press("Send for approval")
    one.reads("with every party’s approver")
    one.agreement = one.page.url.split("?")[0].rsplit("/", 1)[1]


def approve(one: Newcomer) -> None:
    one.step("Approve an agreement")
    one.follow(f"Approve or refuse: {TITLE}")
    for left in (2, 1, 0):
        one.tick_all("statements")
        one.press("Approve for")
        one.reads("Still waiting for" if left else "the agreement is in force")
        if left:
            one.press(re.compile(r"\(approver\)"))
    one.follow("Its page in the register")
    one.reads(TITLE)


def load(one: Newcomer, dataset: str) -> None:
    """Loads a sample under the new agreement: a part of it, because some rows are wrong."""
    one.page.locator(f"input[value='{one.agreement}/{dataset}']").check()
    one.press("Continue")
    sample = one.page.get_by_role("link", name=re.compile("Sample with invented people"))
    file = one.visitor.context.request.get(sample.get_attribute("href") or "")
    one.page.locator("input[type=file]").set_input_files(
        {"name": "sample.csv", "mimeType": "text/csv", "buffer": file.body()})
    one.press("Send and check")
    one.press("Check the file")
    one.reads("Nothing is stored yet")
    one.press(re.compile("^Load "))
    one.reads("Tick the box")
    one.page.locator("input[name=partly]").check()
    one.press(re.compile("^Load "))
    one.reads("Columns that were dropped before anything was stored")


def load_both(one: Newcomer) -> None:
    one.step("Load a file")
    load(one, "council-tax")
    one.page.goto("/sign-in")
    one.press("Callum Weatherby")
    one.page.goto("/uploads/new")
    load(one, "electoral-register")


def match(one: Newcomer) -> None:
    one.step("Find the same people")
    one.press("Compare")
    one.reads("reach the cut-off of the match model")


def review(one: Newcomer) -> str:
    """Decides pairs, takes one decision back, and returns the reference of the case."""
    one.step("Review matches")
    one.follow("Review the match of")
    one.follow(re.compile("registered at another address|adults on the register"))
    one.read_records = one.page.locator("main").inner_text()
    one.press("Different people")
    one.reads("Saved: Different people")
    one.press("Undo")
    one.press("Same person")
    one.reads("Saved: Same person")
    return one.page.get_by_role("link", name=re.compile("^CT-")).first.inner_text()


def work_case(one: Newcomer, reference: str) -> None:
    one.step("Work a case")
    one.follow(reference)
    one.follow("Start the desk check")
    one.press("Start the desk check")
    one.follow("Record that the person was asked")
    one.press("Record that the person was asked")
    one.reads("Write the reason")
    one.page.get_by_label("Reason").fill("The desk check found no explanation.")
    one.press("Record that the person was asked")
    one.follow("Record the outcome")
    one.page.locator("input[name=outcome]").first.check()
    one.page.locator("textarea").first.fill("The person explained it by telephone.")
    one.press("Record the outcome")
    one.follow("Close the case")
    one.press("Close the case")
    one.reads("Closed")


def read_log(one: Newcomer) -> None:
    one.step("See who did what")
    entry = one.page.get_by_role("row").filter(has_text="A step of a case was taken").first
    expect(entry).to_contain_text("Owen Blackthorn")
    one.click(entry.get_by_role("link"))
    one.reads("Evidence that it is in the log")


def take(visitor: Visitor) -> Newcomer:
    """Takes every step of the tour."""
    one = Newcomer(visitor)
    sign_charter(one)
    draft(one)
    approve(one)
    load_both(one)
    match(one)
    work_case(one, review(one))
    read_log(one)
    return one
