"""What models are put together from: comparisons with fixed parameters, each weight another."""

from typing import Any

ALL_PAIRS = ["1 = 1"]


def numbered(comparison: Any, place: int) -> dict[str, Any]:
    """The comparison as a dictionary, its levels with parameters of their own."""
    if isinstance(comparison, dict):
        made = comparison
    else:
        made = comparison.get_comparison("duckdb").as_dict()
    levels = [level for level in made["comparison_levels"] if not level.get("is_null_level")]
    for number, level in enumerate(levels):
        level["m_probability"] = 0.5 ** (number + 1) * (1 - 0.01 * place)
        level["u_probability"] = 0.4 ** (len(levels) - number) * (1 - 0.013 * place)
    return made


def as_level(creator: Any) -> dict[str, Any]:
    """A level of Splink's library as it is written to a file."""
    return creator.get_comparison_level("duckdb").as_dict()


def custom(name: str, *levels: Any) -> dict[str, Any]:
    """A comparison of conditions; a missing value is decided by the first of them or none."""
    conditions = [
        level if isinstance(level, dict)
        else {"sql_condition": level, "label_for_charts": level}
        if isinstance(level, str)
        else as_level(level)
        for level in levels
    ]
    otherwise = {"sql_condition": "ELSE", "label_for_charts": "anything else"}
    return {"output_column_name": name, "comparison_levels": [*conditions, otherwise]}


def null(*columns: str) -> dict[str, Any]:
    """The level for missing values of columns."""
    missing = " OR ".join(f'"{c}_l" IS NULL OR "{c}_r" IS NULL' for c in columns)
    return {"sql_condition": missing, "label_for_charts": "missing", "is_null_level": True}


def settings(comparisons: list[Any], rules: list[Any], link_type: str = "dedupe_only") -> Any:
    """Settings with numbered comparisons; a name that is there already gets its number."""
    made = [numbered(c, place) for place, c in enumerate(comparisons)]
    names = [c["output_column_name"] for c in made]
    for place, comparison in enumerate(made):
        if names[place] in names[:place]:
            comparison["output_column_name"] += f" {place}"
    return {
        "link_type": link_type,
        "probability_two_random_records_match": 0.01,
        "comparisons": made,
        "blocking_rules_to_generate_predictions": [
            rule if isinstance(rule, (str, dict))
            else rule.get_blocking_rule("duckdb").as_dict()
            for rule in rules
        ],
        "retain_intermediate_calculation_columns": True,
    }
