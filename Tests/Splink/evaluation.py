"""Compares what Weft measures of a linkage with what Splink's charts show: at every threshold the
right and wrong links, and the records that could not even be matched to a copy of their own.

Usage: evaluation.py WEFT MODEL.json PEOPLE.csv TRUTH_COLUMN, with Splink 4 or 5 and DuckDB
installed; the model has one table and ids called unique_id. `make bench-splink` makes such
environments.
"""

import csv
import json
import logging
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import splink
from splink import DuckDBAPI, Linker
from splink.internals.unlinkables import unlinkables_data

IS_FOUR = splink.__version__.startswith("4.")
# Splink rounds thresholds to tenths of a bit and starts each at the middle between two.
HALF_STEP = 0.05
LOWEST = -9.9


def weft(binary: str, *arguments: str) -> Any:
    """What a command of `weft link` prints as JSON."""
    command = [binary, "link", *arguments, "--json"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def splink_linker(people: str, settings: dict[str, Any]) -> Linker:
    """A linker of either version over a table of text."""
    connection = duckdb.connect()
    connection.execute(
        "create table people as select * from read_csv(?, all_varchar=true, nullstr='')", [people]
    )
    api = DuckDBAPI(connection)
    if IS_FOUR:
        return Linker("people", settings, db_api=api, set_up_basic_logging=False)
    return Linker(api.register("people"), settings)


def accuracy(binary: str, folder: Path, given: list[str], linker: Linker) -> list[str]:
    """Where right and wrong links differ at a threshold."""
    model, people, truth = given
    pairs, curve = folder / "pairs.csv", folder / "curve.csv"
    weft(binary, "predict", "--model", model, "--input", people, "--threshold-weight=-10.5",
         "--output", str(pairs))
    weft(binary, "evaluate", "--pairs", str(pairs), "--truth", truth, "--input", people,
         "--curve", str(curve))
    points = [
        (float(row["threshold"]), int(row["true_positives"]), int(row["false_positives"]))
        for row in rows(curve)
    ]
    table = linker.evaluation.accuracy_analysis_from_labels_column(truth, output_type="table")
    records = table.as_record_dict() if IS_FOUR else table.as_record_list()
    theirs = [row for row in records if row["truth_threshold"] >= LOWEST]
    faults = []
    for row in theirs:
        reached = [point for point in points if point[0] >= row["truth_threshold"] - HALF_STEP]
        ours = reached[-1][1:] if reached else (0, 0)
        if ours != (row["tp"], row["fp"]):
            faults.append(f"{row['truth_threshold']:.1f} bits: {ours}, {row['tp']}, {row['fp']}")
    print(f"accuracy: {len(theirs)} thresholds, {len(faults)} differ")
    return faults


def unlinkables(binary: str, folder: Path, given: list[str], linker: Linker) -> list[str]:
    """Where the number of records that cannot be matched differs; each is paired with a copy."""
    model, people, _ = given
    settings = json.loads(Path(model).read_text(encoding="utf-8"))
    settings["link_type"] = "link_only"
    settings["blocking_rules_to_generate_predictions"] = ["l.copy_of = r.copy_of"]
    (folder / "copies.json").write_text(json.dumps(settings), encoding="utf-8")
    records = rows(Path(people))
    for name in ("left", "right"):
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, [*records[0], "copy_of"])
            writer.writeheader()
            writer.writerows({**record, "copy_of": record["unique_id"]} for record in records)
    copies = folder / "copies.csv"
    weft(binary, "predict", "--model", str(folder / "copies.json"), "--input",
         str(folder / "left.csv"), "--input", str(folder / "right.csv"), "--output", str(copies))
    # Splink counts by probabilities of five digits.
    ours = [round(float(row["match_probability"]), 5) for row in rows(copies)]
    faults = []
    theirs = unlinkables_data(linker)
    for row in theirs:
        count = sum(probability <= row["match_probability"] + 1e-9 for probability in ours)
        if count != round(row["cum_prop"] * len(records)):
            faults.append(f"{row['match_probability']}: {count}, {row['cum_prop']}")
    print(f"unlinkable records: {len(theirs)} thresholds, {len(faults)} differ")
    return faults


def main() -> int:
    """Prints what differs; the number of differences decides how it ends."""
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    logging.disable(logging.WARNING)
    binary, *given = sys.argv[1:]
    settings = json.loads(Path(given[0]).read_text(encoding="utf-8"))
    linker = splink_linker(given[1], settings)
    print(f"Splink {splink.__version__}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        faults = accuracy(binary, folder, given, linker)
        faults += unlinkables(binary, folder, given, linker)
    for fault in faults[:20]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
