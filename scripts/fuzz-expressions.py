#!/usr/bin/env python3
"""Compares the values that Weft and DuckDB give to random expressions on random pairs of records.

    scripts/fuzz-expressions.py [--seed N] [--expressions N] [--rows N] [--weft PATH]

Ends with 1 when any value differs. DuckDB is installed in .build/expressions-venv.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(TOP, ".build", "expressions-venv")
# The order in which parts are evaluated, and so whether one that fails counts, is free in SQL.
FREE_ORDER = ("and ", "or ", "case ", "coalesce", " in (", "between", "distinct", "is true", "is false")


def with_duckdb() -> None:
    """Goes on in an environment that has DuckDB, made when it is missing."""
    python = os.path.join(VENV, "bin", "python")
    if sys.prefix == VENV:
        return
    if not os.path.exists(os.path.join(VENV, "ready")):
        print("Installing DuckDB in .build/expressions-venv.", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet",
                        "--disable-pip-version-check", "duckdb"], check=True)
        open(os.path.join(VENV, "ready"), "w").close()
    os.execv(python, [python] + sys.argv)


class Oracle:
    """DuckDB with the rows in a table of text columns."""

    def __init__(self):
        import duckdb

        self.duckdb = duckdb
        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 1")
        self.connection.execute("SET lambda_syntax = 'ENABLE_SINGLE_ARROW'")

    def load(self, rows: list) -> None:
        names = list(rows[0])
        self.connection.execute(
            "CREATE OR REPLACE TABLE pairs (place INTEGER, "
            + ", ".join(f'"{name}" VARCHAR' for name in names) + ")")
        self.connection.executemany(
            f"INSERT INTO pairs VALUES (?{', ?' * len(names)})",
            [[place] + [row[name] for name in names] for place, row in enumerate(rows)])
        self.count = len(rows)

    def values(self, expression: str):
        """A value or an error for each row, or a sentence when the expression is refused."""
        query = f"SELECT ({expression}) FROM pairs "
        try:
            found = self.connection.execute(query + "ORDER BY place").fetchall()
            return [value for value, in found], None
        except (self.duckdb.BinderException, self.duckdb.ParserException,
                self.duckdb.CatalogException, self.duckdb.NotImplementedException) as problem:
            return None, str(problem)
        except self.duckdb.Error:
            return [self.single(query, place) for place in range(self.count)], None

    def single(self, query: str, place: int):
        try:
            return self.connection.execute(f"{query} WHERE place = {place}").fetchone()[0]
        except self.duckdb.Error as problem:
            return Failed(str(problem).split("\n")[0])


class Failed(str):
    """The message of an evaluation that failed."""


def unescaped(line: str) -> str:
    result, rest = [], iter(line)
    for character in rest:
        if character == "\\":
            character = {"n": "\n", "r": "\r", "\\": "\\"}[next(rest)]
        result.append(character)
    return "".join(result)


def weft_values(weft: str, expression: str, file: str):
    run = subprocess.run(
        [weft, "link", "condition", "--values", "--condition=" + expression, file],
        capture_output=True)
    if run.returncode:
        return None, run.stderr.decode()
    lines = run.stdout.decode().split("\n")[:-1]
    return [unescaped(line) for line in lines], None


def write_rows(rows: list, file: str) -> None:
    def field(value):
        return "" if value is None else '"' + value.replace('"', '""') + '"'

    lines = [",".join(rows[0])] + [",".join(field(row[name]) for name in rows[0]) for row in rows]
    with open(file, "w", encoding="utf-8", newline="") as out:
        out.write("\n".join(lines) + "\n")


def is_same(ours: str, theirs) -> bool:
    if isinstance(theirs, Failed):
        return ours == "error"
    if ours == "error":
        return False
    if theirs is None:
        return ours == "null"
    if isinstance(theirs, bool):
        return ours == str(theirs).lower()
    if isinstance(theirs, (int, float)):
        return is_same_number(ours, float(theirs))
    if isinstance(theirs, list):
        shown = ["NULL" if element is None else element for element in theirs]
        return ours == "[" + ", ".join(shown) + "]"
    return ours == str(theirs)


def is_same_number(ours: str, theirs: float) -> bool:
    try:
        number = float(ours)
    except ValueError:
        return False
    if math.isnan(theirs) or math.isnan(number):
        return math.isnan(theirs) and math.isnan(number)
    return number == theirs or abs(number - theirs) <= 1e-12 * max(abs(number), abs(theirs))


def is_excused(expression: str, ours: str, theirs) -> bool:
    """Whether one of the two met an error in a part that the other had no need of."""
    failed = (ours == "error") != isinstance(theirs, Failed)
    return failed and any(word in expression.lower() for word in FREE_ORDER)


class Comparison:
    def __init__(self, arguments):
        from expressions_grammar import Grammar

        self.grammar = Grammar(arguments.seed)
        self.arguments = arguments
        self.oracle = Oracle()
        self.compared = self.excused = self.differences = self.refused = 0

    def run(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "pairs.csv")
            for number in range(self.arguments.expressions):
                if number % 20 == 0:
                    rows = [self.grammar.row() for _ in range(self.arguments.rows)]
                    self.oracle.load(rows)
                    write_rows(rows, file)
                self.compare(self.grammar.expression(), rows, file)

    def compare(self, expression: str, rows: list, file: str) -> None:
        theirs, refusal = self.oracle.values(expression)
        if theirs is None:
            self.refused += 1
            if self.arguments.verbose:
                print(f"DuckDB refuses {expression}: {refusal.splitlines()[0]}")
            return
        ours, problem = weft_values(self.arguments.weft, expression, file)
        if ours is None:
            self.report(expression, None, problem.strip(), theirs[0])
            return
        if len(ours) != len(theirs):
            self.report(expression, None, f"{len(ours)} lines", f"{len(theirs)} rows")
            return
        shown = 0
        for row, our, their in zip(rows, ours, theirs):
            self.compared += 1
            if is_same(our, their):
                continue
            if is_excused(expression, our, their):
                self.excused += 1
                continue
            self.report(expression, row if shown == 0 else None, our, their, quiet=shown > 0)
            shown += 1

    def report(self, expression, row, ours, theirs, quiet=False) -> None:
        self.differences += 1
        if not quiet:
            print(f"{expression}\n  row    {row}\n  Weft   {ours!r}\n  DuckDB {theirs!r}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--expressions", type=int, default=2000)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--weft", default=os.path.join(TOP, ".build", "debug", "weft"))
    arguments = parser.parse_args()
    comparison = Comparison(arguments)
    comparison.run()
    print(f"Seed {arguments.seed}: {arguments.expressions} expressions, {comparison.compared} values "
          f"compared, {comparison.differences} differ; {comparison.excused} failed on one side "
          f"where SQL leaves the order free; {comparison.refused} expressions refused by DuckDB.")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    with_duckdb()
    sys.exit(main())
