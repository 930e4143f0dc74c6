"""Splink's answers, kept in a folder so that they are made once."""

import json
from dataclasses import dataclass
from pathlib import Path

from measured import Cost, digest_of, run
from plan import CLUSTER_PROBABILITIES, Plan

HERE = Path(__file__).parent
# What an answer depends on, besides the inputs.
SOURCES = (
    "plan.py", "splink_side.py", "stress.py", "stress_comparisons.py", "stress_levels.py",
    "stress_rules.py", "tutorial_models.py", "tutorials.py",
)
TRAINING = ("lambda", "u", "em")


@dataclass(frozen=True)
class SplinkAnswers:
    """The files that one version of Splink wrote for a plan, and what they cost.

    The cost of a step is that of its stages, without the start of Python: Weft's is that of
    whole programs.
    """

    folder: Path
    measures: dict

    @property
    def pairs(self) -> Path:
        """Every candidate pair."""
        return self.folder / "pairs.csv"

    @property
    def model(self) -> Path:
        """The trained model."""
        return self.folder / "model.json"

    @property
    def settings(self) -> Path:
        """The model before training."""
        return self.folder / "settings.json"

    def clusters(self, probability: float) -> Path:
        """The clusters at a probability."""
        return self.folder / f"clusters-{probability}.csv"

    def cost(self, *stages: str) -> Cost:
        """What some stages cost; the peak of memory is that of the whole process."""
        return Cost(
            sum(self.measures["cpu"].get(stage, 0) for stage in stages),
            sum(self.measures["wall"].get(stage, 0) for stage in stages),
            self.measures["peak_megabytes"],
        )

    @property
    def training_cost(self) -> Cost:
        """What reading and training cost."""
        return self.cost("load", *TRAINING)

    @property
    def cluster_cost(self) -> Cost:
        """What the clusters at one probability cost."""
        both = self.cost("cluster")
        count = len(CLUSTER_PROBABILITIES)
        return Cost(both.cpu / count, both.wall / count, both.megabytes)


def answer(plan: Plan, version: int, python: Path, folder: Path) -> SplinkAnswers:
    """The answers of one version of Splink, made now unless they are there already."""
    output = folder / plan.name / f"splink-{version}"
    mark = output / "made-from"
    tables = [folder / "inputs" / f"{name}.csv" for name in plan.inputs]
    made_from = digest_of(*(HERE / name for name in SOURCES), *tables)
    if not mark.exists() or mark.read_text() != made_from:
        output.mkdir(parents=True, exist_ok=True)
        print(f"Splink {version}: {plan.name}", flush=True)
        script = HERE / "splink_side.py"
        run((python, script, plan.name, folder / "inputs", output), output / "messages.txt")
        mark.write_text(made_from)
    return SplinkAnswers(output, json.loads((output / "measures.json").read_text()))
