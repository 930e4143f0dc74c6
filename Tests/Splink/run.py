"""Compares Weft with both versions of Splink: the same answers, then accuracy and cost.

Usage: run.py --weft BINARY --folder FOLDER --python5 PYTHON --python4 PYTHON [PLAN …]
"""

import argparse
import sys
from pathlib import Path

import splink_answers
import stress
import tutorials
from compare import compare_training, compare_with_saved_model
from datasets import write_large, write_tables
from plan import Plan
from report import Report
from splink_answers import SplinkAnswers
from weft_side import Weft


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weft", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--python5", type=Path, required=True)
    parser.add_argument("--python4", type=Path, required=True)
    parser.add_argument("--large", type=Path, help="only compare on this CSV of people")
    parser.add_argument("--splink-only", action="store_true", help="only make Splink's answers")
    parser.add_argument("plans", nargs="*", help="names of plans; all when none is given")
    return parser.parse_args()


def chosen(names: list[str]) -> list[Plan]:
    """The plans of these names, or all."""
    plans = [*tutorials.PLANS, *stress.PLANS]
    unknown = sorted(set(names) - {plan.name for plan in plans})
    if unknown:
        sys.exit(f"There is no plan {', '.join(unknown)}; there are "
                 f"{', '.join(plan.name for plan in plans)}.")
    return [plan for plan in plans if not names or plan.name in names]


def main() -> int:
    """Runs the plans and prints the tables last."""
    given = arguments()
    inputs = given.folder / "inputs"
    if given.large is not None:
        write_large(inputs, given.large)
    else:
        write_tables(inputs, given.weft)
    pythons = {5: given.python5, 4: given.python4}
    report = Report()
    for plan in [tutorials.LARGE] if given.large is not None else chosen(given.plans):
        answers = {
            version: splink_answers.answer(plan, version, pythons[version], given.folder)
            for version in plan.versions
        }
        if not given.splink_only:
            compare(plan, answers, given, report)
    if report.parity:
        print(report.parity_table(), "\n")
    if report.results:
        print(report.cost_table(), "\n")
    if not given.splink_only:
        print(report.summary(), flush=True)
    return 1 if report.faults else 0


def compare(
    plan: Plan, answers: dict[int, SplinkAnswers], given: argparse.Namespace, report: Report
) -> None:
    """Compares Weft with the answers of each version."""
    inputs = given.folder / "inputs"
    for version, answer in answers.items():
        weft = Weft(given.weft, inputs, given.folder / plan.name / f"weft-with-model-{version}")
        compare_with_saved_model(plan, version, answer, weft, report)
    if plan.training is not None:
        weft = Weft(given.weft, inputs, given.folder / plan.name / "weft")
        compare_training(plan, answers, weft, report)


if __name__ == "__main__":
    sys.exit(main())
