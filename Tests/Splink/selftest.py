"""Checks that the comparison notices what it is there to notice."""

import csv
import sys
import tempfile
from pathlib import Path

from accuracy import Truth
from parity import compare_at_threshold, compare_clusters, compare_pairs
from plan import Plan

IDS = ["unique_id_l", "unique_id_r"]
PAIRS = [
    [*IDS, "match_weight", "gamma_name"],
    ["a", "b", "7.5", "2"],
    ["a", "c", "0.25", "1"],
    ["b", "c", "", ""],
]
CLUSTERS = [["cluster_id", "unique_id"], ["1", "a"], ["1", "b"], ["2", "c"]]
PEOPLE = [["unique_id", "person"], ["a", "x"], ["b", "x"], ["c", "x"], ["d", ""]]


def write(folder: Path, name: str, rows: list[list[str]]) -> Path:
    """Writes rows as CSV."""
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def changed(row: int, column: int, value: str) -> list[list[str]]:
    """The pairs with one value changed."""
    rows = [list(values) for values in PAIRS]
    rows[row][column] = value
    return rows


def pair_checks(folder: Path) -> list[tuple[str, bool]]:
    """What is said of changed pairs."""
    theirs = write(folder, "theirs.csv", PAIRS)

    def found(rows: list[list[str]]) -> list[str]:
        return compare_pairs(theirs, write(folder, "ours.csv", rows), IDS).faults

    at_five = write(folder, "five.csv", PAIRS[:2])
    return [
        ("equal pairs pass", not found(PAIRS)),
        ("another order passes", not found([PAIRS[0], *reversed(PAIRS[1:])])),
        ("a small difference passes", not found(changed(1, 2, "7.50009"))),
        ("a difference is found", len(found(changed(1, 2, "7.5002"))) == 1),
        ("a weight for none is found", len(found(changed(3, 2, "1"))) == 1),
        ("another level is found", len(found(changed(2, 3, "0"))) == 1),
        ("a level for none is found", len(found(changed(3, 3, "0"))) == 1),
        ("a missing pair is found", len(found(PAIRS[:3])) == 2),
        ("a pair too many is found", len(found([*PAIRS, ["a", "d", "1", "1"]])) == 2),
        ("a repeated pair is found", len(found([*PAIRS, PAIRS[1]])) == 1),
        ("swapped sides are found", bool(found(changed(1, 0, "b")))),
        ("a missing column is found", len(found([row[:3] for row in PAIRS])) == 1),
        ("a threshold passes", not compare_at_threshold(theirs, at_five, IDS, 5)),
        ("it includes its weight", not compare_at_threshold(theirs, at_five, IDS, 7.5)),
        ("a lower one is found", bool(compare_at_threshold(theirs, at_five, IDS, 0))),
        ("a higher one is found", bool(compare_at_threshold(theirs, at_five, IDS, 8))),
    ]


def cluster_checks(folder: Path) -> list[tuple[str, bool]]:
    """What is said of changed clusters."""
    theirs = write(folder, "clusters.csv", CLUSTERS)
    renamed = write(folder, "renamed.csv", [["unique_id", "cluster_id"], ["b", "9"], ["a", "9"]])
    other = write(folder, "other.csv", [CLUSTERS[0], ["1", "a"], ["1", "c"], ["2", "b"]])
    return [
        ("other names and no singles pass", not compare_clusters(theirs, renamed)),
        ("other clusters are found", len(compare_clusters(theirs, other)) == 1),
    ]


def accuracy_checks(folder: Path) -> list[tuple[str, bool]]:
    """Scores worked out by hand: three true pairs, one of them found at 0.95, two in all."""
    write(folder, "people.csv", PEOPLE)
    truth = Truth(Plan("test", ("people",), dict, truth="person"), folder)
    best, fixed = truth.scores(folder / "theirs.csv", 0.95)
    b_cubed = truth.b_cubed(folder / "clusters.csv")
    recall = (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    return [
        ("true pairs are counted", truth.pairs == 3),
        ("the best score counts all found", (best.precision, best.recall) == (1, 2 / 3)),
        ("a probability is a threshold", (fixed.precision, fixed.recall) == (1, 1 / 3)),
        ("B3 is as worked out", abs(b_cubed - 2 * recall / (1 + recall)) < 1e-12),
    ]


def main() -> int:
    """Prints what failed; the exit code says whether anything did."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        checks = [*pair_checks(folder), *cluster_checks(folder), *accuracy_checks(folder)]
    failed = [says for says, holds in checks if not holds]
    for says in failed:
        print(f"FAIL {says}")
    print(f"{len(checks) - len(failed)} of {len(checks)} checks of the comparison itself passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
