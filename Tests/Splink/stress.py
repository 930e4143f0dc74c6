"""Models that use as many forms of level and rule as there are, to find where answers differ.

Their parameters are fixed, each weight another, so that a wrong level always shows.
"""

from typing import Any, Callable

from plan import Plan

ALL_PAIRS = ["1 = 1"]
TYPES = {
    "tags": "varchar[]", "aliases": "varchar[]", "amount": "double", "lat": "double",
    "long": "double", "vector": "float[3]",
}


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


def texts() -> Any:
    """Every comparison of texts."""
    import splink.comparison_library as cl

    return settings(
        [
            cl.ExactMatch("town"),
            cl.LevenshteinAtThresholds("first_name", [1, 2, 4]),
            cl.DamerauLevenshteinAtThresholds("surname", [1, 2, 4]),
            cl.JaccardAtThresholds("street", [0.9, 0.7, 0.4]),
            cl.JaroAtThresholds("postcode", [0.95, 0.8, 0.6]),
            cl.JaroWinklerAtThresholds("email", [0.97, 0.9, 0.8, 0.6]),
            cl.DistanceFunctionAtThresholds(
                "dob", "levenshtein", [1, 3], higher_is_more_similar=False
            ),
        ],
        ALL_PAIRS,
    )


def persons() -> Any:
    """The comparisons that are made for people."""
    import splink.comparison_library as cl

    return settings(
        [
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.NameComparison("first_name", jaro_winkler_thresholds=[0.9, 0.8]),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.EmailComparison("email"),
        ],
        ALL_PAIRS,
    )


def places() -> Any:
    """Postcodes with distances, and valid postcodes only."""
    import splink.comparison_library as cl

    return settings(
        [
            cl.PostcodeComparison(
                "postcode", invalid_postcodes_as_null=True, lat_col="lat", long_col="long",
                km_thresholds=[1, 5, 10],
            ),
            cl.DistanceInKMAtThresholds("lat", "long", [0.5, 2, 8, 20]),
        ],
        ALL_PAIRS,
    )


def dates() -> Any:
    """Differences of dates and times, strict and not."""
    import splink.comparison_library as cl

    return settings(
        [
            cl.AbsoluteDateDifferenceAtThresholds(
                "dob", input_is_string=True, metrics=["day", "month", "year"],
                thresholds=[1, 2, 10],
            ),
            cl.AbsoluteTimeDifferenceAtThresholds(
                "stamp", input_is_string=True, metrics=["second", "minute", "hour", "day"],
                thresholds=[30, 5, 2, 1], datetime_format="%Y-%m-%d %H:%M:%S",
            ),
            cl.DateOfBirthComparison(
                "dob", input_is_string=True, datetime_format="%d/%m/%Y",
                datetime_thresholds=[10, 1], datetime_metrics=["day", "month"],
                invalid_dates_as_null=False,
            ),
        ],
        ALL_PAIRS,
    )


def numbers() -> Any:
    """Differences of numbers."""
    import splink.comparison_level_library as cll

    return settings(
        [
            custom("amount", null("amount"), cll.ExactMatchLevel("amount"),
                   cll.AbsoluteDifferenceLevel("amount", 1),
                   cll.PercentageDifferenceLevel("amount", 0.05)),
            custom("sums", null("amount"), '"amount_l" + "amount_r" > 150',
                   'abs("amount_l" - "amount_r") / greatest("amount_l", 1) < 0.5',
                   '"amount_l" * 2 >= "amount_r"'),
        ],
        ALL_PAIRS,
    )


def arrays() -> Any:
    """Lists in comparisons, and rules that take them apart."""
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import block_on

    return settings(
        [
            cl.ArrayIntersectAtSizes("tags", [3, 2, 1]),
            cl.PairwiseStringDistanceFunctionAtThresholds("aliases", "jaro_winkler", [0.95, 0.8]),
            custom("aliases_lev", null("aliases"),
                   cll.PairwiseStringDistanceFunctionLevel("aliases", "levenshtein", 1)),
            custom("subset", null("tags"), cll.ArraySubsetLevel("tags"),
                   cll.ArraySubsetLevel("tags", empty_is_subset=True)),
        ],
        [block_on("tags", arrays_to_explode=["tags"]), block_on("town"),
         block_on("aliases", "surname", arrays_to_explode=["aliases"])],
    )


def vectors() -> Any:
    """Cosine similarity."""
    import splink.comparison_library as cl

    return settings(
        [cl.CosineSimilarityAtThresholds("vector", [0.95, 0.8, 0.5]), cl.ExactMatch("town")],
        ["l.town = r.town or l.surname = r.surname"],
    )


def transformed() -> Any:
    """Columns that are changed before they are compared."""
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import ColumnExpression, block_on

    name, dob, code = (ColumnExpression(c) for c in ("first_name", "dob", "postcode"))
    return settings(
        [
            cl.JaroWinklerAtThresholds(name.lower().substr(1, 4), [0.9, 0.7]),
            cl.ExactMatch(code.regex_extract("^[A-Z]{1,2}")),
            cl.LevenshteinAtThresholds(code.lower().regex_extract("([a-z]+)([0-9]+)", 2), 1),
            custom("born", cll.NullLevel(dob.try_parse_date()),
                   cll.ExactMatchLevel(dob.try_parse_date()),
                   cll.ExactMatchLevel(dob.substr(1, 4))),
            custom("town", cll.NullLevel(ColumnExpression("town").nullif("Ness")),
                   cll.ExactMatchLevel(ColumnExpression("town").nullif("Ness").lower())),
            custom("mail", cll.NullLevel("email", valid_string_pattern="^[^@]+@[^@]+$"),
                   cll.ExactMatchLevel("email")),
        ],
        [block_on(name.lower().substr(1, 1)), block_on(code.regex_extract("^[A-Z]{1,2}"), "town")],
    )


def composed() -> Any:
    """Levels made of levels, and conditions written by hand."""
    import splink.comparison_level_library as cll

    return settings(
        [
            custom("names", cll.And(cll.NullLevel("first_name"), cll.NullLevel("surname")),
                   cll.And(cll.ExactMatchLevel("first_name"), cll.ExactMatchLevel("surname")),
                   cll.ColumnsReversedLevel("first_name", "surname", symmetrical=True),
                   cll.ColumnsReversedLevel("first_name", "surname"),
                   cll.Or(cll.JaroWinklerLevel("first_name", 0.9),
                          cll.Not(cll.LevenshteinLevel("surname", 6)))),
            custom("literal", cll.LiteralMatchLevel("town", "Ness", "string", "left"),
                   cll.LiteralMatchLevel("town", "Saltmere", "string")),
            custom("written", "town_l IN ('Ness', 'Saltmere') AND town_r IS NOT NULL",
                   "amount_l BETWEEN 1 AND 100 AND NOT (amount_r < 1)",
                   "CASE WHEN length(surname_l) > 4 THEN left(surname_l, 3) ELSE surname_l END"
                   " = substr(surname_r, 1, 3)",
                   "first_name_l || ' ' || surname_l = concat(first_name_r, ' ', surname_r)",
                   "coalesce(email_l, '') = coalesce(email_r, '')",
                   "upper(trim(street_l)) LIKE '12 HIGH%' AND street_r LIKE '%igh S_'"),
        ],
        ALL_PAIRS,
    )


def frequencies() -> Any:
    """Every setting of term frequencies, over two inputs."""
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl

    weighted = {"tf_adjustment_weight": 0.5, "tf_minimum_u_value": 0.05}
    own = {"disable_tf_exact_match_detection": True}
    return settings(
        [
            cl.ExactMatch("town").configure(term_frequency_adjustments=True),
            custom("first_name", null("first_name"),
                   cll.ExactMatchLevel("first_name", term_frequency_adjustments=True),
                   {**as_level(cll.JaroWinklerLevel("first_name", 0.85)),
                    "tf_adjustment_column": "first_name", **weighted}),
            custom("surname", null("surname"),
                   {"sql_condition": '"surname_r" = "surname_l"', "label_for_charts": "same",
                    "tf_adjustment_column": "surname", "tf_minimum_u_value": 0.03},
                   {"sql_condition": 'lower("surname_l") = lower("surname_r")',
                    "label_for_charts": "any case", "tf_adjustment_column": "surname", **own},
                   {"sql_condition": 'left("surname_l", 2) = left("surname_r", 2)',
                    "label_for_charts": "two letters", "tf_adjustment_column": "surname",
                    "tf_adjustment_weight": 2.0}),
            cl.ForenameSurnameComparison("first_name", "surname"),
        ],
        ["l.town = r.town", "l.dob = r.dob", "substr(l.surname, 1, 1) = substr(r.surname, 1, 1)"],
        "link_only",
    )


def blocking() -> Any:
    """Rules of every form, some of them not the same both ways round."""
    import splink.comparison_library as cl
    from splink import block_on

    return settings(
        [cl.ExactMatch("first_name"), cl.ExactMatch("surname")],
        [
            "l.first_name = r.surname",
            block_on("substr(first_name, 1, 2)", "town"),
            "l.dob = r.dob and l.surname <> r.surname",
            "l.postcode = r.postcode or l.email = r.email",
            "l.amount < r.amount and l.town = r.town and length(l.surname) > 3",
            "levenshtein(l.surname, r.surname) <= 2 and l.street = r.street",
            {"blocking_rule": "lower(l.email) = lower(r.email) and l.lat is not null"},
            "abs(l.lat - r.lat) < 0.001",
        ],
    )


def three_inputs() -> Any:
    """Three inputs, two of which use the same identifiers."""
    import splink.comparison_library as cl
    from splink import block_on

    return settings(
        [cl.NameComparison("first_name"), cl.ExactMatch("town"),
         custom("sided", "first_name_l < first_name_r", "town_l = 'Ness'")],
        [block_on("town"), "l.first_name = r.surname", block_on("dob")],
        "link_only",
    )


def within_and_between() -> Any:
    """Two inputs, linked and each without its own duplicates."""
    return {**three_inputs(), "link_type": "link_and_dedupe"}


def gaps() -> Any:
    """Missing parameters, no rules, a null level in the middle, and none."""
    made = settings(
        [
            custom("first_name", '"first_name_l" = "first_name_r"', null("first_name"),
                   'levenshtein("first_name_l", "first_name_r") <= 2',
                   'jaro_similarity("first_name_l", "first_name_r") > 0.5'),
            custom("town", 'town_l = town_r'),
            custom("surname", null("surname"), 'surname_l = surname_r', 'surname_l < surname_r'),
        ],
        [],
    )
    first, town, _ = (c["comparison_levels"] for c in made["comparisons"])
    del first[0]["m_probability"], first[2]["u_probability"], first[3]["m_probability"]
    for level in town:
        del level["m_probability"], level["u_probability"]
    return made


def open_ended() -> Any:
    """A comparison without ELSE: where no level applies there is no weight."""
    made = settings(
        [custom("first_name", null("first_name"), "first_name_l = first_name_r",
                'jaro_similarity("first_name_l", "first_name_r") > 0.6'),
         custom("town", null("town"), "town_l = town_r")],
        ["l.dob = r.dob", "l.postcode = r.postcode"],
    )
    del made["comparisons"][0]["comparison_levels"][-1]
    return made


def plan(
    name: str, build: Callable[[], Any], *inputs: str, refusal: str | None = None
) -> Plan:
    """A plan over the odd tables; the identifiers of the first are numbers."""
    types = TYPES if inputs else {**TYPES, "unique_id": "bigint"}
    return Plan(
        name=f"stress-{name}", inputs=inputs or ("odd",), settings=build, truth="cluster",
        types=types, refusal=refusal,
    )


PLANS = (
    plan("texts", texts),
    plan("persons", persons),
    plan("places", places),
    plan("dates", dates),
    plan("numbers", numbers),
    plan("arrays", arrays),
    plan("vectors", vectors),
    plan("transformed", transformed),
    plan("composed", composed),
    plan("frequencies", frequencies, "odd", "odd_b"),
    plan("blocking", blocking),
    plan("three-inputs", three_inputs, "odd", "odd_b", "odd_c"),
    plan("within-and-between", within_and_between, "odd", "odd_b"),
    plan("gaps", gaps),
    plan("open-ended", open_ended, refusal="does not end with a level for everything else"),
)
