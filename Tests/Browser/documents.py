"""What an agreement's files say when an office program opens them."""

import re
import subprocess
import tempfile
from pathlib import Path

from visitor import Visitor


def _words(text: str) -> list[str]:
    """The words of a text, without what only lays it out."""
    return re.sub(r"[•\t\n\ufeff]+", " ", text).split()


def _opened(bytes_: bytes, ending: str) -> list[str]:
    """The words that LibreOffice finds in a file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"text.{ending}").write_bytes(bytes_)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{name}/profile", "--headless",
             "--convert-to", "txt:Text (encoded):UTF8", "--outdir", name,
             str(folder / f"text.{ending}")],
            check=True, capture_output=True, timeout=180)
        return _words((folder / "text.txt").read_text(encoding="utf-8"))


def compare(visitor: Visitor) -> None:
    """Opens the files of the first agreement of the register, and compares them with its page."""
    page = visitor.page
    page.goto("/register")
    page.locator("main table a").first.click()
    page.get_by_role("link", name="The whole text to print or take away").click()
    title = page.locator("h1").inner_text().split("\n")[-1]
    shown = page.locator("main").inner_text()
    start = shown.index(title) + len(title)
    text = _words(title + shown[start:shown.index("Take a copy")])
    assert len(text) > 300, f"the page has only {len(text)} words"
    for ending in ("docx", "odt"):
        answer = visitor.context.request.get(f"{page.url}.{ending}")
        assert answer.status == 200, f".{ending} answers {answer.status}"
        found = _opened(answer.body(), ending)
        assert found == text, f".{ending} differs from word {_first(found, text)}"


def _first(one: list[str], other: list[str]) -> str:
    """Where two lists of words part."""
    for place, (a, b) in enumerate(zip(one, other)):
        if a != b:
            return f"{place}: {a!r} instead of {b!r}"
    return f"{min(len(one), len(other))}: {len(one)} words instead of {len(other)}"
