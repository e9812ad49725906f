"""One side of the comparison with stock dedupe, or the training of it, as a process of its own.

    python benchmarks/resolution/stock_sides.py train|theirs|ours TABLE FOLDER

Called by `stock.py`. The folder has the table and takes what comes of it: dedupe's settings and the
same as our model, both sides' pairs and scores, dedupe's clusters. What each stage cost is printed.
Libraries are imported where they are used, so that neither side pays for the other's.
"""

import json
import random
import sys
from itertools import islice
from pathlib import Path

import numpy as np
from known_tables import rows, write_clusters
from processes import Stages
from stock_tables import ID, SEED, definitions, read_table

LABELS = 300
# What training keeps grows with the square of the records: 3,500 of these passed 6 GB.
TRAINING_RECORDS = 1_500


def train(name: str, work: Path) -> None:
    """Train stock dedupe by its own questions; write its settings and the model of ours."""
    import dedupe

    from resolution.learning.tables.export import exported
    from resolution.tables.model import write_model

    random.seed(SEED)
    np.random.seed(SEED)  # noqa: NPY002  # dedupe draws from it
    records = dict(islice(read_table(work).items(), TRAINING_RECORDS))
    truth = [row["cluster_id"] for row in rows(work / "truth.csv")]
    number = {id(record): key for key, record in records.items()}
    variables = definitions(name)
    matcher = dedupe.Dedupe(variables, num_cores=0, in_memory=True)
    matcher.classifier.n_jobs = 1
    matcher.prepare_training(records)
    for _ in range(LABELS):
        (pair,) = matcher.uncertain_pairs()
        left, right = (truth[number[id(record)]] for record in pair)
        labelled = {"match": [], "distinct": []}
        labelled["match" if left == right else "distinct"].append(pair)
        matcher.mark_pairs(labelled)
    matcher.train(recall=1.0, index_predicates=False)
    with (work / "settings").open("wb") as file:
        matcher.write_settings(file)
    write_model(exported(matcher, variables, ID), work / "model.json")


def theirs(work: Path) -> None:
    """Run stock dedupe as its example does; print what each stage cost."""
    import dedupe

    stages = Stages()
    with stages.stage("read"):
        records = read_table(work)
        with (work / "settings").open("rb") as file:
            matcher = dedupe.StaticDedupe(file, num_cores=0, in_memory=True)
    with stages.stage("pairs and scores"):
        scored = matcher.score(matcher.pairs(records))
    with stages.stage("clusters"):
        clusters = list(matcher.cluster(scored, 0.5))
    np.save(work / "theirs.npy", np.asarray(scored))
    ids = list(map(str, range(len(records))))
    write_clusters(work / "theirs.csv", ids, (numbers for numbers, _ in clusters))
    print(json.dumps({"pairs": len(scored), "stages": stages.costs}))


def ours_in_stages(work: Path) -> None:
    """Run the engine as the command does, and print what each stage cost."""
    from resolution.tables.api import read_table as read
    from resolution.tables.blocking import find_candidates
    from resolution.tables.clustering import cluster_pairs
    from resolution.tables.comparison import Comparison, feature_names
    from resolution.tables.model import read_model
    from resolution.tables.scoring import scores

    def pass_over(stages: Stages) -> dict[str, np.ndarray]:
        with stages.stage("read"):
            model = read_model(work / "model.json")
            table = read(model.fields, work / "table.csv")
        with stages.stage("pairs and scores"):
            comparison = Comparison(table.records, table.variables)
            found = find_candidates(table.records, table.variables, model, comparison)
            names = feature_names(table.variables)
            lefts, rights, likely = [], [], []
            for _, left, right in found.batches():
                lefts.append(left.astype(np.int32))
                rights.append(right.astype(np.int32))
                likely.append(scores(comparison.features(left, right), names, model))
            left, right, score = map(np.concatenate, (lefts, rights, likely))
            del lefts, rights, likely
        with stages.stage("clusters"):
            cluster_pairs(len(table.records), left, right, score, model.threshold)
        return {"left": left, "right": right, "score": score}

    first, second = Stages(), Stages()
    found = pass_over(first)
    np.savez(work / "ours.npz", **found)
    pairs = len(found.pop("left"))
    del found
    pass_over(second)
    print(json.dumps({"pairs": pairs, "stages": first.costs, "loaded": second.costs}))


def main() -> None:
    role, name, work = sys.argv[1:]
    parts = {"theirs": theirs, "ours": ours_in_stages, "train": lambda at: train(name, at)}
    parts[role](Path(work))


if __name__ == "__main__":
    main()
