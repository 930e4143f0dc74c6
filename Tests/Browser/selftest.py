"""Shows that the checks find what they are for, on a small site with planted faults."""

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from crawler import Crawl, Seen, shape
from report import Report
from visitor import Visitor, chromium, roles, sign_in

STYLE = "body{font-size:1rem}a,button{min-height:1.5rem;display:inline-block}"


def page(body: str, head: str = "", title: str = "A page", lang: str = "en-GB") -> str:
    """A page without a fault, but for what is put in."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><link rel="stylesheet" href="/style.css">{head}</head>'
        f'<body><main><h1>A page</h1><p>Some text.</p>{body}</main></body></html>'
    )


PIXELS = '<link rel="stylesheet" href="/pixels.css">'
LONG_WORD = "<p>" + "wide" * 40 + "</p>"

# Each path with the words that its fault must be reported with.
FAULTY = {
    "/missing-label": (
        page('<form action="/good"><input name="a"><button>Go</button></form>'),
        "axe label",
    ),
    "/sideways": (page(LONG_WORD), "at 320 pixels"),
    "/outside": (page('<img alt="" src="http://outside.invalid/a.png">'), "another server"),
    "/console": (page("", '<script src="/error.js"></script>'), "console error"),
    "/script-error": (page("", '<script src="/throw.js"></script>'), "script error"),
    "/inline-script": (page("<script>document.title='b'</script>"), "console error"),
    "/large": (page("<p>Text.</p>" * 6_000), "bytes of HTML"),
    "/pixels": (page("", PIXELS), "at 200 %"),
    "/clipped": (page('<p class="clip">One two three</p>', PIXELS), "cut off"),
    "/no-heading": (page("").replace("h1>", "p>"), "h1 headings"),
    "/no-title": (page("", title=""), "no title"),
    "/no-language": (page("", lang=""), "English"),
    "/contrast": (page('<p class="pale">Pale text.</p>', PIXELS), "axe color-contrast"),
    "/twice": (page('<p id="a">1</p><p id="a">2</p>'), "more than once"),
    "/nowhere": (page('<a href="#b">Nowhere</a>'), "leads nowhere"),
    "/no-submit": (page('<form action="/good"></form>'), "no submit button"),
    "/handler": (page('<p onclick="a()">Text</p>'), "inline script"),
    "/gone": ("", "answers 404"),
    "/data.json": ("[1]", "not an object"),
}

LINKS = "".join(f'<p><a href="{path}">The page {path[1:]}</a></p>' for path in FAULTY)
LINKS += '<p><a href="/good">Good</a> <a href="/items/1">One</a> <a href="/items/2">Two</a></p>'
LINKS += '<p><a href="/sign-out">Leave</a> <a href="http://elsewhere.invalid/">Elsewhere</a></p>'
SIGN_IN = page(
    '<form action="/login"><label>Name <input name="name"></label><button>Sign in</button></form>'
    '<form action="/good"><button>Analyst</button></form>'
    '<form action="/good"><button>Auditor</button></form>'
)
FILES = {
    "/": page(LINKS),
    "/good": page('<p><a href="/">Start</a></p>'),
    "/items/1": page(""),
    "/items/2": page(LONG_WORD),
    "/sign-in": SIGN_IN,
    "/style.css": STYLE,
    "/pixels.css": "p{font-size:16px}.pale{color:#bbb}"
    ".clip{font-size:1rem;height:24px;overflow:hidden}",
    "/error.js": "console.error('planted')",
    "/throw.js": "throw new Error('planted')",
} | {path: text for path, (text, _) in FAULTY.items() if text}
KINDS = {"css": "text/css", "js": "text/javascript", "json": "application/json"}


class Handler(BaseHTTPRequestHandler):
    """Serves the small site as strictly as the real one."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        body = FILES.get(path, "").encode()
        self.send_response(200 if body else 404)
        kind = KINDS.get(path.rpartition(".")[2], "text/html; charset=utf-8")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'self'; img-src *")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def shape_errors() -> list[str]:
    """Whether pages of one kind are recognised."""
    expected = {
        "http://a/agreements/17": "http://a/agreements/*",
        "http://a/agreements/new": "http://a/agreements/new",
        "http://a/pairs/a1-b2?page=2&sort=name": "http://a/pairs/*?page&sort",
        "http://a/cases/9.json": "http://a/cases/*",
    }
    return [
        f"the shape of {url} is {shape(url)}"
        for url, wanted in expected.items()
        if shape(url) != wanted.removeprefix("http://a")
    ]


def main() -> int:
    """Crawls the small site and compares what was found with what was planted."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    errors = shape_errors()
    with chromium() as browser:
        report = Report(quiet=True)
        with Visitor(browser, origin) as visitor:
            visited = Crawl(visitor, "public", report, Seen()).run("/")
            found = {name.split(" ")[1]: faults for name, faults in report.failures}
            if [role.label for role in roles(visitor)] != ["Analyst", "Auditor"]:
                errors.append("the one-click people of the sign-in page are not found")
        with Visitor(browser, origin, javascript=False) as visitor:
            sign_in(visitor, roles(visitor)[1])
            plain = Report(quiet=True)
            Crawl(visitor, "plain", plain, Seen()).run("/good", "/no-heading")
            names = [name.split(" ")[1] for name, _ in plain.failures]
            if "/no-heading" not in names or "/good" in names:
                errors.append(f"without scripts the wrong pages fail: {names}")
    server.shutdown()
    for path, (_, words) in FAULTY.items():
        if not any(words in fault for fault in found.pop(path, [])):
            errors.append(f"the fault of {path} is not found")
    errors += [f"{path} fails without reason: {faults}" for path, faults in found.items()]
    if visited.count("/items/1") + visited.count("/items/2") != 1:
        errors.append("one page of each kind is visited, not more")
    if "/sign-out" in visited:
        errors.append("the crawl signed out")
    for error in errors:
        print(error, file=sys.stderr)
    if not errors:
        print(f"The checks find all {len(FAULTY)} planted faults and no others.")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
