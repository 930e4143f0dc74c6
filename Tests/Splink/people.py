"""Invented people with repeated and damaged records: one table, the truth in `cluster`.

The table has the shape of `fake_1000`, the data of Splink's first tutorial, which no package
holds: 1,000 records with missing values, one to eight of each person, and some that share only
little.
"""

import csv
import random
from pathlib import Path

FIRST_NAMES = """
Ada Alfie Amelia Amir Archie Aria Arthur Ava Bella Ben Callum Chloe Daisy Daniel Dylan Eliza
Ella Elsie Emily Ethan Eva Evie Fatima Finley Florence Freddie Freya George Grace Hannah Harper
Harriet Harry Henry Hugo Imogen Isaac Isla Ivy Jack Jacob James Jasmine Jessica Joseph Joshua
Julia Kai Layla Leo Lily Logan Lola Louie Lucas Lucy Luna Maisie Maryam Mason Matilda Max Maya
Mia Millie Mohammed Molly Muhammad Nancy Noah Nora Oliver Olivia Oscar Penelope Phoebe Poppy
Ralph Reuben Riley Robyn Ronnie Rosie Ruby Samuel Sara Scarlett Sebastian Sienna Sofia Sophie
Stanley Teddy Thea Theo Thomas Toby Violet William Willow Yusuf Zachary Zara Zoe
""".split()

SURNAMES = """
Adams Ahmed Ali Allen Anderson Bailey Baker Barnes Begum Bell Bennett Brown Butler Campbell
Carter Chapman Clark Clarke Collins Cook Cooper Cox Davies Davis Dixon Edwards Ellis Evans
Fisher Foster Fox Gibson Graham Gray Green Griffiths Hall Harris Harrison Harvey Hill Holmes
Hughes Hunt Hussain Jackson James Jenkins Johnson Johnston Jones Kaur Kelly Khan King Knight Lee
Lewis Lloyd Marshall Martin Mason Matthews Miller Mills Mitchell Moore Morgan Morris Murphy
Murray Owen Palmer Parker Patel Phillips Powell Price Reid Reynolds Richards Richardson Roberts
Robertson Robinson Rogers Rose Russell Saunders Scott Shaw Simpson Singh Smith Stevens Stewart
Taylor Thomas Thompson Turner Walker Walsh Ward Watson Watts Webb West White Wilkinson Williams
Wilson Wood Wright Young
""".split()

# Towns with how many people of a hundred live there.
TOWNS = {
    "Westering": 40, "Saltmere": 15, "Tollesham": 10, "Northbourne": 8, "Marling": 7,
    "Fenwick St Mary": 6, "Oxwell": 5, "Great Harrow": 4, "Little Harrow": 3, "Ness": 2,
}
MAIL_DOMAINS = ("example.org", "example.com", "mail.example.net")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
HEADINGS = ("unique_id", "first_name", "surname", "dob", "city", "email", "cluster")


def misspelt(text: str, chance: random.Random) -> str:
    """The text with one letter left out, added, replaced or swapped with its neighbour."""
    if len(text) < 2:
        return text
    place = chance.randrange(len(text) - 1)
    before, here, after = text[:place], text[place], text[place + 1 :]
    change = chance.randrange(4)
    if change == 0:
        return before + after
    if change == 1:
        return before + here + chance.choice(LETTERS) + after
    if change == 2:
        return before + chance.choice(LETTERS) + after
    return before + after[0] + here + after[1:]


def misread(date: str, chance: random.Random) -> str:
    """The date with another day, month or year."""
    year, month, day = date.split("-")
    change = chance.randrange(3)
    if change == 0:
        day = f"{chance.randint(1, 28):02}"
    elif change == 1:
        month = f"{chance.randint(1, 12):02}"
    else:
        year = str(int(year) + chance.choice((-1, 1, 10)))
    return f"{year}-{month}-{day}"


def person(chance: random.Random) -> dict[str, str]:
    """One person as they would write it themselves."""
    first, last = chance.choice(FIRST_NAMES), chance.choice(SURNAMES)
    born = (chance.randint(1940, 2020), chance.randint(1, 12), chance.randint(1, 28))
    address = f"{first}.{last}{chance.randint(1, 99)}@{chance.choice(MAIL_DOMAINS)}"
    town = chance.choices(tuple(TOWNS), weights=tuple(TOWNS.values()))[0]
    return {
        "first_name": first,
        "surname": last,
        "dob": "{:04}-{:02}-{:02}".format(*born),
        "city": town,
        "email": address.lower(),
    }


def damaged(record: dict[str, str], chance: random.Random) -> dict[str, str]:
    """The record as somebody else took it down."""
    copy = dict(record)
    if chance.random() < 0.08:
        copy["first_name"], copy["surname"] = copy["surname"], copy["first_name"]
    for column in ("first_name", "surname", "city", "email"):
        if chance.random() < 0.2:
            copy[column] = misspelt(copy[column], chance)
    if chance.random() < 0.2:
        copy["dob"] = misread(copy["dob"], chance)
    for column in copy:
        if chance.random() < 0.15:
            copy[column] = ""
    return copy


def records(count: int, seed: int) -> list[dict[str, str]]:
    """So many records of about a quarter as many people, in random order."""
    chance = random.Random(seed)
    rows: list[dict[str, str]] = []
    cluster = 0
    while len(rows) < count:
        original = person(chance)
        for _ in range(min(chance.choice((1, 2, 3, 4, 5, 6, 8)), count - len(rows))):
            rows.append({**damaged(original, chance), "cluster": str(cluster)})
        cluster += 1
    chance.shuffle(rows)
    return [{"unique_id": str(number), **row} for number, row in enumerate(rows)]


def write_people(path: Path, count: int = 1000, seed: int = 1) -> None:
    """Writes the table as CSV; an empty field is a missing value."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, HEADINGS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records(count, seed))
