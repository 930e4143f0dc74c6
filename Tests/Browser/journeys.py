"""What people do, step by step. The first line of each function says what must be true."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from canary import Canary
from documents import compare
from models import build, sign
from signing import take as sign_agreement
from tour import take
from visitor import Role, Visitor, roles, sign_in

PUBLIC = [
    "/", "/register", "/sign-in", "/help", "/accessibility", "/privacy", "/cookies", "/glossary",
]
PRIVATE = ["/work", "/agreements/new", "/uploads/new", "/matches", "/cases"]
# Somebody must find each of these by following links.
FOUND_BY_LINKS = PUBLIC + PRIVATE + ["/partners", "/agreements", "/log", "/matches/models"]

FOCUS_IS_VISIBLE = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
        || style.boxShadow !== "none";
}"""


@dataclass
class Place:
    """The browser, and the server under test."""

    browser: Browser
    origin: str

    def visitor(self, javascript: bool = True) -> Visitor:
        """Somebody who has just arrived."""
        return Visitor(self.browser, self.origin, javascript)

    def roles(self) -> list[Role]:
        """Everybody as whom one can sign in."""
        with self.visitor() as visitor:
            return roles(visitor)


def public_pages(place: Place) -> None:
    """the public pages open for everybody"""
    with place.visitor() as visitor:
        for path in PUBLIC:
            answer = visitor.page.goto(path)
            assert answer and answer.status == 200, f"{path} answers {answer and answer.status}"
            assert urlsplit(visitor.page.url).path == path, f"{path} leads to {visitor.page.url}"


def private_pages(place: Place) -> None:
    """a stranger is asked to sign in before any private page"""
    with place.visitor() as visitor:
        for path in PRIVATE:
            answer = visitor.context.request.get(path)
            asked = urlsplit(answer.url).path == "/sign-in" or answer.status in (401, 403)
            assert asked, f"{path} answers a stranger with {answer.status} at {answer.url}"


def unknown_page(place: Place) -> None:
    """an address that does not exist is answered by a page that helps"""
    with place.visitor() as visitor:
        answer = visitor.page.goto("/no-such-page")
        assert answer and answer.status == 404, f"the answer is {answer and answer.status}"
        assert visitor.page.locator("h1").is_visible(), "the page has no heading"
        assert visitor.page.locator("a[href='/']").count(), "the page has no link to the start"


def register_as_data(place: Place) -> None:
    """the register can be had as JSON and as CSV"""
    with place.visitor() as visitor:
        found = visitor.context.request.get("/register.json").json()
        assert isinstance(found, dict) and found, "the JSON is not an object"
        text = visitor.context.request.get("/register.csv").text()
        rows = list(csv.reader(io.StringIO(text)))
        assert len(rows) > 1, "the CSV has no rows"
        assert len({len(row) for row in rows}) == 1, "the rows of the CSV differ in length"


def headers(place: Place) -> None:
    """every page forbids foreign scripts and framing"""
    with place.visitor() as visitor:
        for path in PUBLIC:
            found = visitor.context.request.get(path).headers
            policy = found.get("content-security-policy", "")
            assert "default-src" in policy, f"{path} has no content security policy"
            assert "unsafe" not in policy, f"{path} allows unsafe content: {policy}"
            assert "frame-ancestors" in policy, f"{path} can be framed"
            assert found.get("x-content-type-options") == "nosniff", f"{path} lacks nosniff"


def skip_link(place: Place) -> None:
    """the first stop of the Tab key skips to the content"""
    with place.visitor() as visitor:
        for path in PUBLIC:
            visitor.page.goto(path)
            visitor.page.keyboard.press("Tab")
            target = visitor.page.evaluate("document.activeElement.getAttribute('href') || ''")
            assert target.startswith("#"), f"on {path} Tab goes to {target or 'no link'} first"
            inside = "id => !!document.querySelector(id + ', ' + id + ' *')?.closest('main')"
            assert visitor.page.evaluate(inside, target), f"on {path} {target} is not in main"


def visible_focus(place: Place) -> None:
    """one always sees where the keyboard is"""
    with place.visitor() as visitor:
        for path in PUBLIC:
            visitor.page.goto(path)
            for stop in range(1, 16):
                visitor.page.keyboard.press("Tab")
                if visitor.page.evaluate("document.activeElement === document.body"):
                    break
                html = visitor.page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
                seen = visitor.page.evaluate(FOCUS_IS_VISIBLE)
                assert seen, f"on {path} stop {stop} cannot be seen: {html}"


def signing_in_and_out(place: Place) -> None:
    """everybody can sign in and out, with a cookie that scripts cannot read"""
    found = place.roles()
    assert len(found) >= 2, f"the sign-in page offers {len(found)} people"
    for role in found:
        with place.visitor() as visitor:
            sign_in(visitor, role)
            cookies = visitor.context.cookies()
            assert cookies, f"{role.label} has no cookie"
            for cookie in cookies:
                assert cookie["httpOnly"], f"a script can read the cookie {cookie['name']}"
                assert cookie["sameSite"] in ("Lax", "Strict"), f"{cookie['name']} goes anywhere"
            answer = visitor.page.goto("/work")
            assert answer and answer.status == 200, f"/work answers {role.label} {answer.status}"
            out = visitor.page.get_by_role("button", name="Sign out")
            assert out.count() == 1, f"{role.label} finds {out.count()} buttons to sign out"
            with visitor.page.expect_navigation():
                out.click()
            answer = visitor.context.request.get("/work")
            closed = urlsplit(answer.url).path == "/sign-in" or answer.status in (401, 403)
            assert closed, f"/work is still open when {role.label} has signed out"


def without_scripts(place: Place) -> None:
    """everybody can sign in without JavaScript"""
    for role in place.roles():
        with place.visitor(javascript=False) as visitor:
            sign_in(visitor, role)
            answer = visitor.page.goto("/work")
            assert answer and answer.status == 200, f"/work answers {role.label} {answer.status}"


def whole_tour(place: Place) -> None:
    """a newcomer goes from the home page to a closed case and its log entry, in one go"""
    with place.visitor() as visitor:
        one = take(visitor)
        canary = Canary(visitor)
        assert len(one.addresses) > 50, f"only {len(one.addresses)} addresses were seen"
        for text in one.addresses + one.titles:
            assert not canary.found(text), "an address or a title names somebody"
        # The page of a pair must hold what the canary looks for, or it would find nothing.
        assert one.read_records, "no records were read on the way"
        assert canary.found(one.read_records), "the canary finds nobody where there is somebody"


def match_model(place: Place) -> None:
    """an analyst builds a match model, and an approver signs it off"""
    for javascript in (True, False):
        with place.visitor(javascript) as visitor:
            version = build(visitor)
        with place.visitor(javascript) as visitor:
            sign(visitor, version)


def documents(place: Place) -> None:
    """an office program finds in an agreement's files the words of its page"""
    with place.visitor() as visitor:
        compare(visitor)


def signing(place: Place) -> None:
    """an agreement comes into force and is amended at 320 px, within the pages that we promise"""
    with place.visitor() as visitor:
        print(sign_agreement(visitor))


ALL: list[Callable[[Place], None]] = [
    public_pages, private_pages, unknown_page, register_as_data, headers, skip_link,
    visible_focus, signing_in_and_out, without_scripts, whole_tour, match_model,
    documents, signing,
]
