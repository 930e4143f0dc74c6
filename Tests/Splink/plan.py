"""What is to be done with one data set, the same for every program that does it."""

from dataclasses import dataclass, field
from typing import Any, Callable

# The clusters that are made and compared, by the least probability of a pair.
CLUSTER_PROBABILITIES = (0.95, 0.5)


@dataclass(frozen=True)
class Training:
    """How a model is trained: as in the tutorial of the data set."""

    deterministic_rules: tuple[str, ...]
    recall: float
    em_rules: tuple[str, ...]
    random_pairs: float = 1e6
    seed: int = 2
    without_term_frequencies: bool = False


@dataclass(frozen=True)
class Plan:
    """One data set with its model.

    `settings` builds the settings; it is called where Splink can be imported. `types` gives the
    type of columns that are not text. A plan without training has a model with fixed parameters.
    Every candidate pair is kept, or those that reach the lowest weight. Where Weft may refuse the
    model, `refusal` is what it must say. A single input may have a column that names sources.
    """

    name: str
    inputs: tuple[str, ...]
    settings: Callable[[], Any]
    unique_id: str = "unique_id"
    truth: str | None = None
    types: dict[str, str] = field(default_factory=dict)
    training: Training | None = None
    versions: tuple[int, ...] = (5, 4)
    lowest_weight: float | None = None
    refusal: str | None = None
    names_sources: bool = False

    @property
    def has_sources(self) -> bool:
        """Whether a record is known by its source and its identifier."""
        return len(self.inputs) > 1 or self.names_sources
