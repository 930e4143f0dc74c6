"""Models with every form of rule, link and term frequency, and with parts that are missing."""

from typing import Any

from stress_levels import as_level, custom, null, settings


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


def lists_between() -> Any:
    """Rules that take lists apart, between two inputs."""
    import splink.comparison_library as cl
    from splink import block_on

    return settings(
        [cl.ArrayIntersectAtSizes("tags", [2, 1]), cl.ExactMatch("town")],
        [block_on("town"), block_on("tags", "surname", arrays_to_explode=["tags"]),
         block_on("tags", "aliases", arrays_to_explode=["tags", "aliases"]), block_on("dob")],
        "link_only",
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


def headings() -> Any:
    """Columns whose names need quotes, one of them a word of SQL, another in other letters."""
    import splink.comparison_library as cl
    from splink import block_on

    made = settings(
        [
            cl.JaroWinklerAtThresholds("First Name", [0.9, 0.7]),
            cl.ExactMatch("surname").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("D.O.B.", 1),
            cl.ExactMatch("tôwn").configure(term_frequency_adjustments=True),
            cl.ExactMatch("order"),
        ],
        [block_on("tôwn"), block_on("First Name"), 'l."order" = r."order"'],
    )
    return {**made, "unique_id_column_name": "Person No."}


def nothing() -> Any:
    """Rules that no pair meets."""
    import splink.comparison_library as cl

    return settings(
        [cl.ExactMatch("first_name"), cl.ExactMatch("town")],
        ["l.town = 'nowhere' and r.town = 'nowhere'", "l.unique_id = r.unique_id"],
    )


TEXTS = ("first_name", "surname", "dob", "postcode", "email", "town", "street", "stamp")


def many_rules() -> Any:
    """More rules than a 64-bit number has bits."""
    import splink.comparison_library as cl

    return settings(
        [cl.ExactMatch("first_name"), cl.ExactMatch("town")],
        [
            f"substr(l.{column}, {place}, 2) = substr(r.{column}, {place}, 2)"
            for column in TEXTS for place in range(1, 11)
        ],
    )


def many_comparisons() -> Any:
    """A large model that people do use: more patterns of levels than 32 bits count."""
    import splink.comparison_library as cl

    return settings(
        [cl.JaroWinklerAtThresholds(column, [0.97, 0.9, 0.8]) for column in TEXTS]
        + [cl.LevenshteinAtThresholds(column, [1, 2, 4]) for column in TEXTS[:6]],
        ["1 = 1"],
    )


def many_patterns() -> Any:
    """More patterns of levels than 64 bits count."""
    import splink.comparison_library as cl

    return settings(
        [cl.JaroWinklerAtThresholds(c, [0.97, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4]) for c in TEXTS]
        + [cl.LevenshteinAtThresholds(c, [1, 2, 3, 5, 8, 13]) for c in TEXTS]
        + [cl.DamerauLevenshteinAtThresholds(c, [1, 3, 6, 10]) for c in TEXTS],
        ["1 = 1"],
    )


def extremes() -> Any:
    """Probabilities near their ends."""
    made = settings(
        [custom("first_name", null("first_name"), "first_name_l = first_name_r"),
         custom("surname", null("surname"), "surname_l = surname_r"),
         custom("town", null("town"), "town_l = town_r")],
        ["l.town = r.town", "l.surname = r.surname", "l.dob = r.dob"],
    )
    values = iter((
        1.0, 1e-12, 1e-9, 1.0, 0.999999, 1e-30, 1e-20, 0.999999, 1e-250, 1.0, 1.0, 1e-250,
    ))
    for comparison in made["comparisons"]:
        for level in comparison["comparison_levels"][1:]:
            level["m_probability"], level["u_probability"] = next(values), next(values)
    return {**made, "probability_two_random_records_match": 1e-12}
