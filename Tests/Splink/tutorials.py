"""Splink's own tutorials: which model on which data, and how it is trained."""

import tutorial_models as models
from plan import Plan, Training

PEOPLE_RULES = (
    "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
    "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
    "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
    "l.email = r.email",
)
SWAPPED = (
    "l.given_name = r.surname and l.surname = r.given_name"
    " and l.date_of_birth = r.date_of_birth"
)


def equal(*columns: str) -> str:
    """The rule that both records hold the same in all of some columns."""
    return " and ".join(f"l.{column} = r.{column}" for column in columns)


PLANS = (
    Plan(
        name="people",
        inputs=("people",),
        settings=models.people,
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
        settings=models.labelled_people,
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
        settings=models.febrl3,
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
        settings=models.febrl4,
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
        settings=models.uk,
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
    settings=models.large,
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
