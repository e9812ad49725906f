"""Training: reproducible, from the labels that ship, and honest about too few of them."""

import os
import subprocess
import sys

import pytest
from mention_builders import record

from actors.errors import LabelsError
from actors.records import Verdict
from resolution.evaluation import JudgedPair, RecordKey, positions
from resolution.learning import shipped_labels, train
from resolution.model import shipped_model
from resolution.model.document import as_json

_TRAIN = """
import random, sys
from resolution.learning import shipped_labels, train
from resolution.model.document import as_json
judged, mentions = shipped_labels()
random.Random(1).shuffle(judged)
random.Random(2).shuffle(mentions)
sys.stdout.buffer.write(as_json(train(judged, mentions)).encode())
"""


def test_training_again_gives_the_same_bytes_in_any_order() -> None:
    """Python salts hashes anew in each process; dedupe orders its predicates by them."""
    environment = {**os.environ, "PYTHONHASHSEED": "1"}

    again = subprocess.run(
        [sys.executable, "-c", _TRAIN], env=environment, capture_output=True, check=True
    )

    assert again.stdout.decode() == as_json(train(*shipped_labels()))


def test_dedupe_learned_rules_and_weights() -> None:
    model = shipped_model()

    assert any(rule.is_learned for rule in model.blocking)
    assert sum(one.is_learned and one.weight != 0 for one in model.features) >= 10
    assert model.thresholds.look < 0.5 <= model.thresholds.merge <= 0.95


def test_every_judged_record_is_among_the_mentions() -> None:
    judged, mentions = shipped_labels()
    place = positions(mentions)

    assert all(pair.key <= place.keys() for pair in judged)


def test_too_few_labels_are_told() -> None:
    mentions = [record("A", record_id="1"), record("A", source="list-b", record_id="2")]
    pair = JudgedPair(RecordKey("list-a", "1"), RecordKey("list-b", "2"), Verdict.SAME)

    with pytest.raises(LabelsError, match="1 same, 0 different"):
        train([pair], mentions)
