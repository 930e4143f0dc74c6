"""Does a plan with Weft's commands."""

from dataclasses import dataclass
from math import log2
from pathlib import Path

from measured import Cost, run
from plan import Plan


@dataclass(frozen=True)
class Weft:
    """The binary, the folder of the inputs and the folder to write to."""

    binary: Path
    inputs: Path
    output: Path

    def _link(self, name: str, *arguments: str | Path) -> Cost:
        self.output.mkdir(parents=True, exist_ok=True)
        command = (self.binary, "link", name, *arguments, "--json")
        return run(command, self.output / f"{name}.json")

    def _tables(self, plan: Plan) -> list[str | Path]:
        return [
            part for name in plan.inputs for part in ("--input", self.inputs / f"{name}.csv")
        ]

    def predict(self, plan: Plan, model: Path, pairs: Path, *threshold: str) -> Cost:
        """Scores the candidate pairs of the inputs with a saved model."""
        if plan.lowest_weight is not None and not threshold:
            threshold = (f"--threshold-weight={plan.lowest_weight}",)
        return self._link(
            "predict", "--model", model, *self._tables(plan), *threshold, "--output", pairs
        )

    def train(self, plan: Plan, settings: Path, model: Path) -> Cost:
        """Trains the settings with the plan's training."""
        training = plan.training
        assert training is not None
        rules = [
            part for rule in training.deterministic_rules for part in ("--deterministic-rule", rule)
        ]
        rules += [part for rule in training.em_rules for part in ("--em-rule", rule)]
        return self._link(
            "train", "--model", settings, *self._tables(plan), *rules,
            "--recall", str(training.recall), "--seed", str(training.seed), "--output", model,
        )

    def cluster(self, pairs: Path, probability: float, clusters: Path) -> Cost:
        """Joins the pairs at or above a probability."""
        weight = log2(probability / (1 - probability))
        return self._link(
            "cluster", "--pairs", pairs, f"--threshold-weight={weight!r}", "--output", clusters
        )
