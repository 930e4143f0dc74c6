"""Does one plan with the Splink of this environment: trains, scores, clusters and writes it all.

Usage: splink_side.py PLAN INPUTS OUTPUT. Writes model.json, pairs.csv, clusters-P.csv for each
probability, and measures.json with the CPU seconds of each stage and the peak of memory.
"""

import json
import logging
import os
import resource
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

import duckdb
import splink
from splink import DuckDBAPI, Linker

import stress
import tutorials
from plan import CLUSTER_PROBABILITIES, Plan

IS_FIVE = splink.__version__.startswith("5.")


class Measures:
    """CPU and wall seconds by stage, the latter also of Python's and DuckDB's other threads."""

    def __init__(self) -> None:
        self.cpu: dict[str, float] = {}
        self.wall: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Adds what happens within to a stage."""
        wall, cpu = time.perf_counter(), sum(os.times()[:2])
        yield
        self.cpu[name] = self.cpu.get(name, 0) + sum(os.times()[:2]) - cpu
        self.wall[name] = self.wall.get(name, 0) + time.perf_counter() - wall

    def write(self, path: Path, **more: Any) -> None:
        """Writes the stages and the whole process."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        whole = {
            "splink": splink.__version__,
            "duckdb": duckdb.__version__,
            "cpu": self.cpu,
            "wall": self.wall,
            "total_cpu": usage.ru_utime + usage.ru_stime,
            "peak_megabytes": usage.ru_maxrss / 1024,
        }
        path.write_text(json.dumps({**whole, **more}, indent=2) + "\n")


def load(plan: Plan, folder: Path, connection: duckdb.DuckDBPyConnection) -> None:
    """Reads the inputs as tables of text; columns with a type are cast."""
    for name in plan.inputs:
        casts = ", ".join(f"cast({c} as {t}) as {c}" for c, t in plan.types.items())
        replaced = f"replace ({casts})" if casts else ""
        connection.execute(
            f"create table input_{name} as select * {replaced} from "
            f"read_csv('{folder / name}.csv', all_varchar = true, header = true, nullstr = '')"
        )


def linker(plan: Plan, connection: duckdb.DuckDBPyConnection, settings: Any) -> Linker:
    """A linker over the inputs, each named as its file."""
    api = DuckDBAPI(connection=connection)
    if IS_FIVE:
        tables = [
            api.register(f"input_{name}", dataset_display_name=name) for name in plan.inputs
        ]
        return Linker(tables, settings)
    tables = [f"input_{name}" for name in plan.inputs]
    return Linker(tables, settings, api, input_table_aliases=list(plan.inputs))


def train(plan: Plan, model: Linker, measures: Measures) -> None:
    """Estimates the three kinds of parameters, as the tutorials do."""
    training = plan.training
    if training is None:
        return
    with measures.stage("lambda"):
        model.training.estimate_probability_two_random_records_match(
            list(training.deterministic_rules), recall=training.recall
        )
    with measures.stage("u"):
        model.training.estimate_u_using_random_sampling(
            max_pairs=training.random_pairs, seed=training.seed
        )
    with measures.stage("em"):
        for rule in training.em_rules:
            model.training.estimate_parameters_using_expectation_maximisation(
                rule, estimate_without_term_frequencies=training.without_term_frequencies
            )


@dataclass(frozen=True)
class Work:
    """One plan, the database that holds its tables and the folder to write to."""

    plan: Plan
    connection: duckdb.DuckDBPyConnection
    output: Path
    measures: Measures

    def write(self, table: Any, name: str, wanted: str, order: str) -> None:
        """Writes a table of Splink's; `order` makes the file the same each time."""
        self.connection.execute(
            f"copy (select {wanted} from {table.physical_name} order by {order}) "
            f"to '{self.output / name}' (header, delimiter ',')"
        )


def identifiers(plan: Plan) -> list[str]:
    """The columns that say which records a pair is of."""
    names = [f'"{plan.unique_id}_l"', f'"{plan.unique_id}_r"']
    if not plan.has_sources:
        return names
    return ["source_dataset_l", names[0], "source_dataset_r", names[1]]


def pair_columns(plan: Plan, table: Any) -> str:
    """The identifiers, the weight, and each comparison's part in it."""
    kept = ("gamma_", "mw_", "bf_", "tf_")
    names = [c.unquote().name for c in table.columns]
    parts = [name for name in names if name.startswith(kept)]
    quoted = [f'"{name}"' for name in ("match_weight", "match_probability", "match_key", *parts)]
    return ", ".join([*identifiers(plan), *quoted])


def score(work: Work, model: Linker) -> int:
    """Scores the candidate pairs, then clusters; returns the number of pairs that were kept."""
    plan, ids = work.plan, ", ".join(identifiers(work.plan))
    with work.measures.stage("predict"):
        pairs = model.inference.predict(threshold_match_weight=plan.lowest_weight)
    with work.measures.stage("write"):
        work.write(pairs, "pairs.csv", pair_columns(plan, pairs), ids)
    for probability in CLUSTER_PROBABILITIES:
        with work.measures.stage("cluster"):
            clusters = model.clustering.cluster_pairwise_predictions_at_threshold(
                pairs, threshold_match_probability=probability
            )
        names = ["cluster_id", *(["source_dataset"] if plan.has_sources else [])]
        wanted = ", ".join([*names, f'"{plan.unique_id}"'])
        work.write(clusters, f"clusters-{probability}.csv", wanted, wanted)
    count = work.connection.execute(f"select count(*) from {pairs.physical_name}").fetchall()
    return count[0][0]


def main() -> int:
    """Does the plan that the first argument names."""
    name, inputs, output = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    plans = (*tutorials.PLANS, *stress.PLANS, tutorials.LARGE)
    plan = next(plan for plan in plans if plan.name == name)
    logging.getLogger("splink").setLevel(logging.ERROR)
    output.mkdir(parents=True, exist_ok=True)
    measures = Measures()
    connection = duckdb.connect()
    # Splink's functions over lists use the old form, which DuckDB 2 takes only when told to.
    connection.execute("set lambda_syntax = 'ENABLE_SINGLE_ARROW'")
    with measures.stage("load"):
        load(plan, inputs, connection)
    model = linker(plan, connection, plan.settings())
    model.misc.save_model_to_json(str(output / "settings.json"), overwrite=True)
    train(plan, model, measures)
    model.misc.save_model_to_json(str(output / "model.json"), overwrite=True)
    # The file leaves out a level that training never met, and then a default counts for it.
    saved = linker(plan, connection, str(output / "model.json"))
    count = score(Work(plan, connection, output, measures), saved)
    measures.write(output / "measures.json", pairs=count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
