"""Looks for what names an invented person in places that must never hold it."""

import csv
import io
import re
from urllib.parse import unquote_plus

from visitor import Visitor

# What the columns of the sample files are called that name or locate a person.
NAMING = {
    "First Name", "Forename", "Last Name", "Surname", "Middle Names", "Middle Name", "D.O.B.", "Date of Birth",
    "Prop Addr", "Address", "P/Code", "Postcode", "Acct Ref", "Elector Number", "Telephone",
    "E-mail",
}
# A shorter value is in too many other words.
SHORTEST = 5


def decoded(file: bytes) -> str:
    """The text of a sample file; one is UTF-8 with a mark at its start, the other Windows-1252."""
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError:
        return file.decode("cp1252")


class Canary:
    """Values of the sample files that name or locate a person."""

    def __init__(self, visitor: Visitor) -> None:
        self.values: set[str] = set()
        for name in ("council-tax", "electoral-register"):
            answer = visitor.context.request.get(f"/demo/files/{name}.csv")
            assert answer.status == 200, f"the sample {name} answers {answer.status}"
            rows = csv.DictReader(io.StringIO(decoded(answer.body())))
            for row in rows:
                for column, value in row.items():
                    if column in NAMING and value and len(value.strip()) >= SHORTEST:
                        self.values.add(value.strip().casefold())
        assert len(self.values) > 1_000, f"only {len(self.values)} values were learned"

    def found(self, text: str) -> list[str]:
        """The values that a text holds as whole words."""
        plain = unquote_plus(text).casefold()
        words = set(re.findall(r"[^\s/?&=,;:\"'()<>]+", plain))
        whole = {value for value in self.values if value in words}
        longer = {value for value in self.values if " " in value and value in plain}
        return sorted(whole | longer)
