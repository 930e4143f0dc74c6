"""The models of Splink's own tutorials, unchanged."""

from typing import Any

from plan import Plan, Training

PEOPLE_RULES = (
    "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
    "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
    "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
    "l.email = r.email",
)


def equal(*columns: str) -> str:
    """The rule that both records hold the same in all of some columns."""
    return " and ".join(f"l.{column} = r.{column}" for column in columns)


def people_settings() -> Any:
    """Splink's tutorial of fake_1000, from its first page to its last."""
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("dob", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "city"),
            block_on("surname"),
        ],
        additional_columns_to_retain=["cluster"],
        retain_intermediate_calculation_columns=True,
    )


def labelled_people_settings() -> Any:
    """Splink's example of evaluation with fully labelled data."""
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on(column) for column in ("first_name", "surname", "dob", "email")
        ],
        additional_columns_to_retain=["cluster"],
        retain_intermediate_calculation_columns=True,
    )


def febrl3_settings() -> Any:
    """Splink's example of FEBRL 3."""
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    columns = ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")
    return SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(column) for column in columns],
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d"
            ),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        retain_intermediate_calculation_columns=True,
    )


def febrl4_settings() -> Any:
    """Splink's example of FEBRL 4, its detailed model."""
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="link_only",
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ],
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison(
                "date_of_birth",
                input_is_string=True,
                datetime_format="%Y%m%d",
                invalid_dates_as_null=True,
            ),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(
                term_frequency_adjustments=True
            ),
        ],
        retain_intermediate_calculation_columns=True,
    )


def uk_settings() -> Any:
    """The tutorial model for people, carried over to two registers of one area."""
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.ExactMatch("town").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "surname"),
            block_on("dob"),
            block_on("postcode", "substr(first_name, 1, 1)"),
            block_on("surname", "town"),
        ],
        retain_intermediate_calculation_columns=True,
    )


def large_settings() -> Any:
    """Splink's example of 50,000 historical people, carried over to people at addresses."""
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.JaroWinklerAtThresholds("address", [0.95, 0.88]).configure(
                term_frequency_adjustments=True
            ),
            cl.ExactMatch("town").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode", "first_name"),
            block_on("postcode", "surname"),
            block_on("dob", "town"),
            block_on("substr(postcode, 1, 3)", "dob"),
            block_on("substr(postcode, 1, 3)", "first_name", "substr(surname, 1, 1)"),
            block_on("substr(postcode, 1, 3)", "surname", "substr(first_name, 1, 1)"),
        ],
    )


SWAPPED = (
    "l.given_name = r.surname and l.surname = r.given_name"
    " and l.date_of_birth = r.date_of_birth"
)

PLANS = (
    Plan(
        name="people",
        inputs=("people",),
        settings=people_settings,
        truth="cluster",
        types={"unique_id": "bigint"},
        training=Training(
            deterministic_rules=PEOPLE_RULES,
            recall=0.7,
            em_rules=(equal("first_name", "surname"), equal("dob")),
        ),
    ),
    Plan(
        name="people-labelled",
        inputs=("people",),
        settings=labelled_people_settings,
        truth="cluster",
        types={"unique_id": "bigint"},
        training=Training(
            deterministic_rules=PEOPLE_RULES,
            recall=0.7,
            em_rules=(equal("dob"), equal("email"), equal("first_name", "surname")),
            seed=5,
            without_term_frequencies=True,
        ),
    ),
    Plan(
        name="febrl3",
        inputs=("febrl3",),
        settings=febrl3_settings,
        unique_id="rec_id",
        truth="cluster",
        training=Training(
            deterministic_rules=(
                equal("soc_sec_id"),
                equal("given_name", "surname", "date_of_birth"),
                SWAPPED,
            ),
            recall=0.9,
            em_rules=(equal("date_of_birth"), equal("postcode")),
        ),
    ),
    Plan(
        name="febrl4",
        inputs=("febrl4a", "febrl4b"),
        settings=febrl4_settings,
        unique_id="rec_id",
        truth="cluster",
        training=Training(
            deterministic_rules=(
                equal("soc_sec_id"),
                equal("given_name", "surname", "date_of_birth"),
            ),
            recall=0.8,
            em_rules=(equal("date_of_birth"), equal("postcode")),
            without_term_frequencies=True,
        ),
    ),
    Plan(
        name="uk",
        inputs=("council_tax", "electoral_register"),
        settings=uk_settings,
        truth="person",
        training=Training(
            deterministic_rules=(
                equal("first_name", "surname", "dob"),
                equal("surname", "dob", "postcode"),
            ),
            recall=0.8,
            em_rules=(equal("first_name", "surname"), equal("dob")),
        ),
    ),
)

LARGE = Plan(
    name="large",
    inputs=("large",),
    settings=large_settings,
    truth="cluster",
    types={"unique_id": "bigint"},
    training=Training(
        deterministic_rules=(
            equal("first_name", "surname", "dob"),
            "substr(l.first_name, 1, 2) = substr(r.first_name, 1, 2) and l.surname = r.surname"
            " and substr(l.postcode, 1, 2) = substr(r.postcode, 1, 2)",
            equal("dob", "postcode"),
        ),
        recall=0.6,
        em_rules=(equal("first_name", "surname"), equal("dob")),
        random_pairs=5e6,
        seed=5,
        without_term_frequencies=True,
    ),
    versions=(5,),
    lowest_weight=-7.0,
)
