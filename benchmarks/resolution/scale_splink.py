"""Splink on a table of `persons.py`: settings as its documentation advises for persons.

    python benchmarks/resolution/scale_splink.py TABLE.parquet CLUSTERS.parquet
        [--compare wide|narrow] [--learn wide|narrow] [--memory 8GB]

Called by `scale.py`. Prints each stage as it ends, so that a run that is stopped tells how far it
came; what does not fit in memory DuckDB writes to a folder beside the clusters. A name is one
column here, so that it is compared as a full name with adjustment for how usual it is, and blocked
on by its words with dates and places. The prior comes from deterministic rules, all else from
expectation maximisation; clusters are Splink's own, connected components at 0.95, as its tutorial
takes them.

The wide rules bring 208 million pairs at a million records, and those of one day 129 million for
estimating alone. Its guide to large tables advises strict rules for both, comparisons counted
first, and no columns kept that clustering does not need: so the narrow rules, with 18 million and 3
million.
"""

import argparse
import logging
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

Rules = Sequence[Sequence[str]]

# Names are cleaned as its guide advises: no case, no punctuation, words in one order.
PERSONS = """
CREATE TABLE persons AS
WITH split AS (
    SELECT * EXCLUDE (cluster, name),
           list_sort(regexp_split_to_array(lower(trim(regexp_replace(name, '[^\\w ]+', ' ', 'g'))),
                                           ' +')) AS words
    FROM read_parquet('{table}')
)
SELECT * EXCLUDE (words), array_to_string(words, ' ') AS name,
       words[1] AS first_word, words[-1] AS last_word
FROM split
"""
WIDE = [
    ["name"],
    ["id_no"],
    ["dob", "city"],
    ["dob", "first_word"],
    ["dob", "last_word"],
    ["first_word", "last_word"],
    ["first_word", "city"],
    ["last_word", "city"],
    ["substr(first_word, 1, 3)", "substr(last_word, 1, 3)", "country"],
]
NARROW = [
    ["name"],
    ["id_no"],
    ["dob", "city"],
    ["dob", "first_word"],
    ["dob", "last_word"],
    ["first_word", "last_word", "country"],
    ["first_word", "last_word", "city"],
    ["substr(first_word, 1, 3)", "substr(last_word, 1, 3)", "substr(dob, 1, 4)"],
]
COMPARED = {"wide": WIDE, "narrow": NARROW}
LEARNED_ON = {"wide": [["name"], ["dob"]], "narrow": [["name"], ["dob", "city"]]}
"""Of which pairs the weights are learned: by one rule what the other fixes."""
THRESHOLD = 0.95


def settings(rules: Rules) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            cl.LevenshteinAtThresholds("dob", [1, 2]),
            cl.JaroWinklerAtThresholds("city", [0.9]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("country"),
            cl.LevenshteinAtThresholds("id_no", [1]),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def clustered(connection: duckdb.DuckDBPyConnection, compared: Rules, learned_on: Rules) -> str:
    """Train on the table of persons and put it together; return the name of the clusters' table."""
    linker = Linker(DuckDBAPI(connection=connection).register("persons"), settings(compared))
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("name", "dob"), block_on("id_no")], recall=0.2
    )
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in learned_on:
        training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    tell("trained")
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    tell("pairs scored")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=THRESHOLD
    )
    tell("clustered")
    return str(clusters.physical_name)


def tell(stage: str) -> None:
    print(f"{stage} after {time.process_time():.0f} CPU seconds", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("clusters", type=Path)
    parser.add_argument("--compare", choices=list(COMPARED), default="wide")
    parser.add_argument("--learn", choices=list(LEARNED_ON), default="wide")
    parser.add_argument("--memory", default="8GB", help="what is more, DuckDB writes to disk")
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    with TemporaryDirectory(dir=given.clusters.parent) as folder:
        connection = duckdb.connect(config={"memory_limit": given.memory, "temp_directory": folder})
        connection.execute(PERSONS.format(table=given.table))
        clusters = clustered(connection, COMPARED[given.compare], LEARNED_ON[given.learn])
        found = f"SELECT unique_id, cluster_id FROM {clusters}"  # noqa: S608
        connection.execute(f"COPY ({found}) TO '{given.clusters}' (FORMAT parquet)")


if __name__ == "__main__":
    main()
