"""Follows every link that a person can follow and runs the checks on each page."""

import json
import re
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

import checks
from outline import Outline, outline
from report import Report
from visitor import Visitor

# Pages with a name of their own beneath one folder, beyond which they count as more of the same.
MOST_SIBLINGS = 12
# Following these changes something or ends the visit.
NOT_FOLLOWED = re.compile(r"/(sign-out|log-out)\b")


def shape(url: str) -> str:
    """What pages of one kind have in common: /agreements/17?page=2 is /agreements/*?page."""
    parts = urlsplit(url)
    segments = ["*" if _is_identifier(part) else part for part in parts.path.split("/")]
    keys = sorted({key for key, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return "/".join(segments) + ("?" + "&".join(keys) if keys else "")


def _is_identifier(segment: str) -> bool:
    stem = re.sub(r"\.(json|csv|ics|txt|odt|docx|html)$", "", segment)
    return any(letter.isdigit() for letter in stem) or len(stem) > 40


@dataclass
class Seen:
    """What the checks of all visitors have looked at, so that axe runs once for each kind."""

    elements: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    deadline: float = float("inf")

    def is_new(self, kind: str, page: Outline) -> bool:
        """Whether a page has elements that no page of its kind had before."""
        known = self.elements[kind]
        fresh = not page.shapes <= known
        known |= page.shapes
        return fresh


class Crawl:
    """One visitor's way through the site."""

    def __init__(self, visitor: Visitor, name: str, report: Report, seen: Seen, limit: int = 150):
        self.visitor, self.name, self.report, self.seen = visitor, name, report, seen
        self.limit = limit
        self.queue: deque[tuple[str, str]] = deque()
        self.kinds: set[str] = set()
        self.siblings: dict[str, int] = defaultdict(int)
        self.visited: list[str] = []

    def run(self, *starts: str) -> list[str]:
        """Visits everything within reach; returns the paths of the pages."""
        for start in starts:
            self._add(urljoin(self.visitor.origin + "/", start), "the start")
        while self.queue and len(self.visited) < self.limit:
            if time.monotonic() > self.seen.deadline:
                break
            url, source = self.queue.popleft()
            path = url.removeprefix(self.visitor.origin)
            try:
                faults = self._visit(url)
            except Exception as error:  # A page that cannot be opened is a fault like any other.
                faults = [f"cannot be opened: {str(error).splitlines()[0]}"]
            self.visited.append(path)
            self.report.add(f"{self.name}: {path} (linked from {source})", faults)
        if self.queue:
            self.report.note(f"{self.name}: {len(self.queue)} further pages were not visited.")
        return self.visited

    def _add(self, url: str, source: str) -> None:
        url = url.split("#")[0]
        if not self.visitor.is_own(url) or NOT_FOLLOWED.search(url):
            return
        kind = shape(url)
        if kind in self.kinds:
            return
        parent = kind.rsplit("/", 1)[0]
        if parent and "*" not in kind:
            self.siblings[parent] += 1
            if self.siblings[parent] > MOST_SIBLINGS:
                return
        self.kinds.add(kind)
        self.queue.append((url, source))

    def _visit(self, url: str) -> list[str]:
        visitor = self.visitor
        answer = visitor.context.request.get(url)
        if answer.status != 200:
            return [f"answers {answer.status} {answer.status_text}"]
        body = answer.body()
        if not answer.headers.get("content-type", "").startswith("text/html"):
            return file_faults(answer.headers.get("content-type", ""), body)
        self.kinds.add(shape(answer.url))
        page = outline(body.decode("utf-8"))
        for link in page.links:
            self._add(urljoin(answer.url, link), url.removeprefix(visitor.origin) or "/")
        visitor.take_faults()
        visitor.page.goto(url, wait_until="load")
        faults = checks.html_faults(page, len(body)) + checks.heading_faults(visitor)
        if visitor.javascript:
            faults += checks.narrow_faults(visitor)
            if self.seen.is_new(shape(answer.url), page):
                faults += checks.large_text_faults(visitor) + checks.axe_faults(visitor)
        return faults + visitor.take_faults()


def file_faults(kind: str, body: bytes) -> list[str]:
    """Whether a file that is no page can be read as what it says it is."""
    if not kind:
        return ["the file does not say what it is"]
    if kind.startswith(("application/json", "text/")):
        try:
            text = body.decode("utf-8")
            if kind.startswith("application/json") and not isinstance(json.loads(text), dict):
                return ["the JSON is not an object"]
        except ValueError as error:
            return [f"the file cannot be read: {error}"]
    return []
