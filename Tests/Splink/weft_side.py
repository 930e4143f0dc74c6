"""Does a plan with Weft's commands."""

import json
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

    def run(self, plan: Plan, settings: Path, probability: float) -> tuple[Cost, Cost, Cost]:
        """Trains, scores and joins in one go, as Splink does; the files are in `output`.

        What the start and the end of the program cost is put to training, with the reading.
        """
        training = plan.training
        assert training is not None
        rules = [
            part for rule in training.deterministic_rules for part in ("--deterministic-rule", rule)
        ]
        rules += [part for rule in training.em_rules for part in ("--em-rule", rule)]
        lowest = "-inf" if plan.lowest_weight is None else plan.lowest_weight
        whole = self._link(
            "run", "--model", settings, *self._tables(plan), *rules,
            "--recall", str(training.recall), "--seed", str(training.seed),
            f"--pairs-from={lowest}", f"--threshold-probability={probability}",
            "--output", self.output,
        )
        said = (self.output / "run.json").read_text(encoding="utf-8")
        stages = json.loads(said[said.index("\n{"):])["stages"]
        predict = self._part(stages, whole, "Scoring the pairs", "Writing the results")
        cluster = self._part(stages, whole, "Joining the pairs")
        cpu, wall = predict.cpu + cluster.cpu, predict.wall + cluster.wall
        return Cost(whole.cpu - cpu, whole.wall - wall, whole.megabytes), predict, cluster

    @staticmethod
    def _part(stages: list[dict], whole: Cost, *names: str) -> Cost:
        """What some stages of a command cost; the peak of memory is that of the whole."""
        chosen = [stage for stage in stages if stage["name"] in names]
        assert len(chosen) == len(names)
        return Cost(
            sum(stage["cpuSeconds"] for stage in chosen),
            sum(stage["seconds"] for stage in chosen), whole.megabytes,
        )

    def cluster(self, pairs: Path, probability: float, clusters: Path) -> Cost:
        """Joins the pairs at or above a probability."""
        weight = log2(probability / (1 - probability))
        return self._link(
            "cluster", "--pairs", pairs, f"--threshold-weight={weight!r}", "--output", clusters
        )
