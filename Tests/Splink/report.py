"""What is printed: the parity of every model, then accuracy and cost side by side."""

from dataclasses import dataclass, field

from accuracy import Score
from measured import Cost


@dataclass(frozen=True)
class Result:
    """One program's work on one data set."""

    program: str
    pairs: int
    train: Cost
    predict: Cost
    cluster: Cost
    best: Score
    fixed: Score
    b_cubed: float

    @property
    def whole(self) -> Cost:
        """All three steps."""
        return self.train + self.predict + self.cluster


def table(rows: list[list[str]]) -> str:
    """Rows as lines with aligned columns; the first is the heading."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = ["  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * w for w in widths))
    return "\n".join(lines)


def score_text(score: Score) -> str:
    """F1 with its two parts."""
    return f"{score.f1:.4f} ({score.precision:.4f}/{score.recall:.4f})"


def ratio(theirs: float, ours: float) -> str:
    """How many times as much they need."""
    return f"{theirs / ours:.1f}x" if ours else "-"


@dataclass
class Report:
    """Collects findings and prints them."""

    parity: list[list[str]] = field(default_factory=list)
    results: dict[str, list[Result]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    checks: int = 0

    def check(self, name: str, faults: list[str]) -> bool:
        """Counts one check and prints what is wrong at once."""
        self.checks += 1
        for fault in faults:
            self.faults.append(f"{name}: {fault}")
            print(f"FAIL {name}: {fault}", flush=True)
        return not faults

    def parity_table(self) -> str:
        """One line for each model of Splink's that Weft loaded."""
        heading = ["model", "of Splink", "pairs", "largest difference", "thresholds", "clusters"]
        return table([heading, *self.parity])

    def cost_table(self) -> str:
        """One line for each data set and program, and the ratios to Weft."""
        heading = [
            "data set", "trained by", "pairs", "best F1 (P/R)", "F1 at p 0.95 (P/R)", "B3",
            "train s", "predict s", "cluster s", "CPU s", "MB", "CPU ratio", "memory ratio",
        ]
        rows = [heading]
        for name, results in self.results.items():
            ours = next((r for r in results if r.program == "Weft"), None)
            rows += [self._line(name, result, ours) for result in results]
        return table(rows)

    def _line(self, name: str, result: Result, ours: Result | None) -> list[str]:
        costs = (result.train, result.predict, result.cluster, result.whole)
        ratios = ["", ""]
        if ours is not None and result is not ours:
            ratios = [
                ratio(result.whole.cpu, ours.whole.cpu),
                ratio(result.whole.megabytes, ours.whole.megabytes),
            ]
        return [
            name, result.program, str(result.pairs), score_text(result.best),
            score_text(result.fixed), f"{result.b_cubed:.4f}",
            *(f"{cost.cpu:.2f}" for cost in costs), f"{result.whole.megabytes:.0f}", *ratios,
        ]

    def summary(self) -> str:
        """The last line."""
        if self.faults:
            return f"{len(self.faults)} faults in {self.checks} checks against Splink."
        return f"All {self.checks} checks against Splink passed."
