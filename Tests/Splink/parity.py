"""Compares two answers to the same question; every function returns sentences, one a fault."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

LARGEST_DIFFERENCE = 1e-4
EXAMPLES = 3
Partition = frozenset[frozenset[tuple[str, ...]]]


@dataclass
class Parity:
    """What a comparison of two files of pairs found."""

    pairs: int = 0
    largest_difference: float = 0
    faults: list[str] = field(default_factory=list)


def columns(path: Path) -> list[str]:
    """The headings of a CSV file."""
    found = duckdb.sql(f"select * from {csv(path)} limit 0").columns
    return [str(name) for name in found]


def csv(path: Path) -> str:
    """The file as DuckDB reads it: every value a text."""
    return f"read_csv('{path}', all_varchar = true, header = true, delim = ',', quote = '\"')"


def read_count(path: Path, where: str = "true") -> int:
    """The number of rows where a condition holds."""
    return duckdb.sql(f"select count(*) from {csv(path)} where {where}").fetchall()[0][0]


def join(left: Path, right: Path, ids: list[str], kind: str, where: str = "true") -> str:
    """Both files joined on the identifiers, the left one cut to a condition."""
    same = " and ".join(f'a."{name}" = b."{name}"' for name in ids)
    return f"(select * from {csv(left)} where {where}) a {kind} join {csv(right)} b on {same}"


def missing(left: Path, right: Path, ids: list[str], where: str, says: str) -> list[str]:
    """A fault when the right file lacks pairs that the left has where a condition holds."""
    names = ", ".join(f'a."{name}"' for name in ids)
    rows = duckdb.sql(f"select {names} from {join(left, right, ids, 'anti', where)}")
    count = len(rows)
    return [f"{count} pairs {says}, as {rows.limit(EXAMPLES).fetchall()}"] if count else []


def compare_pairs(theirs: Path, ours: Path, ids: list[str]) -> Parity:
    """Compares all candidate pairs with their weights and levels."""
    parity = Parity(pairs=read_count(theirs))
    gammas = [name for name in columns(theirs) if name.startswith("gamma_")]
    found = columns(ours)
    lacking = [name for name in (*ids, "match_weight", *gammas) if name not in found]
    parity.faults += [f"the column {name} is missing" for name in lacking]
    if not {*ids, "match_weight"} <= set(found):
        return parity
    count = read_count(ours)
    if count != parity.pairs:
        parity.faults.append(f"there are {count} pairs instead of {parity.pairs}")
    parity.faults += missing(theirs, ours, ids, "true", "are missing")
    parity.faults += missing(ours, theirs, ids, "true", "are too many")
    parity.faults += weight_faults(theirs, ours, ids, parity)
    for gamma in (name for name in gammas if name in found):
        parity.faults += gamma_faults(theirs, ours, ids, gamma)
    return parity


def weight_faults(theirs: Path, ours: Path, ids: list[str], parity: Parity) -> list[str]:
    """Notes the largest difference of weights; a fault when it is too large."""
    same = join(theirs, ours, ids, "inner")
    name = f'a."{ids[0]}", a."{ids[-1]}"'
    neither = "a.match_weight is null and b.match_weight is null"
    rows = duckdb.sql(
        f"select {name}, a.match_weight, b.match_weight, "
        "coalesce(abs(a.match_weight::double - b.match_weight::double), "
        f"case when {neither} then 0 else 'inf'::double end) as difference "
        f"from {same} order by difference desc limit 1"
    ).fetchall()
    if not rows:
        return []
    parity.largest_difference = rows[0][-1]
    if parity.largest_difference <= LARGEST_DIFFERENCE:
        return []
    left, right, weight, other, _ = rows[0]
    return [f"the weight of {left} and {right} is {other} instead of {weight}"]


def gamma_faults(theirs: Path, ours: Path, ids: list[str], gamma: str) -> list[str]:
    """A fault when a comparison found another level."""
    where = f'a."{gamma}" is distinct from b."{gamma}"'
    rows = duckdb.sql(
        f'select a."{ids[0]}", a."{ids[-1]}", a."{gamma}", b."{gamma}" '
        f"from {join(theirs, ours, ids, 'inner')} where {where}"
    )
    count = len(rows)
    if not count:
        return []
    shown = ", ".join(
        f"{left} and {right}: {other} instead of {level}"
        for left, right, level, other in rows.limit(EXAMPLES).fetchall()
    )
    return [f"{gamma} differs in {count} pairs, as {shown}"]


def compare_at_threshold(
    theirs: Path, ours: Path, ids: list[str], weight: float
) -> list[str]:
    """Whether our pairs at a threshold are those of theirs that reach it."""
    reached = f"match_weight::double >= {weight!r}"
    faults = missing(theirs, ours, ids, reached, f"are missing at weight {weight:.3f}")
    count = read_count(theirs, reached)
    found = read_count(ours)
    if found != count:
        faults.append(f"at weight {weight:.3f} there are {found} pairs instead of {count}")
    return faults


def partition(path: Path) -> Partition:
    """The clusters of at least two records; the column `cluster_id` says which."""
    names = columns(path)
    place = names.index("cluster_id")
    members: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in duckdb.sql(f"select * from {csv(path)}").fetchall():
        members[row[place]].add(tuple(v for n, v in sorted(zip(names, row)) if n != "cluster_id"))
    return frozenset(frozenset(group) for group in members.values() if len(group) > 1)


def compare_clusters(theirs: Path, ours: Path) -> list[str]:
    """Whether both have the same clusters, whatever their names."""
    first, second = partition(theirs), partition(ours)
    if first == second:
        return []
    return [
        f"{len(first - second)} of {len(first)} clusters are not found,"
        f" {len(second - first)} others are"
    ]
