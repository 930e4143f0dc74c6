"""What the HTML of a page says, read without a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

SUBMITS = {"submit", "image"}


@dataclass
class Form:
    """A form, and whether it can be sent without a script."""

    action: str
    has_submit: bool = False


@dataclass
class Outline:
    """The parts of a page that the checks look at."""

    language: str = ""
    title: str = ""
    headings: int = 0
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    style_sheets: list[str] = field(default_factory=list)
    # One entry for each different kind of element; two pages with the same set look alike to axe.
    shapes: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outline = Outline()
        self.in_title = False
        self.form_ids: dict[str, Form] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        outline = self.outline
        names = " ".join(sorted(values))
        outline.shapes.add(f"{tag}.{values.get('class', '')}[{names}]")
        outline.handlers += [f"<{tag} {name}>" for name in values if name.startswith("on")]
        if "id" in values:
            outline.ids.append(values["id"])
        match tag:
            case "html":
                outline.language = values.get("lang", "")
            case "title":
                self.in_title = True
            case "h1":
                outline.headings += 1
            case "a" if "href" in values:
                outline.links.append(values["href"])
            case "link" if values.get("rel") == "stylesheet":
                outline.style_sheets.append(values.get("href", ""))
            case "form":
                outline.forms.append(Form(values.get("action", "")))
                self.form_ids[values.get("id", "")] = outline.forms[-1]
            case "button" if values.get("type", "submit") == "submit":
                self._submit(values)
            case "input" if values.get("type") in SUBMITS:
                self._submit(values)

    def _submit(self, values: dict[str, str]) -> None:
        if "form" in values:
            form = self.form_ids.get(values["form"])
        else:
            form = self.outline.forms[-1] if self.outline.forms else None
        if form:
            form.has_submit = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.outline.title += data


def outline(html: str) -> Outline:
    """Reads a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.outline
