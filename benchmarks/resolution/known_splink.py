"""Splink on a known benchmark: its own demo's settings, or the same with wide blocking.

    python benchmarks/resolution/known_splink.py splink_demo|splink_wide fake_1000|historical …

Called by `known.py`. Splink learns from the table alone, by expectation maximisation; the seed
serves only its sampling. Comparisons, rules and thresholds are those of its tutorials for these two
tables; wide blocking adds rules that share one strong value. What is held against a run of ours is
prediction and clustering: their CPU time and wall time are told apart from training.
"""

import json
import logging
import resource
import time
from collections.abc import Sequence

import splink.comparison_library as cl
from known_process import asked_of
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

Rules = Sequence[Sequence[str]]

FAKE_RULES: Rules = [["first_name", "city"], ["surname"]]
FAKE_WIDE: Rules = [*FAKE_RULES, ["first_name"], ["dob"], ["email"], ["city", "substr(dob, 1, 4)"]]
HISTORICAL_RULES: Rules = [
    ["substr(first_name, 1, 3)", "substr(surname, 1, 4)"],
    ["surname", "dob"],
    ["first_name", "dob"],
    ["postcode_fake", "first_name"],
    ["postcode_fake", "surname"],
    ["dob", "birth_place"],
    ["substr(postcode_fake, 1, 3)", "dob"],
    ["substr(postcode_fake, 1, 3)", "first_name"],
    ["substr(postcode_fake, 1, 3)", "surname"],
    ["substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"],
]
HISTORICAL_WIDE: Rules = [
    *HISTORICAL_RULES,
    ["dob"],
    ["postcode_fake"],
    ["first_name", "surname"],
    ["surname", "birth_place"],
    ["first_name", "birth_place"],
]


def fake_1000(rules: Rules) -> SettingsCreator:
    """Return the settings of Splink's tutorial."""
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("dob", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
    )


def historical(rules: Rules) -> SettingsCreator:
    """Return the settings of Splink's example with 50,000 historical persons."""
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_and_surname"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
    )


CHANCE = {
    "fake_1000": (
        ["l.first_name = r.first_name AND l.dob = r.dob",
         "l.first_name = r.first_name AND levenshtein(r.surname, l.surname) <= 2",
         "l.email = r.email"],
        0.7,
    ),
    "historical": (
        ["l.first_name = r.first_name AND l.surname = r.surname AND l.dob = r.dob",
         "l.surname = r.surname AND l.postcode_fake = r.postcode_fake",
         "l.dob = r.dob AND l.postcode_fake = r.postcode_fake"],
        0.6,
    ),
}  # fmt: skip
TRAINED_ON = [["first_name", "surname"], ["dob"]]
MERGED_FROM = {"fake_1000": 0.5, "historical": 0.95}


def main() -> None:
    """Train, predict, cluster; write the clusters and what they cost."""
    asked = asked_of(__doc__)
    logging.getLogger("splink").setLevel(logging.ERROR)
    is_wide = asked.engine == "splink_wide"
    settings = {
        "fake_1000": lambda: fake_1000(FAKE_WIDE if is_wide else FAKE_RULES),
        "historical": lambda: historical(HISTORICAL_WIDE if is_wide else HISTORICAL_RULES),
    }[asked.table]()
    database = DuckDBAPI()
    [table] = asked.tables
    reader = "read_parquet" if table.suffix == ".parquet" else "read_csv"
    connection = database.duckdb_con
    options = ", all_varchar=true" if reader == "read_csv" else ""
    connection.execute(
        f"CREATE TABLE persons AS SELECT * EXCLUDE (cluster) FROM {reader}('{table}'{options})"  # noqa: S608
    )
    linker = Linker(database.register("persons"), settings)
    training = linker.training
    rules, recall = CHANCE[asked.table]
    training.estimate_probability_two_random_records_match(rules, recall=recall)
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=asked.seed)
    for rule in TRAINED_ON:
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*rule), record_sample_proportion=1.0
        )
    cpu, wall = _cpu_seconds(), time.perf_counter()
    predicted = linker.inference.predict(threshold_match_probability=0.2)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, MERGED_FROM[asked.table]
    )
    found = f"SELECT unique_id AS id, cluster_id, 1.0 AS confidence FROM {clusters.physical_name}"  # noqa: S608
    connection.execute(f"COPY ({found}) TO '{asked.clusters}' (HEADER)")
    run = {
        "cpu_seconds": round(_cpu_seconds() - cpu, 2),
        "wall_seconds": round(time.perf_counter() - wall, 2),
        "peak_mebibytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    train = {"cpu_seconds": round(cpu, 2)}
    asked.report.write_text(json.dumps({"train": train, "run": run}), "utf-8")


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
