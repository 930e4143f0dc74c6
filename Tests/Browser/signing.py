"""An agreement from template to in force, and its next version, on a telephone's screen."""

import re

from tour import Newcomer, TITLE
from visitor import Visitor

NARROW = {"width": 320, "height": 800}
PARTIES = ("Ambermere County Council", "Tollesham District Council")
LEAD_PAGES = 11
SIGNER_PAGES = 3


class Counted(Newcomer):
    """Somebody whose pages are counted, each of which has to fit on a narrow screen."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(visitor)
        self.page.set_viewport_size(NARROW)

    def click(self, target) -> None:
        super().click(target)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROW["width"], f"{self.page.url} is {width} px wide"

    def since(self, pages: int) -> int:
        """How many pages came after so many."""
        return len(self.titles) - pages


def sign(one: Counted) -> list[int]:
    """Every approver signs; how many pages each of them needed, the list of work included."""
    needed = []
    one.step("Approve an agreement")
    for left in (2, 1, 0):
        before = len(one.titles) - (0 if needed else 1)
        if not needed:
            one.follow(f"Approve or refuse: {TITLE}")
        one.tick_all("statements")
        one.press("Approve for")
        needed.append(one.since(before))
        if left:
            one.press(re.compile(r"\(approver\)"))
            # Who comes from a list of work has one page more than who follows this link.
            needed[-1] = max(needed[-1], 1)
    one.reads("the agreement is in force")
    return needed


def take(visitor: Visitor) -> str:
    """Drafts, signs, reviews and amends an agreement; says how many pages it took."""
    one = Counted(visitor)
    one.step("Draft an agreement")
    start = len(one.titles) - 1
    one.page.get_by_label(TITLE).check()
    one.press("Continue")
    for party in PARTIES:
        one.page.get_by_label(party).check()
    one.press("Make the draft")
    one.follow("Check and send for approval")
    one.press("Send for approval")
    lead = one.since(start)
    agreement = one.page.url.split("?")[0]
    needed = sign(one)
    assert lead <= LEAD_PAGES, f"the lead needed {lead} pages"
    assert max(needed) <= SIGNER_PAGES, f"the signers needed {needed} pages"
    amend(one, agreement)
    return f"the lead {lead} pages, the signers {', '.join(map(str, needed))}"


def amend(one: Counted, agreement: str) -> None:
    """The review finds that the text changes; the old text stays in force meanwhile."""
    one.step("Draft an agreement")
    one.page.goto(agreement)
    one.click(one.page.locator("main").get_by_role("link", name="Review", exact=True))
    one.page.locator("input[value=amended]").check()
    one.page.get_by_label("Why?").fill("Copies are needed for a shorter time.")
    one.press("Record the review")
    one.reads("stays in force")
    one.follow("Check and send for approval")
    one.press("Send for approval")
    one.page.goto(agreement)
    one.reads("Version 2 is with the approvers.")
    one.step("Draft an agreement")
    one.page.goto(f"{agreement}/versions/2")
    one.click(one.page.locator("main").get_by_role("link", name="Discard", exact=True))
    one.page.get_by_label("Why?").fill("It was only a trial.")
    one.press("Continue")
    one.press("Discard it now")
    one.reads("was discarded")
