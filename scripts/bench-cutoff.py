#!/usr/bin/env python3
"""Measures the cut-off that `weft link run` chooses without labels against the best with labels.

Usage: scripts/bench-cutoff.py WEFT_BINARY [INPUTS] [--people N]
INPUTS is the folder of data sets that `make bench-splink` writes; without it only invented lists
are measured. Labels are read after the cut-off is chosen, and for measuring alone. No set was used
to design the choice: it has no parameter that could be fitted.
"""

import argparse
import csv
import json
import subprocess
import tempfile
from pathlib import Path

SURE = 4.247927513443584  # p = 0.95 in bits
# Name, files, column of the truth, whether the proposal tells homes apart, least F1.
SETS = (
    ("febrl3", ("febrl3",), "cluster", False, 0.996),
    ("febrl4", ("febrl4a", "febrl4b"), "cluster", False, 0.9996),
    ("people", ("people",), "cluster", False, None),
    ("uk", ("council_tax", "electoral_register"), "person", True, None),
)


def weft(binary: Path, *arguments: str) -> str:
    """Runs a command and returns its standard output."""
    done = subprocess.run([binary, *arguments], capture_output=True, text=True, timeout=900)
    if done.returncode:
        raise SystemExit(f"weft {' '.join(arguments[:2])}: {done.stderr.strip()}")
    return done.stdout


def at(curve: list[dict[str, str]], threshold: float) -> dict[str, str]:
    """The point of the pairs that reach a threshold."""
    reached = [point for point in curve if float(point["threshold"]) >= threshold]
    return reached[-1] if reached else {"f1": "0", "precision": "1", "recall": "0"}


def mark(value: float, met: bool) -> str:
    return f"{value:.4f}" + ("" if met else " missed")


def link(binary: Path, folder: Path, inputs: list[str], truth: str,
         options: tuple[str, ...]) -> tuple[Path, dict[str, float]]:
    """Pairs by a proposed model, and the cut-off that is chosen for them."""
    model, results = folder / "model.yaml", folder / "results"
    weft(binary, "link", "propose", *inputs, "--ignore", truth, "--output", str(model))
    run = weft(binary, "link", "run", "--model", str(model), *inputs, *options,
               "--output", str(results), "--json")
    return results / "pairs.csv", json.loads(run)["threshold"]


def score(binary: Path, folder: Path, inputs: list[str],
          model: Path) -> tuple[Path, dict[str, float]]:
    """Pairs by a trained model, and the cut-off that is chosen for them."""
    pairs = folder / "pairs.csv"
    weft(binary, "link", "predict", "--model", str(model), *inputs, "--threshold-weight", "-5",
         "--output", str(pairs))
    clusters = weft(binary, "link", "cluster", "--pairs", str(pairs), "--pairs-from", "-5",
                    "--output", str(folder / "clusters.csv"), "--json")
    return pairs, json.loads(clusters)["threshold"]


def measure(binary: Path, folder: Path, inputs: list[str], truth: str,
            linked: tuple[Path, dict[str, float]], least: float | None) -> list[str]:
    """The figures of one set and scorer."""
    (pairs, chosen), curve = linked, folder / "curve.csv"
    weft(binary, "link", "evaluate", "--pairs", str(pairs), "--truth", truth, *inputs,
         "--curve", str(curve), "--json")
    with open(curve, newline="") as rows:
        points = list(csv.DictReader(rows))
    best = max(points, key=lambda point: float(point["f1"]))
    got, sure = at(points, chosen["matchWeight"]), at(points, SURE)
    f1, gap = float(got["f1"]), float(best["f1"]) - float(got["f1"])
    return [
        f"{float(best['f1']):.4f} at {float(best['threshold']):.2f}",
        mark(f1, least is None or f1 >= least) + f" at {chosen['matchWeight']:.2f}",
        f"{chosen['expectedF1']:.4f}",
        mark(gap, gap <= 0.005),
        mark(float(sure["precision"]), float(sure["precision"]) >= 0.98),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=Path)
    parser.add_argument("inputs", type=Path, nargs="?")
    parser.add_argument("--people", type=int, default=20_000)
    given = parser.parse_args()
    binary = given.binary.resolve()
    print("| Set | Model | Best F1 with labels, bits | F1 at the cut-off, bits "
          "| Expected F1 | Gap, ≤ 0.005 | Precision at p ≥ 0.95, ≥ 0.98 |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        weft(binary, "demo-data", "--duplicates", "--people", str(given.people), "--out", name)
        sets = [(f"invented list of {given.people:,}", [folder / "people.csv"], "cluster", True,
                 None)]
        for title, files, truth, home, least in SETS if given.inputs else ():
            paths = [given.inputs / f"{file}.csv" for file in files]
            sets.append((title, paths, truth, home, least))
        for title, files, truth, home, least in sets:
            inputs = [part for file in files for part in ("--input", str(file))]
            ways = {"proposed": lambda: link(binary, folder, inputs, truth, ())}
            if home:
                ways["proposed, homes left together"] = lambda: link(
                    binary, folder, inputs, truth, ("--plain",))
            trained = given.inputs and given.inputs.parent / title / "splink-5" / "model.json"
            if trained and trained.exists():
                ways["trained by Splink 5"] = lambda: score(binary, folder, inputs, trained)
            for words, way in ways.items():
                row = measure(binary, folder, inputs, truth, way(), least)
                print(f"| {title} | {words} | {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
