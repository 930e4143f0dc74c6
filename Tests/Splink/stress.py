"""Plans that use as many forms of level and rule as there are, to find where answers differ.

Their parameters are fixed, each weight another, so that a wrong level always shows.
"""

from typing import Any, Callable

import stress_comparisons as comparisons
import stress_rules as rules
from plan import Plan

TYPES = {
    "tags": "varchar[]", "aliases": "varchar[]", "amount": "double", "lat": "double",
    "long": "double", "vector": "float[3]", "born": "date", "age": "integer",
}


def plan(name: str, build: Callable[[], Any], *inputs: str, **more: Any) -> Plan:
    """A plan over the odd tables; the identifiers of the first are numbers."""
    types = TYPES if inputs else {**TYPES, "unique_id": "bigint"}
    given = {"inputs": inputs or ("odd",), "types": types, "truth": "cluster", **more}
    return Plan(name=f"stress-{name}", settings=build, **given)


PLANS = (
    plan("texts", comparisons.texts),
    plan("persons", comparisons.persons),
    plan("places", comparisons.places),
    plan("dates", comparisons.dates),
    plan("numbers", comparisons.numbers),
    plan("typed", comparisons.typed),
    plan("arrays", comparisons.arrays),
    plan("vectors", comparisons.vectors),
    plan("transformed", comparisons.transformed),
    plan("composed", comparisons.composed),
    plan("frequencies", rules.frequencies, "odd", "odd_b"),
    plan("blocking", rules.blocking),
    plan("three-inputs", rules.three_inputs, "odd", "odd_b", "odd_c"),
    plan("within-and-between", rules.within_and_between, "odd", "odd_b"),
    plan("lists-between", rules.lists_between, "odd_b", "odd"),
    plan("named-sources", rules.three_inputs, "odd_sources", names_sources=True),
    plan("headings", rules.headings, "odd_headings", unique_id="Person No.",
         types={'"Person No."': "bigint"}),
    plan("nothing", rules.nothing),
    plan("many-rules", rules.many_rules, "odd_c"),
    plan("many-comparisons", rules.many_comparisons, "odd_c"),
    plan("many-patterns", rules.many_patterns, "odd_c", refusal="combinations of levels"),
    plan("extremes", rules.extremes),
    plan("repeated", rules.three_inputs, "odd_repeated", "odd",
         refusal="each record needs its own"),
    plan("gaps", rules.gaps),
    plan("open-ended", rules.open_ended, refusal="does not end with a level for everything else"),
)
