"""Invented records that are hard to read alike: scripts, accents, gaps, bad dates, lists, numbers.

Every table has the same columns. A list is written as JSON, `["a","b"]`; an empty field is a
missing value.
"""

import csv
import json
import random
from pathlib import Path

from people import misspelt

FIRST = """
Ann Anne Anna Zoë Zoe Zoe\u0308 Łukasz Lukasz Inês Ines Siân Sian José Jose Björn Bjorn 李雷 李磊
Мария Марина محمد Σοφία ΣΟΦΊΑ 😀Sam Sam O'Neil D\"Arcy Ann-Marie AnnMarie McDonald MCDONALD straße
STRASSE ﬁona fiona İpek ipek Jo J
""".split()
LAST = """
Smith Smyth SMITH Schmidt O'Brien OBrien Brien Nguyễn Nguyen Müller Mueller Muller Ólafsdóttir
Petrov Петров 王小明 王小名 Ng Li Lee Leigh Featherstonehaugh Fanshaw Ann Zoe Jones Johns
""".split() + ["van\u00a0Dyk", "van Dyk", "de  la Cruz"]
DATES = """
1980-01-31 1980-01-30 1980-10-31 1981-01-31 1980-02-29 1979-02-29 1990-12-31 1899-12-31
2001-05-06 2001-06-05 1980-1-31 31/01/1980 10/02/1980 1980-13-01 1980-01-31T00:00 unknown
0001-01-01
""".split()
POSTCODES = (
    "AB1 2CD|AB1 2CE|AB1 3CD|AB12 2CD|A1 2CD|ab1 2cd|AB12CD|AB1  2CD|EC1A 1BB|EC1A 1BC|N/A|12345"
    "|ZZ9 9ZZ|AB1 2C"
).split("|")
EMAILS = """
ann@example.org Ann@example.org ann@example.com anne@example.org ann.smith@example.org
ann+tag@example.org notanemail @example.org zoë@example.org ann@
""".split()
TOWNS = ("Westering", "Saltmere", "Ness", "westering", "Fenwick St Mary", "Fenwick, St Mary")
STREETS = (
    "12 High St", "12 High Street", "Flat 1, 12 High St", 'The "Old" Mill', "1\n2 Low Rd",
    "  12 High St ",
)
TAGS = ("red", "green", "blue", "réd", "dark red", 'quo"te', "com,ma", "")
STAMPS = (
    "2024-01-31 12:00:00", "2024-01-31 12:00:59", "2024-01-31 13:00:00", "2024-02-01 00:00:00",
    "2024-01-31 12:04:00", "2024-03-31 23:59:60", "2023-02-01 12:00:00", "2024-01-31", "noon",
)
NUMBERS = ("0", "1", "2", "100", "101", "99.5", "-3", "0.1", "0.05", "100.0000001")


def words(chance: random.Random, choices: tuple[str, ...] | list[str], most: int) -> str:
    """A list of up to so many of the words, which may repeat, as JSON."""
    picked = [chance.choice(choices) for _ in range(chance.randint(0, most))]
    return json.dumps(picked, ensure_ascii=False)


def record(chance: random.Random) -> dict[str, str]:
    """One record, every value drawn by itself."""
    vector = [round(chance.uniform(-1, 1), 3) for _ in range(3)]
    return {
        "first_name": chance.choice(FIRST),
        "surname": chance.choice(LAST),
        "dob": chance.choice(DATES),
        "postcode": chance.choice(POSTCODES),
        "email": chance.choice(EMAILS),
        "town": chance.choice(TOWNS),
        "street": chance.choice(STREETS),
        "tags": words(chance, TAGS, 4),
        "aliases": words(chance, [*FIRST[:8], "Annabel", "Annabelle", "Anabel"], 3),
        "stamp": chance.choice(STAMPS),
        "amount": chance.choice(NUMBERS),
        "lat": f"{chance.uniform(51.4, 51.6):.6f}",
        "long": f"{chance.uniform(-0.2, 0.2):.6f}",
        "vector": json.dumps(vector),
        "born": f"1980-{chance.randint(1, 4):02}-{chance.randint(1, 28):02}",
        "age": str(chance.randint(38, 44)),
    }


def varied(original: dict[str, str], chance: random.Random) -> dict[str, str]:
    """The record again: exact, misspelt, or with a value of another."""
    copy, other = dict(original), record(chance)
    for column in copy:
        if chance.random() < 0.15:
            copy[column] = other[column]
    for column in ("first_name", "surname", "postcode", "email"):
        if chance.random() < 0.2:
            copy[column] = misspelt(copy[column], chance)
    if chance.random() < 0.15:
        copy["first_name"], copy["surname"] = copy["surname"], copy["first_name"]
    if chance.random() < 0.15:
        copy["surname"] = copy["surname"].swapcase()
    return copy


def rows(count: int, seed: int, prefix: str) -> list[dict[str, str]]:
    """So many records, of about half as many originals; one value in eight is missing."""
    chance = random.Random(seed)
    made: list[dict[str, str]] = []
    original = record(chance)
    cluster = 0
    while len(made) < count:
        if chance.random() < 0.5:
            original, cluster = record(chance), cluster + 1
        row = varied(original, chance)
        row = {name: "" if chance.random() < 0.125 else value for name, value in row.items()}
        made.append({**row, "cluster": f"{prefix}{cluster}"})
    return [{"unique_id": f"{prefix}{number}", **row} for number, row in enumerate(made)]


def write_headings(path: Path, records: list[dict[str, str]]) -> None:
    """Writes some columns under other headings, as a spreadsheet does: a mark first, CR LF."""
    headings = {
        "unique_id": "Person No.", "first_name": "First Name", "surname": "SURNAME",
        "dob": "D.O.B.", "town": "tôwn", "street": "order",
    }
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        writer.writerow(headings.values())
        writer.writerows([row[name] for name in headings] for row in records)


def write_stress(folder: Path) -> None:
    """Writes the tables; in two of them the same identifiers stand for other records.

    The last table names the sources of its records itself.
    """
    tables = {
        "odd": rows(180, 11, ""), "odd_b": rows(90, 12, ""), "odd_c": rows(60, 13, "x"),
        "odd_sources": [
            {"source_dataset": source, **row}
            for source, seed in (("Ness", 14), ("Marling", 15), ("Oxwell", 16))
            for row in rows(40, seed, "")
        ],
    }
    write_headings(folder / "odd_headings.csv", tables["odd_b"])
    tables["odd_repeated"] = [*tables["odd_c"], {**tables["odd_c"][3], "town": "Ness"}]
    for name, records in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(records[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(records)
