"""Models whose comparisons use every form of level that Splink's library writes, and more."""

from typing import Any

from stress_levels import ALL_PAIRS, custom, null, settings


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


def typed() -> Any:
    """Columns that hold dates and whole numbers, not texts of them."""
    import splink.comparison_library as cl

    return settings(
        [
            cl.AbsoluteDateDifferenceAtThresholds(
                "born", input_is_string=False, metrics=["day", "month"], thresholds=[3, 1]
            ),
            cl.DateOfBirthComparison("born", input_is_string=False),
            custom("age", null("age"), "age_l = age_r", "abs(age_l - age_r) <= 1",
                   "age_l - age_r > 2", "age_r % 2 = 0"),
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
