"""A person at a browser, and what went wrong while they looked around."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Route, sync_playwright

WIDE = {"width": 1280, "height": 800}
BROWSERS = ["chromium", "google-chrome", "chromium-browser"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, without a window."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not path:
        raise SystemExit("Chromium is not installed; install the package chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class Visitor:
    """One person: cookies of their own, with or without JavaScript."""

    def __init__(self, browser: Browser, origin: str, javascript: bool = True) -> None:
        self.origin = origin.rstrip("/")
        self.javascript = javascript
        self.faults: list[str] = []
        self.context = browser.new_context(
            base_url=self.origin,
            java_script_enabled=javascript,
            locale="en-GB",
            viewport=WIDE,
        )
        self.context.set_default_timeout(20_000)
        self.context.route("**/*", self._guard)
        self.page = self.context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def is_own(self, url: str) -> bool:
        """Whether an address belongs to the server under test."""
        return url == self.origin or url.startswith(self.origin + "/")

    def _guard(self, route: Route) -> None:
        if self.is_own(route.request.url):
            route.continue_()
        else:
            self.faults.append(f"request to another server: {route.request.url}")
            route.abort()

    def _listen(self, message) -> None:
        source = message.location.get("url", "")
        if message.type == "error" and (not source or self.is_own(source)):
            self.faults.append(f"console error: {message.text}")

    def take_faults(self) -> list[str]:
        """What went wrong since the last call."""
        faults, self.faults = self.faults, []
        return faults


@dataclass(frozen=True)
class Role:
    """One of the demonstration's people: a button of the sign-in page that needs no typing."""

    label: str
    form: int
    button: int


def _role_buttons(visitor: Visitor) -> Iterator[tuple[Role, Locator]]:
    visitor.page.goto("/sign-in")
    forms = visitor.page.locator("main form")
    for form_index in range(forms.count()):
        form = forms.nth(form_index)
        if form.locator("input:not([type=hidden]), select, textarea").count():
            continue
        buttons = form.locator("button, input[type=submit]")
        for index in range(buttons.count()):
            button = buttons.nth(index)
            label = " ".join((button.text_content() or "").split())
            yield Role(label or f"button {form_index}.{index}", form_index, index), button


def roles(visitor: Visitor) -> list[Role]:
    """Everybody as whom one can sign in with one click."""
    return [role for role, _ in _role_buttons(visitor)]


def sign_in(visitor: Visitor, wanted: Role) -> None:
    """Signs in with one click; fails when the visitor is still at the sign-in page."""
    for role, button in _role_buttons(visitor):
        if role == wanted:
            with visitor.page.expect_navigation():
                button.click()
            break
    path = urlsplit(visitor.page.url).path
    assert path != "/sign-in", f"signing in as {wanted.label} leads back to the sign-in page"
