"""Compares Weft's work with Splink's on one plan."""

from math import log2
from pathlib import Path
from typing import Callable

from accuracy import Truth
from measured import Cost, Refused
from parity import (
    columns, compare_at_threshold, compare_clusters, compare_pairs, read_count,
)
from plan import CLUSTER_PROBABILITIES, Plan
from report import Report, Result
from splink_answers import SplinkAnswers
from weft_side import Weft

# Where the pairs of a threshold are compared, in bits of weight.
WEIGHTS = (-10.0, -2.5, 0.0, 7.5)
PROBABILITIES = (0.95, 0.5)


def identifiers(pairs: Path) -> list[str]:
    """The columns that say which records a pair is of: those before the weight."""
    names = columns(pairs)
    return names[: names.index("match_weight")]


def told(faults: Callable[[], list[str]]) -> list[str]:
    """The faults that are found; a refusal is one."""
    try:
        return faults()
    except Refused as refusal:
        return [str(refusal)]


def compare_with_saved_model(
    plan: Plan, version: int, answer: SplinkAnswers, weft: Weft, report: Report
) -> None:
    """Whether Weft, given a model that Splink saved, gives the same pairs and clusters."""
    name = f"{plan.name}, model of Splink {version}"
    ours = weft.output / "pairs.csv"
    ids = identifiers(answer.pairs)
    line = [plan.name, str(version)]
    try:
        weft.predict(plan, answer.model, ours)
    except Refused as refusal:
        wanted = plan.refusal is not None and plan.refusal in str(refusal)
        report.check(name, [] if wanted else [str(refusal)])
        report.parity.append([*line, "refused as it may" if wanted else "refused", "-", "-", "-"])
        return
    parity = compare_pairs(answer.pairs, ours, ids)
    difference = f"{parity.largest_difference:.1e}"
    if not report.check(f"{name}, pairs", parity.faults):
        report.parity.append([*line, f"{parity.pairs} differ", difference, "-", "-"])
        return
    thresholds = report.check(
        f"{name}, thresholds", told(lambda: threshold_faults(plan, answer, weft, ids))
    )
    clusters = report.check(
        f"{name}, clusters", told(lambda: cluster_faults(answer, weft, ours))
    )
    says = ["same" if same else "differ" for same in (thresholds, clusters)]
    report.parity.append([*line, str(parity.pairs), difference, *says])


def threshold_faults(
    plan: Plan, answer: SplinkAnswers, weft: Weft, ids: list[str]
) -> list[str]:
    """Compares the pairs at some weights and probabilities."""
    ours = weft.output / "pairs-at-threshold.csv"
    faults = []
    for weight in WEIGHTS:
        if plan.lowest_weight is not None and weight < plan.lowest_weight:
            continue
        weft.predict(plan, answer.model, ours, f"--threshold-weight={weight}")
        faults += compare_at_threshold(answer.pairs, ours, ids, weight)
    for probability in PROBABILITIES:
        weft.predict(plan, answer.model, ours, f"--threshold-probability={probability}")
        weight = log2(probability / (1 - probability))
        faults += compare_at_threshold(answer.pairs, ours, ids, weight)
    return faults


def cluster_faults(answer: SplinkAnswers, weft: Weft, pairs: Path) -> list[str]:
    """Compares the clusters at each probability."""
    faults = []
    for probability in CLUSTER_PROBABILITIES:
        ours = weft.output / f"clusters-{probability}.csv"
        weft.cluster(pairs, probability, ours)
        found = compare_clusters(answer.clusters(probability), ours)
        faults += [f"at {probability}: {fault}" for fault in found]
    return faults


def compare_training(
    plan: Plan, answers: dict[int, SplinkAnswers], weft: Weft, report: Report
) -> None:
    """Lets Weft train by the same plan and puts accuracy and cost side by side."""
    truth = Truth(plan, weft.inputs)
    at = CLUSTER_PROBABILITIES[0]
    results = []
    for version, answer in answers.items():
        costs = (answer.training_cost, answer.cost("predict", "write"), answer.cluster_cost)
        results.append(
            result(f"Splink {version}", truth, answer.pairs, answer.clusters(at), costs)
        )
    report.results[plan.name] = results
    newest = answers[max(answers)]
    pairs, clusters = weft.output / "pairs.csv", weft.output / "clusters.csv"
    try:
        costs = weft.run(plan, newest.settings, at)
    except Refused as refusal:
        report.check(f"{plan.name}, trained by Weft", [str(refusal)])
        return
    results.append(result("Weft", truth, pairs, clusters, costs))


def result(
    program: str, truth: Truth, pairs: Path, clusters: Path, costs: tuple[Cost, Cost, Cost]
) -> Result:
    """A program's accuracy at the first probability, with its cost."""
    best, fixed = truth.scores(pairs, CLUSTER_PROBABILITIES[0])
    return Result(
        program, read_count(pairs), *costs, best, fixed, truth.b_cubed(clusters)
    )
