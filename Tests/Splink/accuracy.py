"""How right pairs and clusters are, by the known truth; the same for every program."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log2
from pathlib import Path

import duckdb

from parity import columns, csv
from plan import Plan

Record = tuple[str, str]


@dataclass(frozen=True)
class Score:
    """Right pairs among those found, and found ones among those that are right."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0


class Truth:
    """Which records are of one person. A record without a truth is alone."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.people: dict[Record, str] = {}
        for name in plan.inputs:
            rows = duckdb.sql(
                f'select "{plan.unique_id}", "{plan.truth}" from {csv(folder / f"{name}.csv")}'
            ).fetchall()
            for identifier, person in rows:
                own = f"{name} {identifier}"
                self.people[(self.source(name), identifier)] = own if person is None else person
        self.pairs = self._count()

    def source(self, name: str) -> str:
        """The name of the input, where there are several."""
        return name if len(self.plan.inputs) > 1 else ""

    def _count(self) -> int:
        """The true pairs: between inputs where those are linked, else all."""
        whole = sum(n * (n - 1) // 2 for n in Counter(self.people.values()).values())
        if len(self.plan.inputs) == 1:
            return whole
        by_source = Counter((source, person) for (source, _), person in self.people.items())
        return whole - sum(n * (n - 1) // 2 for n in by_source.values())

    def _steps(self, pairs: Path) -> list[tuple[float, int, int]]:
        """Each weight from the highest down, its pairs and its right pairs."""
        sources = "source_dataset_l" in columns(pairs)
        ids = [f"{self.plan.unique_id}_l", f"{self.plan.unique_id}_r"]
        left, right = ("source_dataset_l", "source_dataset_r") if sources else ("''", "''")
        rows = duckdb.execute(
            f'select {left}, "{ids[0]}", {right}, "{ids[1]}", match_weight::double '
            f"from {csv(pairs)} where match_weight is not null"
        )
        found: Counter[float] = Counter()
        hits: Counter[float] = Counter()
        while batch := rows.fetchmany(100_000):
            for source_l, id_l, source_r, id_r, weight in batch:
                found[weight] += 1
                hits[weight] += self.people[(source_l, id_l)] == self.people[(source_r, id_r)]
        return [(weight, found[weight], hits[weight]) for weight in sorted(found, reverse=True)]

    def scores(self, pairs: Path, probability: float) -> tuple[Score, Score]:
        """The best score at any threshold, and the one at a probability."""
        threshold = log2(probability / (1 - probability))
        best = fixed = Score(0, 0)
        found = hits = 0
        for weight, more, right in self._steps(pairs):
            found, hits = found + more, hits + right
            score = Score(hits / found, hits / self.pairs if self.pairs else 0)
            best = max(best, score, key=lambda s: s.f1)
            if weight >= threshold:
                fixed = score
        return best, fixed

    def b_cubed(self, clusters: Path) -> float:
        """B³ F1: for each record, how much of its cluster is its person, and the reverse."""
        names = columns(clusters)
        cluster_of: dict[Record, str] = {}
        for row in duckdb.sql(f"select * from {csv(clusters)}").fetchall():
            value = dict(zip(names, row))
            record = (value.get("source_dataset") or "", value[self.plan.unique_id])
            cluster_of[record] = value["cluster_id"]
        groups: dict[tuple[str, str], int] = defaultdict(int)
        own = {record: cluster_of.get(record, f"alone {record}") for record in self.people}
        for record, person in self.people.items():
            groups[(own[record], person)] += 1
        clusters_of, people_of = Counter(own.values()), Counter(self.people.values())
        count = len(self.people)
        precision = sum(n * n / clusters_of[c] for (c, _), n in groups.items()) / count
        recall = sum(n * n / people_of[p] for (_, p), n in groups.items()) / count
        return Score(precision, recall).f1
